"""A name of two that says so is both of them: "both Koreas", "the two Tarsks"."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask


@pytest.mark.parametrize(
    "typed",
    [
        "Where do both Koreas stand on the end of the war?",
        "Do the two Koreas support the end of the war?",
        "the Koreas on the end of the war",
        "What do the two Koreas say about the end of the war?",
    ],
)
def test_both_are_compared(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert (answer.command, answer.outcome, answer.not_understood) == ("compare", "answer", ())
    assert {cell.holder.id for cell in answer.compared} == {"north-korea", "south-korea"}


@pytest.mark.parametrize("who", ["the Koreas", "North Korea and South Korea"])
def test_talks_with_somebody_are_those_alone(shipped_kb, today, who):
    answer = ask(shipped_kb, f"Where do {who} stand on talks with Japan?", today).answer
    assert {cell.issue.id for cell in answer.compared} <= {"japan-north-korea-talks", "summit"}
