"""Words that tell days by an occasion: "before the ministerial", "since he spoke"."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class SideInTime(Enum):
    """On which side of an occasion the days lie that are meant."""

    BEFORE = "before"
    AFTER = "after"
    DURING = "during"
    BETWEEN = "between"
    """One occasion of two, between which the days lie."""


# What stands in front of an occasion; the longer goes first.
MARKERS: Final[Mapping[tuple[str, ...], SideInTime]] = {
    ("in", "the", "run", "up", "to"): SideInTime.BEFORE,
    ("at", "the", "time", "of"): SideInTime.DURING,
    ("in", "the", "wake", "of"): SideInTime.AFTER,
    ("in", "the", "course", "of"): SideInTime.DURING,
    ("in", "the", "aftermath", "of"): SideInTime.AFTER,
    ("by", "the", "time", "of"): SideInTime.BEFORE,
    ("up", "to"): SideInTime.BEFORE,
    ("ahead", "of"): SideInTime.BEFORE,
    ("prior", "to"): SideInTime.BEFORE,
    ("before",): SideInTime.BEFORE,
    ("until",): SideInTime.BEFORE,
    ("till",): SideInTime.BEFORE,
    ("after",): SideInTime.AFTER,
    ("following",): SideInTime.AFTER,
    ("since",): SideInTime.AFTER,
    ("during",): SideInTime.DURING,
    ("amid",): SideInTime.DURING,
    ("pre",): SideInTime.BEFORE,
    ("post",): SideInTime.AFTER,
    ("between",): SideInTime.BETWEEN,
    ("from",): SideInTime.BETWEEN,
}
# Only with a hyphen behind them: "pre-Olympics".
PREFIXES: Final = _words("pre post")
# How near it was, which is not told apart: "shortly after the call".
NEARNESS: Final = _words("immediately right just shortly soon long directly well even only")
LONGEST_MARKER: Final = max(map(len, MARKERS))
# In front of what is told already, or is one of its kind.
DEFINITE: Final = _words("the this that these those")
OWNED_BY: Final = _words("his her its their")
PRONOUNS: Final = _words("he she it they")
INDEFINITE: Final = _words("a an any some all no")
# Where words on an occasion end, but for those of its own name.
PARTING: Final = _words("in at of for with between by on from to about regarding")
# What all that somebody said goes by, and how a sentence tells of it.
SAID_THINGS: Final = _words("statement statements remark remarks comment comments words")
SAYING_IT: Final = _words(
    """made gave issued released published delivered said spoke talked commented it that so this
    out up had has"""
)
# Behind these an occasion is some time away from the days meant: "two days after the call".
TIMES_AWAY: Final = _words(
    "day days week weeks month months year years hour hours night morning fortnight"
)
# Behind the words on an occasion these go on with a sentence about it: "before the war is over".
OF_A_CLAUSE: Final = _words("is are was were had has have been be can could will would")
# Of these, what tells of no day gone by: a condition, as of a position.
STILL_TO_COME: Final = _words("is are has have be can will")
