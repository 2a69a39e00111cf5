"""A name between marks is whose the quotation beside it is, and no quotation itself."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.names_in_marks import label_quotations
from bot.answers.reply import reply_to
from bot.cli.ask import ask
from bot.slack.listeners.asked_messages import find_quoted
from bot.slack_text.message_words import decode_message

TODAY = date(2026, 11, 21)
BAN = "This is not the time to ease the ferry ban"


@pytest.mark.parametrize(
    "typed",
    [
        f'"vehl" "{BAN}"',
        f'"Jonas Vehl","{BAN}"',
        f'"{BAN}", "Vehl"',
        f"- “Vehl” – “{BAN}”",
        f'"speaker","quote"\n"Vehl","{BAN}"',
    ],
)
@pytest.mark.parametrize("before", ["/check ", ""])
def test_a_name_in_marks_is_the_speaker_of_the_words_beside_it(kb, before, typed):
    (check,) = ask(kb, before + typed, TODAY).answer.checks
    assert (check.asked, check.verdict) == (BAN, "not_theirs")
    assert check.speaker.id == "jonas-vehl"


def test_rows_of_a_file_name_each_their_speaker(kb):
    words = f'"Vehl","a late spring"\n"Rolf Grell","{BAN}"'
    found = find_quoted(kb, decode_message({"files": [{"preview": words, "mode": "snippet"}]}))
    first, second = reply_to(kb, found.meant, TODAY).answer.checks
    assert first.speaker.id == "jonas-vehl"
    assert (second.speaker, second.unknown_names) == (None, ("Rolf Grell",))


@pytest.mark.parametrize(
    "typed",
    [
        f"“{BAN}” “a late spring”",
        f"“Vehl” called it “{BAN}”",
        "“Vehl” “Marrow”",
        "“Vehl”",
        "Vehl: “a late spring”",
    ],
)
def test_other_words_in_marks_stay_as_typed(kb, typed):
    assert label_quotations(kb, typed) == typed
