"""Which positions a question asks for: "who opposes", "who does not support"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Value
from knowledge.text.english.question_words import SAYING, WHO
from knowledge.text.english.side_words import (
    AGAINST,
    CONDITIONAL,
    FOR,
    HESITANT,
    NEGATING,
    NO_SIDE,
    RULING,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


_SIDES: Final = (
    (AGAINST, Value.OPPOSES),
    (HESITANT, Value.RELUCTANT),
    (CONDITIONAL, Value.CONDITIONAL),
    (NO_SIDE, Value.UNDECLARED),
    (FOR, Value.SUPPORTS),
)
_BETWEEN_SIDES: Final = WHO | {"which", "is", "are", "was", "were"}
_SUPPOSING: Final = frozenset({"would", "could", "might"})


def wanted_values(words: Sequence[str]) -> Collection[Value] | None:
    """Return the values of the side that a question names; None where it names none.

    One that is negated asks for all the others: "who does not support" is more than who opposes.
    """
    if (turned := _find_yes_or_no(words)) is not None:
        return frozenset({turned})
    if either := _find_either(words):
        return either
    ruled = [word for i, word in enumerate(words) if rules_out(words, i)]
    asked = frozenset([*words, *(["reject"] if ruled else [])])
    named = next((value for side, value in _SIDES if side & asked), None)
    if named is None:
        return frozenset({Value.UNDECLARED}) if NEGATING & asked else None
    if NEGATING & asked:
        return frozenset(Value) - {named}
    may_be_bound = named is Value.SUPPORTS and _SUPPOSING & asked  # "who would accept talks"
    return frozenset({named, *([Value.CONDITIONAL] if may_be_bound else [])})


def _find_either(words: Sequence[str]) -> frozenset[Value]:
    """Return both sides of "who supports or opposes talks"; none where one is named, or negated."""
    if not NEGATING.isdisjoint(words):
        return frozenset()
    for i in range(1, len(words) - 1):
        after = next((w for w in words[i + 1 :] if w not in _BETWEEN_SIDES), "")
        both = {value for side, value in _SIDES if {words[i - 1], after} & side}
        if words[i] in {"or", "and"} and len(both) > 1:
            return frozenset(both)
    return frozenset()


def _find_yes_or_no(words: Sequence[str]) -> Value | None:
    """Return the side of "who says no to talks"."""
    at = next((i for i in range(len(words)) if is_answered(words, i)), None)
    if at is None:
        return None
    return Value.OPPOSES if words[at + 1] == "no" else Value.SUPPORTS


def rules_out(words: Sequence[str], at: int) -> bool:
    """Return whether a word is the verb of "rule out"."""
    return words[at] in RULING and tuple(words[at + 1 : at + 2]) == ("out",)


def is_answered(words: Sequence[str], at: int) -> bool:
    """Return whether a verb of saying stands there before "no to" or "yes to"."""
    return words[at] in SAYING and tuple(words[at + 1 : at + 3]) in {("no", "to"), ("yes", "to")}
