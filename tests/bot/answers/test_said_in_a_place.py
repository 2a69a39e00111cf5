"""Who of a state said that asks about what was shown last, where it is of that state."""

from __future__ import annotations

import pytest

from bot.answers.last_question import remember
from bot.cli.ask import ask


@pytest.fixture
def answer_to(shipped_kb, today):
    def answer(*questions):
        last = None
        for question in questions:
            reply = ask(shipped_kb, question, today, last)
            last = remember(shipped_kb, reply.answer, last, reply.message.shows)
        return reply.answer

    return answer


@pytest.mark.parametrize("then", ["who in Tokyo said that?", "and who from Japan said so?"])
def test_the_place_of_whoever_was_asked_about_leads_to_what_was_shown(answer_to, then):
    first = "does Japan oppose the end-of-war declaration?"
    asked, plain = answer_to(first, then), answer_to(first, "who said that?")
    assert asked.command == plain.command == "cite"
    assert [said.id for said in asked.statements] == [said.id for said in plain.statements]


def test_another_place_is_asked_about_by_itself(answer_to):
    answer = answer_to("does Japan oppose the end-of-war declaration?", "who in Seoul said that?")
    assert {said.on_behalf_of for said in answer.statements} == {"south-korea"}


@pytest.mark.parametrize("typed", ["did others say the same?", "who said something similar?"])
def test_what_the_same_points_to_is_asked_for(answer_to, typed):
    answer = answer_to(typed)
    assert (answer.outcome, answer.statements) == ("no_match", ())
    assert answer.reason.startswith("I do not know what “s")


def test_who_is_closer_to_somebody_is_not_measured(answer_to):
    assert answer_to("who is closer to the US?").reason.startswith("I do not rank or measure")
