"""Words that somebody reads out, shows or plays: those of who wrote them, or nobody's."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_said, list_speakers

WORDS = "“Keep it out of the minutes this time.”"


@pytest.mark.parametrize(
    "lead",
    [
        "Hugo Price read out a text message from Per Dahl to his wife:",
        "Hugo Price then read aloud an email sent by Per Dahl:",
        "Hugo Price showed the inquiry a note in which the aide, Sue Tan, had written:",
        "Hugo Price held up a note from his wife:",
        "Hugo Price played the court a recording of Per Dahl:",
        "Hugo Price received the minister's letter:",
        "Reading from the minister's letter, Hugo Price said:",
    ],
)
def test_what_somebody_reads_out_is_not_theirs(lead):
    assert list_said(f"Hugo Price rose. {lead} {WORDS}") == []


def test_what_somebody_read_from_a_note_is_not_theirs():
    assert list_said("“Keep it out of the minutes,” Hugo Price read from a note by Per Dahl.") == []


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Hugo Price read out his own statement:", "Hugo Price"),
        ("Hugo Price sent a message to Per Dahl:", "Hugo Price"),
        ("Hugo Price published a letter to the king in which he wrote:", "Hugo Price"),
        ("Hugo Price showed Per Dahl's letter to the court and said:", "Hugo Price"),
        ("Hugo Price cited an email in which Per Dahl said:", "Per Dahl"),
        ("The letter from Per Dahl read:", "Per Dahl"),
    ],
)
def test_own_papers_and_who_is_named_as_their_writer_speak(lead, speaker):
    assert list_speakers(f"Hugo Price rose. {lead} {WORDS}") == [speaker]
