"""What a paper says is said by who wrote it, where the sentence before tells that."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_speakers


@pytest.mark.parametrize(
    "raw",
    [
        "Ada Finch wrote to him. “{},” the letter, seen by this newspaper, said.",
        "Two days later her rival, Ada Finch, wrote to him. “{},” the letter said.",
        "Ada Finch has put out a statement. It says: “{}.”",
        "The minister, Ada Finch, posted a message on X. “{},” the post said.",
        "Ada Finch sent flowers with a card. It reads: “{}.”",
        "Ada Finch wrote to the board on Monday. “{},” her letter said.",
    ],
)
def test_who_wrote_a_paper_says_what_it_says(raw):
    assert list_speakers(raw.format("We are not going to leave this place")) == ["Ada Finch"]


@pytest.mark.parametrize(
    "raw",
    [
        "Ada Finch published a memo. “{},” the memo said.",
        "Ada Finch handed him the letter. “{},” the letter said.",
        "Ada Finch sent on a letter from Per Dahl. “{},” the letter said.",
        "Ada Finch sent Per Dahl a letter. “{},” the letter said.",
    ],
)
def test_who_passes_a_paper_on_does_not_say_what_it_says(raw):
    (speaker,) = list_speakers(raw.format("We are not going to leave this place"))
    assert speaker in {"the memo", "the letter"}
