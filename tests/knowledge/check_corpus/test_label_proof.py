"""Speech under a label against its text: whose it is, and what is never taken out of it."""

from __future__ import annotations

import pytest

from knowledge.text.article_text import Text
from knowledge.text.labeled_speech import find_labeled_speech, sentences_of
from tests.harbor_hearing import HEARING, INTERVIEW, KEEPS, find_faults

SAID_AGAIN = "I have said so at every meeting since the winter, and I say it again."
TALKS = "But in summer we can talk about it."
ANSWER = "I will not lift it while the ice moves in the sound."


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (HEARING, {"exact": f"{KEEPS} {TALKS}"}),
        (HEARING, {"exact": SAID_AGAIN}),
        (HEARING, {"exact": SAID_AGAIN, "refers_to": "Orin Dask"}),
        (INTERVIEW, {"exact": ANSWER, "label": "A", "refers_to": "Orin Dask"}),
        (
            HEARING,
            {
                "exact": "And what does the mayor of the harbor town think of that?",
                "label": "MR HOLLIS",
                "speaker": {"id": None, "description": "HOLLIS"},
                "on_behalf_of": None,
            },
        ),
        (
            HEARING,
            {
                "exact": "the ban is as good as dead",
                "kind": "direct",
                "label": "Your own ministry",
                "speaker": {"id": None, "description": "Your own ministry"},
                "on_behalf_of": None,
                "sourcing": "relayed",
                "via": "MR HOLLIS",
            },
        ),
    ],
    ids=["a turn", "its next paragraph", "named in full", "an answer", "who asks", "relayed"],
)
def test_speech_of_its_label_passes(text, fields):
    assert list(find_faults(text, **fields)) == []


@pytest.mark.parametrize(
    ("text", "fields", "why"),
    [
        (
            HEARING,
            {"exact": "I want the ferry back before the first tourists come."},
            "These words stand under the label 'MS MARROW', not under 'MR DASK'.",
        ),
        (
            HEARING,
            {"exact": SAID_AGAIN, "by": "ilse-marrow"},
            "The label 'MR DASK' is 'Orin Dask', not the speaker, 'ilse-marrow'.",
        ),
        (
            HEARING,
            {
                "exact": "And what does the mayor of the harbor town think of that?",
                "label": "MR HOLLIS",
                "refers_to": "Orin Dask",
            },
            "The label 'MR HOLLIS' is 'HOLLIS', not the speaker, 'orin-dask'.",
        ),
        (
            INTERVIEW,
            {
                "exact": "Will you lift the ferry ban this year, as your friends ask?",
                "label": "Q",
                "refers_to": "Orin Dask",
            },
            "'Q' asks, and a question is not the record of who answers.",
        ),
        (
            INTERVIEW,
            {"exact": ANSWER, "label": "A", "refers_to": "Ilse Marrow", "by": "ilse-marrow"},
            "The label 'A' is 'Orin Dask', not the speaker, 'ilse-marrow'.",
        ),
        (
            INTERVIEW.replace(", Orin Dask, spoke", ", whom all know, spoke").replace(
                ": an interview with Orin Dask", ""
            ),
            {"exact": ANSWER, "label": "A"},
            "The text does not say above 'A' who answers.",
        ),
        (
            HEARING,
            {"exact": KEEPS},
            "The next sentence turns these words: 'But in summer we can talk about it.'",
        ),
        (HEARING, {"exact": "No."}, "needs 5 words to be understood by itself"),
        (HEARING, {"exact": "We will keep the ferry ban"}, "is not whole sentences"),
        (
            HEARING,
            {"exact": SAID_AGAIN, "kind": "narration", "label": None}
            | {"speaker": None, "on_behalf_of": None, "sourcing": "outlet"},
            "These words are speech under the label 'MR DASK', not the outlet's own.",
        ),
        (
            HEARING,
            {"exact": "the ban is as good as dead", "kind": "direct"},
            "These words are quoted in what is said under the label 'MR HOLLIS'.",
        ),
        (
            HEARING,
            {"exact": SAID_AGAIN, "speaker": None, "on_behalf_of": None, "sourcing": "outlet"},
            "Speech under a label has a speaker.",
        ),
        (HEARING, {"exact": SAID_AGAIN, "label": None}, "A labeled quote needs an attribution."),
    ],
    ids=[
        "another label",
        "another speaker",
        "a question",
        "an interviewer's question",
        "who is spoken of",
        "nobody named above",
        "a turning sentence",
        "too short",
        "half a sentence",
        "as narration",
        "what the asker quotes",
        "nobody's",
        "without its label",
    ],
)
def test_speech_of_somebody_else_is_refused(text, fields, why):
    assert why in "\n".join(find_faults(text, **fields))


