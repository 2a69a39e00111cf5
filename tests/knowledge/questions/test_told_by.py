"""Who stands behind "from" or "by" at the end says the words that are asked for."""

from __future__ import annotations

import pytest

from knowledge.questions import find_topic, read


@pytest.mark.parametrize(
    ("typed", "speaker"),
    [
        ("quotes on talks with north tarsk from velmora", "velmora"),
        ("any statements about talks with velmora by north tarsk", "north-tarsk"),
        ("give me something on ferries to north tarsk from the united isles", "united-isles"),
        ("quotes from velmora on ferries from north tarsk", "velmora"),
        ("velmora's words on talks with the isles by north tarsk", "velmora"),
        ("statements of velmora on talks with the isles by north tarsk", "velmora"),
        ("does velmora want ferries from north tarsk", "velmora"),
    ],
)
def test_it_is_whose_words_are_asked_for(kb, typed, speaker):
    assert find_topic(kb, read(kb, typed)).asked_about == (speaker,)
