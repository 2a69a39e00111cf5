"""What the findings of a checker are worth: by kind of claim, and in all."""

from __future__ import annotations

import statistics
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tests.check_benchmark.cases import (
    ALTERED,
    MISLEADING_CUT,
    NOT_PRINTED,
    PRINTED,
    WRONG_SPEAKER,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tests.check_benchmark.cases import Case, Finding


# The rows below the kinds: what of the claims with these right verdicts is told of.
_CALLED_FINE = {
    "**altered or not printed, called fine**": {ALTERED, NOT_PRINTED},
    "**wrong speaker, called fine**": {WRONG_SPEAKER},
    "**misleading cut, called fine**": {MISLEADING_CUT},
}
_REFUSED = "**honest, not called fine**"


class Score(NamedTuple):
    right: Counter[str]
    """By kind, how many cases got the verdict that is right."""
    cases: Counter[str]
    """By kind, how many were judged."""
    fine: Counter[str]
    """By kind, how many were called fine."""
    rights: dict[str, str]
    """By kind, the verdict that is right."""
    milliseconds: float
    """The median of the CPU of a check."""

    def count_fine(self, rights: Collection[str]) -> tuple[int, int]:
        """Return how many of the claims with such a right verdict were called fine, and of how many."""
        kinds = [kind for kind in self.cases if self.rights[kind] in rights]
        return sum(self.fine[kind] for kind in kinds), sum(self.cases[kind] for kind in kinds)


def score(
    cases: Iterable[Case], findings: Iterable[Finding], not_judged: Collection[str] = ()
) -> Score:
    by_id = {finding.id: finding for finding in findings}
    judged = [case for case in cases if case.kind not in not_judged]
    return Score(
        right=Counter(case.kind for case in judged if by_id[case.id].found == case.right),
        cases=Counter(case.kind for case in judged),
        fine=Counter(case.kind for case in judged if by_id[case.id].found == PRINTED),
        rights={case.kind: case.right for case in judged},
        milliseconds=1000 * statistics.median(f.seconds for f in by_id.values()),
    )


def write_table(kinds: Counter[str], scores: dict[str, Score]) -> str:
    """Return a table in Markdown: right of a kind, and of the harmful ones what was called fine."""
    every = scores.values()
    rows = [["claims", "cases", *scores], ["---", *["---:"] * (1 + len(scores))]]
    rows += [[f"`{k}`", str(n), *(_cell(s, k) for s in every)] for k, n in kinds.items()]
    for name, rights in _CALLED_FINE.items():
        rows.append([name, "", *(_share(*s.count_fine(rights)) for s in every)])
    honest = [s.count_fine({PRINTED}) for s in every]
    rows.append([_REFUSED, "", *(_share(of - fine, of) for fine, of in honest)])
    rows.append(["CPU of a check, median", "", *(f"{s.milliseconds:.2f} ms" for s in every)])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(score: Score, kind: str) -> str:
    if kind not in score.cases:
        return "not judged"
    fine = score.fine[kind] if score.rights[kind] != PRINTED else 0
    return f"{score.right[kind]} ({fine} fine)" if fine else str(score.right[kind])


def _share(count: int, of: int) -> str:
    return f"{count} of {of} ({count / of:.1%})" if of else "not judged"
