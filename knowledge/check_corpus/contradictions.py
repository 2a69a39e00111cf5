"""Find fields of one entry that contradict each other. Nothing that does is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_corpus.date_words import prints_year
from knowledge.corpus.errors import Fault
from knowledge.corpus.model import Article, Basis, Event, Person, QuoteKind, Sourcing, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Problem
    from knowledge.corpus.model import Interval, Model, Speaker, Stance, Statement

_SOURCING = ("sourcing",)
_NO_SPEAKER = {Sourcing.OUTLET, Sourcing.UNNAMED}
_NOT_DECLARED = {Sourcing.RELAYED, Sourcing.UNNAMED}


def problems(corpus: Corpus) -> Iterator[Problem]:
    for entry in corpus.entries():
        yield from map(entry.problem, faults(entry.model))


def faults(model: Model) -> Iterator[Fault]:
    """Yield what one entry says and denies itself."""
    if isinstance(model, Article):
        yield from _days(model.published, "published")
        for i, statement in enumerate(model.statements):
            yield from (fault.within("statements", i) for fault in _statement(statement))
            if statement.printed_in not in {None, *model.earlier}:
                why = "This is not the fingerprint of an earlier text of this article."
                what_to_do = "Give one of the fingerprints in 'earlier', or remove it."
                yield Fault(("statements", i, "printed_in"), why, what_to_do)
    elif isinstance(model, Event):
        yield from _days(model.date, "date")
    elif isinstance(model, Person):
        yield from _person(model)


def _person(person: Person) -> Iterator[Fault]:
    for i, description in enumerate(person.descriptions):
        yield from _days(description.date, "descriptions", i, "date")
    for i, membership in enumerate(person.memberships):
        for j, attested in enumerate(membership.attested):
            yield from _days(attested.date, "memberships", i, "attested", j, "date")


def _days(interval: Interval | None, *where: str | int) -> Iterator[Fault]:
    if interval is None:
        return
    if interval.to < interval.from_:
        why = f"'to' ({interval.to}) is before 'from' ({interval.from_})."
        yield Fault((*where, "to"), why, "Put them in order.")
    if interval.basis == "printed" and not interval.printed:
        why = "The basis says 'printed', but the printed words are missing."
        yield Fault((*where, "basis"), why, "Give them in 'printed'.")
    elif interval.basis == "printed" and not prints_year(interval.printed):
        why = f"The basis says 'printed', but {interval.printed!r} has no year."
        yield Fault((*where, "basis"), why, "Write 'year inferred: FROM WHAT'.")


def _statement(statement: Statement) -> Iterator[Fault]:
    yield from _days(statement.said, "said")
    yield from _speaker(statement.sourcing, statement.speaker)
    if statement.sourcing is Sourcing.RELAYED and not statement.via:
        yield Fault(("via",), "Relayed words need 'via'.", "Say who relayed them, as printed.")
    for i, stance in enumerate(statement.stances):
        yield from (fault.within("stances", i) for fault in _stance(statement, stance))
    for i, quote in enumerate(statement.quotes):
        if quote.kind is QuoteKind.LABELED and statement.speaker is None:
            why = "Speech under a label has a speaker."
            what_to_do = "Give whom the label names: an id, or null with a description."
            yield Fault(("speaker",), why, what_to_do)
        if quote.kind.is_own_words and not quote.attribution:
            what_to_do = "Copy the printed words that name its speaker."
            if quote.kind is QuoteKind.LABELED:
                what_to_do = "Copy the label that the words stand under."
            where = ("quotes", i, "attribution")
            yield Fault(where, f"A {quote.kind} quote needs an attribution.", what_to_do)


def _speaker(sourcing: Sourcing, speaker: Speaker | None) -> Iterator[Fault]:
    if speaker is None:
        if sourcing not in _NO_SPEAKER:
            why = f"The sourcing '{sourcing}' needs a speaker."
            yield Fault(("speaker",), why, "Give the speaker's id or description.")
        return
    if sourcing is Sourcing.OUTLET:
        why = "The sourcing 'outlet' is the article's own voice, so the speaker must be null."
        yield Fault(_SOURCING, why, "Remove the speaker, or correct the sourcing.")
    if sourcing is Sourcing.UNNAMED and speaker.id:
        why = "The sourcing 'unnamed' cannot have a speaker with an id."
        yield Fault(_SOURCING, why, "Give the printed description, or correct the sourcing.")
    if speaker.id and speaker.of:
        why = "A speaker with an id is of the organization that their entry gives."
        yield Fault(("speaker", "of"), why, "Remove 'of': it is for a speaker without a name.")
    if speaker.id is None and not speaker.description:
        why = "A speaker without an id needs the printed description."
        yield Fault(("speaker",), why, "Give it in 'description'.")


def _stance(statement: Statement, stance: Stance) -> Iterator[Fault]:
    if statement.sourcing in _NOT_DECLARED and stance.basis is Basis.DECLARED:
        why = f"A stance that is {statement.sourcing} cannot be 'declared'."
        yield Fault(("basis",), why, "Make its basis 'relayed'.")
    nobody = statement.sourcing is Sourcing.OUTLET and statement.speaker is None
    if nobody and stance.basis is Basis.DECLARED:
        why = "Nobody declares a stance in the article's own voice."
        yield Fault(("basis",), why, "Make its basis 'ascribed'.")
    if (stance.value is Value.CONDITIONAL) != (stance.condition is not None):
        why = "'condition' goes with the value 'conditional' and with no other."
        what_to_do = "Give the printed words of the condition, or another value."
        yield Fault(("condition",), why, what_to_do)
    if not statement.quotes:
        why = f"'{stance.holder}' has a stance on '{stance.issue}' but no quote."
        yield Fault((), why, "Add the words that show it, or remove the stance.")
    elif stance.grounds >= len(statement.quotes):
        why = f"There is no quote {stance.grounds}: 'grounds' counts the quotes from 0."
        last = len(statement.quotes) - 1
        yield Fault(("grounds",), why, f"Write a number from 0 to {last}." if last else "Write 0.")
