"""Statements with one fact beside their quotes dropped, or replaced by another of its kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_corpus import codebook, contradictions, posts, representation, timing
from knowledge.check_corpus.proof import article_problems
from tests.proof_mutants.corpora import with_statements

if TYPE_CHECKING:
    from knowledge.corpus.model import Statement

AT_MOST = 0.15  # of the mutants may pass: some are as true as what they replace
DROPPED = "dropped"
_CHECKS = contradictions, posts, codebook, representation


class FactMutant(NamedTuple):
    """A statement with one field changed: which, to what, and the statement as it is then."""

    field: str
    value: str
    statement: Statement


def list_values(corpus):
    """Return what a curator could pick for a field: all that the corpus has in it somewhere."""
    said = [s for entry in corpus.articles.values() for s in entry.model.statements]
    holders = {stance.holder for s in said for stance in s.stances}
    speakers = [s.speaker for s in said if s.speaker]
    return {
        "on_behalf_of": holders | {s.on_behalf_of for s in said} - {None},
        "holder": holders,
        "id": {speaker.id for speaker in speakers} - {None},
        "of": {speaker.of for speaker in speakers} - {None},
    }


def fact_mutants(article, statement, values):
    """Yield a statement with each fact dropped, and replaced by every other one of its kind.

    Printed words are replaced by those that the same article has for another statement.
    """
    own = article.statements
    yield from _change(statement, "on_behalf_of", values["on_behalf_of"])
    yield from _change(statement, "via", {s.via for s in own})
    yield from _change_speaker(own, statement, values)
    yield from _change_day(article, statement)
    for number in range(len(statement.stances)):
        yield from _change_part(statement, "stances", number, "holder", values["holder"])
    quotes = [quote for s in own for quote in s.quotes]
    for number in range(len(statement.quotes)):
        for name in ("attribution", "refers_to"):
            words = {getattr(quote, name) for quote in quotes}
            yield from _change_part(statement, "quotes", number, name, words | {None})


def _change(model, name, values, *, optional=True):
    """Yield the field's other values with the model that has each."""
    given = getattr(model, name)
    wanted = sorted(v for v in values if v not in {None, given})
    if given is not None and optional:
        wanted.append(None)
    for value in wanted:
        yield FactMutant(name, value or DROPPED, model.model_copy(update={name: value}))


def _change_part(statement, name, number, field, values):
    parts = getattr(statement, name)
    optional = None in values
    for changed in _change(parts[number], field, values, optional=optional):
        made = (*parts[:number], changed.statement, *parts[number + 1 :])
        yield changed._replace(statement=statement.model_copy(update={name: made}))


def _change_speaker(own, statement, values):
    speaker = statement.speaker
    if speaker is None:
        return
    others = [s.speaker for s in own if s.speaker]
    pools = {
        "id": values["id"] if speaker.id else (),
        "as_": {other.as_ for other in others},
        "description": {o.description for o in others} if speaker.description else (),
        "of": values["of"] if speaker.of else (),
    }
    for name, pool in pools.items():
        optional = name in {"as_", "of"}
        for changed in _change(speaker, name, pool, optional=optional):
            field = f"speaker.{name.strip('_')}"
            made = statement.model_copy(update={"speaker": changed.statement})
            yield FactMutant(field, changed.value, made)
    yield FactMutant("speaker", DROPPED, statement.model_copy(update={"speaker": None}))


def _change_day(article, statement):
    """Yield other days of the article, with their words; and other words for the same days."""
    given = statement.said
    others = [article.published, *(s.said for s in article.statements)]
    for days in {(o.from_, o.to): o for o in others}.values():
        if (days.from_, days.to) != (given.from_, given.to):
            told = f"{days.from_} to {days.to}"
            yield FactMutant("said", told, statement.model_copy(update={"said": days}))
    for changed in _change(given, "printed", {o.printed for o in others}):
        made = statement.model_copy(update={"said": changed.statement})
        yield FactMutant("said.printed", changed.value, made)


def find_problems(at_hand, entry, text, statement):
    """Return what a check says of one statement of an article."""
    alone = with_statements(entry, [statement])
    corpus = replace(at_hand.corpus, articles=at_hand.heads | {entry.model.id: alone})
    fitting = (p for check in _CHECKS for p in check.problems(corpus))
    undated = timing.problems(corpus, None)
    return [*fitting, *undated, *article_problems(alone, text, at_hand.names, at_hand.texts)]


def list_mutants(at_hand):
    """Yield every mutant of a corpus, with its entry and text."""
    values = list_values(at_hand.corpus)
    for entry, text in at_hand.articles():
        for statement in entry.model.statements:
            for mutant in fact_mutants(entry.model, statement, values):
                yield entry, text, mutant


def passes(at_hand, entry, text, mutant):
    """Return whether a check finds nothing in a mutant."""
    return not find_problems(at_hand, entry, text, mutant.statement)


def try_all(at_hand):
    """Yield every mutant of a corpus with whether it passes."""
    for entry, text, mutant in list_mutants(at_hand):
        yield mutant, passes(at_hand, entry, text, mutant)
