"""A group of people that is asked about holds its own position, and no state's."""

from __future__ import annotations

import pytest

from knowledge.questions.reader import read
from knowledge.questions.topic import find_topic


@pytest.mark.parametrize(
    ("typed", "group"),
    [
        ("what do the abductees' families want?", "the abductees' families"),
        ("what do families of abductees say about talks?", "families of abductees"),
        ("families of the victims in Japan on the summit", "families of the victims in Japan"),
        ("position of abductees' relatives on pressure", "abductees' relatives"),
        ("the families' position on talks", "the families"),
        ("Japan's abductees on pressure", "Japan's abductees"),
        ("abductees on talks", "abductees"),
        ("companies in Japan on sanctions", "companies in Japan"),
        ("what do the owners of ships in Japan say on sanctions?", "the owners of ships in Japan"),
        ("do abducted Japanese citizens support talks?", "abducted Japanese citizens"),
        ("statements by families of the abductees", "families of the abductees"),
        ("Japan and the abductees' families on talks", "the abductees' families"),
        ("South Korea's opposition on talks", "South Korea's opposition"),
        ("Japanese lawmakers on pressure", "Japanese lawmakers"),
        ("what does Japan's press think about talks", "Japan's press"),
        ("most Japanese on talks", "most Japanese"),
        ("do ordinary South Koreans support talks?", "ordinary South Koreans"),
        ("what do some in Japan think about pressure", "some in Japan"),
        ("what does the right in Japan think about pressure", "the right in Japan"),
        ("the Japanese left on talks", "the Japanese left"),
        ("conservatives in Japan on talks", "conservatives in Japan"),
        ("what does the far left in Japan think about talks", "the far left in Japan"),
        ("what do a few in Tokyo think of talks", "a few in Tokyo"),
        ("what would another US government do about talks", "another US government"),
        ("where does Japan's public opinion stand on talks", "Japan's public opinion"),
        ("where does Moon's party stand on talks", "Moon's party"),
        ("what will the next US administration do about talks", "next US administration"),
        ("the previous South Korean government on talks", "previous South Korean government"),
        ("what will Japan's next government do on talks", "Japan's next government"),
        ("next government of Japan on talks", "next government of Japan"),
        (
            "did the outgoing administration in Washington back talks",
            "outgoing administration in Washington",
        ),
    ],
)
def test_a_group_in_the_place_of_the_subject_is_a_stranger(shipped_kb, typed, group):
    assert find_topic(shipped_kb, read(shipped_kb, typed)).strangers == (group,)


@pytest.mark.parametrize(
    ("typed", "holder"),
    [
        ("Japan on abductees", "japan"),
        ("what does Japan say about the abductees?", "japan"),
        ("abductees: Japan's position", "japan"),
        ("Japan abductees position", "japan"),
        ("did Suga tell the families of abductees about talks?", "yoshihide-suga"),
    ],
)
def test_a_group_that_is_spoken_of_is_an_issue_still(shipped_kb, typed, holder):
    topic = find_topic(shipped_kb, read(shipped_kb, typed))
    assert (topic.asked_about, topic.strangers) == ((holder,), ())
    assert "abductions" in topic.issues


def test_people_are_whoever_there_is(shipped_kb):
    assert read(shipped_kb, "what do people say about talks?").strangers == ()


@pytest.mark.parametrize(
    "typed", ["Japan's opposition to talks", "most recent Japanese position on pressure"]
)
def test_what_a_state_thinks_is_no_group_of_it(shipped_kb, typed):
    found = find_topic(shipped_kb, read(shipped_kb, typed))
    assert (found.strangers, [actor.target for actor in found.subjects]) == ((), ["japan"])


@pytest.mark.parametrize(
    "typed",
    [
        "is Japan right on talks?",
        "what is the right approach for Japan on talks",
        "Japan's last government statement on talks",
        "what does the current Japanese government think about talks",
    ],
)
def test_neither_a_quality_nor_todays_government_is_another_group(shipped_kb, typed):
    found = find_topic(shipped_kb, read(shipped_kb, typed))
    assert (found.strangers, found.asked_about) == ((), ("japan",))
