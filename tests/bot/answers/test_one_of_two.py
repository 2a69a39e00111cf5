"""The former and the latter are the two who were asked about, by name."""

from __future__ import annotations

import pytest

from bot.answers.last_question import remember
from bot.cli.ask import ask

TWO = "compare Japan and the US on pressure"


def _talk(kb, today, *questions):
    last = None
    for question in questions:
        reply = ask(kb, question, today, last)
        last = remember(kb, reply.answer, last, reply.message.shows)
    return reply.answer


@pytest.mark.parametrize(
    ("then", "asked"),
    [
        ("what does the latter say?", "/stance united-states pressure"),
        ("and the former on talks?", "/stance japan dialogue"),
        ("where does the second one stand?", "/stance united-states pressure"),
    ],
)
def test_one_of_those_compared_is_asked_about(shipped_kb, today, then, asked):
    answer = _talk(shipped_kb, today, TWO, then)
    assert answer.asked.startswith(asked)


def test_one_of_two_people_asked_about_is_told(shipped_kb, today):
    asked = "what did Kono say?", "what did Kang say?"
    assert _talk(shipped_kb, today, *asked, "who is the latter?").person.id == "kang-kyung-hwa"


@pytest.mark.parametrize(
    "questions",
    [
        ["where does Japan stand on pressure?", "what does the latter say?"],
        ["compare Japan, China and the US on pressure", "what does the latter say?"],
        [TWO, "what does the former president say?"],
    ],
)
def test_where_no_two_are_meant_nobody_is_answered_for(shipped_kb, today, questions):
    assert _talk(shipped_kb, today, *questions).outcome != "answer"


def test_a_choice_of_issues_leaves_the_issue_before_it(shipped_kb, today):
    questions = ["where does Japan stand on pressure?", "South Korea", "does the US agree?"]
    answer = _talk(shipped_kb, today, *questions)
    assert answer.asked == "/stance united-states pressure"
