"""What was read and plays no part in an answer: it is named there."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("how russia does beijing see the north-south dialogue", "russia"),
        ("did kim washington take a side on the end-of-war idea", "kim"),
        ("wats japans line on easing summit pressure on n korea", "summit"),
        ("President Kono on pressure", "President"),
        ("tell me what Japan and what China think about talks", "Japan"),
        ("What is President Washington's view on end of war", "President"),
    ],
)
def test_a_name_that_plays_no_part_is_mentioned(shipped_kb, today, typed, left):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome == "answer"
    assert left in answer.not_understood


@pytest.mark.parametrize(
    "typed",
    [
        "what does Washington think of Seoul's plan to end the war",
        "Japan on talks with North Korea",
        "foreign minister Kono on pressure",
        "what did Suga say about Kim?",
        "does the US want to talk with Kim?",
    ],
)
def test_a_party_or_somebody_quoted_is_not(shipped_kb, today, typed):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome == "answer"
    assert answer.not_understood == ()


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("has Velmora changed its position on the border since Jonas Vehl?", ("Jonas Vehl",)),
        (
            "does Velmora support a treaty between Jonas Vehl and Orin Dask?",
            ("Jonas Vehl", "Orin Dask"),
        ),
        ("does Velmora support a treaty with Jonas Vehl?", ()),
    ],
)
def test_a_person_who_stands_for_a_time_or_a_meeting_is_mentioned(kb, today, typed, left):
    answer = ask(kb, typed, today).answer
    assert answer.not_understood == left


def test_an_issue_that_a_choice_leaves_out_is_mentioned(kb, today):
    answer = ask(kb, "/stance Velmora and the United Isles on talks on the border", today).answer
    assert answer.outcome == "choice"
    assert answer.issue is not None
    assert answer.not_understood == ("talks",)


@pytest.mark.parametrize(
    ("typed", "named", "left"),
    [
        ("who is the mayor of velmora now", "“mayor of velmora”", ()),
        ("what does Angela Merkel think of the border with zork", "“Angela Merkel”", ("zork",)),
        ("what did marrow say about the united isles", "“united isles”", ()),
        ("/who angela merkel", "“angela merkel”", ()),
    ],
)
def test_what_a_refusal_repeats_is_not_called_unread(kb, today, typed, named, left):
    answer = ask(kb, typed, today).answer
    assert named in answer.reason
    assert answer.not_understood == left


def test_somebody_who_is_in_none_of_the_choices_is_mentioned(shipped_kb, today):
    answer = ask(shipped_kb, "Kim on talks with Moon", today).answer
    assert (answer.outcome, answer.not_understood) == ("choice", ("Moon",))
    answer = ask(shipped_kb, "does Kim want to meet Kishida?", today).answer
    assert (answer.outcome, answer.not_understood) == ("choice", ())


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Japan (the US too) on talks", "US"),
        ("did Tokyo, like Seoul, support ending the war?", "Seoul"),
        ("where do Tokyo and Seoul stand, and Washington, on ending the war?", "Washington"),
        ("what do Japan think, the US and China, on pressure?", "China"),
    ],
)
def test_a_party_that_a_mark_parts_from_those_asked_about_is_mentioned(
    shipped_kb, today, typed, left
):
    assert left in ask(shipped_kb, typed, today).answer.not_understood


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("What would Japan say on the end of the war if the US agreed?", "if the US agreed"),
        ("If the US agreed, would Japan support the end of the war?", "If the US agreed"),
        (
            "Would Japan support talks unless North Korea tests a missile?",
            "unless North Korea tests a missile",
        ),
    ],
)
def test_what_is_supposed_is_mentioned_once(shipped_kb, today, typed, left):
    answer = ask(shipped_kb, typed, today).answer
    assert (answer.outcome, answer.not_understood) == ("answer", (left,))


def test_somebody_told_by_the_occasion_is_not(shipped_kb, today):
    typed = "What did Funakoshi tell Sung Kim in February 2021?"
    assert ask(shipped_kb, typed, today).answer.not_understood == ()
