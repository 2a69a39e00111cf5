"""Quotations given to somebody without a name: an official, a Japanese diplomat."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.commands.plain_words import choose

TODAY = date(2026, 11, 29)
KONO = "“This is not the time to reduce pressure or reward the DPRK”"
SEOUL = "“must unfold in a way that aids efforts for denuclearizing North Korea”"


def heading(kb, typed):
    filled = typed.replace("KONO", KONO).replace("SEOUL", SEOUL)
    answer = reply_to(kb, choose(kb, filled), TODAY)
    return answer.message.text.partition("\n")[0]


@pytest.mark.parametrize(
    ("typed", "whose"),
    [
        ("we are running SEOUL from an official in Tokyo – is that what we have?", "Japan’s"),
        ("KONO, an American official said", "the United States’"),
        ("KONO, U.S. officials say", "the United States’"),
        ("KONO per a South Korean diplomat", "South Korea’s"),
        ("KONO – a senior Chinese official", "China’s"),
        ("KONO, a Chinese diplomat coined that, no?", "China’s"),
        ("according to two officials in Seoul KONO", "South Korea’s"),
        ("/check KONO an American official said", "the United States’"),
        ("did Washington call the end-of-war declaration “premature”?", "the United States’"),
    ],
)
def test_words_given_to_an_official_of_a_state_are_held_against_that_state(
    shipped_kb, typed, whose
):
    assert heading(shipped_kb, typed).startswith(f"Exact, but not {whose}: ")


@pytest.mark.parametrize(
    "typed",
    [
        "KONO, an official said",
        "KONO, an official said. right?",
        "KONO, a diplomat told us",
        "officials say KONO, can I run it",
        "did an official say KONO?",
        "KONO, a source close to North Korea’s talks said",
        "KONO, two aides familiar with Seoul’s plans said",
        "a German minister said KONO",
        "KONO – a senior diplomat",
        "KONO – a senior Chinese foreign ministry official",
        "/check KONO a German minister said",
        "/check an official: KONO",
    ],
)
def test_whose_words_they_are_is_not_checked_where_a_role_is_all_that_is_told(shipped_kb, typed):
    assert heading(shipped_kb, typed).startswith("Exact, speaker not checked: ")


@pytest.mark.parametrize(
    "typed",
    [
        "KONO, a Japanese official said",
        "KONO, Kono told a Chinese diplomat",
        "KONO, Kono said in a meeting with a South Korean official",
        "KONO, Kono said, according to sources",
        "KONO – do we have a source for it?",
        "KONO source?",
        "spokesman Taro Kono said KONO",
        "I lent a Chinese diplomat my pen. KONO",
    ],
)
def test_whom_words_are_not_given_to_takes_nothing_from_the_heading(shipped_kb, typed):
    assert heading(shipped_kb, typed).startswith("Exact: ")


def test_of_several_quotations_each_is_held_against_its_own_official(shipped_kb):
    typed = f"Kono said {KONO} and an official said {SEOUL}"
    text = reply_to(shipped_kb, choose(shipped_kb, typed), TODAY).message.text
    assert text.startswith("Exact: ")
    assert "Exact, speaker not checked: The Korea Herald" in text


def test_the_question_to_ask_again_repeats_a_role(shipped_kb):
    typed = f"{KONO}, an official said"
    answer = reply_to(shipped_kb, choose(shipped_kb, typed), TODAY).answer
    again = reply_to(shipped_kb, choose(shipped_kb, answer.asked), TODAY).answer
    assert [check.unknown_names for check in again.checks] == [("an official",)]


@pytest.mark.parametrize("asks", [" – sources?", ", source?"])
def test_who_asks_for_the_source_names_none(shipped_kb, asks):
    answer = reply_to(
        shipped_kb, choose(shipped_kb, f"KONO{asks}".replace("KONO", KONO)), TODAY
    ).answer
    assert [(c.verdict, c.unknown_names) for c in answer.checks] == [("exact", ())]


@pytest.mark.parametrize(
    ("typed", "whose"),
    [("WH: KONO", "the White House’s"), ("KONO – KJU's sister", "Kim Yo Jong’s")],
)
def test_who_is_named_by_an_abbreviation_is_known(shipped_kb, typed, whose):
    assert f"not {whose}" in heading(shipped_kb, typed)
