"""Names that lead straight to a quotation, in Kono’s “…” and in Kono called it “…”.

Whoever leads to one quotation says nothing of another that somebody else is beside: in Kono,
echoing Abe’s “…”, said “…” the first is Abe’s and the second is Kono’s.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.check_quote.given_words import is_given
from knowledge.check_quote.names_spoken_of import is_spoken_of
from knowledge.check_quote.sentence_places import Place, join_names
from knowledge.check_quote.speaking_names import owns_quotation
from knowledge.check_quote.speech_patterns import ADVERBS, ASIDE, JOINS, TITLES, VERB
from knowledge.text.later_pattern import compile_later

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NEAR: Final = 80  # characters before a name that are looked at
SPEECH: Final = (
    r"(?:warning|claim|line|remark|comment|view|assertion|argument|statement|charge|complaint"
    r"|insistence|hope|wish|call|appeal|plea|demand|suggestion|proposal|point|message|promise|pledge|vow|threat|assessment)s?"
)
# "Kono’s warning that Abe “…”".
_WHOSE: Final = compile_later(
    rf"[’']s?\s+{SPEECH}\s+(?:that|of|about|for|to|on)\s[^,;:.“”\n]{{0,60}}“"
)
BRINGS: Final = (
    rf"(?:{VERB}|call(?:ed|s)|promise[ds]|pledge[ds]|repeat(?:ed|s)|term(?:ed|s)|describe[ds]"
    r"|brand(?:ed|s)|label(?:led|ed|s)|sp(?:oke|eaks)|talk(?:ed|s)|refer(?:red|s)|tweet(?:ed|s)"
    # What somebody blames, wants or sees is in marks because they call it so.
    r"|blame[ds]|decr(?:y|ies|ied)|resent(?:ed|s)|slam(?:med|s)|accuse[ds]|denounce[ds]"
    r"|condemn(?:ed|s)|deplore[ds]|lament(?:ed|s)|deride[ds]|ridicule[ds]|mock(?:ed|s)|bemoan(?:ed|s)"
    r"|criticize[ds]|bristle[ds]|complain(?:ed|s)|point(?:ed|s)|list(?:ed|s)|want(?:ed|s)|seek(?:s)?|sought"
    r"|saw|sees?|f(?:ound|inds)|fear(?:ed|s)|dread(?:ed|s)|prefer(?:red|s)|urge[ds]|push(?:ed|es)"
    r"|aim(?:ed|s)|long(?:ed|s)|answer(?:ed|s)|welcome[ds]|reject(?:ed|s)|dismiss(?:ed|es)"
    r"|use[ds]|hope[ds]|wish(?:ed|es)|express(?:ed|es)|hint(?:ed|s)|h(?:eld|olds)\s+out|float(?:ed|s)|propose[ds]|voice[ds]|demand(?:ed|s))"
)
_CALLS: Final = compile_later(
    rf"{ASIDE}(?:,(?=\s+who\b))?\s+(?:(?:on\s+)?\w{{2,12}}day\s+|[^\W\d_]{{1,20}}\sand\s+)?{ADVERBS}{BRINGS}\b"
    r"(?:[^\S\n][^,;:.“”\n]{0,40})?(?::\s?|[^\S\n]?)“",
    re.IGNORECASE,
)
# Before a name: what it says is told by somebody else, "Dask said Velmora called it “…”".
_TOLD_BY_ANOTHER: Final = compile_later(
    rf"\b(?:that|whether|(?:{VERB}))\s+{TITLES}\Z", re.IGNORECASE
)
_RIGHT_BEHIND: Final = compile_later(r"”[\s,.–—-]*\Z")
# Between two quotations that are one breath: “…” and “…”.
_ONE_BREATH: Final = compile_later(r"[\s,.;]*(?:(?:and|or|plus|&|as\s+well\s+as)\s*)?")
# "Kono said “…” and warned of “…”": who said the one goes on.
_CONTINUES: Final = compile_later(
    rf"[\s,]*(?:(?:and|then)\s+){{1,2}}{ADVERBS}{BRINGS}\b[^,;:.“”\n]{{0,40}}:?\s?", re.IGNORECASE
)
_SPEAKS: Final = compile_later(rf"\b{BRINGS}\b", re.IGNORECASE)
# "Dask rejected Vehl’s “…” as “…”": the second is the first name's.
_AS: Final = compile_later(r"\s*,?\s?as\s+(?:an?\s+|the\s+)?")
# "Kono said “…”, warned of “…”": who said the one goes on.
_GOES_ON: Final = compile_later(
    rf"\s*,\s+{ADVERBS}{BRINGS}\b[^,;:.“”\n]{{0,40}}:?\s?", re.IGNORECASE
)


class Lead(NamedTuple):
    """A name that leads to a quotation, and whether this is said to be theirs: Kono’s “…”."""

    name: Place
    owns: bool


def leads_to_quotation(outlined: str, name: Place) -> bool:
    """Return whether a name leads straight to a quotation, of which marks stand there alone."""
    return _find_end(outlined, name) is not None


def find_leads(
    outlined: str, quotations: Sequence[Place], names: Sequence[Place]
) -> dict[int, Lead]:
    """Return who leads to which quotation, by its number; of several the nearest."""
    numbers = {start: number for number, (start, _) in enumerate(quotations)}
    found = dict[int, Lead]()
    for name in _join_pairs(outlined, join_names(outlined, names)):
        end = _find_end(outlined, name)
        number = None if end is None else numbers.get(end)
        if number is not None and not _may_follow(outlined, name, number, found):
            found[number] = Lead(name, owns_words(outlined, name))
    return found


def _join_pairs(outlined: str, names: Sequence[Place]) -> list[Place]:
    """Join names that speak together: "Kono and Abe said"; not "said Kono and Abe said"."""
    joined = list[Place]()
    for name in names:
        with_last = joined and JOINS.fullmatch(outlined, joined[-1][1], name[0])
        if with_last and not is_given(outlined, joined[-1], owns=False):
            joined[-1] = joined[-1][0], name[1]
        else:
            joined.append(name)
    return joined


def _find_end(outlined: str, name: Place) -> int | None:
    """Return where the quotation begins that a name leads to."""
    if owns_words(outlined, name):
        return outlined.index("“", name[1])
    called = _CALLS.match(outlined, name[1])
    if called and not _TOLD_BY_ANOTHER.search(outlined, max(0, name[0] - _NEAR), name[0]):
        return called.end() - 1
    return None


def owns_words(outlined: str, name: Place) -> bool:
    """Return whether a quotation is somebody's, or what a speech of theirs says."""
    return owns_quotation(outlined, name) or names_speech(outlined, name)


