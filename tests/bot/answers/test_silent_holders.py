"""Who has nothing on record is never answered with those who have."""

from __future__ import annotations

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from knowledge.questions import find_silence, read


@pytest.mark.parametrize(
    "typed",
    [
        "who hasn't taken a position on abductions?",
        "Which governments have no position on record on abductions?",
        "who has nothing on record on abductions",
        "who did not speak about abductions",
        "who has never spoken about the abductions",
        "which countries are silent on abductions",
        "whose position on abductions is unknown?",
        "who said nothing about abductions",
        "who doesn't have a stance on abductions",
        "who has yet to comment on abductions",
        "is there anyone who has not taken a side on abductions?",
    ],
)
def test_those_without_a_record_are_named_beside_those_with_one(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome is Outcome.NO_RECORD
    on_record, without = answer.reason.split("None on record: ")
    assert "on record on Abductions of Japanese citizens: Japan" in on_record
    for name in ("China", "North Korea", "South Korea", "United States"):
        assert name in without
        assert name not in on_record
    assert not answer.not_understood
    assert not answer.stances


def test_words_count_where_words_are_asked_for(shipped_kb, today):
    typed = "who hasn't commented on the summit"
    assert ask(shipped_kb, typed, today).answer.reason.split("None on record: ")[1] == (
        "China. That does not mean they took no position."
    )


def test_nobody_is_left_where_all_are_on_record(shipped_kb, today):
    reason = ask(shipped_kb, "who didn't comment on inter-Korean dialogue", today).answer.reason
    assert reason.endswith("Nobody else holds a position on any issue.")


@pytest.mark.parametrize(
    "typed", ["who did not mention Japan", "who hasn't said that talks are premature"]
)
def test_who_did_not_say_something_is_not_searched_for(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome is Outcome.NO_MATCH
    assert not answer.statements


@pytest.mark.parametrize(
    "typed",
    [
        "who said it is not the time to reduce pressure",
        "who does not support pressure",
        "who took no side on the end-of-war declaration",
        "who has no objection to talks",
        "who said that Japan would not reduce pressure",
    ],
)
def test_another_not_asks_for_no_silence(shipped_kb, typed):
    assert find_silence(read(shipped_kb, typed)) is None


def test_a_side_that_is_negated_by_a_contraction_is_the_others(shipped_kb, today):
    answer = ask(shipped_kb, "who hasn't supported pressure", today).answer
    assert [s.holder.id for s in answer.stances] == ["china"]


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("which states say no to pressure", Outcome.NO_RECORD),
        ("who says yes to pressure", Outcome.ANSWER),
    ],
)
def test_yes_and_no_are_sides(shipped_kb, today, typed, outcome):
    assert ask(shipped_kb, typed, today).answer.outcome is outcome


@pytest.mark.parametrize("asked_for", ["which states have no position", "who is silent"])
def test_who_may_have_spoken_only_later_is_neither_silent_nor_on_record(
    shipped_kb, today, asked_for
):
    typed = f"{asked_for} on Japan-North Korea talks as of 2017"
    reason = ask(shipped_kb, typed, today).answer.reason
    assert "by 31 December 2017: nobody. Nothing certain by then: Japan. None" in reason


@pytest.mark.parametrize(
    "typed",
    [
        "which countries didn't take a side on the end of war declaration",
        "who hasn't taken sides on ending the war",
        "who didn't take a position on the end-of-war declaration",
        "who never took a side on the end-of-war declaration",
        "who has no position on the end-of-war declaration",
    ],
)
def test_whoever_took_no_side_is_not_among_those_with_a_position(shipped_kb, today, typed):
    reason = ask(shipped_kb, typed, today).answer.reason
    assert "Japan, South Korea and North Korea. Took no side: United States." in reason
