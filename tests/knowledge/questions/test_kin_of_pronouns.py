"""Kin behind a pronoun are strangers: "his sister" may be anybody's."""

from __future__ import annotations

import pytest

from knowledge.questions.reader import read
from knowledge.questions.topic import find_topic


@pytest.mark.parametrize("who", ["his sister", "her younger sister", "their sister"])
def test_the_kin_of_a_pronoun_is_a_stranger(shipped_kb, who):
    found = find_topic(shipped_kb, read(shipped_kb, f"what does {who} say on talks?"))
    assert (found.strangers, [a.target for a in found.subjects]) == ((who,), [None])


@pytest.mark.parametrize("who", ["Kim's sister", "the sister of Kim", "Kim Jong Un's sister"])
def test_the_kin_of_somebody_who_is_named_is_the_one_on_record(shipped_kb, who):
    found = find_topic(shipped_kb, read(shipped_kb, f"what does {who} say on talks?"))
    assert [actor.target for actor in found.subjects] == ["kim-yo-jong"]


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("and what about his Japanese counterpart?", "his Japanese counterpart"),
        ("their allies on talks", "their allies"),
    ],
)
def test_whoever_is_told_by_a_pronoun_alone_is_a_stranger(shipped_kb, typed, who):
    assert [s.typed for s in read(shipped_kb, typed).strangers] == [who]
