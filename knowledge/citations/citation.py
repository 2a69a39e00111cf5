"""What the reader gets of a statement: the slice, speaker, as what, via whom, article, dates."""

from __future__ import annotations

from pydantic import Field

from knowledge.corpus.fields import Id
from knowledge.corpus.model import Basis, Interval, Kind, Model, QuoteKind, Sourcing, Value


class Source(Model):
    """The head of the article that is cited."""

    id: Id
    agency: str | None
    publisher: str | None
    title: str | None
    byline: str | None
    url: str | None
    published: Interval
    form: str | None = None


class CitedSpeaker(Model):
    """`as` is what the article calls the speaker that day, or the one post certainly held."""

    id: Id | None
    name: str | None
    kind: Kind | None = None
    description: str | None = None
    as_: str | None = Field(default=None, alias="as")


class CitedStance(Model):
    holder: Id
    issue: Id
    value: Value
    condition: str | None = None
    object: str | None = None
    basis: Basis
    grounds: int


class CitedQuote(Model):
    """`context` is the clause around a direct quote too short to stand alone.

    `start` and `end` count characters of the article's folded text, `words` those quoted.
    """

    exact: str
    kind: QuoteKind
    attribution: str | None = None
    context: str | None = None
    start: int
    end: int
    words: int

    def shows(self, other: CitedQuote) -> bool:
        """Tell whether another quote can be read in this one, and not merely in the same words.

        A narration reaches over its cuts without showing what stands in them.
        """
        within = self.start <= other.start and other.end <= self.end
        return within and other.exact in self.exact


class CitedStatement(Model):
    """One statement with its source.

    `withheld` says why words that the corpus holds are not shown; `place` is that among all
    statements, the newest first.
    """

    place: int
    id: Id
    event: Id | None = None
    said: Interval
    summary: str
    speaker: CitedSpeaker | None
    on_behalf_of: Id | None = None
    sourcing: Sourcing
    via: str | None = None
    stances: tuple[CitedStance, ...] = ()
    quotes: tuple[CitedQuote, ...] = ()
    note: str | None = None
    withheld: str | None = None
    article: Source
