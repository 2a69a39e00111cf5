"""The place and the day that a story begins with are neither who speaks nor a post."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.corpus.corpus_reader import Corpus
from knowledge.corpus.model import Interval
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.speech.known_names import KnownNames
from tests.knowledge.intake.read.reading_texts import read

DAY = Interval(from_=date(2026, 5, 12), to=date(2026, 5, 12), basis="printed")
WORDS = "said the river was “dying from the source down” on Monday."


@pytest.mark.parametrize(
    "dateline",
    [
        "LISBON —",
        "LISBON, May 12 —",
        "LISBON, May 12, 2026 -",
        "LISBON, March 12, 2026 —",
        "NEW YORK, March 12, 2026 (HNA) —",
        "WASHINGTON, D.C., May 12 --",
    ],
)
@pytest.mark.parametrize(
    ("who", "name", "post"),
    [
        ("Environment Minister Joana Serrão", "Joana Serrão", "Environment Minister"),
        ("the environment minister, Joana Serrão,", "Joana Serrão", "the environment minister"),
        ("Joana Serrão, who took office last month,", "Joana Serrão", None),
    ],
)
def test_a_dateline_is_no_part_of_who_speaks(dateline, who, name, post):
    raw = f"The river\n\nBy Ada Finch\n\n{dateline} {who} {WORDS}\n"
    found = find_candidates(raw, DAY, KnownNames.of(Corpus()))
    (speaker,) = {c.speaker for c in found if not c.no_quote}
    assert (speaker.name, speaker.as_) == (name, post)


def test_capitals_before_a_dash_are_no_dateline_where_they_are_a_name():
    raw = f"The river\n\nBy Ada Finch\n\nNATO chief Per Dahl - a Norwegian - {WORDS}\n"
    found = find_candidates(raw, DAY, KnownNames.of(Corpus()))
    assert "NATO" not in {c.speaker and c.speaker.name for c in found}


@pytest.mark.parametrize(
    "dateline",
    ["Geneva, 3 March 2026 (AP) - ", "Geneva, March 3, 2026 - ", "BRUSSELS | ", "NEW YORK, NY - "],
)
def test_a_dateline_of_any_form_is_no_part_of_a_post(dateline):
    (speaker,) = {
        (c.speaker.key, c.speaker.as_)
        for c in read(f"{dateline}Swiss minister Anna Keller said it was “a theft of all water.”")
    }
    assert speaker == ("Anna Keller", "Swiss minister")
