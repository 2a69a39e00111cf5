"""Who stands where on what at last: a row for each holder and issue, held in memory once read."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pydantic import TypeAdapter

from knowledge.citations.latest_position import LatestPosition

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from knowledge.corpus.model import Sourcing
    from knowledge.kb.connections import Connections

_POSITIONS = TypeAdapter(list[LatestPosition])
_ALL = "SELECT holder, issue, value, latest_from, place FROM latest_position"
_NEWEST_FIRST = " ORDER BY latest_from DESC, place"
_OF_PAIRS = (
    "SELECT document FROM latest_position WHERE (holder, issue) IN"
    " (SELECT value ->> 0, value ->> 1 FROM json_each(?))"
)
_OF_A_PAIR = (
    " FROM stance JOIN statement_setting USING (place) WHERE stance.holder = pair.holder"
    " AND stance.issue = pair.issue AND stance.said_{until} <= :last AND stance.said_to >= :first"
    " AND (:sourcings = '[]' OR sourcing IN (SELECT value FROM json_each(:sourcings)))"
)
_INSIDE = f"SELECT stance.place{_OF_A_PAIR.format(until='to')} ORDER BY stance.place LIMIT 1"
_BEFORE = _INSIDE.replace(":first", "''")
_PERHAPS = f"SELECT 1{_OF_A_PAIR.format(until='from')}"
_WITHIN = (
    "SELECT s.holder, s.issue, s.value, s.said_from, s.place FROM latest_position AS pair"  # noqa: S608 (ours)
    f" JOIN stance AS s ON s.holder = pair.holder AND s.issue = pair.issue AND s.place = IFNULL("
    f"({_INSIDE}), CASE WHEN :before AND NOT EXISTS ({_PERHAPS}) THEN ({_BEFORE}) END)"
    " ORDER BY s.said_from DESC, s.place"
)

_UNCERTAIN = (
    "SELECT pair.holder, pair.issue FROM latest_position AS pair"  # noqa: S608 (ours)
    f" WHERE EXISTS ({_PERHAPS}) AND NOT EXISTS ({_INSIDE}) ORDER BY latest_from DESC, pair.place"
)


class LatestStance(NamedTuple):
    """The newest stance of a holder on an issue: enough to list and to count it."""

    holder: str
    issue: str
    value: str
    latest_from: str
    place: int


class LatestPositions:
    """The read side; what it holds in memory is read when it is first asked for."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    @cached_property
    def settled_by(self) -> str:
        """Return the day from which on nothing on record changes a position; "" where none is."""
        self._by_issue, self._by_holder  # noqa: B018 (read once, when first looked at)
        ((day,),) = self._connections.rows("SELECT MAX(settled_by) FROM latest_position")
        return day or ""

    @property
    def holders(self) -> Collection[str]:
        """Return all who hold a position on any issue."""
        return self._by_holder.keys()

    def on(self, issue: str) -> Sequence[LatestStance]:
        """Return where each holder stands on an issue, the newest first."""
        return self._by_issue.get(issue, ())

    def of(self, holder: str) -> Sequence[LatestStance]:
        """Return where a holder stands on each issue, the newest statement first."""
        return self._by_holder.get(holder, ())

    def within(
        self, first: date | None, last: date, sourcings: Collection[Sourcing], *, before: bool
    ) -> list[LatestStance]:
        """Return where each holder stood on each issue in some days, the newest first.

        With `before` a position from before them counts where nothing may be of these days.
        """
        named = {
            "first": str(first or ""),
            "last": str(last),
            "sourcings": json.dumps(list(sourcings)),
            "before": before,
        }
        return [LatestStance(*row) for row in self._connections.rows(_WITHIN, named)]

    def uncertain(
        self, first: date | None, last: date, sourcings: Collection[Sourcing]
    ) -> list[tuple[str, str]]:
        """Return the holders and issues with stances that may be of some days, and none that is."""
        named = {
            "first": str(first or ""),
            "last": str(last),
            "sourcings": json.dumps([*sourcings]),
        }
        return [(holder, issue) for holder, issue in self._connections.rows(_UNCERTAIN, named)]

    def read(self, rows: Iterable[LatestStance]) -> list[LatestPosition]:
        """Return the positions of rows of `on` and `of`, in their order."""
        pairs = [(row.holder, row.issue) for row in rows]
        found = self._connections.rows(_OF_PAIRS, (json.dumps(pairs),))
        documents = ",".join(document for (document,) in found)
        read = _POSITIONS.validate_json(f"[{documents}]")
        by_pair = {(position.holder, position.issue): position for position in read}
        return [by_pair[pair] for pair in pairs]

    @cached_property
    def _by_issue(self) -> dict[str, list[LatestStance]]:
        found = defaultdict[str, list[LatestStance]](list)
        for row in self._connections.rows(_ALL + _NEWEST_FIRST):
            found[row[1]].append(LatestStance(*row))
        return dict(found)

    @cached_property
    def _by_holder(self) -> dict[str, list[LatestStance]]:
        found = defaultdict[str, list[LatestStance]](list)
        for row in (row for rows in self._by_issue.values() for row in rows):
            found[row.holder].append(row)
        return {holder: sorted(rows, key=lambda row: row.place) for holder, rows in found.items()}
