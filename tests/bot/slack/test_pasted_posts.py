"""Of a post that is pasted the words are checked, and its account, tags and counts are named."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.pasted_posts import mark_posts
from bot.answers.reply import reply_to
from bot.cli.ask import ask
from bot.commands.plain_words import choose
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted, read_question
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References
from bot.slack_text.rows import Row

TODAY = date(2026, 1, 1)
BAN = "This is not the time to ease the ferry ban"
POSTS = [("Orin Dask @orindask · Mar 12, 2025\n{0}. #ferry\n12 Retweets 40 Likes", "12 Retweets"),
         ("Orin Dask ✓ @orindask\nMar 12, 2025\n{0}. #ferry\n1.2K Reposts · 40 Likes", "1.2K Reposts"),
         ("Orin Dask (@orindask)\n{0}. #ferry\n\n8:02 PM · Mar 12, 2025 · 12K Views", "12K Views")]  # fmt: skip


@pytest.mark.parametrize("way", ["/check", "check:", "shortcut"])
@pytest.mark.parametrize(("post", "counted"), POSTS)
def test_the_words_of_a_post_are_its_authors(kb, post, counted, way):
    typed = post.format(BAN)
    if way == "/check":
        answer, note = ask(kb, f"/check {typed}", TODAY).answer, ""
    else:
        if way == "check:":
            message = decode_message({"text": f"check:\n{typed}"})
            asked = read_question(kb, message, lambda text: choose(kb, text, TODAY))
        else:
            asked = find_quoted(kb, decode_shortcut({"text": typed}, References()))
        answer, note = reply_to(kb, asked.meant, TODAY).answer, asked.note
    (check,) = answer.checks
    assert (check.asked, check.speaker.name, check.verdict) == (f"{BAN}.", "Orin Dask", "exact")
    told = f"{note} {answer.reason}"
    assert all(words in told for words in ("@orindask", "#ferry", counted))


@pytest.mark.parametrize("typed", ["@ferrywatch: {}", "RT @ferrywatch: {} #ferry"])
def test_an_account_is_no_name_on_record(kb, typed):
    (check,) = ask(kb, f"/check {typed.format(BAN)}", TODAY).answer.checks
    assert (check.asked, check.speaker) == (BAN, None)


@pytest.mark.parametrize(
    "lines",
    [
        ["Naomi @desk", "“We wait”"],
        ["thanks to Naomi @desk", "We wait"],
        ["Naomi: Dask said so, ask @desk"],
        ["Naomi @desk"],
    ],
)
def test_other_lines_with_an_account_stay_as_they_are(lines):
    rows = [Row((line,)) for line in lines]
    assert mark_posts(rows) == rows
