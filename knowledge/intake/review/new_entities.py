"""The people, organizations and aliases that a review adds for unknown names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from knowledge.check_corpus.corpus_edit import EntryChange
from knowledge.corpus.entry import Entry
from knowledge.corpus.model import Organization, Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.intake.review.decisions import Naming

Named = TypeVar("Named", Person, Organization)


def add_namings(corpus: Corpus, namings: Iterable[Naming]) -> Corpus:
    """Return the corpus as it would be with these decisions on names."""
    people, organizations = dict(corpus.people), dict(corpus.organizations)
    for naming in namings:
        if naming.entity and naming.classification:
            organization = _make_organization(naming.entity, naming)
            organizations.setdefault(naming.entity, Entry("", organization, {}))
        elif naming.entity:
            people.setdefault(naming.entity, Entry("", _make_person(naming.entity, naming), {}))
        elif naming.alias_of in people:
            named = people[naming.alias_of]
            people[naming.alias_of] = replace(named, model=_add_alias(named.model, naming.name))
        elif naming.alias_of in organizations:
            body = organizations[naming.alias_of]
            organizations[naming.alias_of] = replace(
                body, model=_add_alias(body.model, naming.name)
            )
    return replace(corpus, people=people, organizations=organizations)


def _make_person(name: str, naming: Naming) -> Person:
    return Person(id=name, different_from=naming.different_from, **_choose_names(naming))


def _make_organization(name: str, naming: Naming) -> Organization:
    if naming.classification is None:
        msg = "an organization needs its classification"
        raise ValueError(msg)
    return Organization(
        id=name, classification=naming.classification, parent=naming.parent, **_choose_names(naming)
    )


def _choose_names(naming: Naming) -> dict[str, object]:
    """Return the preferred name, and the printed one beside it where it is another."""
    preferred = naming.preferred or naming.name
    return {"name": preferred, "aliases": (naming.name,) if preferred != naming.name else ()}


def _add_alias(named: Named, alias: str) -> Named:
    known = {named.name, *named.aliases}
    return (
        named if alias in known else named.model_copy(update={"aliases": (*named.aliases, alias)})
    )


def list_changes(before: Corpus, after: Corpus) -> Iterator[EntryChange]:
    """Yield each entry beside the articles that is new or changed."""
    for kind in ("people", "organizations", "issues", "events"):
        known = getattr(before, kind)
        for name, entry in getattr(after, kind).items():
            if name not in known or known[name].model != entry.model:
                yield EntryChange(kind, name, entry.model)
