"""Whose parliament or ministry is meant: the state beside it tells."""

from __future__ import annotations

import pytest

from knowledge.questions import find_topic, read


@pytest.mark.parametrize(
    ("typed", "body"),
    [
        ("rok parliament on pressure", "national-assembly"),
        ("Japan's foreign ministry on pressure", "japanese-foreign-ministry"),
        ("foreign ministry of South Korea on pressure", "south-korean-foreign-ministry"),
    ],
)
def test_it_is_the_one_of_the_state_beside_it(shipped_kb, typed, body):
    topic = find_topic(shipped_kb, read(shipped_kb, typed))
    assert topic.asked_about == (body,)


@pytest.mark.parametrize(
    ("typed", "stranger"),
    [
        ("UK parliament on pressure", "UK parliament"),
        ("Foreign Ministry of France on pressure", "Foreign Ministry of France"),
        ("china parliament pressure", "china parliament"),
    ],
)
def test_it_is_a_stranger_where_that_state_has_none_on_record(shipped_kb, typed, stranger):
    topic = find_topic(shipped_kb, read(shipped_kb, typed))
    assert topic.strangers == (stranger,)


def test_alone_it_is_asked_about(shipped_kb):
    (body,) = find_topic(shipped_kb, read(shipped_kb, "parliament on pressure")).ambiguous
    assert len(body.names) > 1


@pytest.mark.parametrize("typed", ["a senior {} official", "the top {} official", "{} officials"])
def test_an_official_of_whatever_rank_is_of_the_body(shipped_kb, typed):
    for name, count in (("foreign ministry", 2), ("Japanese Foreign Ministry", 1)):
        topic = find_topic(shipped_kb, read(shipped_kb, f"{typed.format(name)} on pressure"))
        assert [len(actor.names) for actor in topic.subjects] == [count]
        assert not topic.strangers


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        ("Moon's UN speech", "moon-jae-in"),
        ("UN speech by Moon", "moon-jae-in"),
        ("Kishida's White House visit", "fumio-kishida"),
        ("Biden's State Department on talks", "us-state-department"),
    ],
)
def test_a_body_of_no_state_of_a_person_s_is_where_and_not_who(shipped_kb, typed, subject):
    topic = find_topic(shipped_kb, read(shipped_kb, typed))
    assert topic.asked_about == (subject,)
