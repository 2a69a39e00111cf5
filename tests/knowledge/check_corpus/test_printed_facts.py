"""What is given beside a quote and its article prints elsewhere, or of somebody else."""

from __future__ import annotations

import pytest

from tests.proof_mutants.written_statements import find_faults

ORLE = {
    "text": (
        "Sorva will not sign before the autumn, Foreign Minister Tamsin Orle said on Monday. "
        "Oceans Minister Beatrix Will of Calvenia and two diplomats welcomed the delay on Tuesday. "
        "The survey goes on. It is paid for by the Compact. "
        "Radio Brekka reported a storm, and the ferries stayed in port on Friday."
    ),
    "quotes": ["Sorva will not sign before the autumn, Foreign Minister Tamsin Orle said […]"],
    "by": {"id": "tamsin-orle", "as": "Foreign Minister"},
    "attribution": "Foreign Minister Tamsin Orle",
    "for": "sorva",
    "printed": "Monday",
}
RELAYED = {
    "text": (
        "Oumara would rather wait, two diplomats in Dessit said on Monday. Calvenian officials were "
        "of another mind. The government had told them so last week, the diplomats said."
    ),
    "quotes": ["Oumara would rather wait, two diplomats in Dessit said […]"],
    "by": {"id": "oumara"},
    "attribution": "Oumara",
    "for": "oumara",
    "sourcing": "relayed",
    "via": "two diplomats in Dessit",
    "printed": "Monday",
}


@pytest.mark.parametrize("written", [ORLE, RELAYED], ids=["on record", "relayed"])
def test_what_the_sentence_prints_passes(written):
    assert list(find_faults(written)) == []


def told(written, **changes):
    (only,) = find_faults(written, **changes)
    return only


@pytest.mark.parametrize("post", ["Oceans Minister", "two diplomats"])
def test_a_post_stands_beside_its_speaker(post):
    assert told(ORLE, by={"id": "tamsin-orle", "as": post}) == (
        f"speaker.as: The text does not print {post!r} beside the name of 'tamsin-orle'. "
        "Copy what stands beside the name, or add it to the attribution."
    )


@pytest.mark.parametrize(
    "printed",
    [
        "Tamsin Orle, the Sorvan foreign minister, spoke.",
        "The Sorvan foreign minister, Tamsin Orle, spoke.",
        "Tamsin Orle (the Sorvan foreign minister) spoke.",
        "Tamsin Orle, who had taught law before she became the Sorvan foreign minister, spoke.",
    ],
)
def test_a_post_may_stand_on_either_side_of_the_name_anywhere(printed):
    by = {"id": "tamsin-orle", "as": "the Sorvan foreign minister"}
    assert list(find_faults(ORLE, text=f"{ORLE['text']} {printed}", by=by)) == []


@pytest.mark.parametrize(
    "printed",
    [
        "Tamsin Orle and the Oumaran fisheries minister spoke.",
        "Tamsin Orle spoke. The Oumaran fisheries minister did not.",
        "The Oumaran fisheries minister told Tamsin Orle to wait.",
        "Tamsin Orle praised the Oumaran fisheries minister.",
    ],
)
def test_the_post_of_somebody_else_in_the_sentence_is_not_the_speakers(printed):
    by = {"id": "tamsin-orle", "as": "the Oumaran fisheries minister"}
    assert "speaker.as: " in told(ORLE, text=f"{ORLE['text']} {printed}", by=by)


def test_a_relay_stands_in_the_sentence_of_a_quote():
    assert told(RELAYED, via="Calvenian officials") == (
        "via: 'Calvenian officials' does not stand in a sentence with a quote, and nothing takes "
        "it up there. Copy who relayed or carried these words from their sentence."
    )
    assert "via: " in told(ORLE, via="Radio Brekka")


def test_a_new_relay_in_the_sentence_is_taken_up_by_nobody():
    text = (
        "Calvenian officials left early. According to a diplomat, the two governments agreed that "
        "they would wait."
    )
    quotes = ["According to a diplomat, the two governments agreed that they would wait."]
    by = {"id": None, "description": "the two governments"}
    changes = {"text": text, "quotes": quotes, "attribution": "the two governments", "by": by}
    changes |= {"for": None, "printed": None}
    assert list(find_faults(RELAYED, **changes, via="a diplomat")) == []
    assert "via: " in told(RELAYED, **changes, via="Calvenian officials")


def test_what_carries_words_is_who_relays_them():
    text = (
        "The Fictive Press Service asked for an interview. “We will wait for the survey,” Tamsin Orle of Sorva "
        "said in a statement that was carried by Radio Brekka. She did not speak to the press."
    )
    changes = {
        "text": text,
        "quotes": [],
        "said": ["We will wait for the survey"],
        "attribution": "Tamsin Orle",
    }
    changes |= {"by": {"id": "tamsin-orle"}, "printed": None}
    assert list(find_faults(ORLE, **changes, via="Radio Brekka")) == []
    assert "via: " in told(ORLE, **changes, via="The Fictive Press Service")


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Tamsin Orle, the government's spokeswoman, said that Sorva would wait.", "spokeswoman"),
        ("Tamsin Orle said, speaking to the media, that Sorva would wait.", "the media"),
        ("Tamsin Orle told the media that Sorva would wait.", "the media"),
    ],
)
def test_neither_the_speaker_nor_who_is_told_relays_words(text, via):
    changes = {"text": text, "quotes": [text], "attribution": "Tamsin Orle", "printed": None}
    assert told(ORLE, **changes, by={"id": "tamsin-orle"}, via=via, sourcing="relayed") == (
        f"via: {via!r} is the speaker or somebody who is told, and relays nothing. "
        "Copy who relayed or carried these words from their sentence."
    )
    assert list(find_faults(ORLE, **changes, by={"id": "tamsin-orle"})) == []


