"""Which entries may count where a text is held against an entry: those that its words may name.

A name is found in a text only if one of its words stands there, or begins it joined with others.
"""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from typing import TYPE_CHECKING

from knowledge.check_corpus.check_memory import list_words
from knowledge.text.article_text import fold
from knowledge.text.folding import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Article, Attestation, Issue, Organization, Person


class RelatedNames:
    """The people, organizations and issues of a corpus, by the words that may name them."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._digests = {entry.model.id: entry.digest for entry in corpus.named()}
        self._by_word: dict[str, set[str]] = defaultdict(set)
        self._phrases: dict[str, list[tuple[set[str], str]]] = defaultdict(list)
        for entry in corpus.named():
            for word in _list_naming(entry.model):
                self._by_word[word].add(entry.model.id)
        for person in corpus.people.values():
            for attested in list_attestations(person.model):
                words = list_words(fold(attested.as_))
                self._phrases[max(words, key=len, default="")].append((words, person.model.id))

    def digest_of(self, words: Iterable[str], article: Article | None = None) -> str:
        """Return what differs whenever an entry changes that words, or an article's entry, name."""
        printed = frozenset(words)
        found = {name for word in printed for name in self._by_word.get(word, ())}
        for word in printed & self._phrases.keys():
            found |= {name for phrase, name in self._phrases[word] if phrase <= printed}
        found |= set(_list_named(article)) if article else set()
        every = {name for one in found for name in self._with_bodies(one)}
        known = sorted((name, self._digests.get(name, "")) for name in every)
        return sha256(repr(known).encode()).hexdigest()

    def _with_bodies(self, name: str) -> Iterator[str]:
        """Yield an entry with the organizations that it is of, up to the state."""
        yield name
        person = self._corpus.people.get(name)
        for held in person.model.memberships if person else ():
            yield from self._upward(held.organization)
        yield from self._upward(name)

    def _upward(self, organization: str | None) -> Iterator[str]:
        seen = set[str]()
        while organization in self._corpus.organizations and organization not in seen:
            seen.add(organization)
            yield organization
            organization = self._corpus.organizations[organization].model.parent


def _list_naming(model: Person | Organization | Issue) -> Iterator[str]:
    for name in (model.name, model.id, *model.aliases, *model.weak_aliases):
        yield from list_words(fold(name))
        parts = [token.folded for token in tokenize(name)]
        yield from ("".join(parts[:size]) for size in range(1, len(parts) + 1))


def _list_named(article: Article) -> Iterator[str]:
    for statement in article.statements:
        yield from statement.about
        yield from filter(None, [statement.on_behalf_of])
        yield from (name for stance in statement.stances for name in (stance.holder, stance.issue))
        if statement.speaker:
            yield from filter(None, (statement.speaker.id, statement.speaker.of))


def list_attestations(person: Person) -> list[Attestation]:
    """Return all words by which articles give somebody's posts, or describe them."""
    return [*person.descriptions, *(a for m in person.memberships for a in m.attested)]
