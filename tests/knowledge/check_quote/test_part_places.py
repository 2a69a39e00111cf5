"""Asked parts in printed runs: in their order, as whole words, with what they leave out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.check_quote import part_places
from knowledge.check_quote.frames import find_frames
from knowledge.check_quote.surroundings import list_sides
from knowledge.check_quote.verdict import Verdict
from knowledge.check_quote.wording_comparison import compare_wordings
from knowledge.citations.citation import CitedQuote
from knowledge.corpus.model import QuoteKind
from knowledge.kb.quote_index import Printed
from knowledge.text.article_text import Span, Text

BAN = "This is not the time to ease the ferry ban"
HOME = "We will keep the ban until the last fisherman is home."


def stands(asked, printed, kind=QuoteKind.DIRECT):
    return part_places.find_parts(asked, part_places.list_quote_runs(printed, kind))


def test_what_an_ellipsis_leaves_out_is_told_with_its_negation_or_condition():
    found = stands("This is ... the time", BAN)
    assert found.left_out == ("not", "to ease the ferry ban")
    assert [(t.kind, t.word) for t in found.meaning_changes] == [("negation", "not")]
    until = stands("We will keep the ban", HOME)
    assert ("condition", "until") in {(t.kind, t.word) for t in until.meaning_changes}


def test_a_condition_of_several_words_is_found_in_what_was_left_out():
    found = stands("we will talk", "we will talk as long as they keep the ban")
    assert [(t.kind, t.word) for t in found.meaning_changes] == [("condition", "as long as")]


@pytest.mark.parametrize("asked", ["there is no reason", "There is no reason"])
def test_an_askers_capital_letter_parts_no_words_from_their_condition(asked):
    printed = "If they give up their rights ... there is no reason for a ban"
    found = stands(asked, printed)
    assert [(t.kind, t.word) for t in found.meaning_changes] == [("condition", "if")]
    changed = compare_wordings(f"{asked} for the ban", printed)
    assert ("condition", "if") in {(t.kind, t.word) for t in changed.meaning_changes}


@pytest.mark.parametrize("asked", ["there is no reason", "There is no reason"])
def test_what_is_printed_around_words_is_told_however_their_first_letter_is_typed(asked):
    printed = Printed("a", 0, QuoteKind.DIRECT, "if they stop ... there is no reason for a ban")
    found = find_frames(list_sides(asked, printed, None, spoken=True), ())
    assert [frame.kind for frame in found] == ["condition"]


@pytest.mark.parametrize(
    "asked",
    ["ferry ban … This is", "the time to cease", "ease the fer", "This is … home", "the", "not … …", "…"],
)  # fmt: skip
def test_parts_in_another_order_or_cut_within_a_word_or_of_too_little_are_no_part(asked):
    assert stands(asked, BAN) is None


def test_parts_are_placed_the_least_apart():
    assert stands("the ban … stays", "the ban is old, and the ban stays").left_out == (
        "the ban is old, and",
    )


def test_a_cut_holds_what_an_ellipsis_leaves_out():
    cut = "The plan asks for […] a bell that is rung […]"
    found = stands("The plan … a bell", cut, QuoteKind.NARRATION)
    assert (found.verdict, found.unrecorded_gap) == (Verdict.PART, True)
    assert found.left_out == ("asks for", "that is rung")
    assert not stands("a bell that … rung", cut, QuoteKind.NARRATION).unrecorded_gap
    assert stands("asks for a bell", cut, QuoteKind.NARRATION) is None


def test_an_ellipsis_of_the_outlet_may_be_asked_or_not():
    printed = "our rights to self-defense ... there is no reason"
    assert stands("rights to self-defense … there is", printed).left_out == ("our", "no reason")
    assert stands("rights to self-defense there is", printed) is None


ARTICLE = 'He said: "One is not two," and later added, "unless three is four." She left.'


def quotes(*given):
    found = [ARTICLE.index(words) for words in given]
    return [
        CitedQuote(exact=w, kind=QuoteKind.DIRECT, start=at, end=at + len(w), words=len(w.split()))
        for w, at in zip(given, found, strict=True)
    ]


TWO = quotes("unless three is four.", "One is not two")


def test_what_stands_between_two_quotes_comes_from_the_text_where_it_is_at_hand():
    held = part_places.find_parts(
        "One is … is four", part_places.list_statement_runs(TWO, Text(ARTICLE))
    )
    assert held.left_out == ("not two", "and later added", "unless three")
    assert {t.word for t in held.meaning_changes} == {"not", "unless"}
    assert (held.quote_count, held.unrecorded_gap) == (2, False)
    without = part_places.find_parts("One is … is four", part_places.list_statement_runs(TWO))
    assert (without.left_out, without.unrecorded_gap) == (("not two", "unless three"), True)


@pytest.mark.parametrize(
    ("asked", "is_part"),
    [
        ("One is not two unless three is four.", True),
        ("One is not two, unless three", True),
        ("not two. unless three", True),
        ('is not two," "unless three is', True),
        ("One is not unless three is four.", False),
        ("One is not two three is four.", False),
        ("unless three is four. One is not two", False),
    ],
)
def test_without_an_ellipsis_the_next_quote_is_joined_at_its_edge_alone(asked, is_part):
    found = part_places.find_parts(asked, part_places.list_statement_runs(TWO))
    assert (found is not None and found.quote_count == 2) == is_part


def test_a_seam_is_at_the_end_of_a_quote_and_not_at_its_last_word_elsewhere():
    first = CitedQuote(exact="the ban and our ban", kind="direct", start=0, end=19, words=5)
    second = CitedQuote(exact="will stay", kind="direct", start=30, end=39, words=2)
    runs = part_places.list_statement_runs([first, second])
    assert part_places.find_parts("our ban will stay", runs).quote_count == 2
    assert part_places.find_parts("the ban will stay", runs) is None


@given(st.text("ab “”’—\u00ad\u00a0\n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_what_is_printed_folds_to_the_slice_of_the_text(raw, start, end):
    text = Text(raw)
    span = Span(min(start, end, len(text.folded)), min(max(start, end), len(text.folded)))
    assert Text(text.printed(span)).folded == text[span].strip(" ")


def test_what_is_printed_has_the_marks_and_dashes_of_the_article():
    text = Text("Say “ﬁne — it’s…\u00a0done” now")
    assert text.printed(Span(4, 25)) == "“ﬁne — it’s… done”"
    assert text.printed(Span(12, 16)) == "it’s"


def test_a_part_that_recurs_is_sought_once(monkeypatch):
    sought = []
    occurrences = Text.occurrences
    monkeypatch.setattr(
        Text, "occurrences", lambda t, w: sought.append((t, w)) or occurrences(t, w)
    )
    part_places.find_parts(
        " … ".join(["the", "ferry"] * 9), [part_places.PrintedRun(Text("the ferry " * 9))]
    )
    assert len(sought) == 2
