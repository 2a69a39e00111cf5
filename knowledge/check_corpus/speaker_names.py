"""The printed words by which the speakers of a corpus may be called."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from knowledge.speech.known_names import KnownNames
from knowledge.speech.reading import Reading
from knowledge.text import folding
from knowledge.text.article_text import Text, fold
from knowledge.text.locating import stands_in
from knowledge.text.whole_words import find_whole

if TYPE_CHECKING:
    from knowledge.corpus.corpus_reader import Corpus

_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]+")


class NamesOf:
    """The printed words by which each speaker may be called in an attribution."""

    def __init__(self, corpus: Corpus) -> None:
        self._of: dict[str, set[str]] = {}
        self._people: dict[str, set[str]] = {}
        self._weak: dict[str, set[str]] = {}  # with the names that a person shares
        self._holders: dict[str, set[str]] = {}
        self._wholes: dict[str, set[str]] = {}
        self._corpus = corpus
        self._last_read: Reading | None = None
        for entry in (*corpus.people.values(), *corpus.organizations.values()):
            model = entry.model
            names = {model.name, *model.aliases, *model.weak_aliases}
            self._of[model.id] = names | set(map(write_plainly, names))
        tokens = Counter(t for e in corpus.people.values() for t in set(e.model.name.split()))
        for person in corpus.people.values():
            model = person.model
            unique = {t for t in model.name.split() if tokens[t] == 1}
            names = {model.name, *model.aliases}
            self._people[model.id] = names | set(map(write_plainly, names)) | unique
            self._of[model.id] |= unique
            if model.weak_aliases:
                self._weak[model.id] = {*self._people[model.id], *model.weak_aliases}
            for membership in model.memberships:
                for whole in represented_by(corpus, membership.organization):
                    self._holders.setdefault(whole, set()).add(model.id)
            for attested in (
                *model.descriptions,
                *(a for m in model.memberships for a in m.attested),
            ):
                self._of[model.id].add(attested.as_)

    def __getstate__(self) -> dict[str, object]:
        """Return what a worker is sent: it reads the texts that it is given itself."""
        return {**self.__dict__, "_last_read": None}

    def add(self, speaker: str, name: str) -> None:
        self._of.setdefault(speaker, set()).update({name, *name.split()})
        if speaker in self._people:
            for names in (self._people, self._weak):
                names.get(speaker, set()).update({name, *name.split()})
            self.__dict__.pop("_begun", None)

    def read(self, text: Text) -> Reading:
        """Return who says what in a text, as the intake reads it."""
        if self._last_read is None or self._last_read.text is not text:
            self._last_read = Reading(text, self._known)  # one at a time: a reading is large
        return self._last_read

    @cached_property
    def _known(self) -> KnownNames:
        return KnownNames.of(self._corpus)

    def represented(self, organization: str) -> set[str]:
        """Return whom an organization can speak for."""
        return represented_by(self._corpus, organization)

    def of(self, speaker: str) -> set[str]:
        """Return all words for a speaker: names, posts and descriptions."""
        return self._of.get(speaker, set())

    def own(self, speaker: str) -> set[str]:
        """Return the names of a speaker; of a person, without posts and descriptions."""
        return self._weak.get(speaker) or self._people.get(speaker) or self.of(speaker)

    def is_person(self, speaker: str) -> bool:
        return speaker in self._people

    def find_people(self, printed: str) -> set[str]:
        """Return the people whom folded words in one case name."""
        begun = (self._begun.get(word, ()) for word in set(_WORD.findall(printed)))
        return {person for names in begun for name, person in names if stands_in(name, printed)}

    def find_first_people(self, printed: str) -> set[str]:
        """Return the people whose name folded words in one case begin with."""
        first = _WORD.match(printed)
        named = self._begun.get(first[0], ()) if first else ()
        return {p for name, p in named if 0 in find_whole(name, printed, 0, len(name))}

    @cached_property
    def _begun(self) -> dict[str, list[tuple[str, str]]]:
        """Names of people, with whose they are, by the word that each begins with."""
        begun = defaultdict(list)
        for person, names in self._people.items():
            for name in map(_fold, names):
                if first := _WORD.search(name):
                    begun[first[0]].append((name, person))
        return begun

    def is_for(self, organization: str, printed: str) -> bool:
        """Return whether folded words in one case name a body, or people with its state's posts."""
        if is_named(self.of(organization), printed):
            return True
        wholes = represented_by(self._corpus, organization)
        return any(is_named(self.own(p), printed) for w in wholes for p in self._holders.get(w, ()))

    def of_whole(self, whole: str) -> set[str]:
        """Return the names of a state or bloc, of its bodies, and of people with posts there."""
        if whole not in self._wholes:
            bodies = (
                o for o in self._corpus.organizations if whole in represented_by(self._corpus, o)
            )
            members = {whole, *bodies, *self._holders.get(whole, ())}
            self._wholes[whole] = {name for member in members for name in self.of(member)}
        return self._wholes[whole]


def write_plainly(name: str) -> str:
    """Return a name in the plain letters that papers often print: "Torbjorn" for "Torbjørn"."""
    return _LETTERS.sub(lambda found: folding.fold(found[0]), name)


def represented_by(corpus: Corpus, organization: str) -> set[str]:
    """Return whom an organization can speak for: its state, else itself and all it is part of."""
    if state := corpus.state_of(organization):
        return {state}
    found: set[str] = set()
    at: str | None = organization
    while at in corpus.organizations and at not in found:
        found.add(at)
        at = corpus.organizations[at].model.parent
    return found


def is_named(names: set[str], printed: str) -> bool:
    """Return whether one of some names stands in folded words in one case."""
    return any(stands_in(_fold(name), printed) for name in names)


@lru_cache(maxsize=65536)
def _fold(name: str) -> str:
    return fold(name).casefold()
