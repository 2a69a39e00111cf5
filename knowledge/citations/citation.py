"""What the reader gets of a statement: the slice, speaker, as what, via whom, article, dates."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from knowledge.corpus.fields import Id
from knowledge.corpus.model import Basis, Interval, Kind, Model, QuoteKind, Sourcing, Value
from knowledge.text.article_text import fold, pieces

LINK_ONLY = "the publisher allows only a link"
UNQUOTED = "the record holds a summary of this, and no quotation"


class Source(Model):
    """The head of the article that is cited."""

    id: Id
    """The article's id."""
    agency: str | None
    """The news agency, as printed."""
    publisher: str | None
    """The paper or site, as printed."""
    title: str | None
    """The headline."""
    byline: str | None
    """The author, as printed."""
    url: str | None
    """The address."""
    published: Interval
    """The day of publication."""
    form: str | None = None
    """What the text says about its own form."""


class SourceRecord(Model):
    """An article as the corpus holds it: its head, and how much of it is quoted."""

    source: Source
    """The head."""
    words: int
    """The number of words of the text."""
    quoted_words: int
    """The number of them that the corpus quotes, each counted once."""
    link_only: bool = False
    """Whether the publisher allows only a link, so that no word is shown."""
    curator: str | None = None
    """Who curated the entry, if it says so."""
    proved: date | None = None
    """The day on which the words were last proved on this machine, if they were."""
    note: str | None = None
    """The curator's note on the article."""


class CitedSpeaker(Model):
    id: Id | None
    """The id, or null for somebody without a name."""
    name: str | None
    """The name."""
    kind: Kind | None = None
    """`person` or `organization`."""
    description: str | None = None
    """Printed words for a speaker without a name."""
    as_: str | None = Field(default=None, alias="as")
    """What the article calls the speaker that day, or the one post certainly held."""
    of: Id | None = None
    """The id of the organization that the post, or the description, is of."""
    under: Id | None = None
    """The id of the leader by whose name the article calls the body, as in an administration's."""


class CitedStance(Model):
    holder: Id
    """The holder's id."""
    issue: Id
    """The issue's id."""
    value: Value
    """Where the holder stands."""
    condition: str | None = None
    """The printed words of the condition."""
    object: str | None = None
    """The printed words for what the stance is about."""
    basis: Basis
    """Who says so."""
    grounds: int
    """The number of the quote that decides the stance, counted from 0."""

    @property
    def conditions(self) -> list[str]:
        """The parts of the condition, which several quotes may print, folded."""
        return pieces(self.condition or "")


class CitedQuote(Model):
    exact: str
    """The words, as printed."""
    kind: QuoteKind
    """`direct`, `narration` or `labeled`."""
    attribution: str | None = None
    """The printed words that name the speaker."""
    refers_to: str | None = None
    """The printed words that say who a pronoun in `attribution` is."""
    context: str | None = None
    """The clause around a direct quote too short to stand alone."""
    start: int
    """Where the words begin in the article's folded text."""
    end: int
    """Where they end."""
    words: int
    """The number of words quoted."""

    def shows(self, other: CitedQuote) -> bool:
        """Return whether another quote can be read in this one, and not merely in the same words.

        A narration reaches over its cuts without showing what stands in them.
        """
        within = self.start <= other.start and other.end <= self.end
        return within and other.exact in self.exact

    def prints(self, words: str) -> bool:
        """Return whether these folded words stand in the quote."""
        return words in fold(self.exact)


class CitedStatement(Model):
    """One statement with its source."""

    place: int
    """Its place among all statements, newest first."""
    id: Id
    """The statement's id."""
    event: Id | None = None
    """The id of the occasion."""
    said: Interval
    """When it was said."""
    summary: str
    """The curator's summary."""
    speaker: CitedSpeaker | None
    """Who said it; null for the outlet's own words."""
    on_behalf_of: Id | None = None
    """The id of the state spoken for."""
    sourcing: Sourcing
    """How the words reached the article."""
    via: str | None = None
    """Who relayed or carried the words."""
    stances: tuple[CitedStance, ...] = ()
    """The stances read in it."""
    about: tuple[Id, ...] = ()
    """The ids of issues that it is about without a stance on them."""
    quotes: tuple[CitedQuote, ...] = ()
    """The quotes."""
    note: str | None = None
    """The curator's note."""
    withheld_reason: str | None = None
    """Why words that the corpus holds are not shown."""
    article: Source
    """The article."""
