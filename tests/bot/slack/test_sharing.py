"""Sharing: a preview that names the channel, a post that names who shared it, never from a DM."""

from __future__ import annotations

import re

import pytest

from bot.answers.reply import reply_to
from bot.block_kit.block_elements import small_print
from bot.block_kit.block_text import as_text
from bot.block_kit.buttons import pressed
from bot.block_kit.message import Message
from bot.cli.ask import ask
from bot.commands.plain_words import choose
from bot.slack.listeners import sharing
from tests.bot.slack_requests import app_of, asked, buttons

QUESTION = "/stance japan pressure"


@pytest.fixture
def answered(shipped_kb, today):
    return ask(shipped_kb, QUESTION, today)


@pytest.fixture
def shared(shipped_kb, today):
    """The same, as it is shared: with nothing to press."""
    return reply_to(shipped_kb, choose(shipped_kb, QUESTION), today, pressable=False)


def _elements(blocks, kind):
    sections = [e for b in blocks if b["type"] == "rich_text" for e in b["elements"]]
    return [run for s in sections for run in s["elements"] if run["type"] == kind]


def _labels(message):
    actions = [block for block in message.blocks if block["type"] == "actions"]
    return [[e["text"]["text"] for e in block["elements"]] for block in actions]


def test_an_answer_is_offered_with_a_button_to_share_it(answered):
    offered = sharing.offer(answered)
    assert offered.blocks[:-1] == answered.message.blocks[:-1]
    *others, share = offered.blocks[-1]["elements"]
    assert others == answered.message.blocks[-1]["elements"]
    assert (share["text"]["text"], share["action_id"]) == ("Share…", f"share:{len(others)}")


def test_an_answer_without_buttons_gets_a_row_of_one(answered):
    bare = answered._replace(message=Message("Text", [small_print("Text")]))
    assert _labels(sharing.offer(bare)) == [["Share…"]]


def test_the_buttons_value_alone_rebuilds_the_answer(answered, shipped_kb, today):
    share = sharing.offer(answered).blocks[-1]["elements"][-1]
    again = ask(shipped_kb, pressed(share["value"]), today)
    assert again.message == answered.message


def test_a_further_screen_is_shared_as_it_is_seen(answered, shipped_kb, today):
    more = next(e for e in answered.message.blocks[-1]["elements"] if "All" in e["text"]["text"])
    second = ask(shipped_kb, pressed(more["value"]), today)
    share = sharing.offer(second).blocks[-1]["elements"][-1]
    again = ask(shipped_kb, pressed(share["value"]), today)
    assert again.message == second.message != answered.message


@pytest.mark.parametrize(
    "question", ["/who kim", "/stance japan whaling", "/stance china abductions", "hello", "/who"]
)
def test_what_answers_nothing_is_not_offered_to_be_shared(shipped_kb, today, question):
    refused = ask(shipped_kb, question, today)
    assert sharing.offer(refused) == refused.message


def test_the_preview_names_the_channel_and_shows_what_would_be_posted(shared):
    preview = sharing.preview(shared, "C0CHANNEL")
    assert _elements(preview.blocks, "channel") == [{"type": "channel", "channel_id": "C0CHANNEL"}]
    assert preview.payload()["text"].startswith("Preview. This will be posted in <#C0CHANNEL>")
    assert _labels(preview) == [["Post", "Cancel"]]
    assert preview.blocks[1:-1] == sharing.post(shared, "U0ANN").blocks[1:]


def test_the_post_names_who_shared_it_and_has_no_buttons(shared):
    post = sharing.post(shared, "U0ANN")
    assert _elements(post.blocks, "user") == [{"type": "user", "user_id": "U0ANN"}]
    assert as_text(post.blocks[:1]) == "Shared by <@U0ANN>"
    assert _labels(post) == []


def test_the_post_says_all_that_the_answer_says(answered):
    told = [b for b in answered.message.blocks if b["type"] == "rich_text"]
    post = sharing.post(answered, "U0ANN")
    assert [b for b in post.blocks if b["type"] == "rich_text"][1:] == told
    for block in told:
        assert as_text([block]) in post.text


def test_a_shared_answer_counts_what_it_leaves_out_and_offers_no_button(answered, shared):
    assert "[All " in answered.message.text
    for message in (sharing.post(shared, "U0ANN"), sharing.preview(shared, "C0CHANNEL")):
        assert "[All " not in message.text
        assert re.search(r"(?m)^\d+ more statements\.$", message.text)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("/timeline us us-north-korea-talks", "3 more statements"),
        ("/whois funakoshi", "1 more statement"),
    ],
)
def test_statements_that_a_card_counts_itself_are_not_counted_twice(
    shipped_kb, today, typed, words
):
    reply = reply_to(shipped_kb, choose(shipped_kb, typed), today, pressable=False)
    post = sharing.post(reply, "U0ANN")
    assert not re.search(r"(?m)^\d+ more statement", post.text)
    assert re.search(rf"(?m)^Words of {words}.* not shown\.$", post.text)


def test_the_posts_notification_names_who_shared_it(answered):
    assert "Shared by <@U0ANN>" in sharing.post(answered, "U0ANN").payload()["text"]
    assert "<#C0CHANNEL>" in sharing.preview(answered, "C0CHANNEL").payload()["text"]


def test_every_screen_is_shared_within_slacks_limits(every_reply, broken_limits):
    for question, answered in every_reply.items():
        assert broken_limits(sharing.preview(answered, "C0CHANNEL")) == [], question
        assert broken_limits(sharing.post(answered, "U0ANN")) == [], question


@pytest.mark.parametrize(
    ("channel", "shared"), [("C0123", True), ("G0123", True), ("D0123", False)]
)
def test_a_channel_gets_the_button_and_a_direct_message_does_not(shipped_kb, channel, shared):
    payload = asked(app_of(shipped_kb), "/stance", "japan end-of-war", channel_id=channel)
    assert ("Share…" in buttons(payload)) == shared
    assert payload["response_type"] == "ephemeral"
