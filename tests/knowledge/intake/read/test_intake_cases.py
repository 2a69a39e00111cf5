"""The speakers of texts kept outside of the repository, where STANCEBOOK_INTAKE_CASES names them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.knowledge.intake.read.reading_texts import list_narrations, list_said

FOLDER = Path(os.environ.get("STANCEBOOK_INTAKE_CASES", "nowhere"))
EXPECTED = {
    "01": ["Jonas Sobel", "Jonas Sobel"],
    "02": ["Mara Alvor", "Mara Alvor"],
    "04": ["Deborah Steiger", "Deborah Steiger"],
    "05": ["The Brandt campaign"],
    "07": ["Jakob Tapp"],
    "08": ["Holm", "Brandt", "Burt", "Olga Petrova", "Brandt", "Britta Lock", "Mara Alvor"],
    "10": ["her campaign", "the narrator", "one student", "another"],
    "12": ["Ivan Jackson", "Nils Grich"],
    "14": ["Senators Tom Carver, Diana Fein, Patrik Lahey and Benno Carden"],
    "15": ["Nera Tandem"],
    "18": ["Otto Brandt", "The ministry's account"],
    "20": ["Edwin Alder"],
    "22": ["Otto Brandt"],
    "25": ["The director"],
    "27": ["Dong"],
    "28": ["Otto Brandt", "Karin Holm"],
    "29": ["Otto Brandt"],
    "31": ["Otto Brandt"],
    "32": ["Владимир Петров"],
    "33": ["Khalid al-Ḥasan"],
}
WITHOUT_NARRATION = ("22", "27", "28", "31")


def _read(number):
    (file,) = FOLDER.glob(f"{number}-*.txt")
    return file.read_text(encoding="utf-8")


@pytest.mark.skipif(not FOLDER.is_dir(), reason="STANCEBOOK_INTAKE_CASES names no folder of cases")
@pytest.mark.parametrize("number", EXPECTED)
def test_a_case_has_its_speakers(number):
    assert [speaker for _, speaker in list_said(_read(number))] == EXPECTED[number]


@pytest.mark.skipif(not FOLDER.is_dir(), reason="STANCEBOOK_INTAKE_CASES names no folder of cases")
@pytest.mark.parametrize("number", WITHOUT_NARRATION)
def test_an_attribution_alone_is_no_report(number):
    assert list_narrations(_read(number)) == []
