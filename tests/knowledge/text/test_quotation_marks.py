"""Pairs of quotation marks in an article's text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.article_text import Span, Text
from knowledge.text.quotation_marks import (
    find_run,
    is_between_marks,
    outside_marks,
    quotations,
    straight_pairs,
    without_comma,
)


def quoted(raw):
    text = Text(raw)
    return [text[found.words] for found in quotations(text, raw)]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("“We wait,” she said.", ["We wait"]),
        ('"We wait," she said.', ["We wait"]),
        ("«We wait» and 「we go」.", ["We wait", "we go"]),
        ("“They told us ‘no bell’ twice.”", ["They told us 'no bell' twice."]),
        ("‘We wait,’ she said.", ["We wait"]),
        ("The workers' plan isn't ours.", []),
        ("“We wait.\n\n“We go.”", ["We wait.", "We go."]),
        # Marks that turn the wrong way, and marks without the space that belongs beside them.
        ("”We wait,” she said. “We go.“", ["We wait", "We go."]),
        ("„We wait,“ she said.", ["We wait"]),
        ('Dahl:"We wait."', ["We wait."]),
        ('" ... we wait," she said.', ["... we wait"]),
    ],
)
def test_the_outermost_quotations_are_found(raw, expected):
    assert quoted(raw) == expected


def test_a_quotation_over_paragraphs_is_one_run():
    raw = "“We wait.\n\n“We go.” “We stay.”"
    runs = [found.run for found in quotations(Text(raw), raw)]
    assert runs[0] == runs[1] != runs[2]


def test_a_mark_that_is_never_closed_is_told():
    raw = "“We wait, she said."
    assert [found.closed for found in quotations(Text(raw), raw)] == [False]


def test_straight_pairs_give_the_words_and_the_marks():
    folded = 'A "one," b "two".'
    pairs = list(straight_pairs(folded))
    assert [folded[slice(*pair.words)] for pair in pairs] == ["one,", "two"]
    assert [folded[slice(*pair.whole)] for pair in pairs] == ['"one,"', '"two"']


WORDS = st.text(st.sampled_from("ab .,"), min_size=1, max_size=6)


@given(st.lists(st.tuples(WORDS, WORDS)), WORDS)
def test_straight_pairs_and_what_is_outside_of_them_are_the_whole_text(parts, end):
    folded = "".join(f'{before}"{inside}"' for before, inside in parts) + end
    found = [folded[slice(*pair.words)] for pair in straight_pairs(folded)]
    assert found == [inside for _, inside in parts]
    assert outside_marks(folded) == "".join(f'{before}"' for before, _ in parts) + end


def test_the_comma_of_the_outer_sentence_is_left_out():
    text = Text('"One," she said.')
    (pair,) = straight_pairs(text.folded)
    assert text[without_comma(text, pair.words)] == "One"


@pytest.mark.parametrize(
    ("words", "between"), [("no bell", True), ("no", False), (" plan isn", False), ("Go", True)]
)
def test_all_that_stands_between_a_pair_is_told_from_a_part(words, between):
    folded = "\"Go,\" and 'no bell', the workers' plan isn't ours"
    start = folded.index(words)
    assert is_between_marks(folded, Span(start, start + len(words))) is between


@pytest.mark.parametrize(
    "raw", ["« We sell no lake », she said.", "« We sell no lake, » she said."]
)
def test_angled_marks_may_have_spaces_inside(raw):
    text = Text(raw)
    whole, part = (text.occurrences(words)[0] for words in ("We sell no lake", "sell no lake"))
    assert is_between_marks(text.folded, whole)
    assert not is_between_marks(text.folded, part)


def test_the_paragraphs_of_one_quotation_are_found_from_each_of_them():
    raw = (
        "It was cold.\n\n“We hold the quay.\n\n“We hold it late.\n\n“We go,” she said.\n\nHe left."
    )
    text = Text(raw)
    for words in ("We hold the quay", "We hold it late", "We go"):
        run = text[find_run(text, text.occurrences(words)[0])]
        assert (run[:8], run[-9:]) == ('"We hold', "she said.")
    assert text[find_run(text, text.occurrences("He left")[0])] == "He left."


@given(st.text(alphabet='a "\n«» ,.'), st.integers(0, 20), st.integers(0, 20))
def test_any_span_is_told_from_what_stands_between_marks(raw, start, length):
    text = Text(raw)
    span = Span(min(start, len(text.folded)), min(start + length, len(text.folded)))
    assert is_between_marks(text.folded, span) in {True, False}
    assert find_run(text, span).start <= len(text.folded)
