"""Candidates: every quotation and report of a text with what is proposed about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.intake.read.direct import quoted
from knowledge.intake.read.outlet_positions import outlet_positions
from knowledge.intake.read.reading import Reading
from knowledge.intake.read.reports_without_marks import reported

if TYPE_CHECKING:
    from knowledge.corpus.model import Interval
    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.read.known import Known


def candidates(
    raw: str, published: Interval, known: Known, *, title: str | None = None
) -> list[Candidate]:
    """Return the candidates of a text, in the order in which it prints them."""
    reading = Reading.of(raw, published, known)
    direct = quoted(reading, title)
    found = [*direct, *reported(reading, direct), *outlet_positions(reading)]
    return sorted(found, key=lambda c: (c.whole.start, c.whole.end))
