"""Speakers who are only described are told by their descriptions, and by no issue's name."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "via"),
    [
        ("What did the diplomatic sources say in 2021?", "diplomatic sources"),
        ("what do diplomatic sources say about the end of the war", "diplomatic sources"),
        ("What did sources familiar with the matter say?", "sources familiar with the matter"),
    ],
)
def test_their_words_are_those_passed_on_by_such(shipped_kb, today, typed, via):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome == "answer"
    assert {said.via for said in answer.statements} == {via}


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("What did security officials in Seoul say?", "security officials in Seoul"),
        ("what did top security officials say about talks", "top security officials"),
        ("What did nuclear experts say?", "nuclear experts"),
        ("what did trade officials in Washington say", "trade officials in Washington"),
    ],
)
def test_without_their_words_no_others_are_given(shipped_kb, today, typed, who):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome == "no_match"
    assert answer.reason.startswith(f"No statement on record is attributed to “{who}”")


@pytest.mark.parametrize(
    ("typed", "holder"),
    [
        ("Which sources say Japan is reluctant on the end of the war?", "japan"),
        ("Who says Japan is reluctant on the end of the war?", "japan"),
        ("Who said that Japan would oppose the end of the war?", "japan"),
        ("Which officials say South Korea supports the end of the war?", "south-korea"),
    ],
)
def test_who_tells_of_a_position_is_told_by_it(shipped_kb, today, typed, holder):
    answer = ask(shipped_kb, typed, today).answer
    assert (answer.outcome, answer.holder.id, answer.issue.id) == ("answer", holder, "end-of-war")


def test_an_issue_in_the_description_narrows_nothing(shipped_kb, today):
    typed = "What did sources close to Japan-North Korea relations say?"
    answer = ask(shipped_kb, typed, today).answer
    assert [said.id for said in answer.statements] == ["source-left-out-of-the-loop"]
