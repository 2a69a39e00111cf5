"""Candidates: every quotation and report of a text with what is proposed about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.intake.direct import quoted
from knowledge.intake.outlet import told
from knowledge.intake.reading import Candidate, Reading
from knowledge.intake.reports import reported

if TYPE_CHECKING:
    from knowledge.intake.known import Known
    from knowledge.model import Interval

__all__ = ["Candidate", "candidates"]


def candidates(
    raw: str, published: Interval, known: Known, *, title: str | None = None
) -> list[Candidate]:
    """Return the candidates of a text, in the order in which it prints them."""
    reading = Reading.of(raw, published, known)
    direct = quoted(reading, title)
    found = [*direct, *reported(reading, direct), *told(reading)]
    return sorted(found, key=lambda c: (c.whole.start, c.whole.end))
