"""An office or body named without a state is that of the one state asked about before."""

from __future__ import annotations

import pytest

from bot.answers.last_question import remember
from bot.cli.ask import ask


def _talk(kb, today, *questions):
    last = None
    for question in questions:
        reply = ask(kb, question, today, last)
        last = remember(kb, reply.answer, last, reply.message.shows)
    return reply.answer


JAPAN = "Where does Japan stand on trilateral cooperation?"
AMERICA = "Where does the US stand on denuclearization?"
KOREA = "Where does South Korea stand on trilateral cooperation?"


@pytest.mark.parametrize("first", [JAPAN, AMERICA])
@pytest.mark.parametrize(
    "then", ["and the defense ministry?", "what does the defense ministry say?"]
)
def test_a_ministry_that_is_not_on_record_is_none_of_another_state(shipped_kb, today, first, then):
    answer = _talk(shipped_kb, today, first, then)
    assert (answer.outcome, answer.statements) == ("no_match", ())


@pytest.mark.parametrize(
    "then", ["and the defense minister?", "what did the defense minister say?"]
)
def test_an_office_that_nobody_held_is_none_of_another_state(shipped_kb, today, then):
    answer = _talk(shipped_kb, today, JAPAN, then)
    assert answer.reason.startswith("Nobody on record is named as “Japan defense minister”.")


def test_a_body_of_the_state_is_asked_about_the_same_issue(shipped_kb, today):
    answer = _talk(shipped_kb, today, KOREA, "and the defense ministry?")
    assert answer.asked == "/stance south-korean-defense-ministry trilateral-cooperation"
    assert [ref.id for ref in answer.taken_over.names] == ["south-korea", "trilateral-cooperation"]


@pytest.mark.parametrize("then", ["and the foreign minister?", "what about the foreign minister?"])
def test_whoever_held_an_office_is_asked_about_the_same_issue(shipped_kb, today, then):
    answer = _talk(shipped_kb, today, "Where does Japan stand on pressure?", then)
    assert (answer.asked, answer.person.id) == ("/stance taro-kono pressure", "taro-kono")


@pytest.mark.parametrize(
    "then", ["and the South Korean defense ministry?", "and Seoul's defense ministry?"]
)
def test_a_state_that_is_named_is_meant(shipped_kb, today, then):
    answer = _talk(shipped_kb, today, JAPAN, then)
    assert answer.asked == "/stance south-korean-defense-ministry trilateral-cooperation"


def test_of_two_states_the_body_is_asked_about(shipped_kb, today):
    answer = _talk(
        shipped_kb, today, "Compare Japan and the US on pressure", "and the foreign ministry?"
    )
    assert answer.outcome == "choice"
