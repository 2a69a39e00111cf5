"""Tests that pin the numbers by which /check decides: each row stands at the edge of one."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from knowledge.check_quote import nearest_print
from knowledge.check_quote.asked_words import AskedWords
from knowledge.check_quote.nearest_print import find_nearest
from knowledge.check_quote.nearness import is_near
from knowledge.check_quote.part_places import find_parts, list_quote_runs
from knowledge.check_quote.parts_apart import Verify, find_parts_apart
from knowledge.check_quote.printed_matches import list_sources
from knowledge.check_quote.text_match import list_sentence_runs
from knowledge.check_quote.verdict import Comparison, Verdict
from knowledge.check_quote.verified_words import Verification
from knowledge.check_quote.wording_comparison import compare_wordings
from knowledge.corpus.model import QuoteKind
from knowledge.kb.quote_index import Printed, PrintedCandidate
from knowledge.text.article_text import Text
from knowledge.text.equal_runs import EqualRun, choose_stretch

EXACT = Verification(Comparison(verdict=Verdict.EXACT))
ALL_EXACT = Verify(part=lambda _: EXACT, nearest=lambda: EXACT)


def candidate(likeness=1.0, shared=("ferry", "ban", "river"), source="s-1", kind=QuoteKind.DIRECT):
    return PrintedCandidate(Printed(source, 0, kind, "words"), likeness, likeness, shared, False)


def search(asked="one two three", quotes=(), texts=()):
    passages = SimpleNamespace(like=lambda _: list(texts))
    made = AskedWords(SimpleNamespace(passages=passages), asked)
    made.quotes = list(quotes)
    return made


@pytest.mark.parametrize(
    ("first", "between", "last", "joined"),
    [(20, 19, 10, True), (20, 20, 10, False), (2, 1, 1, True), (2, 2, 1, False)],
)
def test_a_run_joins_a_stretch_when_it_has_over_half_as_many_words_as_lie_between(
    first, between, last, joined
):
    runs = [EqualRun(0, 0, first), EqualRun(first, first + between, last)]
    assert len(choose_stretch(runs)) == (2 if joined else 1)


@pytest.mark.parametrize(
    ("words", "printed"), [("a b c", "x y z"), ("a b c d", ""), ("a b", "x y")]
)
def test_up_to_three_words_at_an_end_replace_as_many_others(words, printed):
    asked = f"we will keep the ban {words}"
    found = compare_wordings(asked, f"we will keep the ban {'x y z w'[: len(words)]}")
    assert [d.printed for d in found.differences] == [printed]


@pytest.mark.parametrize(
    ("likeness", "shared", "near"),
    [
        (0.60, ("ferry", "ban", "river"), True),
        (0.59, ("ferry", "ban", "river"), False),
        (0.60, ("ferry", "ban", "the"), False),  # a filler weighs half
        (0.60, ("ferry", "ban", "the", "of"), True),
        (0.75, ("ferry", "ban"), True),
        (0.74, ("ferry", "ban"), False),
        (0.75, ("ferry", "the"), False),
        (0.95, ("ferry", "the"), True),
        (0.94, ("ferry", "the"), False),
        (0.95, ("the", "of"), False),
    ],
)
def test_the_less_alike_words_are_the_more_of_them_must_be_shared(likeness, shared, near):
    assert is_near(candidate(likeness, shared)) is near


def test_only_quotes_with_a_share_of_the_words_are_searched_for_all_parts():
    quotes = [candidate(0.41, source="near"), candidate(0.40, source="edge"), candidate(0.39)]
    assert list_sources(search("one two … three four", quotes)) == ["near", "edge"]


def test_eight_candidates_are_searched_for_all_parts():
    quotes = [candidate(source=f"s-{i}") for i in range(12)]
    assert len(list_sources(search("one two … three four", quotes))) == 8


@pytest.mark.parametrize(("count", "verified"), [(5, 5), (6, 6), (7, 6), (20, 6)])
def test_up_to_six_parts_are_verified_one_by_one(count, verified):
    found = find_parts_apart(search(" … ".join(["two words"] * count)), ALL_EXACT)
    verdicts = [part.comparison.verdict for _, part in found.parts]
    rest = ["not_checked"] if count > verified else []
    assert verdicts == ["exact"] * verified + rest


def test_a_part_of_one_word_is_not_verified_by_itself():
    assert find_parts_apart(search("two words … one"), ALL_EXACT) is None
    assert find_parts_apart(search("two words … two more"), ALL_EXACT) is not None


def test_one_word_is_compared_with_nothing_and_two_are(monkeypatch):
    monkeypatch.setattr(nearest_print, "_compare_candidate", lambda *_: EXACT)
    nothing = find_nearest(search("one", [candidate()]))
    assert nothing.comparison.verdict is Verdict.NOT_FOUND
    assert find_nearest(search("one two", [candidate()])) is EXACT


def test_one_word_is_a_part_of_a_quote_and_two_small_ones_are_not():
    runs = list_quote_runs("we will keep the ferry ban", QuoteKind.DIRECT)
    assert find_parts("ferry", runs).verdict is Verdict.PART
    assert find_parts("ferries", runs) is None
    assert find_parts("the", runs) is find_parts("we will", runs) is None


@pytest.mark.parametrize(
    ("likeness", "compared"),
    [
        ([0.95, 0.855, 0.845], 2),  # within a tenth of the most similar
        ([0.95, 0.95, 0.95], 3),
        ([0.95, 0.95, 0.95, 0.95], 3),
    ],
)
def test_the_three_most_similar_are_compared_if_they_are_about_equal(
    likeness, compared, monkeypatch
):
    seen = []
    compare = lambda _, *near: seen.append(near) or EXACT  # noqa: E731
    monkeypatch.setattr(nearest_print, "_compare_candidate", compare)
    find_nearest(search(texts=[candidate(share) for share in likeness]))
    assert len(seen) == compared


@pytest.mark.parametrize(
    ("sentence_words", "asked_words", "sentences"),
    [
        (3, 100, 5),  # never more than five sentences
        (8, 10, 3),  # four have 32 words, which is over three times ten
        (10, 10, 3),  # three have 30
    ],
)
def test_sentences_are_joined_up_to_five_and_three_times_as_many_words(
    sentence_words, asked_words, sentences
):
    sentence = " ".join(["Word", *["word"] * (sentence_words - 1)]) + "."
    text = Text(" ".join([sentence] * 12))
    spans = list_sentence_runs(text, 0, asked_words)
    assert max(len(text[span].split()) for span in spans) == sentences * sentence_words
