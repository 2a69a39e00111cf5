"""Which entries may count where a text is held against an entry: those that its words may name.

A name is found in a text only if one of its words stands there, or begins it joined with others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING

from knowledge.check_corpus.check_memory import list_words
from knowledge.text.article_text import fold
from knowledge.text.folding import tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Article, Attestation, Issue, Organization, Person


class RelatedNames:
    """The people, organizations and issues of a corpus, by the words that may name them.

    In a large corpus one word may name very many, so what they are is made a digest of once.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._digests = {entry.model.id: entry.digest for entry in corpus.named()}
        self._by_word: dict[str, set[str]] = defaultdict(set)
        for entry in corpus.named():
            for word in _list_naming(entry.model):
                self._by_word[word].add(entry.model.id)
        self._by_phrase: dict[frozenset[str], set[str]] = defaultdict(set)
        for person in corpus.people.values():
            for attested in list_attestations(person.model):
                words = frozenset(list_words(fold(attested.as_)))
                self._by_phrase[words].add(person.model.id)
        self._phrases = _index_by_rarest(self._by_phrase)
        self._of_word = cache(lambda word: self._digest_of_all(self._by_word[word]))
        self._of_phrase = cache(lambda phrase: self._digest_of_all(self._by_phrase[phrase]))

    def digest_of(self, words: Iterable[str], article: Article | None = None) -> str:
        """Return what differs whenever an entry changes that words, or an article's entry, name."""
        printed = frozenset(words)
        phrases = [p for w in printed & self._phrases.keys() for p in self._phrases[w]]
        told = [self._of_word(word) for word in printed & self._by_word.keys()]
        told += [self._of_phrase(phrase) for phrase in phrases if phrase <= printed]
        own = self._digest_of_all(_list_named(article) if article else ())
        return sha256(repr([*sorted(told), own]).encode()).hexdigest()

    def _digest_of_all(self, names: Iterable[str]) -> bytes:
        every = {name for one in names for name in self._with_bodies(one)}
        known = sorted((name, self._digests.get(name, "")) for name in every)
        return sha256(repr(known).encode()).digest()

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


def _index_by_rarest(phrases: Collection[frozenset[str]]) -> dict[str, list[frozenset[str]]]:
    """Return phrases by that of their words which the fewest others have."""
    counts = Counter(word for phrase in phrases for word in phrase)
    found: dict[str, list[frozenset[str]]] = defaultdict(list)
    for phrase in phrases:
        found[min(phrase, key=lambda word: (counts[word], word), default="")].append(phrase)
    return found


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
