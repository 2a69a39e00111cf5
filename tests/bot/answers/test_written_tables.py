"""Tables in files and code: each row is whose its first or last cell says."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.answers.written_tables import part_cells
from bot.slack.listeners.asked_messages import find_quoted
from bot.slack_text.message_words import decode_message
from bot.slack_text.rows import find_rows

TODAY = date(2026, 11, 21)
BAN = "This is not the time to ease the ferry ban"
KEPT = "We will keep the ban, until the last fisherman is home."


def file(text):
    return {"files": [{"preview": text, "mode": "snippet"}]}


def code(text):
    return {"text": f"```\n{text}\n```"}


@pytest.mark.parametrize(
    "message",
    [
        file(f"speaker,quote\nVehl,{KEPT}\nGrell,{BAN}"),
        file(f'speaker,quote\n"Vehl","{KEPT}"\n"Rolf Grell","{BAN}"\n'),
        file(f"day;speaker;quote\n1 May;Vehl;{KEPT}\n2 May;Grell;{BAN}"),
        file(f"Jonas Vehl | {KEPT}\nRolf Grell | {BAN}"),
        file(f"Vehl: {KEPT}\nGrell said {BAN}"),
        code(f"Jonas Vehl | {KEPT}\nRolf Grell | {BAN}"),
        code(f"{KEPT}; Vehl\n{BAN}; Grell"),
    ],
)
def test_each_row_of_a_written_table_has_its_own_speaker(kb, message):
    asked = find_quoted(kb, decode_message(message))
    first, second = reply_to(kb, asked.meant, TODAY).answer.checks
    assert (first.asked, first.speaker.id) == (KEPT, "jonas-vehl")
    assert (second.asked, second.speaker) == (BAN, None)
    assert "Grell" in second.unknown_names[0]


def test_a_short_cell_that_is_printed_is_a_quotation(kb):
    message = file(f"Vehl | a late spring\nMarrow | {BAN}")
    asked = find_quoted(kb, decode_message(message))
    first, _ = reply_to(kb, asked.meant, TODAY).answer.checks
    assert (first.asked, first.speaker.id) == ("a late spring", "jonas-vehl")


@pytest.mark.parametrize(
    "text",
    [
        f"{KEPT}\n{BAN}",
        "a = 1; b = 2\nc = 3; d = 4",
        "the tolls; the ferry; the ban\nand so on",
        "speaker,quote",
        "one\rtwo | three\rfour\nfive | six",
    ],
)
def test_lines_that_are_no_table_stay_lines(kb, text):
    rows = list(find_rows(text))
    assert part_cells(kb, rows) == rows
