"""Who approves, moves or comments on words, as apps tell it, is not who said them.

The words and names are those of the shipped corpus.
"""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted
from bot.slack_text.references import References

TODAY = date(2026, 1, 1)
WORDS = "“North Korea has not shown that it is a trustworthy negotiating partner”"


@pytest.fixture
def checked(shipped_kb):
    """The last check of what an app posted."""

    def ask(text):
        post = {"bot_id": "B1", "subtype": "bot_message", "text": text}
        asked = find_quoted(shipped_kb, decode_shortcut(post, References()))
        return reply_to(shipped_kb, asked.meant, TODAY).answer.checks[-1]

    return ask


@pytest.mark.parametrize(
    "form",
    [
        f"*Quote approval*\nApproved by: Taro Kono\nQuote: {WORDS}\nSpeaker: Rex Tillerson",
        f"Approved by: Taro Kono\nQuote: {WORDS.strip('“”')}\nSpeaker: Rex Tillerson",
        f"Signed off by: Taro Kono\nQuote: {WORDS}\nSpeaker: Rex Tillerson",
        f"Assigned to: Taro Kono\nQuote: {WORDS}\nSaid by: Rex Tillerson",
        f"Editor: Taro Kono\nQuote: {WORDS}\nWho said it? Rex Tillerson",
        f"Editor: Taro Kono\nQuote: {WORDS}\nWho said it?\nRex Tillerson",
    ],
)
def test_the_field_of_the_speaker_tells_who_spoke(checked, form):
    assert checked(form).speaker.name == "Rex Tillerson"


@pytest.mark.parametrize(
    "post",
    [
        f"Approved by: Taro Kono\n{WORDS}",
        f"Reviewed by Taro Kono\n{WORDS}",
        f"Created by Kang\n{WORDS}",
        f"Quote approved by Kang: {WORDS}",
        f"<https://t.example|Card: Kono quote> moved to *Fact check* by Kang\n{WORDS}",
        f"Kang commented on *Kono quote*: {WORDS} - please verify",
        f"New comment by Kang on draft “Vancouver”: we should cut {WORDS}",
        f"Taro Kono assigned you a task: check {WORDS}",
        f"Kang edited the page Vancouver. {WORDS} was added.",
        f"Kang uploaded a file: {WORDS}",
        f"Kang replied to your comment: {WORDS}",
        f"Kang mentioned you: {WORDS}",
        f"Kang approved this: {WORDS}",
        f"Kang forwarded: {WORDS}",
    ],
)
def test_who_handles_words_is_not_held_to_have_said_them(checked, post):
    assert checked(post).speaker is None


@pytest.mark.parametrize("post", ["Kang: {}", "Kang commented: {}", "{}, as quoted by Kang"])
def test_who_says_words_is(checked, post):
    assert checked(post.format(WORDS)).speaker.name == "Kang Kyung-hwa"
