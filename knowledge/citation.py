"""What the reader gets of a statement: the slice, speaker, as what, via whom, article, dates."""

from __future__ import annotations

from pydantic import Field

from knowledge.model import Basis, Id, Interval, Kind, Model, QuoteKind, Sourcing, Value


_BASIS_ORDER = list(Basis)  # on one day the declared stance leads


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

    `start` and `end` count characters of the article's folded text.
    """

    exact: str
    kind: QuoteKind
    attribution: str | None = None
    context: str | None = None
    start: int
    end: int


class CitedStatement(Model):
    """`withheld` says why words that the corpus holds are not shown."""

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


def newest_first(statement: CitedStatement) -> tuple[int, int, int, str]:
    """Return the key that sorts statements: by the last day they can be of, then the first."""
    said = statement.said
    rank = min((_BASIS_ORDER.index(s.basis) for s in statement.stances), default=len(Basis))
    return -said.to.toordinal(), -said.from_.toordinal(), rank, statement.id
