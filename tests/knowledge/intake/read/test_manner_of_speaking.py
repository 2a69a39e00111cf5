"""Verbs that tell how somebody speaks: no narration where nothing tells what they say."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import list_narrations


@pytest.mark.parametrize(
    "sentence",
    [
        "Dahl hit back within the hour.",
        "Mary Finch laughed and wept.",
        "School nurse Mary Finch laughed.",
        "Dahl conceded.",
        "Asked about the mill, Mary Finch shrugged.",
        "Mary Finch replied to the letter on Monday.",
    ],
)
def test_nothing_is_reported_where_nothing_is_said(sentence):
    assert list_narrations(f"Per Dahl lost. {sentence}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Mary Finch agreed.",
        "The mill was old, Mary Finch conceded.",
        "Mary Finch joked that the mill was hers.",
        "The mill is old, Mary Finch shrugged.",
        "Dahl hit back, saying that the mill was his.",
        "Mary Finch replied with a threat.",
        "Neighbors described Per Dahl, 34, as quiet.",
    ],
)
def test_what_somebody_says_so_is_reported_whole(sentence):
    assert list_narrations(f"Per Dahl lost. {sentence}") == [sentence]
