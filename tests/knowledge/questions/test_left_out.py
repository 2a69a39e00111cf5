"""Who is left out of all who are asked for, wherever "but" stands, and "talks" as a verb."""

from __future__ import annotations

import pytest

from knowledge.questions import Intent, find_topic, read


@pytest.mark.parametrize(
    ("typed", "left_out"),
    [
        ("everyone on the end of war but the US", ("united-states",)),
        ("everybody's position on pressure but Japan's", ("japan",)),
        ("who but Japan wants pressure?", ("japan",)),
        ("who else but Japan supports pressure?", ("japan",)),
        ("which states but Japan support pressure?", ("japan",)),
        ("pressure: everyone but Japan", ("japan",)),
        ("everyone minus Japan on pressure", ("japan",)),
        ("who in addition to Japan supports pressure?", ("japan",)),
        ("everyone but Japan and the US on pressure", ("japan", "united-states")),
        ("everyone on pressure but Japan, China and the US", ("japan", "china", "united-states")),
        ("who supports pressure but not Japan?", ("japan",)),
    ],
)
def test_whoever_is_left_out_is_not_asked_about(shipped_kb, typed, left_out):
    topic = find_topic(shipped_kb, read(shipped_kb, typed))
    assert topic.intent is Intent.WHO_HOLDS
    assert (topic.subjects, topic.excluded) == ((), left_out)


@pytest.mark.parametrize(
    ("typed", "left_out"),
    [
        ("who besides Japan talks about abductions?", ("japan",)),
        ("who else than Japan talks about abductions?", ("japan",)),
        ("who also talks of the abductions?", ()),
        ("which states talk about abductions?", ()),
    ],
)
def test_whoever_talks_about_an_issue_is_asked_who_speaks_of_it(shipped_kb, typed, left_out):
    topic = find_topic(shipped_kb, read(shipped_kb, typed))
    assert (topic.intent, topic.issues) == (Intent.WHO_SAID, ("abductions",))
    assert (topic.excluded, topic.words) == (left_out, ())


def test_talks_that_somebody_supports_are_an_issue(shipped_kb):
    question = read(shipped_kb, "who supports talks about abductions?")
    assert [f.name.target for f in question.found] == ["dialogue", "abductions"]


@pytest.mark.parametrize("typed", ["US allies on end-of-war", "Japan partners on pressure"])
def test_those_beside_a_state_are_not_the_state(shipped_kb, typed):
    topic = find_topic(shipped_kb, read(shipped_kb, typed))
    assert topic.strangers == (" ".join(typed.split()[:2]),)


def test_a_long_row_of_those_left_out_is_read(shipped_kb):
    row = ", ".join(["Japan"] * 400)
    topic = find_topic(shipped_kb, read(shipped_kb, f"everyone on pressure but {row}"))
    assert topic.excluded == ("japan",) * 400
