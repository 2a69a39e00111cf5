"""Who speaks in a sentence with a quotation, where the names beside this are only spoken of.

In Dask said Velmora is open to “…”, if Vehl is “…” the verb of speech has one subject, whose words
both are; in She warned of Velmora’s “…” it is the one who spoke in the sentence before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from knowledge.check_quote.given_words import is_given
from knowledge.check_quote.names_spoken_of import is_spoken_of
from knowledge.check_quote.sentence_places import Place, find_sentence
from knowledge.check_quote.speaking_names import find_aside, owns_quotation
from knowledge.check_quote.speech_patterns import PRONOUN_SPEAKS, TITLES, VERB, WORD_BEGINS
from knowledge.text.later_pattern import compile_later

if TYPE_CHECKING:
    from collections.abc import Sequence

_FEW: Final = 4  # names before one
_NEAR: Final = 80  # characters before a name that are looked at
_REACH: Final = 200  # characters in which a pronoun speaks
# Between a pronoun that speaks and a name that signs: “…,” he said. — Kono.
_SIGNS: Final = compile_later(r"[^\w(\n–—-]{0,9}[(\n–—-][\W_]{0,9}(?:the\s)?", re.IGNORECASE)
# Before a name: it stands in a phrase, or in a clause, that depends on somebody's sentence.
_IN_PHRASE: Final = compile_later(
    rf"{WORD_BEGINS}(?:of|by|in|between|among|toward|towards|with|without)\s+{TITLES}\Z",
    re.IGNORECASE,
)
_IN_CLAUSE: Final = compile_later(
    r"\b(?:if|that|unless|because|whether|when|until|once|where|since|provided|although|though"
    rf"|(?:{VERB}))\s+{TITLES}\Z",
    re.IGNORECASE,
)

# Before a name that owns a quotation: it is spoken of, "warned of Velmora’s “…”".
_ONLY_NAMED: Final = compile_later(rf"{WORD_BEGINS}(?:of|by)\s+{TITLES}\Z", re.IGNORECASE)
_MAY_BE_NAMED: Final = compile_later(
    rf"{WORD_BEGINS}(?:of|by|in|over|at|about|against|on|with|towards?|for|from)\s+{TITLES}\Z",
    re.IGNORECASE,
)


def is_only_named(outlined: str, name: Place) -> bool:
    """Return whether somebody who owns a quotation only stands in a phrase: "of Vehl’s “…”"."""
    return _ONLY_NAMED.search(outlined, max(0, name[0] - _NEAR), name[0]) is not None


def is_told_by_pronoun(outlined: str, quotation: Place, names: Sequence[Place]) -> bool:
    """Return whether a pronoun speaks before anybody is named: “…,” he said. Kono agreed.

    A name that signs the words behind it may be that of the one who speaks.
    """
    if not names or names[0][0] < quotation[1]:
        return False
    start = max(find_sentence(outlined, quotation)[0], quotation[0] - _NEAR)
    end = min(names[0][0], quotation[1] + _REACH)
    told = PRONOUN_SPEAKS.search(outlined, start, end)
    return told is not None and not _SIGNS.fullmatch(outlined, told.end(), names[0][0])


def is_owner_told_of(outlined: str, quotation: Place, owner: Place) -> bool:
    """Return whether a pronoun speaks of whose a quotation is: "he warned of Velmora’s “…”"."""
    start = max(find_sentence(outlined, quotation)[0], owner[0] - _REACH)
    told = PRONOUN_SPEAKS.search(outlined, start, owner[0])
    return told is not None and _MAY_BE_NAMED.search(outlined, start, owner[0]) is not None


def find_teller(
    outlined: str, quotation: Place, owner: Place, names: Sequence[Place]
) -> Place | None:
    """Return who speaks before a quotation in a sentence that only names its owner."""
    sentence = find_sentence(outlined, quotation)
    near = max(sentence[0], owner[0] - _NEAR)
    if not _MAY_BE_NAMED.search(outlined, near, owner[0]):
        return None
    last = bisect_right(names, owner[0], key=itemgetter(1))
    others = (n for n in names[max(0, last - _FEW) : last] if outlined[n[1] : n[1] + 1] not in "’'")
    telling = [n for n in others if is_given(outlined, n, owns=False)]
    if not PRONOUN_SPEAKS.search(outlined, sentence[0], quotation[0]):
        telling = [n for n in telling if sentence[0] <= n[0]]
    told = telling[-1] if telling else None
    return told if told and find_aside(outlined, told)[1] <= owner[0] else None


def find_subject(
    outlined: str, quotation: Place, own: Sequence[Place], names: Sequence[Place]
) -> Place | None:
    """Return who speaks in the sentence of a quotation, where its `own` names only depend on it.

    None where one of these may speak, or where several do; of a pronoun that speaks before the
    quotation, no name behind it tells who that is. `outlined` has of each quotation no more than
    its marks.
    """
    sentence = find_sentence(outlined, quotation)
    if not own or not all(_depends(outlined, sentence, name) for name in own):
        return None
    others = [name for name in names if name not in own]
    inside = [name for name in others if sentence[0] <= name[0] < sentence[1]]
    if PRONOUN_SPEAKS.search(outlined, sentence[0], quotation[0]):
        inside = [name for name in inside if name[0] < quotation[0]]
    speaking = [name for name in inside if is_given(outlined, name)]
    if speaking or not PRONOUN_SPEAKS.search(outlined, *sentence):
        return speaking[-1] if _are_one(speaking) else None
    before = [n for n in others if n[0] < sentence[0] and is_given(outlined, n)]
    return before[-1] if before else None


def _are_one(names: Sequence[Place]) -> bool:
    """Return whether places are those of one name, which may be read twice: all overlap."""
    return bool(names) and all(name[0] < names[0][1] and names[0][0] < name[1] for name in names)


def _depends(outlined: str, sentence: Place, name: Place) -> bool:
    """Return whether a name of the sentence speaks nowhere, and begins no clause of its own."""
    inside = sentence[0] <= name[0] < sentence[1]
    before = outlined[max(sentence[0], name[0] - _NEAR) : name[0]]
    in_clause = _IN_CLAUSE.search(before) and not owns_quotation(outlined, name)
    depends = bool(_IN_PHRASE.search(before) or in_clause) or is_spoken_of(outlined, name)
    return inside and depends and not is_given(outlined, name, owns=False)
