"""Complete a name as it is typed: by the beginning of any of its words, whole names first."""

from __future__ import annotations

from bisect import bisect_left
from heapq import nsmallest
from itertools import islice
from typing import TYPE_CHECKING, Final

from knowledge.text.folding import tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from knowledge.corpus.model import Kind
    from knowledge.names.resolution import Name

_LOOKED_AT: Final = 5_000  # beginnings: of one letter there may be very many
_LONGEST: Final = 100  # characters typed that are read


class Completions:
    """The beginnings of all names, in order; never changed, so safe across threads."""

    def __init__(self, names: Iterable[Name]) -> None:
        found = sorted((pair for name in names for pair in _beginnings(name)), key=_folded)
        self._folded = [folded for folded, _, _ in found]
        self._found = [(place, name) for _, place, name in found]

    def find(self, typed: str, kinds: Collection[Kind], most: int) -> list[str]:
        """Return the targets that what is typed may go on to name, the likeliest first.

        A name that begins so goes before one of which a later word does, what is typed whole
        before both, and a shorter name before a longer.
        """
        folded = " ".join(token.folded for token in tokenize(typed[:_LONGEST]))
        named = [(p, n) for p, n in self._beginning(folded) if n.kind in kinds] if folded else []
        likeliest = nsmallest(4 * most, named, key=lambda found: _order(*found))
        return list(islice(dict.fromkeys(name.target for _, name in likeliest), most))

    def _beginning(self, folded: str) -> Iterator[tuple[int, Name]]:
        """Yield the names of which a word and those behind it begin so."""
        first = bisect_left(self._folded, folded)
        for i in range(first, min(first + _LOOKED_AT, len(self._folded))):
            if not self._folded[i].startswith(folded):
                return
            yield self._found[i]


def _beginnings(name: Name) -> Iterator[tuple[str, int, Name]]:
    """Yield a name from each of its words on, with the number of words before."""
    words = [token.folded for token in tokenize(name.text)]
    for i in range(len(words)):
        yield " ".join(words[i:]), i, name


def _folded(beginning: tuple[str, int, Name]) -> str:
    return beginning[0]


def _order(place: int, name: Name) -> tuple[bool, bool, int, str]:
    return place > 0, name.generated, len(name.text), name.text
