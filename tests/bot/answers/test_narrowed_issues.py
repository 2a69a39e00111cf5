"""The name of a group of issues is never one of its own state's alone without a word."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "issue"),
    [
        ("Turner on dialogue with North Korea", "japan-north-korea-talks"),
        ("Julie Turner on talks with Pyongyang", "japan-north-korea-talks"),
        ("Cho on dialogue with North Korea", "japan-north-korea-talks"),
        ("Washington on dialogue with Pyongyang in 2024", "japan-north-korea-talks"),
    ],
)
def test_what_is_on_record_on_the_group_is_found(shipped_kb, today, typed, issue):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome is Outcome.ANSWER
    assert any(issue in {*s.about, *(t.issue for t in s.stances)} for s in answer.statements)
    assert not answer.read_as or "dialogue" not in answer.read_as[0].typed


@pytest.mark.parametrize(
    ("typed", "command"),
    [("/stance us Dialogue with North Korea", "stance"), ("/timeline us dialogue with north korea", "timeline")],
)  # fmt: skip
def test_the_issue_chosen_is_named_and_the_group_a_click_away(shipped_kb, today, typed, command):
    answer = ask(shipped_kb, typed, today).answer
    assert [read.name for read in answer.read_as] == ["US-North Korea talks"]
    assert f"/{command} united-states dialogue" in [choice.question for choice in answer.choices]


def test_no_group_is_offered_that_has_no_more(shipped_kb, today):
    answer = ask(shipped_kb, "North Korea on talks with Japan", today).answer
    assert not answer.choices or all("dialogue" not in c.question for c in answer.choices)
