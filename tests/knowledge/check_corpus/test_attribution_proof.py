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


LONG = (
    "It was a cold day.\n\n“We hold the quay until noon.\n\n“We hold it without bread.\n\n"
    "“And we go home,” President Samira Dool of Oumara told the crew.\n\n“So they say.”"
)


def test_one_attribution_is_near_to_all_paragraphs_of_its_quotation():
    own = DOOL | {"text": LONG, "quotes": [], "attribution": "President Samira Dool"}
    own |= {"refers_to": None}
    assert list(find_faults(own, said=["We hold the quay until noon."])) == []
    assert list(find_faults(own, said=["We hold it without bread."])) == []


def test_an_attribution_is_not_near_to_another_quotation():
    far = LONG.replace("told the crew.", "told the crew. It rained. It rained on. It rained.")
    own = DOOL | {"text": far, "quotes": [], "attribution": "President Samira Dool"}
    found = list(find_faults(own | {"refers_to": None}, said=["So they say."]))
    assert any("is not near the quote" in fault for fault in found)
