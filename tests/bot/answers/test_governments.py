"""A government is not its leader alone: what certainly is of it is told, what may be is named."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask


@pytest.mark.parametrize(
    "typed",
    [
        "Abe government on dialogue",
        "what did the Abe administration say about talks?",
        "the government of Abe on dialogue",
        "what was the Abe government's position on talks in February 2018?",
        "did the Abe government soften its stance?",
        "Abe on dialogue",  # only what was said under him is on record
        "compare the Abe government and the US on talks",
    ],
)
def test_more_of_the_state_may_be_of_a_government(shipped_kb, today, typed):
    answer, message = ask(shipped_kb, typed, today)
    assert answer.outcome is Outcome.ANSWER
    assert [ref.id for ref in answer.not_told_apart] == ["japan"]
    assert "the only one on record by" not in message.text
    assert "Japan has more on record, perhaps of Shinzo Abe’s government" in message.text
    assert any(choice.id == "japan" for choice in answer.choices)


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("Abe administration on pressure", "Japan"),
        ("Trump administration on talks with North Korea", "The United States"),
        ("Suga's government on resuming US-North Korea talks", "Japan"),
    ],
)
def test_nothing_by_name_of_a_government_is_not_nothing(shipped_kb, today, typed, state):
    answer, message = ask(shipped_kb, typed, today)
    assert answer.outcome is Outcome.NO_RECORD
    assert answer.reason.startswith("Nothing on record from the government of ")
    assert f"{state} has more on record, perhaps of " in message.text


@pytest.mark.parametrize(
    "typed",
    [
        "what did the Biden administration say",
        "statements of the Biden administration",
        "what did the Biden administration say in February 2021",
    ],
)
def test_what_was_said_for_a_state_on_days_that_are_certain_is_told(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert {s.id for s in answer.statements} == {
        "price-urgent-priority",
        "biden-government-will-consult",
    }


def test_words_said_for_a_government_are_found(shipped_kb, today):
    typed = "Is North Korea's programme a priority for the Biden administration?"
    found = ask(shipped_kb, typed, today).answer
    assert [s.id for s in found.statements] == ["price-urgent-priority"]


def test_a_government_asked_about_stays_one_on_further_screens(shipped_kb, today):
    answer = ask(shipped_kb, "Biden's government on denuclearization", today).answer
    again = ask(shipped_kb, f"{answer.asked} more", today).answer
    assert [s.id for s in again.statements] == [s.id for s in answer.statements]


def test_what_is_certainly_of_another_government_is_no_more_of_this_one(shipped_kb, today):
    answer = ask(shipped_kb, "Biden administration on pressure in 2018", today).answer
    assert not answer.governments


@pytest.mark.parametrize(
    ("typed", "body"),
    [("Biden's State Department", "us-state-department"), ("Trump White House", "white-house")],
)
def test_a_body_is_asked_about_and_not_whoever_leads_it(shipped_kb, today, typed, body):
    answer = ask(shipped_kb, typed, today).answer
    assert body in {*(c.question.split()[1] for c in answer.choices), answer.organization and body}
    assert answer.person is None


def test_whose_body_it_was_is_named_as_not_read(shipped_kb, today):
    answer = ask(shipped_kb, "the Biden White House on talks", today).answer
    assert answer.organization.id == "white-house"
    assert "Biden" in answer.not_understood
