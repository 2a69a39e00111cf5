"""A name in a line of its own signs the quotation above it, however it is marked."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted, read_question
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References

TODAY = date(2026, 1, 1)
BAN = "This is not the time to ease the ferry ban"  # Orin Dask
HOME = "We will keep the ban until the last fisherman is home."
SET_APART = f"&gt; {BAN}"
SIGNED = ["– *{}*", "- *{}*", "• *{}*", "— *{}*", "*{}*", "*– {}*", "– _{}_", "– *_{}_*", "*{}*, envoy",
          "– *{}*, 26 Feb 2018", "{} · envoy · 26 Feb 2018", "{} | envoy", "{} / envoy"]  # fmt: skip


@pytest.fixture
def check(kb):
    """What is checked of a message, each with whom it is given to, and what is not read."""

    def ask(message, way="shortcut"):
        message = {"text": message} if isinstance(message, str) else message
        if way == "shortcut":
            asked = find_quoted(kb, decode_shortcut(message, References()))
        else:
            asked = read_question(kb, decode_message(message), lambda text: choose(kb, text, TODAY))
        checks = reply_to(kb, asked.meant, TODAY).answer.checks
        _, _, unread = (asked.note or "").partition("Not read: ")
        return [(found.speaker and found.speaker.name, found.theirs) for found in checks], unread

    return ask


def mrkdwn(text):
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def context(text):
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text}]}


def app(*blocks, **fields):
    return {"bot_id": "B1", "subtype": "bot_message", "text": "", "blocks": list(blocks), **fields}


def rich(*elements):
    return app({"type": "rich_text", "elements": list(elements)})


def run(kind, text, **style):
    words = [{"type": "text", "text": text, "style": style}]
    return {"type": f"rich_text_{kind}", "elements": words}


@pytest.mark.parametrize("signed", SIGNED)
@pytest.mark.parametrize("words", [SET_APART, f"```{BAN}```", f"“{BAN}”"])
@pytest.mark.parametrize("way", ["shortcut", "message"])
def test_a_name_below_signs_the_words(check, words, signed, way):
    typed = f"check this\n{words}\n{signed.format('Jonas Vehl')}"
    assert check(typed, way) == ([("Jonas Vehl", False)], "")


@pytest.mark.parametrize("signed", SIGNED)
def test_the_last_line_inside_a_block_quote_signs_it(check, signed):
    typed = f"{SET_APART}\n&gt; {signed.format('Jonas Vehl')}"
    assert check(typed) == ([("Jonas Vehl", False)], "")


@pytest.mark.parametrize("signed", SIGNED)
@pytest.mark.parametrize("way", ["shortcut", "message"])
def test_a_name_above_heads_the_words(check, signed, way):
    typed = f"check this\n{signed.format('Jonas Vehl')}\n{SET_APART}"
    assert check(typed, way) == ([("Jonas Vehl", False)], "")


@pytest.mark.parametrize("signed", SIGNED)
def test_a_name_signs_what_an_app_posts(check, signed):
    name = signed.format("Jonas Vehl")
    one = f"{SET_APART}\n{name}"
    for message in (
        app(mrkdwn(one)),
        app(mrkdwn(SET_APART), mrkdwn(name)),
        app(mrkdwn(SET_APART), context(name)),
        app(attachments=[{"fallback": "f", "text": one}]),
    ):
        assert check(message) == ([("Jonas Vehl", False)], "")


def test_a_bold_name_signs_a_rich_text_quote(check):
    quote = run("quote", BAN)
    for name in ("— Jonas Vehl", "– Jonas Vehl", "Jonas Vehl"):
        message = rich(quote, run("section", name, bold=True))
        assert check(message) == ([("Jonas Vehl", False)], "")


def test_a_bold_name_above_each_of_several_heads_it(check):
    typed = f"*Jonas Vehl*\n{SET_APART}\n*Orin Dask*\n&gt; {HOME}"
    said, unread = check(typed)
    assert [name for name, _ in said] == ["Jonas Vehl", "Orin Dask"]
    assert not unread


@pytest.mark.parametrize("dash", ["– ", ""])
def test_a_bold_name_below_each_of_several_signs_it(check, dash):
    typed = f"{SET_APART}\n{dash}*Jonas Vehl*\n&gt; {HOME}\n{dash}*Orin Dask*"
    said, unread = check(typed)
    assert [name for name, _ in said] == ["Jonas Vehl", "Orin Dask"]
    assert not unread
