"""One answer shows at most 120 words of one article."""

from __future__ import annotations

import pytest

from knowledge.citations.answer_budget import within_budget
from knowledge.citations.citation import CitedQuote, CitedStatement
from knowledge.corpus.model import QuoteKind
from knowledge.corpus.quotation_limits import WORDS_OF_ONE_ARTICLE


def quote(start, words, text="so", kind=QuoteKind.NARRATION, end=None):
    """Return a quote of so many words, each of which takes ten characters of the article."""
    exact = " ".join([text] * words)
    return CitedQuote(
        exact=exact, kind=kind, start=start * 10, end=(end or start + words) * 10, words=words
    )


@pytest.fixture
def statement(kb):
    """Make a statement of one article with these quotes, out of one of the corpus."""
    (one,) = kb.statements_by("teva-dask")

    def make(*quotes, article="a"):
        source = one.article.model_copy(update={"id": article})
        return one.model_copy(update={"quotes": quotes, "article": source})

    return make


def shown(statements: list[CitedStatement]) -> list[bool]:
    return [not s.withheld_reason for s in within_budget(statements)]


def test_all_is_shown_up_to_the_budget_and_then_no_word(statement):
    assert WORDS_OF_ONE_ARTICLE == 120
    said = [statement(quote(0, 60)), statement(quote(100, 60)), statement(quote(200, 1))]
    first, second, third = within_budget(said)
    assert (first, second) == (said[0], said[1])
    assert third.quotes == ()
    assert third.withheld_reason == "this answer would quote more than 120 words of the article"
    assert third.summary == said[2].summary


def test_a_statement_over_the_budget_loses_all_its_words_and_a_later_short_one_keeps_its(statement):
    said = [
        statement(quote(0, 100)),
        statement(quote(100, 10), quote(200, 20)),
        statement(quote(300, 20)),
    ]
    assert shown(said) == [True, False, True]


def test_every_article_has_a_budget_of_its_own(statement):
    said = [statement(quote(0, 100)), statement(quote(0, 100), article="b")]
    assert shown(said) == [True, True]


def test_words_inside_those_already_shown_cost_nothing(statement):
    inside = quote(10, 20, kind=QuoteKind.DIRECT)
    said = [statement(quote(0, 120)), statement(inside), statement(quote(0, 120))]
    assert shown(said) == [True, True, True]


def test_words_inside_others_of_the_same_statement_cost_nothing(statement):
    assert shown([statement(quote(0, 120), quote(5, 50))]) == [True]
    assert shown([statement(quote(5, 50), quote(0, 120))]) == [True]


def test_words_inside_others_that_were_withheld_do_cost(statement):
    said = [statement(quote(0, 100)), statement(quote(200, 100)), statement(quote(210, 30))]
    assert shown(said) == [True, False, False]


def test_the_same_words_twice_in_one_statement_cost_once(statement):
    assert shown([statement(quote(0, 121), quote(0, 121))]) == [False]
    assert shown([statement(quote(0, 120), quote(0, 120))]) == [True]


def test_words_in_the_cut_of_a_narration_do_cost(statement):
    """A narration of few words can reach far: what stands in its cuts is not shown by it."""
    cut = quote(0, 20, end=400)
    inside = quote(100, 110, text="other", kind=QuoteKind.DIRECT)
    assert shown([statement(cut, inside)]) == [False]


def test_of_the_real_corpus_no_statement_alone_is_over_the_budget(shipped_kb):
    for stance in shipped_kb.stances():
        for one in shipped_kb.statements_on(stance.holder, stance.issue):
            assert within_budget([one]) == [one]
