"""Where Slack refuses a table, the same answer comes as sections, then and from then on.

Nobody hears whether Slack took an ack, so an ack holds a table once Slack took another.
"""

from __future__ import annotations

import pytest

from bot.slack.outgoing.once import Once
from bot.slack.outgoing.pools import Pools
from bot.slack.outgoing.runtime import Runtime
from bot.state import StateStore
from tests.bot.at_once import AtOnce, Full
from tests.bot.slack.conftest import bot_of
from tests.bot.slack_requests import asked

COMPARE = "compare japan and china on pressure"
TYPED = "japan china pressure"
WORDS = "This is not the time to reduce pressure"


def _kinds(payload):
    return [block["type"] for block in payload["blocks"]]


def _holds_table(payload):
    return "table" in _kinds(payload)


@pytest.fixture
def compared(bot, url):
    """Ask for a comparison by a command; return its ack."""
    return lambda: asked(bot.app, "/compare", TYPED, response_url=url.url)


def test_a_comparison_is_posted_as_a_table(bot):
    bot.deliver(bot.event(COMPARE))
    (posted,) = bot.posted()
    assert _holds_table(posted)
    assert posted["text"].startswith("Pressure on North Korea: Japan supports 2021 · China")


def test_a_refused_table_is_posted_as_sections_with_the_same_words(bot):
    bot.slack.faults.error("chat.postMessage", "invalid_blocks")
    assert bot.deliver(bot.event(COMPARE))
    (posted,) = bot.posted()
    assert not _holds_table(posted)
    assert WORDS in str(posted["blocks"])
    assert "Slack refused" not in posted["text"]


def test_the_first_table_of_a_command_is_sent_where_slack_says_whether_it_takes_it(compared, url):
    first, second = compared(), compared()
    (sent,) = url.read
    assert first == {}
    assert _holds_table(sent)
    assert sent["response_type"] == "ephemeral"
    assert _holds_table(second)
    assert second["text"] == sent["text"]


def test_sections_follow_a_table_of_a_command_that_slack_refuses(compared, url):
    def answer(sent):
        return (400, "invalid_blocks", {}) if _holds_table(sent) else (200, "ok", {})

    url.answer = answer
    first, second = compared(), compared()
    _, taken = url.read
    assert first == {}
    assert not _holds_table(taken)
    assert WORDS in str(taken["blocks"])
    assert "Slack refused" not in taken["text"]
    assert _kinds(second) == _kinds(taken)


def test_who_asked_hears_why_the_table_of_a_command_was_not_sent(bot, compared, url):
    url.answer = lambda _: (404, "expired_url", {})
    assert compared() == {}
    (told,) = bot.calls("chat.postEphemeral")
    assert told.body["user"]
    assert "give this reference" in told.body["text"]


def test_an_ack_holds_sections_where_no_other_way_is_left(bot, quiet_slack, shipped_kb, url):
    elsewhere = asked(bot.app, "/compare", TYPED, response_url="https://example.com/")
    full = Runtime(Pools(AtOnce(), AtOnce(), Full()), Once(StateStore()))
    crowded = bot_of(quiet_slack, shipped_kb, full)
    waiting = asked(crowded.app, "/compare", TYPED, response_url=url.url)
    assert url.read == []
    assert [_holds_table(ack) for ack in (elsewhere, waiting)] == [False, False]
    assert WORDS in str(waiting["blocks"])


def test_an_answer_without_a_table_stands_in_the_ack(bot, url):
    ack = asked(bot.app, "/stance", "japan end-of-war", response_url=url.url)
    assert ack["blocks"]
    assert url.read == []


def test_an_ack_holds_a_table_once_slack_took_one_in_a_post(bot, compared, url):
    bot.deliver(bot.event(COMPARE))
    assert _holds_table(compared())
    assert url.read == []


def test_a_post_without_a_table_tells_nothing_of_tables(bot, compared):
    bot.deliver(bot.event("japan end-of-war"))
    assert compared() == {}


def test_no_message_holds_a_table_after_one_was_refused(bot, compared):
    bot.deliver(bot.event(COMPARE))
    before = compared()
    bot.slack.faults.error("chat.postMessage", "invalid_blocks")
    bot.deliver(bot.event(COMPARE))
    after = compared()
    bot.deliver(bot.event(COMPARE))
    assert _holds_table(before)
    assert not _holds_table(after)
    assert after["text"] == before["text"]
    assert [_holds_table(posted) for posted in bot.posted()] == [True, False, False]


def test_another_fault_of_a_layout_says_nothing_of_tables(bot, compared):
    bot.deliver(bot.event(COMPARE))
    bot.slack.faults.error("chat.postMessage", "invalid_blocks")
    bot.deliver(bot.event("japan end-of-war"))
    assert _holds_table(compared())
