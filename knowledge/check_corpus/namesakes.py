"""People of one name: what is shared between them, and what tells them apart."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from knowledge.corpus.errors import Fault
from knowledge.names.resolver import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.errors import Problem
    from knowledge.corpus.model import Issue, Organization, Person


def name_key(name: str) -> str:
    """Return what two names share that are one to a reader."""
    return fold(name).replace(" ", "")


def strong_names(model: Person | Organization | Issue) -> list[str]:
    """Return the names that mean the entry alone."""
    return [model.id, model.name, *model.aliases, *model.former_ids]


def are_namesakes(corpus: Corpus, one: str, other: str) -> bool:
    """Return whether two people are entered as different ones, by at least one of them."""
    people = corpus.people
    if one not in people or other not in people:
        return False
    return other in people[one].model.different_from or one in people[other].model.different_from


def shared_keys(corpus: Corpus) -> dict[str, set[str]]:
    """Return the keys that several people claim, with their ids."""
    claims = defaultdict[str, set[str]](set)
    for person in corpus.people:
        for name in strong_names(corpus.people[person].model):
            claims[name_key(name)].add(person)
    return {key: people for key, people in claims.items() if len(people) > 1}


def labels(corpus: Corpus, shared: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return a name of its own for each of those people: "Kenji Onodera (Mayor, Strelsau)"."""
    made: dict[str, str] = {}
    for person in sorted({person for people in shared.values() for person in people}):
        model = corpus.people[person].model
        label = f"{model.name} ({_addition(corpus, model) or person})"
        made[person] = f"{model.name} ({person})" if label in made.values() else label
    return made


def _addition(corpus: Corpus, person: Person) -> str | None:
    """Return the post or description that was entered last."""
    if person.memberships:
        post = person.memberships[-1]
        organization = corpus.organizations.get(post.organization)
        return f"{post.title}, {organization.model.name if organization else post.organization}"
    return person.descriptions[-1].as_ if person.descriptions else None


def warnings(corpus: Corpus) -> Iterator[Problem]:
    """Find namesakes that nothing but their ids tells apart."""
    told: set[str] = set()
    for people in shared_keys(corpus).values():
        for pair in combinations(sorted(people), 2):
            if are_namesakes(corpus, *pair):
                told.update(p for p in pair if not _addition(corpus, corpus.people[p].model))
    for person in sorted(told):
        why = "Somebody else has this name, and nothing tells which one is meant."
        yield corpus.people[person].problem(Fault(("name",), why, "Add a post or a description."))
