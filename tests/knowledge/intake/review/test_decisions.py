"""A review's journal: what a curator decided is there again, whatever a crash tore."""

from __future__ import annotations

import errno

import pytest

from knowledge.intake.review.decision_journal import DecisionJournal, Step
from knowledge.intake.review.decisions import CuratorVerdict, Decision
from tests.disks import fill, small_disk

KEYS = ["first", "second"]
NOTE = "one\u2028two"  # a line end to Python, and none to JSON


@pytest.fixture
def journal(tmp_path):
    return DecisionJournal(tmp_path / "review.jsonl", keys=KEYS)


def again(journal):
    found = DecisionJournal(journal.file)
    found.resume()
    found.align(KEYS)
    return found


def decide(journal, candidate, **decided):
    journal.decide(
        "accepted", Decision(candidate=candidate, verdict=CuratorVerdict.ACCEPT, **decided)
    )


def test_decisions_and_the_head_are_read_again(journal):
    journal.take(Step(what="byline", head={"byline": NOTE}))
    decide(journal, 1)
    assert (again(journal).head, again(journal).decisions) == (
        {"byline": NOTE},
        journal.decisions,
    )


@pytest.mark.parametrize("torn", [b'{"candidate": 1, "ver', b"\xff\x00", b"12", b'"head"', b"[]"])
def test_what_is_decided_after_a_torn_line_is_read_too(journal, torn):
    decide(journal, 0)
    with journal.file.open("ab") as file:
        file.write(torn)
    resumed = again(journal)
    decide(resumed, 1)
    assert [d.candidate for d in again(journal).decisions] == [0, 1]


def test_a_disk_that_is_full_keeps_what_was_decided_before(tmp_path):
    with small_disk(tmp_path / "disk", pages=4) as disk:
        journal = DecisionJournal(disk / "review.jsonl", keys=KEYS)
        decide(journal, 0)
        fill(disk)
        with pytest.raises(OSError, match="No space left") as raised:
            journal.take(Step(what="byline", head={"byline": "x" * 5000}))
        assert raised.value.errno == errno.ENOSPC
        (disk / "filler").unlink()
        decide(again(journal), 1)
        assert [d.candidate for d in again(journal).decisions] == [0, 1]
