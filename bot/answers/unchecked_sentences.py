"""What a text says or asks beside its quotations, in words without marks that no check reads.

"Kono said “…”. Japan supports talks." claims two things, of which only the quotation is checked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.check_openings import asks_to_check
from knowledge.check_quote import is_clause, outline_quotations, place_quotations
from knowledge.corpus import Kind
from knowledge.questions import read
from knowledge.text import DENYING, compile_later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.kb import KnowledgeBase

_MOST: Final = 12  # sentences of a text that are read
_LONGEST: Final = 300  # characters of one
_SHORT: Final = 3  # words, at least
_ENDS: Final = re.compile(
    r"(?<![A-Z])(?<!\b[A-Z][a-z])(?<!\bGen|\bSen|\bAmb|\bGov)[.!?]”?\s++(?![\da-z])|\n"
    # Behind a mark that ends a sentence within: "“We wait.” He left.".
    r"|(?<=”)\s+(?=(?:He|She|They)\s(?!said|says|added|told|wrote|warned|continued|went on))"
)
_ABOUT_THEM: Final = compile_later(
    r"\W*(?:and\s+|but\s+)?(?:he|she|they|it)\s+(?!(?:said|says|added|wrote|told)\b)", re.IGNORECASE
)
# Behind a quotation these say whose it is: "Kono said so.", "So said Kono.".
_POINTS: Final = compile_later(
    r"\b(?:said|says|wrote|told\s\w{1,20})\s(?:so|that|this|it|these\swords)\W*\Z"
    r"|\A\W*(?:so|thus|th(?:at|is|ese|ose)(?:['’]s|\sis|\swas|\sare|\swere)?)\s",
    re.IGNORECASE,
)
# Behind a quotation: "… and that talks were over".
_GOES_ON: Final = compile_later(r"”[\s,.]{0,3}((?:and|but|while|or)\s+that\s+(?!“)\S[^“”\n]*)")
# "Kono never said “…”". Of one quotation the check itself names the denial; of several it does not.
_DENIED: Final = compile_later(
    r"\b(?:never|(?:did|does|has|had)(?:n['’]t|\snot|\snever))\s(?:\w{1,12}ly\s|ever\s)?"
    r"(?:mention|sa(?:y|id)|use|utter|claim|call|spoke|speak|refer)\w*",
    re.IGNORECASE,
)


def list_unchecked(kb: KnowledgeBase, text: str) -> list[str]:
    """Return the sentences beside quotations that tell or ask something of somebody."""
    quotations = place_quotations(text)
    if not quotations:
        return []
    outlined = outline_quotations(text)
    sentences = list(_part(outlined))[:_MOST]
    left: list[str] = []
    for number, (start, end) in enumerate(sentences):
        words = outlined[start:end]
        if "“" in words:
            left += [found[0] for found in _DENIED.finditer(words) if quotations[1:]]
            left += [f[1].strip(" .,") for f in _GOES_ON.finditer(words) if is_clause(f[1])]
        elif end - start <= _LONGEST and _tells(kb, words):
            later = (outlined[slice(*place)] for place in sentences[number + 1 :])
            behind = next((words for words in later if "“" in words), "")
            if not (behind and _leads(kb, words, behind)):
                left.append(" ".join(words.split()))
    return left


def _part(outlined: str) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a text stand; none ends within a quotation."""
    at = 0
    for end in _ENDS.finditer(outlined):
        yield at, end.end()
        at = end.end()
    yield at, len(outlined)


def _tells(kb: KnowledgeBase, words: str) -> bool:
    """Return whether a sentence claims or asks something, and is no label or request."""
    if len(words.split()) < _SHORT or ":" in words or asks_to_check(words) or _POINTS.search(words):
        return False
    if _ABOUT_THEM.match(words):
        return True
    found = read(kb, words).found
    kinds = {name.kind for one in found for name in one.names}
    claims = Kind.ISSUE in kinds and len(kinds) > 1
    return bool(found) and (claims or words.rstrip().endswith("?") or is_clause(words))


def _leads(kb: KnowledgeBase, words: str, behind: str) -> bool:
    """Return whether a sentence may say whose the quotation behind it is, which names nobody."""
    if words.rstrip().endswith("?") or DENYING.search(words):
        return False
    return not read(kb, behind, {Kind.PERSON, Kind.ORGANIZATION}).found
