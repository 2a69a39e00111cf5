"""Words that describe somebody are not taken for theirs: it is left open whose they are.

The words and names are those of the shipped corpus.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.quoted_messages import check_of
from bot.answers.reply import reply_to
from bot.commands.plain_words import choose

TODAY = date(2026, 1, 1)


def whose(kb, typed):
    """Return whose words the check of a message asks about."""
    asked = choose(kb, f"/check {check_of(kb, typed)}", TODAY)
    (check,) = reply_to(kb, asked, TODAY).answer.checks
    return check.speaker.name if check.speaker else None


@pytest.mark.parametrize(
    "typed",
    [
        "North Korea’s “charm diplomacy” continues in 2024",
        "North Korea’s “charm diplomacy” worries Tokyo",
        "Q. Minister?\nA. North Korea’s “charm diplomacy” should not distract us.",
        "Japan’s “bad habits” annoyed Kim Yo-jong",
        "Japan’s “bad habits”: what Kim Yo-jong meant",
        "US “hostile policy” explained",
        "The US’s “hostile policy” is back in the news",
        "America’s “hostile policy” toward the North",
        "Pyongyang’s “dead end” programmes",
        "Moon’s “premature” proposal",
        "The “premature” Moon proposal",
        "“A new future”? Kishida is sceptical.",
    ],
)
def test_who_is_described_is_not_held_to_have_said_the_words(shipped_kb, typed):
    assert whose(shipped_kb, typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "Kang’s “charm diplomacy”",
        "Kang’s “charm diplomacy”, is that right?",
        "Kang’s “charm diplomacy” was in the paper",
        "Kang’s “charm diplomacy” quote",
        "Kang “charm diplomacy”",
        "“charm diplomacy” Kang",
        "“charm diplomacy”? Kang said so",
    ],
)
def test_whose_words_are_told_is_asked_about(shipped_kb, typed):
    assert whose(shipped_kb, typed) == "Kang Kyung-hwa"


@pytest.mark.parametrize("typed", ["Seoul’s “premature”", "Seoul “premature” in print"])
def test_a_body_beside_nothing_but_words_is_asked_about(shipped_kb, typed):
    assert whose(shipped_kb, typed) == "South Korea"
