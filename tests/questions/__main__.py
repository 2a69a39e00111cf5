"""Print how well the question sets and their perturbations are answered: `make questions`.

With -v, also what is not as it should be. Exit code: 1 where a floor does not hold.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.questions import perturbations
from tests.questions.gold import Mark
from tests.questions.question_sets import FURTHER, SETS, ask_all, score

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.questions.question_sets import Asked, QuestionSet


def main(*, is_verbose: bool) -> bool:
    """Print the tables; return whether each floor holds."""
    holds = True
    sets = [*SETS, FURTHER] if FURTHER else SETS
    with TemporaryDirectory() as folder:
        for questions in sets:
            asked = ask_all(questions, Path(folder))
            if is_verbose:
                print_faults(asked)
            holds &= print_score(questions, asked)
        holds &= perturbations.main(sets, Path(folder), is_verbose=is_verbose)
    return holds


def print_faults(asked: Iterable[Asked]) -> None:
    for row, _, judgment in asked:
        if judgment.mark is not Mark.RIGHT:
            print(f"{judgment.mark:10}{row.kind:9}{row.question}\n{'':19}{judgment.why}")


def print_score(questions: QuestionSet, asked: Iterable[Asked]) -> bool:
    found = score(asked)
    print(f"\n{questions.name:12}{'asked':>9}" + "".join(f"{mark:>11}" for mark in Mark))
    for kind, marks in [*found.kinds.items(), ("all", found.overall)]:
        print(f"  {kind:10}{marks.total():9}" + "".join(f"{marks[mark]:11}" for mark in Mark))
    print(f"  {found.percent_right:.1f} % right; the floor is {questions.floor} %, none WRONG")
    return found.holds(questions.floor)


if __name__ == "__main__":
    sys.exit(0 if main(is_verbose="-v" in sys.argv[1:]) else 1)
