"""Check entries against one another: ids exist and fit. Runs the other checks without texts too."""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING

from knowledge.check_corpus import (
    codebook,
    contradictions,
    duplicates,
    hints,
    mixed_scripts,
    posts,
    representation,
    timing,
    unseen,
)
from knowledge.check_corpus.check_memory import make_key
from knowledge.corpus.errors import Fault
from knowledge.corpus.model import Sourcing
from knowledge.corpus.redirects import Redirects

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from knowledge.check_corpus.check_memory import CheckMemory
    from knowledge.check_corpus.representation import Representation
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.entry import Entry
    from knowledge.corpus.errors import Problem
    from knowledge.corpus.model import Article, Issue, Organization, Person, Stance, Statement

_CIRCLE = Fault(("parent",), "The parents form a circle.", "Remove the parent of one of them.")


def problems(
    corpus: Corpus,
    today: date | None = None,
    memory: CheckMemory | None = None,
    made: Collection[str] = (),
) -> list[Problem]:
    """Return everything that does not hold between entries.

    What lies in the future is told only where `today` is given: a build is the same on every day.
    An article that passed before is not looked at again, if nothing changed that it may name.
    """
    return [
        *duplicates.problems_between(corpus, made),
        *_organizations(corpus),
        *_issues(corpus),
        *_people(corpus),
        *_others(corpus),
        *timing.problems_of_others(corpus, today),
        *posts.problems_of_people(corpus),
        *mixed_scripts.problems(corpus),
        *_articles(corpus, today, memory),
    ]


def faults_of_article(
    corpus: Corpus, article: Article, representation: Representation, today: date | None = None
) -> Iterator[Fault]:
    """Yield what `problems` tells of one article's entry, whether or not it is on record.

    Whether another entry has one of its ids, or its text, is not looked for.
    """
    yield from contradictions.faults(article)
    yield from duplicates.faults(article)
    yield from _statements(corpus, article)
    yield from timing.faults_of_article(corpus, article)
    yield from timing.faults_of_future(article, today) if today else ()
    yield from posts.faults_of_speakers(corpus, article)
    yield from representation.faults_of_article(article)
    yield from codebook.faults(article)
    yield from unseen.faults(article)


def _organizations(corpus: Corpus) -> Iterator[Problem]:
    for entry in corpus.organizations.values():
        model = entry.model
        parent = _organization(corpus, model.parent, "parent")
        loops = [_CIRCLE] if _loops(corpus.organizations, model.id) else []
        yield from map(entry.problem, parent or loops)


def _issues(corpus: Corpus) -> Iterator[Problem]:
    for entry in corpus.issues.values():
        model = entry.model
        parent = _exists(corpus, corpus.issues, "issue", model.parent, "parent")
        loops = [_CIRCLE] if _loops(corpus.issues, model.id) else []
        yield from map(entry.problem, parent or loops)
        for i, party in enumerate(model.parties):
            yield from map(entry.problem, _organization(corpus, party, "parties", i))


def _loops(entries: Mapping[str, Entry[Issue] | Entry[Organization]], start: str) -> bool:
    seen: set[str] = set()
    at: str | None = start
    while at is not None and at in entries and at not in seen:
        seen.add(at)
        at = entries[at].model.parent
    return at in seen


def _people(corpus: Corpus) -> Iterator[Problem]:
    for entry in corpus.people.values():
        yield from map(entry.problem, _person(corpus, entry.model))


def _person(corpus: Corpus, person: Person) -> Iterator[Fault]:
    for i, membership in enumerate(person.memberships):
        at = ("memberships", i)
        yield from _organization(corpus, membership.organization, *at, "organization")
        for j, attestation in enumerate(membership.attested):
            yield from _article(corpus, attestation.article, *at, "attested", j)
    for i, other in enumerate(person.different_from):
        yield from _exists(corpus, corpus.people, "person", other, "different_from", i)
    for i, description in enumerate(person.descriptions):
        yield from _article(corpus, description.article, "descriptions", i)


def _others(corpus: Corpus) -> Iterator[Problem]:
    """Find what an entry that is not an article's contradicts, or nobody sees in it."""
    for entry in corpus.entries_beside_articles():
        yield from map(entry.problem, contradictions.faults(entry.model))
        yield from map(entry.problem, unseen.faults(entry.model))


