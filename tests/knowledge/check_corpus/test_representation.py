"""For whom a statement is entered: the state of its speaker's post, and no other."""

from __future__ import annotations

import pytest

from tests.proof_mutants.written_statements import find_faults

WILL = {
    "text": (
        "Calvenia would rather wait, Oceans Minister Beatrix Will said. A Calvenian official agreed "
        "with Sorva. “We wait,” the official said. The Compact waits for Calvenia."
    ),
    "quotes": ["Calvenia would rather wait, Oceans Minister Beatrix Will said."],
    "by": {"id": "beatrix-will", "as": "Oceans Minister"},
    "attribution": "Oceans Minister Beatrix Will",
    "for": "calvenia",
    "holder": "calvenia",
}
OFFICIAL = WILL | {
    "quotes": ["A Calvenian official agreed with Sorva."],
    "by": {"description": "A Calvenian official", "of": "calvenia"},
    "attribution": "A Calvenian official",
    "sourcing": "unnamed",
}
OUTLET = WILL | {
    "quotes": ["The Compact waits for Calvenia."],
    "by": None,
    "attribution": None,
    "for": None,
    "sourcing": "outlet",
}


@pytest.mark.parametrize("written", [WILL, OFFICIAL, OUTLET])
def test_what_is_entered_for_the_speakers_state_passes(written):
    assert list(find_faults(written)) == []


@pytest.mark.parametrize(
    ("written", "changes", "told"),
    [
        pytest.param(
            WILL,
            {"for": "sorva", "holder": "sorva"},
            "on_behalf_of: The speaker speaks for 'calvenia', not for 'sorva'. Correct it; if it is "
            "meant so, say why in 'note', in a sentence with 'for' and 'Sorva'.",
            id="a person with posts in another state",
        ),
        pytest.param(
            WILL,
            {"for": "sorva", "holder": "sorva", "date": "2026-01-01"},
            "on_behalf_of: The speaker speaks for 'calvenia', not for 'sorva'.",
            id="the post of that day decides",
        ),
        pytest.param(
            WILL,
            {"for": None, "holder": None},
            "on_behalf_of: The speaker holds an office of 'calvenia', but 'on_behalf_of' is "
            "missing. Write 'calvenia', or say in 'note' for whom the speaker spoke instead.",
            id="a minister who speaks for nobody",
        ),
        pytest.param(
            WILL,
            {"holder": "sorva"},
            "stances.0.holder: The words are not on behalf of 'sorva', but of 'calvenia'. Correct "
            "the holder or 'on_behalf_of'; if it is meant so, say why in 'note', in a sentence "
            "with 'for' and 'Sorva'.",
            id="a holder for whom nobody spoke",
        ),
        pytest.param(
            OFFICIAL,
            {"by": {"description": "A Calvenian official", "of": "sorva"}, "for": "sorva"}
            | {"holder": "sorva"},
            "speaker.of: The printed words for the speaker do not name 'sorva'. Correct or remove "
            "it; if it is meant so, say why in 'note', in a sentence with 'for' and 'Sorva'.",
            id="an official of another state",
        ),
        pytest.param(
            OFFICIAL,
            {"by": {"description": "the official"}, "attribution": "the official"}
            | {"said": ["We wait"], "quotes": ["“We wait,” the official said."]},
            "on_behalf_of: Nothing says that the speaker speaks for 'calvenia'. Add the speaker's "
            "post or organization; if it is meant so, say why in 'note', in a sentence with 'for' "
            "and 'Calvenia'.",
            id="an official of nobody",
        ),
        pytest.param(
            OUTLET,
            {"for": "calvenia"},
            "on_behalf_of: Nobody speaks here, so nobody speaks for 'calvenia'. Remove it, or give "
            "the speaker.",
            id="the outlet's own voice",
        ),
        pytest.param(
            OUTLET,
            {"holder": "oumara"},
            "stances.0.holder: No quote of the statement names 'oumara'. Quote words that do, or "
            "give them in 'refers_to'; if it is meant so, say why in 'note', in a sentence with "
            "'for' and 'Oumara'.",
            id="a holder whom the outlet does not name",
        ),
        pytest.param(
            WILL,
            {"by": {"description": "Beatrix Will's statement"}, "for": None}
            | {"attribution": "Beatrix Will", "sourcing": "document"},
            "stances.0.holder: The words are not on behalf of 'calvenia': 'on_behalf_of' is "
            "missing.",
            id="a holder of words on behalf of nobody",
        ),
    ],
)
def test_what_does_not_fit_is_told_with_what_to_do(written, changes, told):
    assert told in "\n".join(find_faults(written, **changes))


@pytest.mark.parametrize(
    ("written", "changes"),
    [
        (WILL, {"for": "sorva", "holder": "sorva", "note": "She spoke for Sorva, which presides."}),
        (WILL, {"holder": "sorva", "note": "Entered for Sorva too: she read its letter."}),
        (WILL, {"for": None, "holder": None, "note": "She spoke for her party alone."}),
        (OUTLET, {"holder": "oumara", "note": "The survey stands for Oumara's position."}),
    ],
)
def test_a_note_may_say_for_whom_else_and_why(written, changes):
    assert list(find_faults(written, **changes)) == []


@pytest.mark.parametrize(
    "note",
    ["Sorva is not meant.", "She waited for rain. Sorva did not.", "For the record: not of Sorva."],
)
def test_a_note_that_only_names_a_state_explains_nothing(note):
    assert list(find_faults(WILL, **{"for": "sorva", "holder": "sorva", "note": note}))


@pytest.mark.parametrize(
    ("who", "state", "faults"),
    [
        ("Ruritania's embassy in Calvenia", "calvenia", 1),
        ("The Ruritanian ambassador to Calvenia", "calvenia", 1),
        ("Ruritania's Calvenia mission", "calvenia", 1),
        ("Calvenia's embassy in Sorva", "sorva", 1),
        ("Calvenia's embassy in Sorva", "calvenia", 0),
        ("The Calvenian ambassador to Sorva", "calvenia", 0),
    ],
)
def test_a_mission_speaks_for_who_sent_it(who, state, faults):
    written = {"by": {"description": who}, "attribution": who, "for": state, "holder": None}
    text = f"{who} said the nets would stay."
    found = find_faults(OFFICIAL | written | {"text": text, "quotes": [text]})
    assert len([f for f in found if "on_behalf_of" in f]) == faults
