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
    """How an article prints the words of a quote: as whose, and between what."""

    DIRECT = "direct"
    NARRATION = "narration"
    LABELED = "labeled"

    @property
    def is_own_words(self) -> bool:
        """Return whether the article prints them as a speaker's words, and not as its own."""
        return self is not QuoteKind.NARRATION


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
    """The first day on which it can have been."""
    to: Day
    """The last day on which it can have been. One day: the same as `from`."""
    printed: Words | None = None
    """The words that date it in the article, such as `last month`."""
    basis: DateBasis
    """How the date is known: `printed`, or what was inferred and from what, such as `year inferred:
    the article is of April 2, 2031`.
    """

    @property
    def inferred(self) -> str | None:
        """What of the date is inferred, such as "year inferred"; None for a printed date."""
        return None if self.basis == "printed" else " ".join(self.basis.split()[:2]).rstrip(":")


class Named(Model):
    """Anything that words can name: a preferred name and the others that answer."""

    id: Id
    """Lower-case words joined by hyphens; also the file's name. `stancebook rename` changes it."""
    former_ids: tuple[Id, ...] = ()
    """Ids that the entry, or one merged into it, had before: they still lead here. `stancebook
    rename` and `merge` write them.
    """
    name: Words
    """The name that answers show."""
    aliases: tuple[Words, ...] = ()
    """Other names that mean this entry alone, in the whole corpus."""
    weak_aliases: tuple[Words, ...] = ()
    """Names that may mean something else too. They ask where several entries claim them."""
    note: Words | None = None
    """A note for curators and readers."""


class Organization(Named):
    kind: ClassVar = Kind.ORGANIZATION

    classification: Classification
    """What kind of organization it is."""
    parent: Id | None = None
    """The organization it is part of. A bureau's parent is its ministry, the ministry's is its
    state.
    """


class Attestation(Model):
    """The words by which one article calls somebody."""

    article: Id
    """The article that prints the words."""
    as_: Words = Field(alias="as")
    """The printed words for the post or description, an exact slice of the article."""
    date: Interval | None = None
    """When it was so, only where that is not the article's day."""


class Membership(Model):
    """A person holding a post; nothing is concluded from anything but articles."""

    title: Words
    """The office in a normal form, as a heading would have it."""
    organization: Id
    """The organization, as near to the office as the article goes."""
    start: PartialDate | None = None
    """When it began, as far as an article says so: `2031`, `2031-04` or `2031-04-02`."""
    end: PartialDate | None = None
    """When it ended, likewise."""
    leads: bool | None = None
    """Whether the holder leads the organization and its offices. Left out, the title decides:
    President, Prime Minister and the like of a state.
    """
    exclusive: bool = False
    """Whether only one person at a time holds the post, such as a head of state."""
    attested: Annotated[tuple[Attestation, ...], Field(min_length=1)]
    """The words by which articles give the post; at least one."""
    note: Words | None = None
    """A note for curators and readers."""


class Person(Named):
    """Somebody whom an article names."""

    kind: ClassVar = Kind.PERSON

    different_from: tuple[Id, ...] = ()
    """People with the same or a similar name who are somebody else. Only people who are entered so
    may share a name; answers then ask, and show each one's last post or description.
    """
    memberships: tuple[Membership, ...] = ()
    """Posts held, each as articles attest it."""
    descriptions: tuple[Attestation, ...] = ()
    """Printed words about the person that are not posts, such as `sister of …`."""


class Issue(Named):
    """What a stance is about; one without a question only groups its children."""

    kind: ClassVar = Kind.ISSUE

    question: Words | None = None
    """The question that `supports` answers with yes. Leave it out where the issue only groups
    others.
    """
    short: Words | None = None
    """What buttons and lists call it, in one to three words, where the name is longer."""
    parent: Id | None = None
    """A wider issue that this one belongs to."""
    parties: tuple[Id, ...] = ()
    """The organizations that the issue is between or about."""


class Event(Model):
    """One occasion; statements that several articles report of it carry its id."""

    id: Id
    """Lower-case words joined by hyphens, best with the date; also the file's name. `stancebook
    rename` changes it.
    """
    former_ids: tuple[Id, ...] = ()
    """Ids that the event, or one merged into it, had before. `stancebook rename` and `merge` write
    them.
    """
    name: Words
    """The occasion in your own words."""
    date: Interval
    """When it was."""
    note: Words | None = None
    """A note for curators and readers."""


class Speaker(Model):
    """Who said the words: an entity of the corpus, or nobody named, described as printed."""

    id: Id | None
    """The person or organization, or null for somebody without a name."""
    as_: Words | None = Field(default=None, alias="as")
    """What the article calls the speaker that day, as printed beside the name."""
    description: Words | None = None
    """Printed words for a speaker without a name, such as `a senior official`."""
    of: Id | None = None
    """The organization that a speaker without a name is of, where the printed words say so."""


