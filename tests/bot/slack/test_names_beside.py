"""Who is named in a line that is not read may be the speaker, so that nobody is said to be."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply, reply_to
from bot.commands import registry, routed
from bot.slack.listeners.asked_messages import decode_shortcut, find_quoted
from bot.slack_text.references import References

TODAY = date(2026, 1, 1)
BAN = "This is not the time to ease the ferry ban"  # Orin Dask
HOME = "We will keep the ban until the last fisherman is home."


@pytest.fixture
def check(kb):
    def ask(*lines):
        blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": "\n".join(lines)}}]
        asked = find_quoted(
            kb, decode_shortcut({"bot_id": "B1", "text": "", "blocks": blocks}, References())
        )
        return reply_to(kb, asked.meant, TODAY)

    return ask


def possible(reply):
    return [[one.name for one in found.possible_speakers] for found in reply.answer.checks]


LINES = ["Photo: Jonas Vehl", "cc Jonas Vehl", "thanks to Jonas Vehl for the picture",
         "Quote by Jonas Vehl", "Jonas Vehl in Strelsau, 2018", "Vehl never said that"]  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_of_a_line_that_names_somebody_the_speaker_is_not_checked(check, line):
    for lines in ((f"&gt; {BAN}", line), (line, f"&gt; {BAN}")):
        made = check(*lines)
        assert possible(made) == [["Jonas Vehl"]]
        assert "Exact, speaker not checked" in made.message.text


def test_a_body_counts_where_it_is_all_of_a_line(check):
    assert possible(check(f"&gt; {BAN}", "Photo: Velmora")) == [["Velmora"]]
    assert possible(check(f"&gt; {BAN}", "the ferries of Velmora sail at nine today")) == [[]]


def test_who_said_the_words_may_be_named_in_any_line(check):
    assert possible(check(f"&gt; {BAN}", "Photo: Orin Dask")) == [[]]


def test_a_quotation_whose_speaker_is_read_stays_theirs(check):
    made = check(f"&gt; {BAN}", "— Orin Dask", "Photo: Jonas Vehl")
    assert [found.theirs for found in made.answer.checks] == [True]


@pytest.mark.parametrize("other", ["", f"\n&gt; Orin Dask: {HOME}"])
def test_the_question_that_is_asked_again_is_as_uncertain(kb, check, other):
    made = check(f"&gt; {BAN}{other}", "Photo: Jonas Vehl")
    assert possible(made)[0] == ["Jonas Vehl"]
    command, text = routed(registry()["check"], made.answer.asked.removeprefix("/check "), kb)
    assert possible(reply(kb, command, text, TODAY)) == possible(made)
