"""A claim without the “not” of the words found for it is told so, and so is one with its own."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.commands.plain_words import choose

TODAY = date(2026, 1, 1)
PRESSURE = "“This is not the time to reduce pressure or reward the DPRK.”"
TURNED = "beside a “not” that your words do not have"


def answer(kb, typed):
    return reply_to(kb, choose(kb, typed, TODAY), TODAY).answer


def reason(kb, typed):
    return answer(kb, typed).reason or ""


@pytest.mark.parametrize(
    "typed",
    [
        "Orin Dask claimed it is time to ease",
        "did Orin Dask say it is time to ease?",
        "is it true that Orin Dask said this is the time to ease?",
        "Orin Dask thinks it is time to ease, true?",
    ],
)
def test_a_claim_that_lost_its_not_is_told(kb, typed):
    assert TURNED in reason(kb, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "what did Orin Dask say about time?",
        "Orin Dask said this is not the time to ease",
        "who said late spring",
        "did Orin Dask ever say ease?",
        "Orin Dask refuses to say it is time to ease",
    ],
)
def test_who_asks_what_was_said_claims_nothing(kb, typed):
    assert TURNED not in reason(kb, typed)


@pytest.mark.parametrize(
    ("typed", "turning"),
    [
        ("Moon did not say that the war should be declared over", "not"),
        ("Moon doesn't support the end of war declaration", "doesn't"),
        ("Moon won’t accept the end of war declaration", "won’t"),
        ("Moon denies that he backs the end of war declaration", "denies"),
        ("Moon no longer supports the end of war declaration", "no"),
    ],
)
def test_a_position_that_answers_a_turned_claim_says_what_was_not_read(shipped_kb, typed, turning):
    answered = answer(shipped_kb, typed)
    assert answered.stances
    assert turning in answered.not_understood


@pytest.mark.parametrize(
    "typed",
    [
        "Isn't Moon for the end of war declaration?",
        "Moon supports the end of war declaration, doesn't he?",
        "I don't know whether Moon supports the end of war declaration or not",
        "can't you tell me whether Moon supports the end of war declaration",
        "I cannot tell whether Moon supports the end of war declaration",
    ],
)
def test_a_question_that_only_sounds_like_a_denial_is_read_whole(shipped_kb, typed):
    answered = answer(shipped_kb, typed)
    assert answered.stances
    assert not answered.not_understood


@pytest.mark.parametrize(
    ("typed", "denial"),
    [
        ("{who} denied saying {words}", "denied"),
        ("Nobody said {words}, not even {who}", "Nobody"),
        ("{who} never said {words}", "never"),
        ("{who} says he never said {words}", "never"),
        ("{who} didn’t say {words} at the meeting", "didn’t"),
        ("{words} was never said by {who}", "never"),
        ("/check {who} did not say {words}", "not"),
    ],
)
def test_what_denies_that_words_were_said_is_named_beside_their_check(shipped_kb, typed, denial):
    answered = answer(shipped_kb, typed.format(who="Kono", words=PRESSURE))
    assert answered.command == "check"
    assert answered.checks[0].verdict == "exact"
    assert answered.not_understood == (denial,)


@pytest.mark.parametrize(
    "typed",
    [
        "I am not sure Kono said {}",
        "I can't find where Kono said {}",
        "didn't Kono say {}?",
        "Did Kono say {} or not?",
    ],
)
def test_who_only_asks_denies_nothing(shipped_kb, typed):
    answered = answer(shipped_kb, typed.format(PRESSURE))
    assert answered.command == "check"
    assert answered.not_understood == ()


@pytest.mark.parametrize("verb", ["refused", "rejected", "accepted", "refuses"])
def test_a_deed_that_is_claimed_is_named_beside_a_position(kb, verb):
    assert verb in answer(kb, f"Velmora {verb} an opening of the border").not_understood


@pytest.mark.parametrize(
    "typed",
    ["would Velmora reject an opening of the border", "what has Velmora rejected on the border"],
)
def test_a_deed_that_is_asked_about_is_not_named(kb, typed):
    assert answer(kb, typed).not_understood == ()


@pytest.mark.parametrize(
    ("typed", "verb"),
    [
        ("did Orin Dask reject that the plan is premature", "reject"),
        ("did Orin Dask refuse to say the plan is premature", "refuse"),
        ("did Orin Dask praise the plan as premature?", "praise"),
        ("who doubts the plan is premature", "doubts"),
    ],
)
def test_words_that_lack_the_verb_of_a_claim_are_not_shown_as_what_it_says(kb, typed, verb):
    answered = answer(kb, typed)
    assert answered.statements
    assert verb in answered.reason


def test_words_that_have_the_verb_of_a_claim_say_nothing_of_it(shipped_kb):
    assert answer(shipped_kb, "did Turner support allies?").reason == "On record with “allies”:"


@pytest.mark.parametrize(
    "typed",
    [
        "did Velmora decline to say whether the border should open",
        "Velmora avoids saying whether the border should open",
    ],
)
def test_a_position_does_not_answer_whether_somebody_refused_to_say_it(kb, typed):
    answered = answer(kb, typed)
    assert answered.stances
    assert {"decline", "avoids"} & {*answered.not_understood}


def test_all_that_somebody_said_is_not_what_they_welcomed(kb):
    answered = answer(kb, "what did Orin Dask welcome?")
    assert answered.command == "who"
    assert answered.not_understood == ("welcome",)


def test_who_doubts_something_is_asked_for_a_side(kb, second_kb):
    assert answer(kb, "who doubts an opening of the border").outcome == "no_record"
    answered = answer(second_kb, "who doubts the data transfer pact")
    assert [(s.holder.id, s.value) for s in answered.stances] == [("north-sorva", "reluctant")]


def test_who_doubts_what_a_state_is_asks_not_who_the_state_is(kb):
    answered = answer(kb, "who doubts that Velmora is ready")
    assert answered.command == "stance"
    assert any("not ready" in quote.exact for s in answered.statements for quote in s.quotes)


@pytest.mark.parametrize(
    "typed", ["did Kang say sanctions should be eased", "Kang said sanctions would be eased"]
)
def test_a_word_that_is_only_apart_from_the_issue_is_not_found_on_it(shipped_kb, typed):
    told = answer(shipped_kb, typed)
    assert not told.sought
    assert [(stance.issue.id, stance.value) for stance in told.stances] == [
        ("pressure", "supports")
    ]
    assert "eased" in told.not_understood


def test_a_word_beside_the_issue_is_found_on_it(shipped_kb):
    assert TURNED in reason(shipped_kb, "did Kono say pressure should be reduced")
