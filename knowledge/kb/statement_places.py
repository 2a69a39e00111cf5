"""Which statements there are of somebody, on issues and days: their places, without their words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from knowledge.corpus.model import Sourcing
    from knowledge.kb.connections import Connections

_OF_DAYS = (
    "JOIN statement_setting AS setting USING (place) WHERE setting.said_from <= :last"
    " AND setting.said_to >= :first AND (:sourcings = '[]' OR sourcing IN"
    " (SELECT value FROM json_each(:sourcings)))"
)
_WHO = "who IN (SELECT value FROM json_each(:who))"
_ON = "issue IN (SELECT value FROM json_each(:issues))"
_ABOUT = f"SELECT DISTINCT place FROM about {_OF_DAYS} AND {_WHO} AND {_ON} LIMIT :most"  # noqa: S608 (ours)
_SPOKEN = f"SELECT place FROM {{}} {_OF_DAYS} AND {_WHO} LIMIT 1"  # noqa: S608 (ours)
_HOLDERS = (
    f"SELECT holder FROM stance WHERE {_ON} AND said_to <= :last"  # noqa: S608 (ours)
    " GROUP BY holder ORDER BY MAX(said_to) DESC, MIN(place)"
)
_HELD = (
    f"SELECT 1 FROM stance {_OF_DAYS} AND holder IN (SELECT value FROM json_each(:who))"  # noqa: S608 (ours)
    f" AND {_ON} AND setting.said_to <= :last LIMIT 1"
)


@dataclass(frozen=True, slots=True)
class DaysSpoken:
    """The days that statements may be of, either end included, and how they may be sourced.

    `first` may be open, and so are the sourcings where none is named.
    """

    first: date | None
    last: date
    sourcings: Collection[Sourcing] = ()

    def values(self) -> dict[str, str]:
        """Return the days and the sourcings as a query names them."""
        sourcings = json.dumps(list(self.sourcings))
        return {"first": str(self.first or ""), "last": str(self.last), "sourcings": sourcings}


class StatementPlaces:
    """The read side: each look-up ends with what it was asked for, however much there is."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def about(
        self, issues: Collection[str], who: Collection[str], days: DaysSpoken, most: int
    ) -> list[int]:
        """Return the places of what was said by these, or for them, on issues; so many at most."""
        named: dict[str, str | int] = {"issues": json.dumps(list(issues)), "most": most}
        return [place for (place,) in self._rows(_ABOUT, who, days, named)]

    def has_any(self, who: Collection[str], days: DaysSpoken, *, for_states: bool) -> bool:
        """Return whether these said anything; of states, whether it was said for them."""
        return bool(self._rows(_SPOKEN.format("about" if for_states else "voice"), who, days))

    def has_stance(self, holder: str, issues: Collection[str], days: DaysSpoken) -> bool:
        """Return whether a holder certainly has a stance on one of some issues by the last day."""
        return bool(self._rows(_HELD, [holder], days, {"issues": json.dumps(list(issues))}))

    def list_holders(self, issues: Collection[str], last: date) -> list[str]:
        """Return who certainly had a stance on one of some issues by a day, the newest first."""
        values = {"issues": json.dumps(list(issues)), "last": str(last)}
        return [holder for (holder,) in self._connections.rows(_HOLDERS, values)]

    def _rows(
        self,
        query: str,
        who: Collection[str],
        days: DaysSpoken,
        named: dict[str, str | int] | None = None,
    ) -> list[tuple[int]]:
        values = {**days.values(), **(named or {}), "who": json.dumps(list(who))}
        return self._connections.rows(query, values)
