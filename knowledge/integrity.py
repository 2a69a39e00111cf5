"""Entries held against one another: ids that exist, names that are unique."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from knowledge.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from knowledge.corpus import Corpus
    from knowledge.entry import Entry, Location
    from knowledge.errors import Problem
    from knowledge.model import Article, Issue, Organization, Person, Stance, Statement

_CIRCLE = "the parents go round in a circle"


def problems(corpus: Corpus) -> list[Problem]:
    """Return everything that does not hold between entries."""
    return [
        *_names(corpus),
        *_ids(corpus),
        *_organizations(corpus),
        *_issues(corpus),
        *(p for person in corpus.people.values() for p in _person(corpus, person)),
        *(p for article in corpus.articles.values() for p in _article(corpus, article)),
    ]


def _names(corpus: Corpus) -> Iterator[Problem]:
    """Find strong names that answer for two things; a weak one may be shared."""
    claimed: dict[str, str] = {}
    for entry in corpus.named():
        model = entry.model
        for where, name in [
            (("id",), model.id),
            (("name",), model.name),
            *((("aliases", i), alias) for i, alias in enumerate(model.aliases)),
        ]:
            key = fold(name).replace(" ", "")
            owner = claimed.setdefault(key, model.id)
            if not key:
                yield entry.problem(where, f"nothing is left of the name {name!r} when folded")
            elif owner != model.id:
                why = f"the name {name!r} belongs to '{owner}' too: make it weak in both"
                yield entry.problem(where, why)


def _ids(corpus: Corpus) -> Iterator[Problem]:
    """Ids of entities and issues share one space; a statement's id is cited, so it is unique."""
    owners: dict[str, str] = {}
    for entry in corpus.named():
        if (file := owners.setdefault(entry.model.id, entry.file)) != entry.file:
            yield entry.problem(("id",), f"the id stands in {file} too")
    cited: dict[str, str] = {}
    for article in corpus.articles.values():
        for i, statement in enumerate(article.model.statements):
            place = f"{article.file} statements.{i}"
            if (first := cited.setdefault(statement.id, place)) != place:
                yield article.problem(("statements", i, "id"), f"the id stands in {first} too")


def _organizations(corpus: Corpus) -> Iterator[Problem]:
    for entry in corpus.organizations.values():
        model = entry.model
        if model.parent and model.parent not in corpus.organizations:
            yield entry.problem(("parent",), _unknown("organization", model.parent))
        elif _loops(corpus.organizations, model.id):
            yield entry.problem(("parent",), _CIRCLE)


def _issues(corpus: Corpus) -> Iterator[Problem]:
    for entry in corpus.issues.values():
        model = entry.model
        if model.parent and model.parent not in corpus.issues:
            yield entry.problem(("parent",), _unknown("issue", model.parent))
        elif _loops(corpus.issues, model.id):
            yield entry.problem(("parent",), _CIRCLE)
        for i, party in enumerate(model.parties):
            if party not in corpus.organizations:
                yield entry.problem(("parties", i), _unknown("organization", party))


def _loops(entries: Mapping[str, Entry[Issue] | Entry[Organization]], start: str) -> bool:
    seen: set[str] = set()
    at: str | None = start
    while at is not None and at in entries and at not in seen:
        seen.add(at)
        at = entries[at].model.parent
    return at in seen


def _person(corpus: Corpus, entry: Entry[Person]) -> Iterator[Problem]:
    for i, membership in enumerate(entry.model.memberships):
        at = ("memberships", i)
        if membership.organization not in corpus.organizations:
            why = _unknown("organization", membership.organization)
            yield entry.problem((*at, "organization"), why)
        for j, attestation in enumerate(membership.attested):
            if attestation.article not in corpus.articles:
                why = _unknown("article", attestation.article)
                yield entry.problem((*at, "attested", j, "article"), why)
    for i, other in enumerate(entry.model.different_from):
        if other not in corpus.people:
            yield entry.problem(("different_from", i), _unknown("person", other))
    for i, description in enumerate(entry.model.descriptions):
        if description.article not in corpus.articles:
            why = _unknown("article", description.article)
            yield entry.problem(("descriptions", i, "article"), why)


def _article(corpus: Corpus, entry: Entry[Article]) -> Iterator[Problem]:
    for i, statement in enumerate(entry.model.statements):
        for where, why in _statement(corpus, statement):
            yield entry.problem(("statements", i, *where), why)


def _statement(corpus: Corpus, statement: Statement) -> Iterator[tuple[Location, str]]:
    speaker = statement.speaker.id if statement.speaker else None
    if speaker and speaker not in corpus.people and speaker not in corpus.organizations:
        yield ("speaker", "id"), _unknown("person or organization", speaker)
    if statement.event and statement.event not in corpus.events:
        yield ("event",), _unknown("event", statement.event)
    if statement.on_behalf_of and statement.on_behalf_of not in corpus.organizations:
        yield ("on_behalf_of",), _unknown("organization", statement.on_behalf_of)
    pairs: dict[tuple[str, str], int] = defaultdict(int)
    for i, stance in enumerate(statement.stances):
        pairs[stance.holder, stance.issue] += 1
        for where, why in _stance(corpus, stance, pairs[stance.holder, stance.issue]):
            yield ("stances", i, *where), why


def _stance(corpus: Corpus, stance: Stance, times: int) -> Iterator[tuple[Location, str]]:
    if stance.holder not in corpus.organizations:
        yield ("holder",), _unknown("organization", stance.holder)
    elif (state := corpus.state_of(stance.holder)) not in {None, stance.holder}:
        yield ("holder",), f"'{stance.holder}' speaks for '{state}': that is the holder"
    if stance.issue not in corpus.issues:
        yield ("issue",), _unknown("issue", stance.issue)
    elif corpus.issues[stance.issue].model.question is None:
        yield ("issue",), f"'{stance.issue}' has no question: it only groups; name one of its own"
    if times > 1:
        yield (), f"a second stance of '{stance.holder}' on '{stance.issue}' in one statement"


def _unknown(kind: str, name: str) -> str:
    return f"there is no {kind} '{name}'"
