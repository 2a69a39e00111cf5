"""Which part of a personal name is the surname: the last, or the first where families go first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.names import korean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.names.personal_names import NamePart
    from knowledge.world import World

_FAMILY_FIRST: Final = 3  # parts of a name such as Kim Jong Un


def find_surnames(world: World, parts: Sequence[NamePart]) -> tuple[NamePart, ...]:
    """Return the parts by which an article may go on to call somebody, the likeliest first."""
    if len(parts) < 2 or not _leads(world, parts[0].folded):  # noqa: PLR2004 (both ends)
        return tuple(parts[-1:])
    first, last = parts[0], parts[-1]
    given_last = "-" in last.typed or not _may_be_surname(world, last.folded)
    family_first = len(parts) >= _FAMILY_FIRST or given_last
    return (first, last) if family_first else (last, first)


def _leads(world: World, word: str) -> bool:
    """Return whether a name may begin with a word as its surname: "Joe" is a given name there."""
    given = world.is_mainly_given_name(word)
    return bool(korean.read_surname(word)) or (world.is_surname(word) and not given)


def _may_be_surname(world: World, word: str) -> bool:
    return bool(korean.read_surname(word)) or world.is_surname(word)
