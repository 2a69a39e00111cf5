"""The people, organizations and aliases that a review adds for unknown names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from knowledge.check_corpus.corpus_edit import EntryChange
from knowledge.check_corpus.namesakes import name_key
from knowledge.corpus.entry import Entry
from knowledge.corpus.model import Organization, Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
            person = _make_person(naming.entity, naming, people)
            people.setdefault(naming.entity, Entry("", person, {}))
        elif naming.alias_of in people:
            named = people[naming.alias_of]
            shared = list_sharing(people, naming.name, naming.alias_of)
            model = _add_alias(named.model, naming.name, weak=bool(shared))
            people[naming.alias_of] = replace(named, model=model)
        elif naming.alias_of in organizations:
            body = organizations[naming.alias_of]
            organizations[naming.alias_of] = replace(
                body, model=_add_alias(body.model, naming.name)
            )
    return replace(corpus, people=people, organizations=organizations)


def list_sharing(
    people: Mapping[str, Entry[Person]], name: str, whose: str | None = None
) -> list[str]:
    """Return who else on record has the one word of a name as a surname or a given name."""
    others = () if " " in name else (e.model for i, e in people.items() if i != whose)
    return [p.id for p in others if name_key(name) in map(name_key, p.name.split())]


def _make_person(name: str, naming: Naming, people: Mapping[str, Entry[Person]]) -> Person:
    made = Person(id=name, different_from=naming.different_from, **_choose_names(naming))
    if made.aliases and list_sharing(people, naming.name, name):  # "Vehl" is whose, of two?
        return made.model_copy(update={"aliases": (), "weak_aliases": made.aliases})
    return made


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


def _add_alias(named: Named, alias: str, *, weak: bool = False) -> Named:
    if alias in {named.name, *named.aliases}:
        return named
    if not weak:
        return named.model_copy(update={"aliases": (*named.aliases, alias)})
    shared = tuple(dict.fromkeys([*named.weak_aliases, alias]))
    return named.model_copy(update={"weak_aliases": shared})


def list_changes(before: Corpus, after: Corpus) -> Iterator[EntryChange]:
    """Yield each entry beside the articles that is new or changed."""
    for kind in ("people", "organizations", "issues", "events"):
        known = getattr(before, kind)
        for name, entry in getattr(after, kind).items():
            if name not in known or known[name].model != entry.model:
                yield EntryChange(kind, name, entry.model)
