"""The vocabulary of the corpus as frozen pydantic models: what an entry may say, and no more.

Whether its fields agree is the check's business: what contradicts itself can still be read.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from knowledge.corpus.fields import DateBasis, Day, Fingerprint, Id, PartialDate, Words


class Kind(StrEnum):
    """What a name can name."""

    PERSON = "person"
    ORGANIZATION = "organization"
    ISSUE = "issue"


class Classification(StrEnum):
    """What an organization is (Popolo's word); only a state or a bloc of states holds stances."""

    STATE = "state"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    AGENCY = "agency"
    PARLIAMENT = "parliament"
    OUTLET = "outlet"
    BODY = "body"


class Value(StrEnum):
    """Where a holder stands on an issue; there is no scale between the values."""

    SUPPORTS = "supports"
    CONDITIONAL = "conditional"
    RELUCTANT = "reluctant"
    OPPOSES = "opposes"
    UNDECLARED = "undeclared"


class Basis(StrEnum):
    """Who says that the holder stands there."""

    DECLARED = "declared"
    RELAYED = "relayed"
    ASCRIBED = "ascribed"


class Sourcing(StrEnum):
    """How the words reached the article."""

    ON_RECORD = "on_record"
    RELAYED = "relayed"
    UNNAMED = "unnamed"
    STATE_MEDIA = "state_media"
    DOCUMENT = "document"
    OUTLET = "outlet"


class QuoteKind(StrEnum):
    DIRECT = "direct"
    NARRATION = "narration"


class Rights(StrEnum):
    """What may be shown of an article's words."""

    SHORT_QUOTATION = "short_quotation"
    LINK_ONLY = "link_only"


class Model(BaseModel):
    """Base of every model: frozen, and a field that nobody defined is an error."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True
    )


class Interval(Model):
    """When something was: any day from `from` to `to`, both included."""

    from_: Day = Field(alias="from")
    to: Day
    printed: Words | None = None
    basis: DateBasis

    @property
    def inferred(self) -> str | None:
        """What of the date is inferred, such as "year inferred"; None for a printed date."""
        return None if self.basis == "printed" else " ".join(self.basis.split()[:2]).rstrip(":")


class Named(Model):
    """Anything that words can name: a preferred name and the others that answer."""

    id: Id
    name: Words
    aliases: tuple[Words, ...] = ()
    weak_aliases: tuple[Words, ...] = ()
    note: Words | None = None


class Organization(Named):
    kind: ClassVar = Kind.ORGANIZATION

    classification: Classification
    parent: Id | None = None


class Attestation(Model):
    """The words by which one article calls somebody; `date` only where it is not the article's."""

    article: Id
    as_: Words = Field(alias="as")
    date: Interval | None = None


class Membership(Model):
    """A person holding a post; start and end only as far as an article gives them.

    `exclusive` says that one person at a time holds it, such as a head of state.
    """

    title: Words
    organization: Id
    start: PartialDate | None = None
    end: PartialDate | None = None
    exclusive: bool = False
    attested: Annotated[tuple[Attestation, ...], Field(min_length=1)]
    note: Words | None = None


class Person(Named):
    """Somebody; `different_from` keeps a curator's decision that these of like name are others."""

    kind: ClassVar = Kind.PERSON

    different_from: tuple[Id, ...] = ()
    memberships: tuple[Membership, ...] = ()
    descriptions: tuple[Attestation, ...] = ()


class Issue(Named):
    """What a stance is about; one without a question only groups its children."""

    kind: ClassVar = Kind.ISSUE

    question: Words | None = None
    parent: Id | None = None
    parties: tuple[Id, ...] = ()


class Event(Model):
    """One occasion; statements that several articles report of it carry its id."""

    id: Id
    name: Words
    date: Interval
    note: Words | None = None


class Speaker(Model):
    """Who said the words: an entity of the corpus, or nobody named, described as printed."""

    id: Id | None
    as_: Words | None = Field(default=None, alias="as")
    description: Words | None = None


class Quote(Model):
    """A selector of words in the article.

    `start` and `end` are offsets in the folded text, written by `stancebook check --fix`.
    `attribution` is the printed words that name the speaker, `refers_to` those that say who a
    pronoun is; both are slices of the article.
    """

    kind: QuoteKind
    exact: Words
    start: int | None = None
    end: int | None = None
    attribution: Words | None = None
    refers_to: Words | None = None


class Stance(Model):
    """A human reading of a statement; `grounds` is the position in `quotes` of what decides it."""

    holder: Id
    issue: Id
    value: Value
    basis: Basis
    condition: Words | None = None
    object: Words | None = None
    grounds: Annotated[int, Field(ge=0)]


class Statement(Model):
    """What one speaker said on one occasion, as one article reports it.

    A draft was proposed by a tool and is served to nobody until a curator has accepted it.
    `printed_in` is the fingerprint of the earlier text of its article that prints it, where the
    changed text does not bear it out any more: it is proved against that, and served to nobody.
    """

    id: Id
    draft: bool = False
    printed_in: Fingerprint | None = None
    event: Id | None = None
    said: Interval
    speaker: Speaker | None
    on_behalf_of: Id | None = None
    sourcing: Sourcing
    via: Words | None = None
    stances: tuple[Stance, ...] = ()
    summary: Words
    note: Words | None = None
    quotes: tuple[Quote, ...] = ()


class Article(Model):
    """One source: its head, the fingerprint of its folded text, and its statements.

    What the text does not print is null. `words` is the length of the folded text in words;
    the quotation budgets are held against it. `earlier` are the fingerprints of the same article's
    text before it was changed, the oldest first.
    """

    id: Id
    agency: Words | None
    publisher: Words | None
    title: Words | None
    byline: Words | None
    url: Words | None
    published: Interval
    form: Words | None = None
    rights: Rights = Rights.SHORT_QUOTATION
    fingerprint: Fingerprint
    earlier: tuple[Fingerprint, ...] = ()
    words: Annotated[int, Field(gt=0)]
    note: Words | None = None
    statements: tuple[Statement, ...] = ()

    @property
    def served(self) -> tuple[Statement, ...]:
        """The statements that are answered from: no draft, and of the article as it is now."""
        return tuple(s for s in self.statements if not s.draft and s.printed_in is None)
