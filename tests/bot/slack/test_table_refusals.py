"""Where Slack refuses a table, the same answer comes as sections, then and from then on."""

from __future__ import annotations

from tests.bot.slack_requests import asked

COMPARE = "compare japan and china on pressure"


def _kinds(payload):
    return [block["type"] for block in payload["blocks"]]


def test_a_comparison_is_posted_as_a_table(bot):
    bot.deliver(bot.event(COMPARE))
    (posted,) = bot.posted()
    assert "table" in _kinds(posted)
    assert posted["text"].startswith("Pressure on North Korea: Japan supports 2021 · China")


def test_a_refused_table_is_posted_as_sections_with_the_same_words(bot):
    bot.slack.faults.error("chat.postMessage", "invalid_blocks")
    assert bot.deliver(bot.event(COMPARE))
    (posted,) = bot.posted()
    assert "table" not in _kinds(posted)
    assert "This is not the time to reduce pressure" in str(posted["blocks"])
    assert "Slack refused" not in posted["text"]


def test_no_ack_holds_a_table_after_one_was_refused(bot):
    before = asked(bot.app, "/compare", "japan china pressure")
    bot.slack.faults.error("chat.postMessage", "invalid_blocks")
    bot.deliver(bot.event(COMPARE))
    after = asked(bot.app, "/compare", "japan china pressure")
    assert "table" in _kinds(before)
    assert "table" not in _kinds(after)
    assert after["text"] == before["text"]


def test_another_fault_of_a_layout_says_nothing_of_tables(bot):
    bot.slack.faults.error("chat.postMessage", "invalid_blocks")
    bot.deliver(bot.event("japan end-of-war"))
    assert "table" in _kinds(asked(bot.app, "/compare", "japan china pressure"))
