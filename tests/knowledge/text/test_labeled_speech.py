"""Speech under labels: where each begins and ends, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.article_text import Text, fold
from knowledge.text.labeled_speech import (
    find_labeled,
    find_labeled_speech,
    labeled_places,
    sentences_of,
)
from tests.harbor_hearing import HEARING, INTERVIEW, KEEPS


def _found(raw):
    text = Text(raw)
    return [(text[s.label], *(text[p] for p in s.parts)) for s in find_labeled_speech(text)]


def test_speech_goes_from_its_label_to_the_next():
    assert _found(HEARING)[1] == (
        "MR DASK",
        f"No. {KEEPS} But in summer we can talk about it.",
        "I have said so at every meeting since the winter, and I say it again.",
    )
    assert _found(INTERVIEW)[1] == ("A", "I will not lift it while the ice moves in the sound.")


def test_nothing_is_taken_in_behind_the_last_label():
    assert _found(HEARING)[-1] == ("MR DASK", "The mayor has her view and I have mine.")


@pytest.mark.parametrize(
    "lines",
    [
        ["DAHL: I will go.", "MS QUILL: You will stay here."],
        ["Per Dahl: I will go.", "Marta Quill: You will stay here."],
        ["Per Dahl (Harbor Party): I will go.", "Marta Quill, mayor of Ostby: You will stay."],
        ["[00:01:10] DAHL: I will go.", "[00:02:10] QUILL: You will stay here."],
        ["DAHL [00:01:10]: I will go.", "QUILL [00:02:10]: You will stay here."],
        ["Q. Will you go?", "A. I will go."],
        ["Question: Will you go?", "Answer: I will go."],
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_labels_of_many_forms_are_read(lines, gap):
    assert len(_found(f"The Post\n\n{gap.join(lines)}\n")) == 2


@pytest.mark.parametrize(
    "raw",
    [
        "OSTBY: The mayor went home.\n\nLUND: The envoy went home as well.",
        "Dahl said it rains.\n\nCorrection: An earlier version said that we had snow.",
        "Weather: It rains.\n\nTraffic: The road is closed.\n\nFerries: The boats lie still.",
        "What we know: I was told nothing.\n\nWhat we do not know: You tell me.",
        "Photo: I took it.\n\nSource: We found it.",
        "A. Kern went home.\n\nA. Dahl stayed, and we saw him.",
        "From: Dahl\n\nTo: you\n\nSubject: I will go",
    ],
)
def test_lines_of_the_outlet_are_nobodys_speech(raw):
    assert _found(raw) == []


def test_a_paragraph_that_tells_of_the_speaker_is_the_outlets():
    raw = "DAHL: I will go.\n\nDahl laughs, and goes.\n\nQUILL: Will you come back to us?"
    assert _found(raw)[0] == ("DAHL", "I will go.")


def test_a_live_blogs_next_entry_ends_the_speech():
    raw = (
        "10:42 DAHL: I will go, and you know it.\n\n10:50 The hall is empty.\n\n"
        "11:00 QUILL: Will you come back to us?\n\n11:10 Per Lund: The tide is high."
    )
    assert _found(raw) == [
        ("DAHL", "I will go, and you know it."),
        ("QUILL", "Will you come back to us?"),
    ]


@pytest.mark.parametrize(
    ("exact", "why"),
    [
        (KEEPS, None),
        (f"No. {KEEPS}", None),
        ("We will keep the ferry ban", "is not whole sentences"),
        (f"{KEEPS} […] But in summer we can talk about it.", "is not in the text"),
        ("MR DASK: No.", "is printed, but not as speech under one label"),
        ("This transcript was shortened.", "is printed, but not as speech under one label"),
        ("Will you lift it now? MR DASK: No.", "is printed, but not as speech under one label"),
        ("We keep the ferry ban.", "is not in the text"),
    ],
)
def test_whole_sentences_under_one_label_are_found(exact, why):
    found = find_labeled(Text(HEARING), exact)
    assert getattr(found, "why", None) == why


_SENTENCES = st.lists(st.sampled_from(["I will go.", "Will you stay?", "We saw it."]), min_size=1)


@given(st.lists(st.tuples(st.sampled_from(["DAHL", "QUILL", "Q", "A"]), _SENTENCES), min_size=2))
def test_every_sentence_under_a_label_is_found_there(spoken):
    text = Text("\n\n".join(f"{label}: {' '.join(said)}" for label, said in spoken))
    found = find_labeled_speech(text)
    assert [(text[s.label], text[s.parts[0]]) for s in found] == [
        (label, " ".join(said)) for label, said in spoken
    ]
    for speech in found:
        for sentence in sentences_of(text, speech.parts[0]):
            assert sentence in labeled_places(text, text[sentence])


@given(st.text(alphabet='AQ:. \nabI"“”[]10', max_size=80))
def test_any_text_is_read(raw):
    text = Text(raw)
    for speech in find_labeled_speech(text):
        assert fold(text[speech.label]) == text[speech.label]
        assert all(part.start >= speech.label.end for part in speech.parts)
