"""What a new entry is asked for: the fields of its template, each with the template's own words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.model import Classification, Event, Issue, Organization, Person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from knowledge.corpus.corpus_reader import Corpus

TEMPLATES: Final = Path(__file__).parents[1] / "templates"
MODELS: Final[Mapping[str, type[Person | Organization | Issue | Event]]] = {
    "person": Person,
    "organization": Organization,
    "issue": Issue,
    "event": Event,
}
ENTRY_KINDS: Final = tuple(MODELS)
# In the order in which they are asked; the id is made of the name.
_FIELDS: Final[Mapping[str, str]] = {
    "person": "name id aliases weak_aliases different_from memberships descriptions note",
    "organization": "name id classification parent aliases weak_aliases note",
    "issue": "name id question short parent parties aliases weak_aliases note",
    "event": "name id date note",
}
_PARTS: Final[Mapping[str, str]] = {
    "memberships": "title organization start end leads exclusive attested",
    "attested": "article as",
    "descriptions": "article as",
    "date": "from to printed basis",
}
_NEEDED: Final = frozenset(
    "name id classification title organization article as from basis".split()
)
_LISTS: Final = frozenset("aliases weak_aliases different_from parties".split())
_YES_OR_NO: Final = frozenset({"leads", "exclusive"})
_KEY: Final = re.compile(r"\s*(?:- )?(?P<name>\w+):")
_COMMENT: Final = re.compile(r"\s*#\s?(?P<words>.*)")


class EntryField(NamedTuple):
    """A field to ask for; `parts` are the fields of one of its items, if it has some.

    `choices` are what it may say, or nothing where it is free.
    """

    name: str
    explanation: str
    needed: bool
    several: bool
    choices: tuple[str, ...] = ()
    parts: tuple[EntryField, ...] = ()


def list_fields(corpus: Corpus, kind: str) -> tuple[EntryField, ...]:
    """Return what an entry of a kind is asked for, in order."""
    return _list_named(corpus, kind, _FIELDS[kind])


def _list_named(corpus: Corpus, kind: str, names: str) -> tuple[EntryField, ...]:
    explained = _read_explanations(kind)
    return tuple(
        EntryField(
            name,
            explained.get(name, ""),
            name in _NEEDED,
            name in _LISTS or name in {"memberships", "descriptions"},
            _list_choices(corpus, kind, name),
            _list_named(corpus, kind, _PARTS.get(name, "")),
        )
        for name in names.split()
    )


def _list_choices(corpus: Corpus, kind: str, name: str) -> tuple[str, ...]:
    if name in _YES_OR_NO:
        return ("true", "false")
    if name == "parent":
        return tuple(corpus.issues if kind == "issue" else corpus.organizations)
    known: Mapping[str, tuple[str, ...]] = {
        "classification": tuple(Classification),
        "organization": tuple(corpus.organizations),
        "parties": tuple(corpus.organizations),
        "different_from": tuple(corpus.people),
        "article": tuple(corpus.articles),
    }
    return known.get(name, ())


@cache
def _read_explanations(kind: str) -> dict[str, str]:
    """Return what the template says above each field, the first time that it has the field."""
    explained: dict[str, str] = {}
    words: list[str] = []
    for line in (TEMPLATES / f"{kind}.yaml").read_text(encoding="utf-8").splitlines():
        if comment := _COMMENT.fullmatch(line):
            words.append(comment["words"])
        elif key := _KEY.match(line):
            explained.setdefault(key["name"], "\n".join(words))
            words = []
        else:
            words = []
    return explained
