"""Words for a speaker that name somebody else."""

from __future__ import annotations

import pytest

from tests.proof_mutants.written_statements import find_faults

DOOL = {
    "text": (
        "President Samira Dool of Oumara met Foreign Minister Tamsin Orle of Sorva. She said that "
        "Oumara would sign. Her office gave no date."
    ),
    "quotes": ["She said that Oumara would sign."],
    "by": {"id": "samira-dool", "as": "President"},
    "attribution": "She",
    "refers_to": "President Samira Dool",
    "for": "oumara",
    "holder": "oumara",
}


def test_words_that_name_the_speaker_pass():
    assert list(find_faults(DOOL)) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {"attribution": "Tamsin Orle"},
            "quotes.0.attribution: These words name 'tamsin-orle', not the speaker, 'samira-dool'.",
        ),
        (
            {"by": {"id": "oumara", "as": "President"}},
            "quotes.0.attribution: These words name 'samira-dool', not the speaker, 'oumara'.",
        ),
        (
            {"refers_to": "Foreign Minister Tamsin Orle"},
            (
                "quotes.0.refers_to: 'Foreign Minister Tamsin Orle' does not name the speaker, "
                "'samira-dool'."
            ),
        ),
        (
            {"by": None, "for": None, "attribution": None, "sourcing": "outlet"}
            | {"refers_to": "Tamsin Orle of Sorva"},
            "quotes.0.refers_to: 'Tamsin Orle of Sorva' does not name whose stance it is.",
        ),
    ],
    ids=["somebody else", "a state for its president", "somebody else before", "another holder"],
)
def test_words_that_name_somebody_else_are_refused(changes, told):
    assert told in "\n".join(find_faults(DOOL, **changes))


def test_an_office_may_be_called_by_whose_it_is():
    office = {"id": "oumaran-presidential-office", "as": "Her office"}
    changes = {"by": office, "attribution": "Her office", "quotes": ["Her office gave no date."]}
    assert list(find_faults(DOOL, **changes)) == []
