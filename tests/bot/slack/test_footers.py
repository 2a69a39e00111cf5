"""The footer of what an app attached is no quotation; somebody whom it names may sign one."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted
from bot.slack_text.references import References

TODAY = date(2026, 1, 1)
BAN = "This is not the time to ease the ferry ban"  # Orin Dask
HOME = "We will keep the ban until the last fisherman is home."


@pytest.fixture
def check(kb):
    def ask(footer, text=BAN, **fields):
        attachments = [{"fallback": "f", "text": text, "footer": footer, **fields}]
        message = {"bot_id": "B1", "text": "", "attachments": attachments}
        asked = find_quoted(kb, decode_shortcut(message, References()))
        (found,) = reply_to(kb, asked.meant, TODAY).answer.checks
        assert found.asked == BAN
        return found.speaker and found.speaker.name, asked.note or ""

    return ask


FOOTERS = ["Valley Post", "Twitter", "Posted in #news | Today at 9:41 AM", "“The Daily” | 9 AM",
           "the ferries of Velmora sail at nine today"]  # fmt: skip


@pytest.mark.parametrize("footer", FOOTERS)
@pytest.mark.parametrize("words", [BAN, f"“{BAN}”", f"Orin Dask: “{BAN}”"])
def test_a_footer_is_named_as_not_read(check, footer, words):
    assert f"Not read: “{footer}”" in check(footer, words)[1]


@pytest.mark.parametrize("words", [BAN, f"“{BAN}”"])
def test_somebody_whom_a_footer_names_signs_the_words(check, words):
    assert check("— Jonas Vehl, envoy", words) == ("Jonas Vehl", check("", words)[1])


def test_a_footer_changes_nothing_of_an_author_above(check):
    assert check("Jonas Vehl", author_name="Orin Dask")[0] == "Orin Dask"


@pytest.mark.parametrize("footer", ["", "Twitter"])
def test_an_author_heads_no_other_attachment(kb, footer):
    first = {"fallback": "f", "author_name": "Jonas Vehl", "text": HOME, "footer": footer}
    message = {"bot_id": "B1", "text": "", "attachments": [first, {"fallback": "f", "text": BAN}]}
    asked = find_quoted(kb, decode_shortcut(message, References()))
    assert [found.asked for found in reply_to(kb, asked.meant, TODAY).answer.checks] == [HOME]
    assert BAN in asked.note
