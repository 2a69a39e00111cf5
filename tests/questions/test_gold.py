"""The marks of answers that are held against gold: each way to be right, near, late or wrong."""

from datetime import date

import pytest

from bot.answers.answer import Answer, Choice, Outcome
from bot.answers.ref import Ref
from bot.cli.ask import ask
from tests.questions.gold import Mark, judge

TODAY = date(2026, 11, 29)


def given(outcome, **fields):
    return Answer(
        question="?", command="stance", outcome=outcome, today=TODAY, kb_digest="0", **fields
    )


ARCADIA = Choice(id="arcadia", name="Arcadia", question="/who arcadia", label="Arcadia")


@pytest.mark.parametrize(
    ("gold", "answer", "mark"),
    [
        ({"outcome": ["no_match"]}, given(Outcome.NO_MATCH), Mark.RIGHT),
        ({"outcome": ["no_match"]}, given(Outcome.ANSWER), Mark.WRONG),
        ({"outcome": ["answer"]}, given(Outcome.NO_MATCH), Mark.MISSED),
        ({"outcome": ["answer"], "actor": "arc"}, given(Outcome.CHOICE, choices=(ARCADIA,)), Mark.CLICK),
        ({"outcome": ["answer"], "actor": "borduria"}, given(Outcome.CHOICE, choices=(ARCADIA,)), Mark.MISSED),
        ({"outcome": ["no_match"], "actor": "arc"}, given(Outcome.CHOICE, choices=(ARCADIA,)), Mark.MISSED),
        ({"outcome": ["no_record"], "actor": "arc"}, given(Outcome.NO_RECORD, holder=Ref(id="arcadia", name="A")), Mark.RIGHT),
        ({"outcome": ["no_record"], "actor": "arc"}, given(Outcome.NO_RECORD, holder=Ref(id="b", name="B")), Mark.MISSED),
        ({"outcome": ["answer"], "actor": "arc"}, given(Outcome.ANSWER, holder=Ref(id="b", name="B")), Mark.WRONG),
        ({"outcome": ["answer"], "speaker": "nobody"}, given(Outcome.ANSWER), Mark.WRONG),
        ({"outcome": ["answer"], "quote": "words"}, given(Outcome.ANSWER), Mark.WRONG),
        ({"outcome": ["answer"], "verdict": "same"}, given(Outcome.ANSWER), Mark.MISSED),
        ({"outcome": ["no_match"], "verdict": "not_held"}, given(Outcome.NO_MATCH), Mark.RIGHT),
        ({"outcome": ["choice"], "verdict": "not_held"}, given(Outcome.CHOICE), Mark.MISSED),
    ],
)  # fmt: skip
def test_an_answer_is_marked(gold, answer, mark):
    assert judge(gold, answer).mark is mark


def asked(kb, typed):
    return ask(kb, typed, TODAY).answer


@pytest.mark.parametrize(
    ("gold", "mark"),
    [
        ({"actor": "^velmora ", "topic": "border"}, Mark.RIGHT),
        ({"actor": "tarsk"}, Mark.WRONG),
        ({"topic": "ferry"}, Mark.WRONG),
        ({"quote": "supports the opening of the border"}, Mark.RIGHT),
        ({"actor": "velmora", "quote": "a late winter"}, Mark.MISSED),
        ({"quote": "a late winter"}, Mark.WRONG),
        ({"not_quote": "opening of the border"}, Mark.WRONG),
        ({"not_quote": "a late winter"}, Mark.RIGHT),
    ],
)
def test_an_answer_from_a_corpus_is_marked(kb, gold, mark):
    answer = asked(kb, "/stance velmora border opening")
    assert judge({"outcome": ["answer"], **gold}, answer).mark is mark


@pytest.mark.parametrize(
    ("typed", "verdict", "mark"),
    [
        ('/check "each bank keeps its own tolls"', "same", Mark.RIGHT),
        ('/check "each bank keeps its own tolls"', "differs|not_held", Mark.WRONG),
        ('/check "Without a ferry, there is nobody to speak to"', "differs", Mark.RIGHT),
        ('/check "no such words were said"', "not_held", Mark.RIGHT),
        ('/check "no such words were said"', "same", Mark.MISSED),
    ],
)
def test_a_check_is_marked(kb, typed, verdict, mark):
    found = asked(kb, typed)
    outcomes = ["answer", "no_match", "no_record"]
    assert judge({"outcome": outcomes, "verdict": verdict}, found).mark is mark
