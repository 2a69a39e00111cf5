"""What frames words is named, however they are cut out of their sentence."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from knowledge.check_quote.frames import Side, find_frames

CUTS = Path(__file__).with_name("harmful_cuts.tsv")
NAMED = 0.95  # of the cuts, at least


def sides(sentence):
    before, asked, after = re.split(r"\[(.+)\]", sentence)
    return [Side(before, before=True, first=asked.split()[0]), Side(after, before=False)]


def frames(sentence):
    return [(f.kind, f.word) for f in find_frames(sides(sentence), ())]


@pytest.fixture(scope="module")
def cuts():
    with CUTS.open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]


def test_no_harmful_cut_passes_as_clean(cuts):
    assert len(cuts) >= 100
    assert [sentence for _, sentence in cuts if not frames(sentence)] == []


def test_the_frame_is_named_in_nearly_all_cuts(cuts):
    named = [kind in {k for k, _ in frames(sentence)} for kind, sentence in cuts]
    assert sum(named) / len(cuts) >= NAMED


@pytest.mark.parametrize(
    "sentence",
    [
        "On Monday, [the ferry line was opened by the mayor] in Lund.",
        "[The two towns share a common toll and a bell].",
        "The minister was ill. [The two towns share a bell]. Nobody came.",
        "But [the two towns share a bell].",
        "Mr. Vehl and the mayor of Lund [rang the bell at noon].",
        "Hoping for rain, the farmers [rang the bell at noon] in the market.",
    ],
)
def test_what_frames_nothing_is_not_named(sentence):
    assert frames(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The envoy said the bridge is open, if Marrow is “[willing to pay for it].”", {"if Marrow is"}),
        ("But there is concern in Lund that [the border will close].", {"there is concern in Lund that"}),
        ("[The border will close] unless the toll is paid, he said.", {"unless the toll is paid", "said"}),
    ],
)  # fmt: skip
def test_a_frame_is_told_in_its_printed_words(sentence, told):
    assert told <= {words.removeprefix("But ") for _, words in frames(sentence)}
