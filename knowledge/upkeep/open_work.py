"""One thing that waits for a curator, and where."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from knowledge.corpus.entry import Entry
    from knowledge.corpus.errors import Location


class WorkKind(StrEnum):
    """What waits, in the order in which it is told."""

    DRAFT = "drafts"
    CHANGED_TEXT = "changed texts"
    NO_STANCE = "statements without an issue"
    NO_POST = "people without a post"
    UNKNOWN_BODY = "bodies not on record"
    SAME_WORDS = "same words in two articles"
    STALE_ISSUE = "stale issues"


class OpenWork(NamedTuple):
    """What waits in an entry; line 0 is the whole of it."""

    kind: WorkKind
    file: str
    line: int
    what: str

    @classmethod
    def at(cls, kind: WorkKind, entry: Entry[object], where: Location, what: str) -> OpenWork:  # type: ignore[type-var]
        """Return what waits at a field of an entry."""
        return cls(kind, entry.file, entry.lines.get(where, 1), what)
