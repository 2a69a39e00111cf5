"""The search for candidates: every quotation and report of a text, with its proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.intake.read.dated_reading import DatedReading
from knowledge.intake.read.outlet_positions import find_outlet_positions
from knowledge.intake.read.quotes_in_marks import find_quotations
from knowledge.intake.read.reading_limits import limit_time
from knowledge.intake.read.reports_without_marks import find_reports
from knowledge.text.article_text import Text

if TYPE_CHECKING:
    from knowledge.corpus.model import Interval
    from knowledge.intake.read.candidate import Candidate
    from knowledge.speech.known_names import KnownNames


@limit_time()
def find_candidates(
    raw: str, published: Interval, known: KnownNames, *, title: str | None = None
) -> list[Candidate]:
    """Return the candidates of a text, in the order in which it prints them.

    Raises SlowTextError if that takes too long.
    """
    reading = DatedReading(Text(raw), known, published)
    direct = find_quotations(reading, title)
    found = [*direct, *find_reports(reading, direct), *find_outlet_positions(reading)]
    return sorted(found, key=lambda c: (c.whole.start, c.whole.end))
