"""Which candidates make a statement: those of one attribution, unless a curator says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.review.decisions import Decision

_FIELDS: Final = frozenset(
    "speaker description as_ sourcing via holder said event naming".split()
)  # a statement has one of each
Group = tuple[object, ...]


def group_decisions(
    decisions: Iterable[Decision], candidates: Sequence[Candidate]
) -> list[list[Decision]]:
    """Group what makes one statement; a second summary begins another, unless it was merged."""
    ordered = sorted(decisions, key=lambda d: d.candidate)
    by_key = {d.key: d for d in ordered}
    groups: dict[Group, list[list[Decision]]] = {}
    for decision in ordered:
        root = _find_root(decision, by_key)
        own = groups.setdefault(_identify(root, candidates[root.candidate]), [[]])
        worded = decision.summary and any(d.summary for d in own[-1])
        own.append([decision]) if worded else own[-1].append(decision)
    return [group for own in groups.values() for group in own if group]


def find_statement(
    at: int, decisions: Iterable[Decision], candidates: Sequence[Candidate]
) -> list[Decision]:
    """Return the decisions that make one statement with that on a candidate."""
    groups = group_decisions(decisions, candidates)
    return next((g for g in groups if any(d.candidate == at for d in g)), [])


def _find_root(decision: Decision, by_key: dict[str, Decision]) -> Decision:
    """Return the decision whose statement another one belongs to, however often merged."""
    seen = {decision.key}
    while (joined := decision.joined) and joined in by_key and joined not in seen:
        decision = by_key[joined]
        seen.add(joined)
    return decision


def _identify(decision: Decision, made: Candidate) -> Group:
    if decision.joined and decision.joined == decision.key:
        return (decision.key,)
    apart = decision.model_dump_json(include=set(_FIELDS))
    return made.group, made.speaker is None, apart
