"""The store of articles: texts in their folder, entries in the corpus, and an index of both."""

from __future__ import annotations

import itertools
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from knowledge.check_corpus.proof import read_texts
from knowledge.corpus.folder import read_text_file
from knowledge.text.article_text import Text, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from knowledge.check_corpus.article_budget import WordsLeft
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Article


class AddOutcome(StrEnum):
    ADDED = "added"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True)
class AddedText:
    """The result of adding one text.

    `changes` are sentences that differ, word by word, and `lost` are words that only an earlier
    text prints; `notes` say how the text was read.
    """

    outcome: AddOutcome
    article: str
    statements: int = 0
    left_out: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    words_left: WordsLeft | None = None


def find_text(folder: Path, fingerprint: str) -> Text | None:
    """Return the text with a fingerprint, whatever its file's name; None if it is not there."""
    for file in folder.glob(f"*-{fingerprint[:8]}.txt"):
        with suppress(OSError):
            text = Text(read_text_file(file, folder))
            if text.fingerprint == fingerprint:
                return text
    return read_texts(folder).get(fingerprint)


@dataclass
class ArticleIndex:
    """An index of the articles on record, and of all ids; it holds no texts."""

    by_fingerprint: dict[str, str] = field(default_factory=dict)
    by_head: dict[str, list[str]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    statements: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, corpus: Corpus) -> ArticleIndex:
        index = cls(ids={entry.model.id for entry in corpus.entries()} | corpus.unread)
        for entry in corpus.articles.values():
            index.add(entry.model)
        return index

    def add(self, article: Article) -> None:
        self.ids.add(article.id)
        self.statements |= dict.fromkeys((s.id for s in article.statements), article.id)
        for fingerprint in (article.fingerprint, *article.earlier):
            self.by_fingerprint[fingerprint] = article.id
        for key in _list_keys(article):
            names = self.by_head.setdefault(key, [])
            if article.id not in names:
                names.append(article.id)

    def read_again(self, corpus: Corpus, changed: Iterable[tuple[str, str]]) -> None:
        """Index the entries of a corpus, by kind and id, that were written or removed since."""
        for kind, name in changed:
            self._forget(name)
            entry = getattr(corpus, kind).get(name)
            if name in corpus.unread or entry:
                self.ids.add(name)
            if kind == "articles" and entry:
                self.add(entry.model)

    def _forget(self, name: str) -> None:
        self.ids.discard(name)
        self.by_fingerprint = {f: n for f, n in self.by_fingerprint.items() if n != name}
        self.statements = {s: n for s, n in self.statements.items() if n != name}
        self.by_head = {k: [n for n in held if n != name] for k, held in self.by_head.items()}

    def find_same_text(self, text: Text) -> str | None:
        return self.by_fingerprint.get(text.fingerprint)

    def find_same_head(self, article: Article) -> list[str]:
        """Return the articles with the same address, or with its outlet, headline and day.

        Each may be a version of the same article or another article; compare their texts.
        """
        found = [name for key in _list_keys(article) for name in self.by_head.get(key, ())]
        return list(dict.fromkeys(found))

    def make_free_id(self, entry: Article) -> str:
        """Return an id that nothing has, nor any statement that of a statement of the entry."""
        apart = f"{entry.id[:35].rstrip('-')}-{entry.fingerprint[:8]}"
        names = itertools.chain([entry.id, apart], (f"{apart}-{n}" for n in itertools.count(2)))
        return next(name for name in names if self._is_free(entry, name))

    def _is_free(self, entry: Article, name: str) -> bool:
        renamed = (s.id.replace(entry.id, name, 1) for s in entry.statements)
        return name not in self.ids and self.statements.keys().isdisjoint(renamed)


def _list_keys(article: Article) -> Iterator[str]:
    if article.url:
        yield article.url
    if article.title:
        outlet = article.publisher or article.agency or ""
        yield "|".join([fold(outlet), fold(article.title), article.published.to.isoformat()])