def test_a_speech_is_not_a_document():
    text = "Foreign Minister Tamsin Orle said at the opening of a conference that Sorva would wait."
    changes = {"text": text, "quotes": [text], "printed": None, "sourcing": "document"}
    assert list(find_faults(ORLE, **changes | {"sourcing": "on_record"})) == []
    spoken = text.replace("at the opening of a", "at a news")
    assert told(ORLE, **changes | {"text": spoken, "quotes": [spoken]}) == (
        "sourcing: The sentence prints that this was spoken, not written: 'at a news conference'. "
        "Write 'on_record', or quote the document's words."
    )
    written = text.replace(
        "said at the opening of a conference", "said in a letter at a news conference"
    )
    assert list(find_faults(ORLE, **changes | {"text": written, "quotes": [written]})) == []


@pytest.mark.parametrize("again", ["the diplomats said", "those diplomats said", "they said"])
def test_a_relay_may_be_taken_up(again):
    text = RELAYED["text"].replace("the diplomats said", again)
    quotes = [f"The government had told them so […], {again}."]
    by = {"id": None, "description": "The government"}
    changes = {"text": text, "quotes": quotes, "attribution": "The government", "by": by}
    assert list(find_faults(RELAYED, **changes, **{"for": None, "printed": "last week"})) == []


def test_a_date_at_the_verb_is_given():
    assert told(ORLE, printed=None) == (
        "said.printed: The sentence prints when it was said: 'Monday'. "
        "Give these words in 'printed', and the days that they mean."
    )


@pytest.mark.parametrize("other", ["Tuesday", "Friday"])
def test_the_date_of_something_else_is_not_that_of_the_words(other):
    assert told(ORLE, printed=other) == (
        f"said.printed: '{other}' is not near the quotes or the speaker; there is 'Monday'. "
        "Copy the words that say when this was said, or write null."
    )


def test_without_a_date_at_the_verb_one_of_the_speaker_or_just_before_holds():
    text = ORLE["text"].replace(" said on Monday", " said") + " Tamsin Orle spoke on Sunday."
    assert list(find_faults(ORLE, text=text, printed="Tuesday")) == []  # beside the quote
    assert list(find_faults(ORLE, text=text, printed="Sunday")) == []  # of the speaker
    assert list(find_faults(ORLE, text=text, printed=None)) == []
    assert "said.printed: 'Friday' is not near the quotes or the speaker." in told(
        ORLE, text=text, printed="Friday"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Sorva will not sign, Tamsin Orle said at the house that was sold on Monday.",
        "Tamsin Orle said that Sorva would not sign on Monday.",
        "Tamsin Orle said of the Monday vote that Sorva would not sign.",
        "“Sorva will not sign on Monday,” Tamsin Orle said.",
    ],
)
def test_a_date_of_another_verb_does_not_date_the_words(sentence):
    changes = {"text": sentence, "quotes": [sentence], "by": {"id": "tamsin-orle"}}
    attributed = {"attribution": "Tamsin Orle", "printed": None}
    assert list(find_faults(ORLE, **changes, **attributed)) == []


def test_an_official_who_asks_not_to_be_named_is_unnamed_and_relayed_by_nobody():
    words = "A senior official in Lothen, who asked not to be named, said a ban would be unwise."
    written = {
        "text": words,
        "quotes": [words],
        "by": {"description": "A senior official in Lothen"},
        "attribution": "A senior official in Lothen",
    }
    (fault,) = find_faults(written)
    assert fault.endswith("Set the sourcing to 'unnamed'.")
    assert list(find_faults(written, sourcing="unnamed")) == []


def test_the_day_of_a_relay_is_not_that_of_the_words():
    text = "Oumara urged the Compact last month to wait for the survey, two diplomats said Monday."
    changes = {"text": text, "quotes": [text]}
    assert list(find_faults(RELAYED, **changes, via="two diplomats", printed="last month")) == []
    assert told(RELAYED, **changes, via="two diplomats", printed="Monday") == (
        "said.printed: 'Monday' is when the words were relayed; the sentence prints 'last month' "
        "too. Copy the words that say when this was said."
    )
    text = "Oumara would rather wait for the survey, two diplomats said Monday."
    changes = {"text": text, "quotes": [text]}
    assert list(find_faults(RELAYED, **changes, via="two diplomats", printed="Monday")) == []


def test_a_post_in_the_words_referred_to_is_not_that_of_another_name_beside_them():
    text = f"{ORLE['text']} Foreign Minister Ada Holm was there."
    wrong = {"by": {"id": "beatrix-will", "as": "Foreign Minister"}, "for": "calvenia"}
    found = list(
        find_faults(
            ORLE,
            **wrong,
            text=text.replace("Tamsin Orle said", "Ada Holm and Beatrix Will said"),
            quotes=[
                "Sorva will not sign before the autumn, Foreign Minister Ada Holm and Beatrix Will said […]"
            ],
            attribution="Beatrix Will",
            refers_to="Foreign Minister Ada Holm",
        )
    )
    assert any("does not print 'Foreign Minister' beside the name of" in why for why in found)


@pytest.mark.parametrize(
    "printed",
    ["Ada Orle, the Sorvan tax minister, spoke.", "It was Ada Orle, the Sorvan tax minister."],
)
def test_a_post_beside_another_name_with_the_same_surname_is_that_name_s(printed):
    by = {"id": "tamsin-orle", "as": "the Sorvan tax minister"}
    text = f"{ORLE['text']} There {printed}"
    assert "does not print 'the Sorvan tax minister' beside" in told(ORLE, by=by, text=text)
