"""Quotation marks in what was typed: paired by their kind, nested, reopened, single, or stray."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.check_quote.typed_quotations import (
    blank_quotations,
    has_marks,
    put_in_marks,
    read_quotations,
)
from tests.steps import count_work


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ('"one two"', ["one two"]),
        ("“one two”", ["one two"]),
        ("„one two“", ["one two"]),
        ("„one two”", ["one two"]),
        ("«one two»", ["one two"]),
        ("‹one two›", ["one two"]),
        ("「one two」", ["one two"]),
        ("『one two』", ["one two"]),
        ("”one two”", ["one two"]),
        ("‘one two’", ["one two"]),
        ("'one two'", ["one two"]),
        ('"one" and "two"', ["one", "two"]),
        ('"one", she said, "two"', ["one", "two"]),
        ("'one' and ‘two’", ["one", "two"]),
        # nested
        ('"withdraws its “hostile policy” toward the North"', ["withdraws its “hostile policy” toward the North"]),
        ('"withdraws its "hostile policy" toward the North"', ['withdraws its "hostile policy" toward the North']),
        ('“it is "premature" to discuss”', ['it is "premature" to discuss']),
        ("“it is “premature” to discuss”", ["it is “premature” to discuss"]),
        ('"it is \'premature\' to discuss"', ["it is 'premature' to discuss"]),
        ('"it is «premature» now" and "two"', ["it is «premature» now", "two"]),
        ('"“one two”"', ["one two"]),
        ('"\'one two\'"', ["one two"]),
        ('"“one” two"', ["“one” two"]),
        # over paragraphs
        ("“one two\n\n“three four”", ["one two three four"]),
        ('"one two\n\n"three four"', ["one two three four"]),
        # not closed, or closed only
        ('"one two', ["one two"]),
        ('“one two"', ["one two"]),
        ('one two"', ["one two"]),
        ("one two”", ["one two"]),
        ('say "one "two" three', ['one "two" three']),
        # apostrophes
        ("can't sign Pyongyang's paper", ["can't sign Pyongyang's paper"]),
        ("the officials' plan and the voters' will", ["the officials' plan and the voters' will"]),
        ("kono 'Pyongyang's plan isn't ours'", ["Pyongyang's plan isn't ours"]),
        ("‘the North’s charm’", ["the North’s charm"]),
        ("", []),
        ("help", []),
        ('""', []),
    ],
)  # fmt: skip
def test_marks_are_paired_by_kind(typed, expected):
    assert read_quotations(typed) == expected


@pytest.mark.parametrize("marks", '"" “” ”” ‟” „“ „” «» ‹› 「」 『』 ＂＂ \'\' ‘’ “"'.split())
def test_each_kind_of_marks_parts_the_quotation_from_the_words_around_it(marks):
    typed = f"kono {marks[0]}one two{marks[1]} today"
    assert read_quotations(typed) == ["one two"]
    assert blank_quotations(typed).split() == ["kono", "today"]


def test_words_around_a_quotation_keep_their_places():
    typed = 'kono "its “hostile policy” toward the North" today'
    assert blank_quotations(typed).split() == ["kono", "today"]
    assert blank_quotations(typed).index("today") == typed.index("today")
    assert blank_quotations("kono 'charm'").split() == ["kono"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Kono: it is over", "Kono:"),
        ("Taro Kono: it is over", "Taro Kono:"),
        ("Kono, Foreign Minister: it is over", "Kono"),
        ("it is over\n— Taro Kono", "— Taro Kono"),
        ("it is over\n-- Kono, then minister", "-- Kono"),
        ("it is over. – Kono", "– Kono"),
    ],
)
def test_whose_words_they_are_said_to_be_is_not_part_of_them(typed, name):
    (words,) = read_quotations(typed)
    assert words.removesuffix(".") == "it is over"
    assert blank_quotations(typed).strip() == name


@pytest.mark.parametrize(
    "typed",
    [
        "there is one condition: it is over",
        "it is over — for now",
        "the day — Monday — is over",
        "Kono:",
        "10:30 is over",
    ],
)
def test_a_colon_or_a_dash_within_a_sentence_stays(typed):
    assert read_quotations(typed) == [typed]


@pytest.mark.parametrize("form", ["“{}”", "{}", "{}\n- and then"])
def test_space_inside_a_quotation_is_gone_through_once(form):
    """Thousands of line ends before a letter took hours."""
    spaced = form.format(f"one{chr(10) * 2900}two")
    assert read_quotations(spaced) == [spaced.strip("“”")]
    assert blank_quotations(spaced).strip() == ""


MARKS = st.text(st.sampled_from("ab '\"“”„‟«»‹›「」‘’\n,."), max_size=30)


@given(MARKS)
def test_whatever_is_typed_is_read_and_blanked_in_place(typed):
    assert len(blank_quotations(typed)) == len(typed)
    assert has_marks(typed) or set(blank_quotations(typed)) <= {" "}
    for words in read_quotations(typed):
        assert words.strip() == words != ""


WORD = st.text(st.sampled_from("abc'"), min_size=1, max_size=5).map(lambda w: f"x{w}x")
NESTED = st.sampled_from(
    ["{} {}", '{} "{}"', '{} "{}" x', "{} “{}” x", "“{}” {}", "{} ‘{}’", "«{}» {}"]
)


@given(NESTED, WORD, WORD)
def test_what_a_button_asks_reads_back_as_the_same_words(form, one, other):
    words = form.format(one, other)
    assert read_quotations(put_in_marks(words)) == [words]


def test_marks_cost_every_request_the_same():
    text = "kono “a”, abe “b”"
    for _ in range(2):
        assert count_work(lambda: [blank_quotations(text), read_quotations(text)]) == 8
