"""A pronoun is whoever the last question was about, where that is one alone."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.last_question import remember
from bot.cli.ask import ask

TODAY = date(2026, 12, 1)


@pytest.fixture
def answer_to(shipped_kb):
    def answer(*questions):
        last = None
        for question in questions:
            reply = ask(shipped_kb, question, TODAY, last)
            last = remember(shipped_kb, reply.answer, last, reply.message.shows)
        return reply.answer

    return answer


@pytest.mark.parametrize(
    ("first", "then", "nobody"),
    [
        ("Who is Moon Jae-in?", "and his successor?", "Moon Jae-in's successor"),
        ("Who is Moon Jae-in?", "where does his party stand on talks?", "Moon Jae-in's party"),
        ("Who is Kim Yo Jong?", "and her brother?", "Kim Yo Jong's brother"),
        ("Who is Rex Tillerson?", "and his Japanese counterpart?", "Tillerson's Japanese counter"),
        ("Where does Japan stand on pressure?", "and their opposition?", "Japan's opposition"),
        ("Where does Japan stand on pressure?", "what does its press say?", "Japan's press"),
        ("Who is Moon Jae-in?", "and his foreign minister?", "Moon Jae-in's foreign minister"),
    ],
)
def test_whoever_is_told_by_a_pronoun_is_that_ones(answer_to, first, then, nobody):
    answer = answer_to(first, then)
    assert answer.outcome == "no_match"
    assert nobody in answer.reason
    assert answer.taken_over.names


def test_what_somebody_was_before_is_asked_of_them(answer_to):
    answer = answer_to("What did Suga say?", "what was he before?")
    assert (answer.command, answer.person.name) == ("who", "Yoshihide Suga")


def test_an_office_of_a_state_is_that_states(answer_to):
    answer = answer_to("Where does Japan stand on pressure?", "what does its foreign minister say?")
    assert answer.person.name == "Taro Kono"


def test_whom_somebody_met_is_named(answer_to):
    answer = answer_to("Who is Julie Turner?", "did Kishida meet her?")
    assert [ref.name for ref in answer.taken_over.names] == ["Julie Turner"]
    assert answer.outcome == "no_record"


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Where does South Korea stand on the end of war?", "and his successor?"),
        ("Where do Japan and South Korea stand on pressure?", "and its opposition?"),
    ],
)
def test_of_several_it_is_asked(answer_to, first, then):
    assert answer_to(first, then).outcome != "answer"


@pytest.mark.parametrize(
    ("questions", "asked"),
    [
        (["Kang on pressure", "and Kono?", "compare the two"], "kang-kyung-hwa, taro-kono"),
        (["Kang on pressure", "and Kono?", "which of them supports it?"], "kang-kyung-hwa, taro"),
        (["Kang on pressure", "and Kono?", "and Tillerson?", "compare the three"], "rex-tillerson"),
        (["Kang on pressure", "does she agree with Kono?"], "kang-kyung-hwa, taro-kono"),
        (["Japan and the US on pressure", "which one supports it?"], "japan, united-states"),
    ],
)
def test_several_are_those_asked_about_lately(answer_to, questions, asked):
    answer = answer_to(*questions)
    assert (answer.command, answer.outcome) == ("compare", "answer")
    assert asked in answer.asked


def test_more_than_were_asked_about_are_nobody(answer_to):
    assert answer_to("What did Kono say?", "compare the three").outcome == "no_match"
    assert answer_to("Kono on pressure", "and Kang?", "which of the three said it first?").reason


@pytest.mark.parametrize(
    ("then", "who"), [("the former?", "kang-kyung-hwa"), ("only the latter", "taro-kono")]
)
def test_one_of_two_is_told_by_its_place(answer_to, then, who):
    answer = answer_to("Kang on pressure", "and Kono?", then)
    assert answer.asked == f"/stance {who} pressure"


@pytest.mark.parametrize(
    ("then", "asked"),
    [
        ("I meant Tokyo", "/stance japan end-of-war"),
        ("no, I mean pressure", "/stance south-korea pressure"),
    ],
)
def test_what_was_meant_takes_the_place_of_what_was_said(answer_to, then, asked):
    assert answer_to("Where does Seoul stand on the end of war?", then).asked == asked


def test_who_was_first_is_asked_of_those_compared(answer_to):
    asked = answer_to("compare the US and Japan on pressure", "who said it first?").asked
    assert asked == "/timeline united-states japan pressure"


@pytest.mark.parametrize(
    ("then", "command"),
    [
        ("anything newer?", "stance"),
        ("anything since?", "timeline"),
        ("and the year after?", "timeline"),
        ("and the year before?", "timeline"),
    ],
)
def test_days_beside_those_asked_about_go_on(answer_to, then, command):
    answer = answer_to("Where did Japan stand on pressure in 2018?", then)
    assert answer.command == command
    assert [ref.id for ref in answer.taken_over.names] == ["japan", "pressure"]


def test_the_first_of_several_is_who_was_named_first(answer_to):
    asked = answer_to("Japan, China and the US on pressure", "the first one?").asked
    assert asked == "/stance japan pressure"
    assert answer_to("Japan, China and the US on pressure", "the latter?").outcome == "no_match"


def test_a_time_in_office_is_asked_for_in_a_follow_up_too(answer_to):
    answer = answer_to("What does Kono say about pressure?", "and under Abe?")
    assert answer.reason.startswith("The articles do not say from when to when Shinzo Abe")


def test_a_time_in_office_on_record_goes_on(answer_to):
    answer = answer_to("Where does the US stand on pressure?", "and before Biden?")
    assert answer.as_of == date(2021, 1, 19)
    assert answer.issue.id == "pressure"


@pytest.mark.parametrize(
    "then",
    [
        "check: she supported strengthening sanctions",
        "check she supported strengthening sanctions against the DPRK",
        "verify: she supported strengthening sanctions against the DPRK",
        "please verify that she supported strengthening sanctions against the DPRK",
        "ok, now check this: she supported strengthening sanctions against the DPRK",
        "double-check: she supported strengthening sanctions against the DPRK",
        "she supported strengthening sanctions against the DPRK",
    ],
)
def test_a_pronoun_of_words_to_check_is_left_as_it_is(answer_to, then):
    answer = answer_to("Who is Kim Yo Jong?", then)
    assert answer.command == "check"
    assert answer.checks[0].asked.startswith("she supported strengthening")
    assert answer.taken_over is None


@pytest.mark.parametrize(
    "then", ["is this right: he ended the pressure", "quote: he wants an end to the pressure"]
)
def test_a_pronoun_of_words_that_are_announced_is_nobody(answer_to, then):
    answer = answer_to("Who is Taro Kono?", then)
    assert answer.outcome != "answer"
    assert answer.taken_over is None


def test_what_somebody_said_is_asked_of_them_also_with_check(answer_to):
    answer = answer_to("Who is Taro Kono?", "check what he said on pressure")
    assert answer.person.name == "Taro Kono"


def test_a_pronoun_behind_two_names_may_be_either_ones(answer_to):
    answer = answer_to("Who is Kim Jong Un?", "Moon met Tillerson and spoke with him")
    assert answer.taken_over is None


@pytest.mark.parametrize(
    "typed", ["what about under Suga", "and under Suga?", "how about under Suga"]
)
def test_a_time_in_office_without_days_keeps_what_was_asked_about(answer_to, typed):
    answer = answer_to("Where does Japan stand on dialogue with North Korea?", typed)
    assert answer.reason.startswith("The articles do not say from when to when Yoshihide Suga")
    assert [c.label for c in answer.choices] == [
        "Yoshihide Suga’s government on Japan-North Korea talks"
    ]


@pytest.mark.parametrize(
    ("who", "then", "theirs"),
    [
        ("Who is Rex Tillerson?", "did he say “charm diplomacy”?", "not_theirs"),
        ("Who is Rex Tillerson?", "“charm diplomacy” – did he say that?", "not_theirs"),
        ("Who is Taro Kono?", "did he really say “charm diplomacy”?", "exact"),
    ],
)
def test_a_quotation_is_held_against_whom_a_pronoun_means(answer_to, who, then, theirs):
    answer = answer_to(who, then)
    assert answer.checks[0].verdict == theirs
    assert [f"Who is {ref.name}?" for ref in answer.taken_over.names] == [who]


@pytest.mark.parametrize(
    "then",
    [
        "did he say “charm diplomacy”?",
        "did Tillerson say she used “charm diplomacy”?",
        "“she supported strengthening sanctions against the DPRK”",
    ],
)
def test_a_pronoun_that_may_be_anothers_gives_a_quotation_to_nobody(answer_to, then):
    assert answer_to("Who is Kim Yo Jong?", then).taken_over is None


@pytest.mark.parametrize(
    "then",
    [
        "and what was said about North Korea then?",
        "what did Japan's foreign minister say about pressure at the time?",
    ],
)
def test_then_is_on_the_days_asked_about_before_whoever_is_named(answer_to, then):
    answer = answer_to("Where did the US stand on pressure in 2018?", then)
    assert answer.statements
    assert (answer.first_day, answer.as_of) == (date(2018, 1, 1), date(2018, 12, 31))
