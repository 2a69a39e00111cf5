"""Paragraphs in which an outlet corrects itself: nobody says what it takes back there."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.intake.read.candidate import Candidate
    from knowledge.text.article_text import Text

_NOTE: Final = re.compile(
    r"\W*(?:(?:correction|corrected|clarification|editors?'s? note|erratum)s?\b.{0,40}?[:.-]\s"
    r"|(?:an|the) (?:earlier|previous|original) version of this (?:article|story|report|piece)\b"
    r"|this (?:article|story|report|piece) (?:has been|was) (?:corrected|amended|updated)\b)",
    re.IGNORECASE,
)
_WHY: Final = "words that the outlet corrects"


def leave_out_notes(text: Text, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates; those of a correction are no quotes, and none of its reports is."""
    notes = [p for p in text.paragraphs if _NOTE.match(text[p])]
    for made in found:
        if not any(note.touches(made.whole) for note in notes):
            yield made
        elif made.quotation:
            yield replace(made, clause=(), no_quote=_WHY)
