"""Which positions a question asks for: "who opposes", "who does not support"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus.model import Value
from knowledge.text.english.side_words import (
    AGAINST,
    CONDITIONAL,
    FOR,
    HESITANT,
    NEGATING,
    NO_SIDE,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


def wanted_values(words: Iterable[str]) -> Collection[Value] | None:
    """Return the values of the side that a question names; None where it names none.

    One that is negated asks for all the others: "who does not support" is more than who opposes.
    """
    asked = frozenset(words)
    sides = (
        (AGAINST, Value.OPPOSES),
        (HESITANT, Value.RELUCTANT),
        (CONDITIONAL, Value.CONDITIONAL),
        (NO_SIDE, Value.UNDECLARED),
        (FOR, Value.SUPPORTS),
    )
    named = next((value for side, value in sides if side & asked), None)
    if named is None:
        return frozenset({Value.UNDECLARED}) if NEGATING & asked else None
    return frozenset(Value) - {named} if NEGATING & asked else frozenset({named})
