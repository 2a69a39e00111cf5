"""A text while it is read for candidates: who says what in it, and when it was published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.speech.reading import Reading

if TYPE_CHECKING:
    from knowledge.corpus.model import Interval


@dataclass
class DatedReading(Reading):
    """A reading of an article with the days of its publication, from which "Monday" counts."""

    published: Interval