def names_speech(outlined: str, name: Place) -> bool:
    """Return whether a quotation is what a speech of somebody's says: "Kono’s hope that “…”"."""
    return _WHOSE.match(outlined, name[1]) is not None


def _may_follow(outlined: str, name: Place, number: int, found: Mapping[int, Lead]) -> bool:
    """Return whether a name may be that of the quotation before it: “…” Kono said “…”."""
    if number == 0 or number - 1 in found or owns_words(outlined, name):
        return False
    return _RIGHT_BEHIND.search(outlined, max(0, name[0] - _NEAR), name[0]) is not None


def is_in_one_breath(outlined: str, between: Place) -> bool:
    """Return whether two quotations have hardly a word between them."""
    return _ONE_BREATH.fullmatch(outlined, *between) is not None


def is_continued(outlined: str, lead: Lead | None, between: Place) -> bool:
    """Return whether who said one quotation says the next, too, with another verb."""
    return bool(lead and not lead.owns and _CONTINUES.fullmatch(outlined, *between))


def says_more(outlined: str, lead: Lead | None, between: Place) -> bool:
    """Return whether who leads to one quotation may say the next; whose “…” was “…” does not."""
    return lead is None or not lead.owns or bool(_SPEAKS.search(outlined, *between))


def list_speaking(outlined: str, names: Sequence[Place], between: Place) -> list[Place]:
    """Return those who speak, of names that lead to no quotation, with words `between` two.

    In Kono, asked about Abe’s “…”, said “…” a comma stands behind him.
    """
    if given := [name for name in names if is_given(outlined, name)]:
        return given
    names = [name for name in names if not is_spoken_of(outlined, name)]
    if _GOES_ON.fullmatch(outlined, *between):
        return [name for name in names if outlined.startswith(",", name[1])]
    return names if _AS.fullmatch(outlined, *between) else []
