"""Cuts of narrations: which leave the sense alone, which do not, and what a curator gets to read."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.knowledge.check_quote.test_frames import frames
from tests.proof_mutants.marked_cuts import find_faults

_HERE = Path(__file__).parent
HONEST = (_HERE / "honest_cuts.txt").read_text(encoding="utf-8").splitlines()
HARMFUL = [
    line.split("\t")
    for line in (_HERE / "harmful_cuts.txt").read_text(encoding="utf-8").splitlines()
]
_ASKED = _HERE.parent / "check_quote" / "harmful_cuts.tsv"
WHOLE_PARTS = (
    "Cut where a comma, a dash or a preposition begins a part of the sentence, to the end of that "
    "part; or quote these words too."
)
# What a cut may leave out as a whole clause, and `/check` points out all the same.
NO_HARM = {"concession"}
# Where a cut is, and which marks it parts, is asked of a narration alone.
OF_PLACES = {"place", "marks"}


def told(marked):
    return [fault.why for fault in find_faults(marked)]


@pytest.mark.parametrize("marked", HONEST)
def test_a_part_that_is_lifted_out_whole_may_be_left_out(marked):
    assert told(marked) == []


def test_there_are_many_honest_cuts():
    assert len(set(HONEST)) >= 50


@pytest.mark.parametrize(("kind", "marked"), HARMFUL)
def test_a_cut_that_turns_or_tears_a_sentence_is_refused(kind, marked):
    why = told(marked)
    assert why
    if kind not in OF_PLACES:
        assert any(f"The cut drops the {kind} " in one for one in why), why


def asked_cuts():
    with _ASKED.open(encoding="utf-8", newline="") as file:
        rows = [*csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]
    return [sentence for kind, sentence in rows if kind not in NO_HARM]


@pytest.mark.parametrize("asked", asked_cuts())
def test_what_a_check_points_out_no_narration_may_drop(asked):
    assert told(asked.replace("[", "[[").replace("]", "]]"))


@pytest.mark.parametrize(
    "marked",
    [marked for kind, marked in HARMFUL if kind not in OF_PLACES and marked.count("[[") == 1],
)
def test_what_no_narration_may_drop_a_check_points_out(marked):
    assert frames(marked.replace("[[", "[").replace("]]", "]"))


@pytest.mark.parametrize(
    ("marked", "why", "what_to_do"),
    [
        (
            "The opposition falsely claimed that [[Brandt had agreed to the ban]].",
            "The cut drops the reversal 'falsely': 'The opposition falsely claimed that'.",
            "Keep the reversal in the quote.",
        ),
        (
            "[[Brandt is]] ready [[to build the road]].",
            "The cut drops the intent 'ready': 'ready'.",
            "Keep the intent in the quote.",
        ),
        (
            "[[Brandt built the old]] road.",
            "The cut begins inside a part of the sentence: 'road.'.",
            WHOLE_PARTS,
        ),
        (
            "Brandt [[built the old road]].",
            "The cut ends inside a part of the sentence: 'Brandt'.",
            WHOLE_PARTS,
        ),
        (
            "[[Brandt called it “a gift]] of love [[to both towns.”]]",
            "The cut is inside quotation marks: 'of love'.",
            WHOLE_PARTS,
        ),
        (
            "[[Brandt called it “a gift]] to both towns” on Monday.",
            "The quote has a quotation mark without its other half.",
            "Quote both marks, or neither.",
        ),
        (
            "It will rain, [[Brandt said on Monday]].",
            "The quote says who speaks, and not what.",
            "Quote the clause with its subject, its verb and what it says.",
        ),
    ],
)
def test_a_refused_cut_is_told_with_what_it_drops_and_what_to_do(marked, why, what_to_do):
    assert (why, what_to_do) in [(fault.why, fault.what_to_do) for fault in find_faults(marked)]


def test_a_cut_narration_of_an_entry_is_refused(curator):
    curator.quote("velmora-not-ready", exact="[…] Velmora is […] to back a South Tarsk plan […]")
    assert "The cut drops the negation 'not': 'not ready'." in "\n".join(curator.told())