class Quote(Model):
    """A selector of words in the article."""

    kind: QuoteKind
    """`direct` is all that stands between one printed pair of quotation marks. `narration` is the
    outlet's own sentence, or part of it. `labeled` is whole sentences of one paragraph of speech
    under a label such as `MR HOLLIS:` or `A:`.
    """
    exact: Words
    """The words, copied from the article. `[…]` marks a cut in a narration."""
    start: int | None = None
    """Where the words begin in the folded text. `stancebook check --fix` writes it."""
    end: int | None = None
    """Where they end, likewise."""
    attribution: Words | None = None
    """The printed words that name the speaker; of a `labeled` quote, its label."""
    refers_to: Words | None = None
    """The printed words that say who a pronoun or a label in `attribution` is."""


class Stance(Model):
    """A human reading of a statement."""

    holder: Id
    """The state or bloc of states whose stance it is: that of `on_behalf_of`, unless a note says
    *for* whom else, and why.
    """
    issue: Id
    """The issue."""
    value: Value
    """Where the holder stands."""
    basis: Basis
    """Who says so: the holder, a relay or the outlet."""
    condition: Words | None = None
    """The printed words of the condition; between several that are printed apart, `[…]`. Only with
    the value `conditional`, which needs them.
    """
    object: Words | None = None
    """The printed words for what the stance is about, where that matters."""
    grounds: Annotated[int, Field(ge=0)]
    """The number of the quote that decides the stance, counted from 0."""


class Statement(Model):
    """What one speaker said on one occasion, as one article reports it."""

    id: Id
    """Lower-case words joined by hyphens, unique in the whole corpus. Answers cite it. `stancebook
    rename` changes it.
    """
    former_ids: tuple[Id, ...] = ()
    """Ids that the statement had before: citations of them still lead here. `stancebook rename`
    writes them.
    """
    draft: bool = False
    """Whether a tool proposed it and no curator has accepted it. Drafts are never served."""
    printed_in: Fingerprint | None = None
    """The fingerprint of an earlier text that alone prints it. `stancebook add` writes it; the
    statement is no longer served.
    """
    event: Id | None = None
    """The occasion, where several statements belong to it."""
    said: Interval
    """When it was said, not when it was printed."""
    speaker: Speaker | None
    """Who said it; null for the article's own voice."""
    on_behalf_of: Id | None = None
    """The state or bloc that the speaker spoke for: that of the post or organization. Another needs
    a note that says *for* whom, and why.
    """
    sourcing: Sourcing
    """How the words reached the article."""
    via: Words | None = None
    """Who relayed or carried the words, as printed in a quote's sentence or taken up there (`the
    sources`). `relayed` needs it.
    """
    stances: tuple[Stance, ...] = ()
    """What a curator reads in the statement: none, one or several stances."""
    about: tuple[Id, ...] = ()
    """Issues that the statement is about without a stance on them. Answers show it there as on
    record, with no position.
    """
    summary: Words
    """One neutral sentence in your own words, without quotation marks and adverbs of degree."""
    note: Words | None = None
    """A note for curators and readers."""
    quotes: tuple[Quote, ...] = ()
    """The words, as the article prints them."""


class Retired(Model):
    """A statement that is withdrawn: kept as it was, never served, and held to no rule."""

    day: Day
    """The day on which it was retired."""
    why: Words
    """The reason, for whoever asks for the statement by its id."""
    statement: Statement
    """The statement as it was."""


class Article(Model):
    """One source: its head, the fingerprint of its folded text, and its statements.

    What the text does not print is null.
    """

    id: Id
    """Lower-case words joined by hyphens: source, month, subject; also the file's name. `stancebook
    rename` changes it.
    """
    former_ids: tuple[Id, ...] = ()
    """Ids that the article had before: they still lead here. `stancebook rename` writes them."""
    agency: Words | None
    """The news agency, as printed."""
    publisher: Words | None
    """The paper or site, as printed."""
    title: Words | None
    """The headline. Answers show it in the source line, never as a quote."""
    byline: Words | None
    """The author, as printed."""
    url: Words | None
    """The address."""
    published: Interval
    """The day of publication."""
    form: Words | None = None
    """What the text says about its own form, such as `slightly abridged`."""
    rights: Rights = Rights.SHORT_QUOTATION
    """What answers may show of the article's words. `link_only` shows none."""
    fingerprint: Fingerprint
    """The digest that recognizes the folded text. `stancebook add` writes it."""
    earlier: tuple[Fingerprint, ...] = ()
    """Fingerprints of the text before it changed, oldest first. `stancebook add` writes them."""
    words: Annotated[int, Field(gt=0)]
    """The length of the folded text in words; the quotation limit is a share of it."""
    curator: Words | None = None
    """Who curated the entry, as readers may know it: a person or a desk."""
    note: Words | None = None
    """A note for curators and readers."""
    statements: tuple[Statement, ...] = ()
    """What the article reports."""
    retired: tuple[Retired, ...] = ()
    """Statements that were withdrawn. `stancebook retire` writes them."""

    @property
    def served(self) -> tuple[Statement, ...]:
        """The statements that are answered from: no draft, and of the article as it is now."""
        return tuple(s for s in self.statements if not s.draft and s.printed_in is None)

    @property
    def statement_ids(self) -> set[str]:
        """All ids that a statement has or had: none may be given to another."""
        held = (*self.statements, *(retired.statement for retired in self.retired))
        return {name for statement in held for name in (statement.id, *statement.former_ids)}