LED = INTERVIEW.replace(": an interview with Orin Dask", "").replace(
    "The head of the Northern Bureau, Orin Dask, spoke", "Orin Dask and Ilse Marrow spoke"
)


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("Orin Dask", ""),
        (None, "Copy the words there that name who is interviewed to 'refers_to'."),
        ("Ada Finch", "'Ada Finch' does not name the speaker, 'orin-dask'."),
    ],
)
def test_a_curator_says_who_answers_where_the_text_leaves_it_open(named, told):
    found = "\n".join(find_faults(LED, exact=ANSWER, label="A", refers_to=named))
    assert (told in found) if told else not found


def test_who_asks_is_never_chosen_as_who_answers():
    asker = {"id": None, "description": "Ada Finch"}
    fields = {"exact": ANSWER, "label": "A", "refers_to": "Ada Finch", "speaker": asker}
    assert "does not say above 'A'" in "\n".join(find_faults(LED, **fields, on_behalf_of=None))


@pytest.mark.parametrize(("named", "passes"), [("Orin Dask", True), (None, False)])
def test_a_label_with_a_title_is_of_the_one_named_beside_it(named, passes):
    text = HEARING.replace("MR DASK:", "MINISTER DASK:").replace(
        "and Ilse", "and Rune Dask and Ilse"
    )
    fields = {"exact": SAID_AGAIN, "label": "MINISTER DASK", "refers_to": named}
    assert (not list(find_faults(text, **fields))) == passes


def test_a_drafts_name_is_whom_it_means_on_record():
    named = {"exact": SAID_AGAIN, "speaker": {"id": None, "description": "Orin Dask"}}
    named |= {"on_behalf_of": None}
    told = "\n".join(find_faults(HEARING, **named))
    assert "The label 'MR DASK' is 'orin-dask', not the speaker, 'Orin Dask'." in told
    told = "\n".join(find_faults(HEARING, **named, draft=True))
    assert "MR DASK" not in told


def test_the_words_of_labels_go_on_the_articles_budget():
    spoken = " ".join(f"We count boat {n} of the fleet." for n in range(30))
    text = HEARING.replace("MS MARROW:", f"MR DASK: {spoken}\n\nMS MARROW:")
    assert "All quotes take 210 of" in "\n".join(find_faults(text, exact=spoken))


@pytest.mark.parametrize("text", [HEARING, INTERVIEW], ids=["a transcript", "an interview"])
@pytest.mark.parametrize("refers_to", [None, "Orin Dask", "Ilse Marrow"])
@pytest.mark.parametrize("who", ["orin-dask", "ilse-marrow", "teva-dask", "jonas-vehl", "velmora"])
def test_no_sentence_is_given_to_anybody_but_its_speaker(text, refers_to, who):
    whose = {"MR DASK": "orin-dask", "MS MARROW": "ilse-marrow", "A": "orin-dask"}
    read = Text(text)
    for speech in find_labeled_speech(read):
        label = read[speech.label]
        for sentence in (s for part in speech.parts for s in sentences_of(read, part)):
            for claimed in {label, *whose, "MR HOLLIS", "Q"}:
                fields = {"label": claimed, "by": who, "refers_to": refers_to}
                passed = not list(find_faults(text, exact=read.printed(sentence), **fields))
                assert not passed or (claimed == label and whose.get(label) == who)
