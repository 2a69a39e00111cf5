"""A storm is said at once, then a line a minute with what there was since."""

from __future__ import annotations

import logging

import pytest

from bot.slack import line_a_minute
from bot.slack.line_a_minute import LineAMinute
from bot.slack.outgoing.ending import Ending


@pytest.fixture
def clock(monkeypatch, caplog):
    caplog.set_level(logging.INFO)
    now = [1000.0]
    monkeypatch.setattr(line_a_minute, "monotonic", lambda: now[0])
    return now


def test_a_storm_is_two_lines_in_two_minutes(clock, caplog):
    troubles = LineAMinute()
    for second in range(70):
        for _ in range(40):
            troubles.note("a connection to Slack was lost")
        clock[0] = 1000.0 + second
    assert [record.message for record in caplog.records] == [
        "a connection to Slack was lost",
        "a connection to Slack was lost (2440 times)",
    ]


def test_good_news_has_a_line_of_its_own(clock, caplog):
    troubles = LineAMinute()
    for _ in range(2):
        troubles.note("lost")
        troubles.note("open again", logging.INFO)
    clock[0] += 60
    troubles.say_what_is_due()
    assert [(r.levelname, r.message) for r in caplog.records] == [
        ("WARNING", "lost"), ("INFO", "open again"), ("WARNING", "lost"), ("INFO", "open again"),
    ]  # fmt: skip


def test_what_is_left_is_said_when_its_minute_is_over(clock, caplog):
    troubles = LineAMinute()
    troubles.note("one")
    troubles.note("two")
    troubles.say_what_is_due()
    assert caplog.messages == ["one"]
    clock[0] += 60
    troubles.say_what_is_due()
    troubles.say_what_is_due()
    assert caplog.messages == ["one", "two"]


def test_another_cause_within_the_minute_is_said_at_once(clock, caplog):
    ending = Ending()
    codes = ["invalid_auth", "missing_scope", "invalid_auth", "no_permission", "missing_scope"]
    for code in codes:
        ending.say_that_nothing_is_posted(code)
        clock[0] += 5
    assert [words.rpartition("(")[2] for words in caplog.messages] == [
        f"{code})" for code in dict.fromkeys(codes)
    ]
