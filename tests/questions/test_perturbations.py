"""Questions made of those that are answered: never answered wrong, and refused with the reason."""

import pytest

from tests.questions.perturbations import COVERAGE, RIGHT_REASONS, perturbed, shares
from tests.questions.question_sets import SETS
from tests.questions.refusals import Result

pytestmark = pytest.mark.one_python

KINDS = {
    "negated", "wrong holder", "wrong date", "far issue", "neighboring issue", "false premise",
    "two holders", "all",
}  # fmt: skip


@pytest.mark.slow(seconds=6)
@pytest.mark.parametrize("questions", SETS, ids=lambda questions: questions.name)
def test_what_is_made_of_a_set_is_never_answered_wrong(questions, tmp_path):
    held = perturbed(questions, tmp_path)
    assert [each.kin.question for each in held if each.result is Result.WRONG] == []
    found = shares(held)
    assert found.keys() == KINDS
    assert found["all"].coverage >= COVERAGE
    assert found["all"].right_reasons >= RIGHT_REASONS
