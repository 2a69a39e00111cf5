"""A text while it is read for candidates: who says what in it, and when it was published."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from knowledge.speech.reading import Reading

if TYPE_CHECKING:
    from knowledge.corpus.model import Interval


class StoryDay(NamedTuple):
    """A day of the story, and the number of the sentence that prints it."""

    when: Interval
    sentence: int


@dataclass
class DatedReading(Reading):
    """A reading of an article with the days of its publication, from which "Monday" counts.

    `story_days` has, for each sentence, the day that the story has come to, once that is read.
    """

    published: Interval
    story_days: list[StoryDay | None] = field(default_factory=list, kw_only=True)
