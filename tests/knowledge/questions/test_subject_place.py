"""An ordinary word in the place of whom is asked about is somebody who is not on record."""

from __future__ import annotations

import pytest

from knowledge.questions import find_topic, read


@pytest.mark.parametrize(
    ("typed", "stranger"),
    [
        ("what did hunter say about japan talks", "hunter"),
        ("what did the fishermen say about japan sanctions", "fishermen"),
        ("hunter's view on japan talks", "hunter"),
        ("hunter on japan end of war", "hunter"),
        ("does trade oppose japan sanctions", "trade"),
    ],
)
def test_it_is_asked_about_by_name(shipped_kb, typed, stranger):
    assert find_topic(shipped_kb, read(shipped_kb, typed)).strangers == (stranger,)


@pytest.mark.parametrize(
    "typed",
    [
        "what did officials say about japan sanctions",
        "last year's position of japan on sanctions",
        "update on japan sanctions",
        "progress on japan sanctions",
        "does unconditional dialogue suit japan",
    ],
)
def test_a_speaker_a_time_or_a_topic_is_nobody(shipped_kb, typed):
    assert find_topic(shipped_kb, read(shipped_kb, typed)).strangers == ()
