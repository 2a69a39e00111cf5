"""How well the question sets are answered: the floors that no change may break."""

import pytest

from tests.questions.gold import Mark
from tests.questions.question_sets import FURTHER, SETS, ask_all, score


def holds_its_floor(questions, folder):
    asked = ask_all(questions, folder)
    found = score(asked)
    wrong = [(a.row.question, a.judgment.why) for a in asked if a.judgment.mark is Mark.WRONG]
    assert wrong == []
    assert found.percent_right >= questions.floor, found.overall


@pytest.mark.slow(seconds=4)
@pytest.mark.parametrize("questions", SETS, ids=lambda questions: questions.name)
def test_a_set_is_answered_right_as_often_as_before_and_never_wrong(questions, tmp_path):
    holds_its_floor(questions, tmp_path)


@pytest.mark.slow(seconds=4)
@pytest.mark.skipif(not FURTHER, reason="STANCEBOOK_QUESTIONS names no further questions")
def test_questions_from_outside_are_answered_right(tmp_path):
    holds_its_floor(FURTHER, tmp_path)
