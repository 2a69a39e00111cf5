"""Words without marks: what is quoted is checked, what is asked is answered."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.commands import registry
from bot.commands.plain_words import choose
from knowledge.check_quote import read_quotations

TODAY = date(2026, 11, 29)

PRINTED = "must unfold in a way that aids efforts for denuclearizing North Korea"


@pytest.mark.parametrize(
    "before", ["check ", "Check\n", "can you check ", "please verify ", "fact-check "]
)
@pytest.mark.parametrize(
    "words",
    [
        PRINTED,
        PRINTED.replace("z", "s"),
        "This is not the time to reduce pressure",
        "this is the time to ease pressure or reward the DPRK",
        "premature",
        "highly effective",
        "Kono: This is not the time to ease pressure",
        "Japan believes it is important to directly communicate our thoughts to North Korea",
        "ich bin ein berliner",
    ],
)  # fmt: skip
def test_words_that_read_as_a_quotation_are_checked(shipped_kb, before, words):
    command, text, *_ = choose(shipped_kb, before + words)
    assert (command, text.strip()) == (registry()["check"], words)


@pytest.mark.parametrize(
    "typed",
    [
        "This is not the time to reduce pressure or reward the DPRK",
        "Kono: This is not the time to reduce pressure or reward the DPRK.",
        "Japan believes it is important to directly communicate\nour thoughts to North Korea",
    ],
)
def test_words_that_are_printed_are_checked_as_they_stand(shipped_kb, typed):
    assert choose(shipped_kb, typed)[:2] == (registry()["check"], typed)


@pytest.mark.parametrize(
    "typed",
    ["Japan believes in pressure", "the denuclearization of North Korea", "Japan", "a dead end"],
)
def test_words_that_nobody_prints_or_that_are_few_are_a_question(shipped_kb, typed):
    assert choose(shipped_kb, typed).command.name != "check"


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("check Japan on pressure", "stance"),
        ("check Japan pressure", "stance"),
        ("check Japan’s stance on the end-of-war declaration please", "stance"),
        ("check whether Japan supports pressure", "stance"),
        ("check what Kono said about whales", "stance"),
        ("check Narnia on pressure", "stance"),
        ("check Kono", "who"),
        ("check who is Kono", "who"),
        ("check", "help"),
        ("check this", "help"),
        ("check the quote please", "help"),
    ],
)
def test_what_somebody_wants_looked_up_is_answered(shipped_kb, typed, command):
    assert choose(shipped_kb, typed).command.name == command


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("this is not the time to reduce pressure", "this is not the time to reduce pressure"),
        ("This is not the time to reduce pressure?", "This is not the time to reduce pressure"),
        ("> not the time is printed", None),
        ("> This is not the time to reduce pressure", "This is not the time to reduce pressure"),
        ("Kono said this is not the time to reduce", "this is not the time to reduce"),
        ("Rolf Grell says this is not the time to reduce", "this is not the time to reduce"),
        ("is this not the time to reduce pressure", None),
        ("the time to reduce pressure", None),  # no verb: it may be asked about
        ("this is the time to reduce pressure", None),
        ("not the time is", None),
    ],
)
def test_printed_words_with_a_verb_are_checked_without_marks(shipped_kb, typed, words):
    command, text, *_ = choose(shipped_kb, typed)
    assert (command.name == "check") == (words is not None)
    assert words is None or read_quotations(text) == [words]


def test_whoever_is_said_to_have_said_printed_words_is_held_against_them(shipped_kb):
    typed = "{} said this is not the time to reduce pressure"
    for name, heading in [
        ("Kono", "A part of what an article (marked “Slightly abridged”) prints and gives to Taro Kono, apart"),
        ("Tillerson", "Not Rex Tillerson’s: a part of what "),
        ("Rolf Grell", "A part of what an article (marked “Slightly abridged”) prints and gives to Taro Kono, apart from capital letters, speaker not checked"),
    ]:  # fmt: skip
        told = reply_to(shipped_kb, choose(shipped_kb, typed.format(name)), TODAY).message.text
        assert told.startswith(heading)


@pytest.mark.parametrize(
    "typed",
    [
        "Not the time to reduce pressure ... the DPRK",
        "this is not the time … reward the DPRK, Kono said",
        "time to reduce pressure … the DPRK said Kono",
    ],
)
def test_printed_words_that_are_cut_in_the_middle_are_checked_without_a_verb(shipped_kb, typed):
    assert choose(shipped_kb, typed).command is registry()["check"]


@pytest.mark.parametrize("typed", ["Japan on talks ... and pressure?", "Kono … pressure … DPRK"])
def test_names_with_dots_between_them_are_a_question(shipped_kb, typed):
    assert choose(shipped_kb, typed).command is not registry()["check"]
