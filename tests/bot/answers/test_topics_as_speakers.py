"""Whoever a check is about may have said the words, where nobody is said to have."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.quoted_messages import check_of
from bot.answers.reply import reply_to
from bot.commands.plain_words import choose


@pytest.fixture
def checked(shipped_kb):
    """Whose words the check of a message asks about, and whose else they may be."""

    def ask(typed, *, quoted):
        text = f"/check {check_of(shipped_kb, typed)}" if quoted else typed
        asked = choose(shipped_kb, text, date(2026, 1, 1))
        (check,) = reply_to(shipped_kb, asked, date(2026, 1, 1)).answer.checks
        doubted = [*check.unknown_names, *(ref.name for ref in check.possible_speakers)]
        return check.speaker.name if check.speaker else "", doubted

    return ask


TOPICS = ["Re {}: {} OK?", "check re {}: {}", "Regarding {}: {}", "Regarding {}’s remarks: {}",
          "About {}: {}", "Quick check on {}: {}", "Can I get a fact-check on {}: {}?",
          "Regarding {}, is {} right?", "On {}: {}"]  # fmt: skip


@pytest.mark.parametrize("quoted", [True, False])
@pytest.mark.parametrize("topic", TOPICS)
def test_whom_a_check_is_about_may_be_meant_to_have_said_the_words(checked, topic, quoted):
    told = checked(topic.format("Kang", "“charm diplomacy”"), quoted=quoted)
    assert told == ("", ["Kang Kyung-hwa"])


@pytest.mark.parametrize("quoted", [True, False])
def test_whose_office_words_come_through_may_be_meant(checked, quoted):
    assert checked("“charm diplomacy” via Kang’s office", quoted=quoted) == ("", ["Kang’s office"])


@pytest.mark.parametrize("teller", ["someone says ", "Tarsk says the quote ", ""])
def test_a_quotation_that_is_somebodys_is_theirs_whoever_says_so(checked, teller):
    told = checked(f"{teller}“charm diplomacy” is Kang’s. check?", quoted=False)
    assert told == ("Kang Kyung-hwa", [])


def test_who_said_words_about_somebody_is_asked_of_nobody(checked):
    assert checked("Who said “charm diplomacy” about Kang?", quoted=False) == ("", [])
