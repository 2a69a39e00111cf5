"""A quotation in halves around who said it: whole where an article prints it so, else two."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.answers.split_quotations import join_halves
from bot.cli.ask import ask
from bot.slack.listeners.asked_messages import find_quoted
from bot.slack_text.message_words import decode_message

TODAY = date(2026, 11, 21)
BAN = "This is not the time to ease the ferry ban"


@pytest.mark.parametrize(
    ("typed", "joined"),
    [
        ("“This is not the time,” Dask said, “to ease the ferry ban.”", f"“{BAN}.” Dask said"),
        ("“This is not the time”, Dask said, “to ease the ferry ban”", f"“{BAN}” Dask said"),
        ("“This is not the time,” said Dask, the envoy, “to ease”", None),
        ('"This is not the time," he told us, "to ease the ferry ban"', f'"{BAN}" he told us'),
        # not printed so
        ("“This is the time,” Dask said, “to ease the ferry ban.”", None),
        # of two sentences, or of two people
        ("“This is not the time,” Dask said. “To ease the ferry ban”", None),
        ("“This is not the time,” said Dask, and Vehl said, “to ease the ferry ban.”", None),
        ("“This is not the time,” Dask said,\n“to ease the ferry ban.”", None),
        ("“This is not the time,” in short, “to ease the ferry ban.”", None),
    ],
)
def test_halves_are_joined_where_an_article_prints_them_in_one_piece(kb, typed, joined):
    part = "“This is not the time to ease” said Dask, the envoy" if "envoy" in typed else typed
    assert join_halves(kb, typed) == (joined or part)


@pytest.mark.parametrize("who", ["Orin Dask", "Jonas Vehl"])
@pytest.mark.parametrize("way", ["command", "message"])
def test_halves_are_checked_as_one_quotation_of_whom_they_stand_around(kb, way, who):
    typed = f"“This is not the time,” {who} said, “to ease the ferry ban.”"
    if way == "command":
        answer = ask(kb, f"/check {typed}", TODAY).answer
        note = None
    else:
        asked = find_quoted(kb, decode_message({"text": typed}))
        answer, note = reply_to(kb, asked.meant, TODAY).answer, asked.note
    (check,) = answer.checks
    assert (check.asked, check.speaker.name) == (f"{BAN}.", who)
    assert (check.theirs, check.left_out, note) == (who == "Orin Dask", (), None)
