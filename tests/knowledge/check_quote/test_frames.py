"""What frames words is named, however they are cut out of their sentence."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from knowledge.check_quote.frames import Side, find_frames
from knowledge.check_quote.surroundings import list_gaps
from knowledge.check_quote.verdict import MeaningChange
from knowledge.corpus.model import QuoteKind
from knowledge.kb.quote_index import Printed

CUTS = Path(__file__).with_name("harmful_cuts.tsv")
NAMED = 0.95  # of the cuts, at least


def sides(sentence):
    before, asked, after = re.split(r"\[(.+)\]", sentence)
    return [Side(before, before=True, beside=asked), Side(after, before=False, beside=asked)]


def frames(sentence):
    return [(f.kind, f.word) for f in find_frames(sides(sentence), ())]


def kinds(sentence):
    return [kind for kind, _ in frames(sentence)]


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
        "The mayor of Lund voted no. [The two towns share a bell].",
        "The mayor of Lund, which lies on the river, [rang the bell at noon].",
        "Hoping for rain, the farmers [rang the bell at noon] in the market.",
        "The law is in its favor. [The two towns share a bell]. They fear no flood.",
        "The river is in its favor, and [the two towns share a bell].",
        "[The mayor rang the bell in June] when its keeper in the north met the two mayors.",
        "[The talks have stalled since 2019], after the mayor failed to bring the bell.",
        "The flood is one of the stumbling blocks. [The two towns share a bell].",
        "It names a potential partner along with [the two towns on the river].",
        "A cut of the quota: [the two towns share a bell].",
        "There is no reason to wait, and [the day has come to ring the bell].",
        "[The town will be left out of the treaty] and the toll could be abandoned.",
        "[We would make this the first step], and hope that the rain will end.",
        "[The mayors left early], but had the fair gone on, it would have rained.",
        "[The boats stayed away], but if the storm had passed, they would have sailed.",
    ],
)
def test_what_frames_nothing_is_not_named(sentence):
    assert frames(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The envoy said the bridge is open, if Marrow is “[willing to pay for it].”", {"if Marrow is"}),
        ("But there is concern in Lund that [the border will close].", {"there is concern in Lund that"}),
        ("The envoy left, the mayor said, but had the fair gone ahead, [both towns would have met].", {"but had the fair gone ahead"}),
        ("[The mayors will sign], but if the toll rises, they will leave.", {"but if the toll rises"}),
        ("Were the dam to break, [the valley would be lost].", {"Were the dam to break"}),
        ("After the fair, a town source only said [the three agreed to ring the bell].", {"a town source only said"}),
        ("The South would sign only if [the wells were shared].", {"The South would sign only if"}),
        ("Under the draft, [boats could cross at night].", {"Under the draft"}),
        ("The two towns are technically [in a state of war].", {"The two towns are technically"}),
        ("It is too [early for us].", {"It is too"}),
        ("The mayor of the old town said yesterday it is “premature” to [ring the bell].", {"“premature” to"}),
        ("He called it “premature” to [ring the bell].", {"He called it “premature” to"}),
        ("[The border will close] unless the toll is paid, he said.", {"unless the toll is paid", "said"}),
    ],
)  # fmt: skip
def test_a_frame_is_told_in_its_printed_words(sentence, told):
    assert told <= {words.removeprefix("But ") for _, words in frames(sentence)}


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("After the fair, a town source only said [the three agreed to ring the bell].", ["attribution"]),
        ("The envoy had the choice, but had the fair gone ahead, [both towns would have met].", ["condition"]),
        ("He left, after its three members could not [agree on the toll].", ["negation"]),
        ("Asked whether [the mayor favored the toll], it was for the towns to say.", ["condition"]),
        ("The South would sign only if [the wells were shared].", ["condition"]),
        ("“[The bell is ours],” said Jon Hask, mayor until January 2024.", ["attribution"]),
        ("[The toll will be kept], he said, until January 2024.", ["condition", "attribution"]),
        ("He saw “[a case for a toll],” he told the town, and he asked them to ring it.", ["attribution"]),
        ("I said no last year, and I [take back the bell].", ["attribution"]),
        ("[The bridge opened on Monday] and the mayor said nothing of the toll.", []),
        ("[The bridge opened on Monday], and the mayor said nothing of the toll.", []),
        ("“[The bridge opened on Monday], and the toll has ended,” the mayor said.", ["attribution"]),
        ("[The towns will share a bell] and pay for it, the mayor said.", ["attribution"]),
        ("[The bridge will open], the mayor said, when the toll is paid.", ["attribution", "condition"]),
        ("He never promised, in public or private, to [ring the bell].", ["negation"]),
        ("In theory, [the two towns share a bell].", ["limit"]),
        ("[The two towns share a bell], at least in private.", ["limit"]),
        ("[The bridge will open], barring a flood.", ["condition"]),
        ("He called off [the opening of the bridge].", ["negation"]),
        ("The mayor voted no. “[The two towns share a bell],” she said.", ["attribution"]),
        ("[A town could change its mind] when the nets came up light.", ["condition"]),
    ],
)  # fmt: skip
def test_a_frame_is_of_its_kind_and_no_other(sentence, kinds):
    assert sorted(kind for kind, _ in frames(sentence)) == sorted(kinds)


@pytest.mark.parametrize(
    "words", ["(he hopes", "“I hope that", "he “hopes to", "(hoping) that", "hopes) to"]
)
def test_no_mark_of_a_frame_is_without_its_other_half(words):
    told = [f.word for f in find_frames([Side(f"{words} ", before=True, beside="ring")], ())]
    assert len(told) == 1
    assert all(told[0].count(one) == told[0].count(other) for one, other in ("“”", "()"))


def test_three_dots_end_no_sentence_before_small_letters():
    assert ("condition", "If they stop") in frames(
        "If they stop ... [there is no reason for a ban] at all."
    )
    assert frames("If they stop, so do we. [There is no reason for a ban].") == []


def test_the_day_when_something_comes_is_no_condition():
    assert kinds("[They will meet], the day may come when she visits the glacier.") == []
    assert kinds("[They will meet], the ban may end when she visits it.") == ["condition"]


@pytest.mark.parametrize(
    ("sentence", "kinds_told"),
    [
        ("In Lund [the bridge] had repeatedly lost its rails.", []),
        ("Holm said late Friday that the town is [open to a new bridge].", ["attribution"]),
        ("The mayor came early Monday with [a bridge].", []),
        ("Vehl wrote late last year of [a new bridge].", ["attribution"]),
        ("It is late to [build a bridge].", ["attitude"]),
        ("It is early days for [a bridge].", ["attitude"]),
    ],
)
def test_how_often_and_when_is_neither_an_attribution_nor_an_attitude(sentence, kinds_told):
    assert kinds(sentence) == kinds_told


@pytest.mark.parametrize(
    ("asked", "left_out", "told"),
    [
        ("The town … share the bell", "might", [("modal", "might")]),
        ("The town … share the bell", "could one day", [("modal", "could one day")]),
        ("The town … share the bell", "declined to", [("negation", "declined to")]),
        ("The town … sharing the bell", "fell short of", [("negation", "fell short of")]),
        (
            "The town … to share the bell",
            "has shown reluctance",
            [("attitude", "has shown reluctance")],
        ),
        ("The town said it is … to share the bell", "“premature”", [("attitude", "premature")]),
        ("The mayor said … the bell is ours", "at a fair on Tuesday that", []),
        ("The mayor … said the bell is ours", ", in a hat,", []),
    ],
)
def test_what_governs_the_words_behind_a_gap_is_named(asked, left_out, told):
    words = asked.replace(" …", left_out if left_out[0] == "," else f" {left_out}")
    gaps = list_gaps(asked, Printed("a", 0, QuoteKind.NARRATION, f"{words}."), [left_out])
    found = list(find_frames(gaps, [left_out]))
    assert [(one.kind, one.word) for one in found] == told
    assert {one.where for one in found} <= {"left_out"}


def test_a_frame_is_told_beside_one_that_only_begins_with_its_letters():
    both = [Side(words, before=True, beside="ring the bell") for words in ("Nothing was ", "Not ")]
    assert [f.word for f in find_frames(both, ["Nothing was"])] == ["Nothing was", "Not"]
    assert [f.where for f in find_frames(both, ["Nothing was"])] == ["left_out", "around"]
    one, other = (
        MeaningChange(kind="negation", word=w, where="around") for w in ("not", "nothing came")
    )
    assert not one.names(other)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It gives relief in exchange for a lower toll, unlike the mayor’s [promise of a bell].", ["concession"]),
        ("They must close the line, in contrast to [the two towns of Lund].", ["concession"]),
        ("The envoy said that it may close, unlike [the bell of Lund].", ["attribution", "concession"]),
        ("In exchange for a lower toll, [the two towns share a bell].", ["condition"]),
        ("It gives relief in exchange for [a lower toll, unlike the mayor].", ["condition"]),
    ],
)  # fmt: skip
def test_what_stands_before_a_contrast_does_not_frame_it(sentence, found):
    assert sorted(kinds(sentence)) == found
