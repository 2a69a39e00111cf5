"""The first line of a check has one form for words outside a quotation, wherever they stand."""

from __future__ import annotations

import pytest

from bot.answers.answer import Check
from bot.layout.check_verdict import verdict

PRINTED = (
    "The envoy left for Lund, and said the bell is “ours, and nobody else’s,” before the fair."
)


@pytest.mark.parametrize(
    ("asked", "printed", "read"),
    [
        ("The envoy left for Lund", PRINTED, True),
        ("The envoy left for Lund", "The envoy left for Lund, and rang the bell.", True),
        ("ours, and nobody else’s", PRINTED, False),
        ("said the bell is “ours, and", PRINTED, False),
        ("nobody else’s before the fair", PRINTED, False),
    ],
)
def test_the_speaker_is_not_read_where_the_words_are_of_a_quotation(asked, printed, read):
    check = Check(
        asked=asked, verdict="part", kind="narration", printed=printed, from_whole_text=True
    )
    told = verdict(check)
    assert told.startswith("A part of what an article prints")
    assert told.endswith("speaker not read") != read
