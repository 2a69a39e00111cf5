"""Who begins the clause of a quotation, where whoever speaks before it says nothing in it.

In Dask called it “…”. Others mocked the “…” the second is not said to be Dask's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.check_quote.leading_names import BRINGS
from knowledge.check_quote.speech_patterns import ADVERBS, PRONOUN_SPEAKS, VERB
from knowledge.text.later_pattern import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.check_quote.sentence_places import Place

_REACH: Final = 240  # characters before a quotation in which its clause begins
_BEHIND: Final = 60  # characters behind it in which a pronoun may speak
_BEGINS: Final = compile_later(
    r"[.!?…]\s+(?=\D)|[;\n]\s*|[,”]\s+(?:\w{1,12}\s+){0,3}?"
    r"(?:and|but|while|whereas|though|although|yet|as|after|before|when|since)"
    r"(?:,\s[^,.;:“”\n]{1,30},)?\s+",
    re.IGNORECASE,
)
_NO_SUBJECT: Final = (
    r"(?:he|she|it|they|we|you|who|which|that|this|these|those|there|what|then"
    r"|in|on|at|by|to|for|from|with|of|as|not|also|later|once|has|had|have|even|again|\w{1,12}ly"
    rf"|{VERB}|{BRINGS})\b"
)
# "Others mocked “…”", "Days later, some in Seoul feared “…”".
_SUBJECT: Final = compile_later(
    rf"(?:[^,.;:“”\n]{{1,40}},\s+)?(?!i\b|{_NO_SUBJECT})(?P<subject>[^\s,.;:“”]{{1,30}}"
    rf"(?:\s(?!(?!(?:in|of|at|from)\b){_NO_SUBJECT})[^\s,.;:“”]{{1,30}}){{0,6}}?)\s+{ADVERBS}(?:{VERB}|{BRINGS})\b",
    re.IGNORECASE,
)
# A line that goes on in the next one, and the next one that goes on with it.
_JOINED: Final = compile_later(r"(?:,|\b(?:and|or|but))\s*\Z", re.IGNORECASE)
_GOES_ON: Final = compile_later(
    r"[^\w“]{0,9}(?:he|she|they|it|his|her|their|and|or|but|also(?!:| check\b)|then)\b",
    re.IGNORECASE,
)
_ARTICLE: Final = compile_later(r"(?:the\s+)?", re.IGNORECASE)
# Behind a body that may only be spoken of: "Velmora “has not shown …”", "Velmora is “open”".
_DESCRIBED: Final = compile_later(
    r"(?:\s+(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should)\b"
    r"(?:\s+(?:not|been|be|also|still))*)?\s*(?:“|,|[’'])",
    re.IGNORECASE,
)


def find_other_subject(
    outlined: str, gap: Place, own: Sequence[Place], names: Iterable[Place], bodies: Iterable[Place]
) -> Place | None:
    """Return who begins the clause of a quotation that its `own` names stand before.

    The clause begins in the `gap` between this quotation and the one before it, with none of the
    `names`; `bodies` are those that may have spoken though no verb says so. None where a pronoun
    speaks.
    """
    clause = _find_clause(outlined, *gap)
    if clause is None or any(name[1] > clause for name in own):
        return None
    end = outlined.find("”", gap[1])
    if PRONOUN_SPEAKS.search(outlined, clause, max(end, gap[1]) + _BEHIND):
        return None
    first = _ARTICLE.match(outlined, clause)
    begins = first.end() if first else clause
    for body in bodies:
        if body[0] in {clause, begins} and not _DESCRIBED.match(outlined, body[1]):
            return body
    told = _SUBJECT.match(outlined, clause, gap[1])
    subject = told.span("subject") if told else None
    named = subject and any(name[0] < subject[1] and subject[0] < name[1] for name in names)
    return None if named else subject


def is_in_later_line(outlined: str, quotation: Place, own: Sequence[Place]) -> bool:
    """Return whether a quotation stands in a line of its own, below that of its `own` names.

    Their line has another quotation, and so is no heading; what goes on in the next line, what a
    pronoun gives to them and what is indented below them is theirs.
    """
    start = outlined.rfind("\n", 0, quotation[0]) + 1
    if not own or own[-1][1] > start:
        return False
    above = outlined.rfind("\n", 0, own[-1][0]) + 1
    if "“" not in outlined[above : outlined.find("\n", own[-1][1])]:
        return False
    if _indent(outlined, start) > _indent(outlined, above):
        return False
    end = outlined.find("\n", quotation[1])
    pronoun = PRONOUN_SPEAKS.search(outlined, start, end if end >= 0 else len(outlined))
    joined = _JOINED.search(outlined, max(0, start - _BEHIND), start)
    return not (pronoun or joined or _GOES_ON.match(outlined, start))


def _indent(text: str, start: int) -> int:
    return len(text[start : start + _BEHIND]) - len(text[start : start + _BEHIND].lstrip(" \t"))


def _find_clause(outlined: str, start: int, end: int) -> int | None:
    """Return where the last clause before a quotation begins, if it is none of the one before."""
    begins = [
        found.end() for found in _BEGINS.finditer(outlined, max(start - 1, end - _REACH), end)
    ]
    return begins[-1] if begins else None
