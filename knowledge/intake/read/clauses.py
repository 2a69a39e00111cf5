"""A sentence's clauses: its parts between commas, and the words of a subject."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.text.article_text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEADING: Final = re.compile(
    r"^(?:(?:but|and|while|yet|still|however|as|when|then|meanwhile|that|because|though|although"
    r"|so|what|since|after|for|even|separately|earlier|later|also|where|with)\s+)+",
    re.IGNORECASE,
)
_DATELINE: Final = re.compile(r"^[A-Z][A-Z ,./()\w]{1,50}? -{1,2} ")
PREPOSITIONS: Final = frozenset(
    "in at on after before during for to with by from under over about asked speaking amid".split()
)
_ASIDE: Final = re.compile(
    r"(?:\w+ly|meanwhile|however|moreover|still|then|instead|also)$", re.IGNORECASE
)
_VERB: Final = re.compile(
    r"\s(?:\w+ed|is|was|are|were|has|have|had|will|would|may|might|can|could|does|did|said|says|told"
    r"|spoke|met|came|went|left|made|gave|took|held|put|saw|sent|wants?|hopes?|(?:re)?mains?"
    r"|who|which|that|himself|herself|itself)\b"
)


def heads(words: str) -> bool:
    """Tell whether a chunk can be a subject: a name or a described speaker, no "in response"."""
    bare = _LEADING.sub("", words.strip())
    first = bare.split(" ", 1)[0]
    return (first[:1].isupper() and first.lower() not in PREPOSITIONS) or bool(
        re.match(r"(?:an?|the|one|two|some|several|another|others?|both|he|she|it|they)\b", bare)
    )


def split(masked: str, start: int, end: int) -> Iterator[Span]:
    for match in re.finditer(r"[^,;:\"\0]+", masked[start:end]):
        words = match[0]
        lead = len(words) - len(words.lstrip())
        if words.strip(" -"):
            yield Span(start + match.start() + lead, start + match.start() + len(words.rstrip()))


def own(masked: str, part: Span) -> Span | None:
    """Leave out conjunctions and datelines in front."""
    words = masked[slice(*part)]
    at = part.start
    for pattern in (_DATELINE, _LEADING):
        if match := pattern.match(words):
            at += match.end()
            words = words[match.end() :]
    return Span(at, part.end) if words.strip() else None


def main_part(masked: str, sentence: Span) -> Span | None:
    """Return the first part of a sentence that has a subject of its own, conjunctions left out."""
    dateline = _DATELINE.match(masked[slice(*sentence)])
    start = sentence.start + (dateline.end() if dateline else 0)
    for part in split(masked, start, sentence.end):
        words = masked[slice(*part)]
        first = words.split(" ", 1)[0].lower()
        if heads(words) and not _ASIDE.match(words) and first not in PREPOSITIONS:
            return own(masked, part)
    return None


def phrase(masked: str, part: Span) -> Span:
    """Return a part up to its verb: the words of its subject."""
    verb = _VERB.search(masked, *part)
    return Span(part.start, verb.start()) if verb else part