def _articles(corpus: Corpus, today: date | None, memory: CheckMemory | None) -> Iterator[Problem]:
    representing, beside = representation.Representation(corpus), _digest_others(corpus)
    for entry in corpus.articles.values():
        key = make_key("entry", entry.file, entry.digest, str(entry.numbers), beside)
        if memory and memory.has_passed(key):
            continue
        told = list(faults_of_article(corpus, entry.model, representing, today))
        yield from map(entry.problem, told)
        if memory and not told:
            memory.note_pass(key)


def _digest_others(corpus: Corpus) -> str:
    """Return what differs whenever an entry does that an article may name."""
    known = sorted((entry.file, entry.digest) for entry in corpus.entries_beside_articles())
    return sha256(
        repr((known, sorted(corpus.unread), sorted(corpus.unlisted))).encode()
    ).hexdigest()


def _statements(corpus: Corpus, article: Article) -> Iterator[Fault]:
    for i, statement in enumerate(article.statements):
        for fault in _statement(corpus, statement):
            yield fault.within("statements", i)


def _statement(corpus: Corpus, statement: Statement) -> Iterator[Fault]:
    speaker = statement.speaker.id if statement.speaker else None
    if speaker not in corpus.people and speaker not in corpus.organizations:
        speakers = corpus.people.keys() | corpus.organizations.keys()
        yield from _exists(corpus, speakers, "person or organization", speaker, "speaker", "id")
    if speaker in corpus.people and statement.sourcing is Sourcing.STATE_MEDIA:
        why = f"'{speaker}' is a person: 'state_media' is for official media that speak themselves."
        yield Fault(("sourcing",), why, "Write 'on_record', and the medium in 'via'.")
    yield from _exists(corpus, corpus.events, "event", statement.event, "event")
    yield from _organization(corpus, statement.on_behalf_of, "on_behalf_of")
    if statement.speaker:
        yield from _organization(corpus, statement.speaker.of, "speaker", "of")
    for i, issue in enumerate(statement.about):
        yield from _exists(corpus, corpus.issues, "issue", issue, "about", i)
    pairs: dict[tuple[str, str], int] = defaultdict(int)
    for i, stance in enumerate(statement.stances):
        pairs[stance.holder, stance.issue] += 1
        for fault in _stance(corpus, stance, pairs[stance.holder, stance.issue]):
            yield fault.within("stances", i)


def _stance(corpus: Corpus, stance: Stance, times: int) -> Iterator[Fault]:
    holder, issue = stance.holder, stance.issue
    yield from _organization(corpus, holder, "holder")
    if (state := corpus.state_of(holder)) not in {None, holder}:
        why = f"'{holder}' speaks for '{state}', which holds the stance."
        yield Fault(("holder",), why, f"Write '{state}'.")
    yield from _exists(corpus, corpus.issues, "issue", issue, "issue")
    if issue in corpus.issues and corpus.issues[issue].model.question is None:
        why = f"'{issue}' has no question: it only groups other issues."
        yield Fault(("issue",), why, "Name one of the issues under it.")
    if times > 1:
        why = f"This is a second stance of '{holder}' on '{issue}' in one statement."
        yield Fault((), why, "Remove one, or split the statement in two.")


def _organization(corpus: Corpus, name: str | None, *where: str | int) -> list[Fault]:
    return _exists(corpus, corpus.organizations, "organization", name, *where)


def _article(corpus: Corpus, name: str, *where: str | int) -> list[Fault]:
    return _exists(corpus, corpus.articles, "article", name, *where, "article")


def _exists(
    corpus: Corpus, entries: Collection[str], kind: str, name: str | None, *where: str | int
) -> list[Fault]:
    """Find fault with an id that nothing has; one that cannot be read is told where it is."""
    if name is None or name in entries or name in corpus.unread or corpus.unlisted:
        return []
    if (now := Redirects.of(corpus).entries.get(name)) in entries:
        return [Fault(where, f"'{name}' is an id that '{now}' had before.", f"Write '{now}'.")]
    why, what_to_do = f"There is no {kind} '{name}'.", f"Correct the id, or add the {kind}."
    return [hints.suggest_id(where, why, what_to_do, name, entries)]
