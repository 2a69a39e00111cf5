"""Words in marks that only describe somebody, or what is theirs: North Korea’s “charm” worries us.

Whoever is named there need not have said them, so that it is left open who did.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.corpus import Kind
from knowledge.questions import read
from knowledge.text import compile_later

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase

_NEAR: Final = 400  # characters in front of a name that are looked at
# Behind a name: "Velmora’s “…” worries", "Velmora’s “…”: what Dask meant".
_GOES_ON: Final = compile_later(
    r"(?:[’']s?)?\s“[^“”\n]*[”.](?:\s(?P<next>[a-z]+)|:\s(?:what|why|how)\b)"
)
_THE: Final = compile_later(r"\b(?:the|an?|this|that)\s“[^“”\n]*”\s\Z", re.IGNORECASE)
# "“A plan”? Dask is skeptical."
_ASKED: Final = compile_later(r"”\?\s\Z")
_IS: Final = compile_later(r"\s(?:is|was|seems|remains|looks|sounds)\s(?!said\b|quoted\b|cited\b)")
_NEXT: Final = re.compile(r"\s([a-z]+)")
# Words behind a quotation that leave it somebody's own: "Kono’s “…” quote", "Japan’s “…” in print".
_OWN: Final = frozenset(
    "and or vs versus but while whereas then in at on from per via as by said says told came comes"
    " check right correct ok please pls verbatim quote quotes quotation line lines remark remarks"
    " comment comments phrase phrases words wording word term speech statement statements warning"
    " claim tweet message reply answer response".split()
)


def only_describes(kb: KnowledgeBase, outlined: str, place: tuple[int, int]) -> bool:
    """Return whether words beside a name are those of a description, and no speech of theirs.

    Of a person they are so where a noun follows: "Kono’s “…” plan"; of a body wherever it goes on.
    `outlined` has of each quotation no more than its marks.
    """
    if _ASKED.search(outlined, max(place[0] - _NEAR, 0), place[0]):
        return _IS.match(outlined, place[1]) is not None
    if _THE.search(outlined, max(place[0] - _NEAR, 0), place[0]):
        following = _NEXT.match(outlined, place[1])
        return bool(following and _is_a_thing(kb, following[1]))
    goes_on = _GOES_ON.match(outlined, place[1])
    if goes_on is None or goes_on["next"] in _OWN:
        return False
    found = read(kb, outlined[slice(*place)], {Kind.PERSON, Kind.ORGANIZATION}).found
    bodies = bool(found) and all(n.kind is Kind.ORGANIZATION for f in found for n in f.names)
    return bodies or goes_on["next"] is None or _is_a_thing(kb, goes_on["next"])


def _is_a_thing(kb: KnowledgeBase, word: str) -> bool:
    """Return whether a word is a noun alone, and does not call words a quotation."""
    parts = kb.world.parts_of_speech(word)
    return word not in _OWN and "NOUN" in parts and "VERB" not in parts
