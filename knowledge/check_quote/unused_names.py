"""Names that lead to a quotation and were given none: whose the nearest one is, is in doubt."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from knowledge.check_quote.quotation_gaps import Beside
from knowledge.check_quote.speaking_names import is_labeled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.check_quote.sentence_places import Place

# From a name to a quotation: "Kono’s “…”", "Kono offered “…”"; who is told or warned of is none.
_LEADS: Final = re.compile(
    r"(?:[’']s?\s+|\s+(?!(?:of|and|or)\b|(?:an?|the)\s+“)[^\s“”,.;:]+(?:\s+(?!and\b)[^\s“”,.;:]+){0,3}\s+)“"
)
_TOLD: Final = re.compile(
    r"\b(?:tell|tells|told|ask(?:s|ed)?|assur\w+|inform\w*|remind\w*|of)\s+\Z"
)
_NEAR: Final = 20  # characters before a name


def doubt_unused(
    outlined: str, quotations: Sequence[Place], divided: tuple[Beside, ...], names: Sequence[Place]
) -> tuple[Beside, ...]:
    """Doubt whose a quotation is beside a name that gives one, and that none was given to."""
    used = {name for beside in divided for name in beside.select(names)}
    left = [name for name in names if name not in used and _leads_to_quotation(outlined, name)]
    led = {bisect_left(quotations, name[1], key=itemgetter(0)): name for name in left}
    doubted = {n: name for n, name in led.items() if not _is_told_below(outlined, divided[n], name)}
    return tuple(
        Beside((*beside.places, doubted[number]), certain=False) if number in doubted else beside
        for number, beside in enumerate(divided)
    )


def _leads_to_quotation(outlined: str, name: Place) -> bool:
    """Return whether a few words lead from a name to a quotation: "After Kono offered “…”"."""
    told = _TOLD.search(outlined, max(0, name[0] - _NEAR), name[0])
    return told is None and _LEADS.match(outlined, name[1]) is not None


def _is_told_below(outlined: str, beside: Beside, name: Place) -> bool:
    """Return whether a name is behind the label of who is given the words: "ROK: Kang backs"."""
    return any(place[1] <= name[0] and is_labeled(outlined, place) for place in beside.places)
