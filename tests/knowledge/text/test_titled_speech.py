"""Texts that are all of them somebody's words, and reports that only tell of such a text."""

from __future__ import annotations

import pytest

from knowledge.text.article_text import Text
from knowledge.text.labeled_speech import find_labeled_speech
from knowledge.text.titled_speech import find_titled_speech, is_heading, is_written
from tests.harbor_hearing import COMMUNIQUE, HEARING, SIGNED, SPEECH


def test_a_communique_is_what_follows_its_heading():
    text = Text(COMMUNIQUE)
    found = find_titled_speech(text)
    assert text[found.heading].startswith("Joint Statement of the Foreign Ministers")
    assert [text[part] for part in found.parts] == [
        "The Foreign Ministers of Velmora and South Tarsk met in Ostby this week.",
        f"{SIGNED} They called on North Tarsk to do the same.",
        "Both sides will meet again before the first snow falls.",
    ]


def test_a_speech_is_what_follows_its_heading():
    text = Text(SPEECH)
    (speech,) = find_labeled_speech(text)
    assert (speech.titled, len(speech.parts)) == (True, 3)


@pytest.mark.parametrize(
    ("heading", "written"),
    [
        ("Joint Statement of the Foreign Ministers of Velmora and South Tarsk", True),
        ("Velmora–South Tarsk Joint Declaration", True),
        ("Communiqué of the Lake Council", True),
        ("Full text of the joint statement by Velmora and South Tarsk", True),
        ("Statement by the Lake Council on the ferry ban", True),
        ("Remarks by Orin Dask at the Ice Forum", False),
        ("Opening remarks by the mayor of Ostby", False),
        ("Address of President Marta Quill to the nation", False),
    ],
)
def test_headings_of_documents_and_speeches_are_told_apart(heading, written):
    assert is_heading(heading)
    assert is_written(heading) is written


@pytest.mark.parametrize(
    "raw",
    [
        COMMUNIQUE.replace("They called on", "The Ministers said they called on"),
        SPEECH.replace("Friends, I", "Dask smiled. Friends, I"),
        "Statement by Dask stirs anger\n\nThe mayor was not amused.\n\nThe boats lie still.\n",
        "Speech by Orin Dask draws few\n\nThe hall was empty.\n\nIt rained all day.\n",
        "Joint statement on the ferry\n\nThe boats lie still.\n\nThe hall was empty.\n",
        HEARING.replace("Transcript: the", "Remarks by the"),
    ],
)
def test_a_report_of_a_text_is_the_outlets(raw):
    assert not any(speech.titled for speech in find_labeled_speech(Text(raw)))
