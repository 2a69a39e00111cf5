"""Annotated texts, and the figures they give."""

from __future__ import annotations

import json

import pytest

from knowledge.corpus.corpus_reader import Corpus
from knowledge.corpus.errors import IntakeError
from knowledge.intake.read.annotated_set import Tally, count_annotated

TEXT = (
    "“We have no boat left,” Ada Finch said on Monday. “We have no boat left,” Per Dahl said.\n\n"
    "He called it “a very long winter.” The sign reads “keep off the pier.” So do “tolls.”"
)


@pytest.fixture
def annotate(tmp_path):
    def write(*quotations, **fields):
        data = {"published": "2025-04-16", "quotations": quotations, **fields}
        (tmp_path / "boats.txt").write_text(TEXT, encoding="utf-8")
        (tmp_path / "boats.json").write_text(json.dumps(data), encoding="utf-8")
        return tmp_path

    return write


def _count(folder):
    return count_annotated(folder, Corpus())


BOTH = (
    {"exact": "We have no boat left", "speaker": ["Ada Finch"]},
    {"exact": "We have no boat left", "speaker": ["Mr. Per Dahl", "Dahl"]},
)


def test_found_quotations_and_their_speakers_are_counted(annotate):
    count = _count(annotate(*BOTH, {"exact": "a very long winter.", "speaker": ["Ada Finch"]}))
    assert count.marked == Tally(3, 3, 2, proposed=4, confirmed=3)
    assert "boats: 'a very long winter.': Per Dahl, not Ada Finch" in count.differences


def test_a_proposal_that_is_not_annotated_lowers_the_precision(annotate):
    count = _count(annotate(*BOTH, {"exact": "a very long winter.", "speaker": ["Per Dahl"]}))
    assert (count.marked.proposed, count.marked.confirmed) == (4, 3)
    assert "boats: not annotated: 'keep off the pier.'" in count.differences


def test_other_words_are_neither_due_nor_false(annotate):
    start = TEXT.index("keep off") - 1
    count = _count(annotate(*BOTH, other=[[start, start + 20]]))
    assert count.marked == Tally(2, 2, 2, proposed=4, confirmed=3)


def test_a_speaker_may_be_annotated_by_place(annotate):
    start = TEXT.index("He called") - 1
    printed = {"exact": "a very long winter.", "printed": [[start, start + 2]]}
    assert _count(annotate(printed)).marked.right == 1


def test_a_quotation_may_be_annotated_by_place(annotate):
    second = TEXT.replace("\n\n", " ").rindex("We have no boat")
    count = _count(
        annotate({"exact": "We have no boat left", "start": second, "speaker": ["Per Dahl"]})
    )
    assert (count.marked.annotated, count.marked.right) == (1, 1)


def test_fewer_than_four_words_are_not_counted(annotate):
    assert _count(annotate({"exact": "tolls.", "speaker": []})).marked.annotated == 0


@pytest.mark.parametrize(
    ("quotation", "why"),
    [({"exact": "We never said this"}, "does not print"), ({"words": "x"}, "is not an annotation")],
)
def test_a_wrong_annotation_is_told(annotate, quotation, why):
    with pytest.raises(IntakeError, match=f"boats.json.*{why}"):
        _count(annotate(quotation))


SPOKEN = (
    "Transcript of the hearing\n\nMS FINCH: We have no boat left. I told you so.\n\n"
    "MR DAHL: You told us that it “may be late,” and no more.\n\nMS FINCH: I did so twice.\n\nMR DAHL: Never.\n"
)


@pytest.fixture
def hearing(tmp_path):
    def write(*said):
        speech = [{"exact": words, "speaker": who, "label": True} for words, *who in said]
        data = {"published": "2025-04-16", "quotations": speech}
        (tmp_path / "hearing.txt").write_text(SPOKEN, encoding="utf-8")
        (tmp_path / "hearing.json").write_text(json.dumps(data), encoding="utf-8")
        return tmp_path

    return write


FIRST = ("We have no boat left. I told you so.", "Ms Finch")
SECOND = ("You told us that it “may be late,” and no more.", "Mr Dahl")


def test_speech_under_labels_has_figures_of_its_own(hearing):
    count = _count(hearing(FIRST, SECOND, ("I did so twice.", "Ada Quill")))
    assert count.labeled == Tally(3, 3, 2, proposed=3, confirmed=3)
    assert count.marked.annotated == 0
    assert (
        "Speeches of 4 or more words under labels found (recall): 3 of 3, 100.0%" in count.figures
    )
    assert "hearing: 'I did so twice.': FINCH, not Ada Quill" in count.differences


def test_speech_that_is_not_annotated_lowers_the_precision(hearing):
    assert _count(hearing(FIRST, SECOND)).labeled == Tally(2, 2, 2, proposed=3, confirmed=2)


def test_texts_without_labels_have_no_figures_of_them(annotate):
    assert not any("labels" in line for line in _count(annotate(*BOTH)).figures)
