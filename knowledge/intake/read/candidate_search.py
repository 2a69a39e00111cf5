"""The search for candidates: every quotation, report and speech of a text, with its proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.intake.read.dated_reading import DatedReading
from knowledge.intake.read.editors_notes import leave_out_notes
from knowledge.intake.read.outlet_positions import find_outlet_positions
from knowledge.intake.read.parser import can_parse
from knowledge.intake.read.quotes_in_marks import find_quotations
from knowledge.intake.read.reading_limits import limit_time
from knowledge.intake.read.reports_without_marks import find_reports
from knowledge.intake.read.speech_under_labels import attribute_under_labels, find_spoken
from knowledge.text.article_text import Text
from knowledge.text.language import is_other_language

if TYPE_CHECKING:
    from knowledge.corpus.model import Interval
    from knowledge.intake.read.candidate import Candidate
    from knowledge.speech.known_names import KnownNames


@limit_time()
def find_candidates(
    raw: str,
    published: Interval,
    known: KnownNames,
    *,
    title: str | None = None,
    parser: bool = True,
) -> list[Candidate]:
    """Return the candidates of a text, in the order in which it prints them.

    The rules are of English: a text in another language has none. The `parser` is used where it is
    installed.

    Raises SlowTextError if that takes too long.
    """
    if is_other_language(raw):
        return []
    reading = DatedReading(Text(raw), known, published)
    direct = find_quotations(reading, title, parser=parser and can_parse())
    printed = [*direct, *find_reports(reading, direct), *find_outlet_positions(reading)]
    kept = leave_out_notes(reading.text, attribute_under_labels(reading, printed))
    found = [*kept, *find_spoken(reading)]
    return sorted(found, key=lambda c: (c.whole.start, c.whole.end))
