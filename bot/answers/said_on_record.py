"""What is narrowed to what was said on the record: "a named official", "on the record"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus import Sourcing
from knowledge.text import ON_THE_RECORD, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.citations import CitedStatement

# /said has its own filter
_NARROWED = frozenset({"stance", "who", "compare", "timeline", "issues"})
PUBLIC = frozenset({Sourcing.ON_RECORD, Sourcing.DOCUMENT, Sourcing.STATE_MEDIA})


def asks_on_record(command: str, typed: str) -> bool:
    """Return whether a question asks for nothing but what was said on the record."""
    return command in _NARROWED and bool(ON_THE_RECORD.search(typed))


def keep_on_record(said: Iterable[CitedStatement]) -> list[CitedStatement]:
    """Keep what somebody said publicly: not what others relayed, nor an outlet's account."""
    return [statement for statement in said if statement.sourcing in PUBLIC]


def blank_asking(typed: str) -> str:
    """Return a question that asks for all that is on record; what else it has keeps its place."""
    return ON_THE_RECORD.sub(lambda found: " " * len(found[0]), typed)


def leave_out_asking(typed: str, words: Iterable[str]) -> list[str]:
    """Return words without those that ask for what was said on the record."""
    asking = ON_THE_RECORD.search(typed)
    known = {token.folded for token in tokenize(asking[0])} if asking else set[str]()
    return [word for word in words if word.lower() not in known]
