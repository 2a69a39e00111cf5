"""The typed answer to a question: what `ask --json` prints and what every layout is made from."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from knowledge.check_quote.verdict import Difference, Turn, Verdict
from knowledge.citations.citation import CitedStatement, Source
from knowledge.corpus.model import Basis, Kind, Model, QuoteKind, Value

SCREEN = 3  # statements on the first screen; more behind a button or the word "more"


class Outcome(StrEnum):
    """`no_record` is never "no position", and `no_match` names what is nearest."""

    ANSWER = "answer"
    CHOICE = "choice"
    NO_RECORD = "no_record"
    NO_MATCH = "no_match"
    HELP = "help"


class Ref(Model):
    id: str
    name: str


class IssueRef(Ref):
    parent: str | None = None
    question: str | None = None


class Attested(Model):
    """One article calling somebody so; the dates are those of the words."""

    article: str
    as_: str = Field(alias="as")
    from_: date = Field(alias="from")
    to: date
    inferred: str | None = None


class Post(Model):
    """A post as attested: never in the present tense."""

    title: str
    organization: str
    start: str | None
    end: str | None
    attested: tuple[Attested, ...]
    note: str | None = None


class PersonRef(Ref):
    posts: tuple[Post, ...] = ()
    descriptions: tuple[Attested, ...] = ()
    note: str | None = None


class ReadAs(Model):
    typed: str
    name: str


class Choice(Ref):
    """`question` is the one to ask to pick this."""

    kind: Kind
    question: str
    label: str


class Days(Model):
    from_: date = Field(alias="from")
    to: date


class StanceOnIssue(Model):
    """Where the holder stands on one issue, latest on record."""

    holder: Ref
    issue: IssueRef
    value: Value
    condition: str | None
    basis: Basis
    since: Days
    latest: Days


class Check(Model):
    """What our articles print of words that somebody asked to have checked.

    `speaker` is whose they are said to be, `theirs` whether an article gives them to that one;
    `statements` are the ids of those that quote them; where `printed` is of a `whole_text`, of
    those that quote some of these words. `parts` are checked by themselves where nothing prints
    them as one. So many words that were left out are `left_out_withheld`. A quotation is `given_to`
    these by its article; `whose_not_read` are words around it that may be a name and are not read.
    """

    asked: str
    verdict: Verdict
    speaker: Ref | None = None
    theirs: bool | None = None
    statements: tuple[str, ...] = ()
    kind: QuoteKind | None = None
    printed: str | None = None
    article: Source | None = None
    differences: tuple[Difference, ...] = ()
    left_out: tuple[str, ...] = ()
    not_held: tuple[str, ...] = ()
    gap_not_held: bool = False
    left_out_withheld: int = 0
    in_quotes: int = 1
    others: int = 0
    whole_text: bool = False
    given_to: tuple[str, ...] = ()
    whose_not_read: tuple[str, ...] = ()
    parts: tuple[Check, ...] = ()
    turns: tuple[Turn, ...] = ()
    withheld: str | None = None


class Answer(Model):
    """What is said to one question; `asked` is the question in its plainest form.

    `skip` is the number of statements that earlier screens showed.
    """

    question: str
    command: str
    outcome: Outcome
    asked: str | None = None
    holder: Ref | None = None
    issue: IssueRef | None = None
    person: PersonRef | None = None
    organization: Ref | None = None
    as_of: date | None = None
    today: date
    read_as: tuple[ReadAs, ...] = ()
    not_understood: tuple[str, ...] = ()
    reason: str | None = None
    choices: tuple[Choice, ...] = ()
    nearest: tuple[Ref, ...] = ()
    stances: tuple[StanceOnIssue, ...] = ()
    silent: tuple[IssueRef, ...] = ()
    unsettled: tuple[IssueRef, ...] = ()
    holders_on_record: tuple[Ref, ...] = ()
    checks: tuple[Check, ...] = ()
    statements: tuple[CitedStatement, ...] = ()
    maybe_later: tuple[str, ...] = ()
    more: bool = False
    skip: int = 0
    kb_digest: str
