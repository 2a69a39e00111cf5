"""The articles on record, found by their text, address or head."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from knowledge.text.article_text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Article
    from knowledge.text.article_text import Text


@dataclass
class KnownArticles:
    """An index of the articles on record; it holds no texts."""

    by_fingerprint: dict[str, str] = field(default_factory=dict)
    by_head: dict[str, list[str]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, corpus: Corpus) -> KnownArticles:
        shelf = cls()
        for entry in corpus.articles.values():
            shelf.add(entry.model)
        return shelf

    def add(self, article: Article) -> None:
        self.ids.add(article.id)
        for fingerprint in (article.fingerprint, *article.earlier):
            self.by_fingerprint[fingerprint] = article.id
        for key in _list_keys(article):
            names = self.by_head.setdefault(key, [])
            if article.id not in names:
                names.append(article.id)

    def find_same_text(self, text: Text) -> str | None:
        return self.by_fingerprint.get(text.fingerprint)

    def find_same_head(self, article: Article) -> list[str]:
        """Return the articles with the same address, or with its outlet, headline and day.

        Each may be a version of the same article or another article; compare their texts.
        """
        found = [name for key in _list_keys(article) for name in self.by_head.get(key, ())]
        return list(dict.fromkeys(found))

    def make_free_id(self, name: str, fingerprint: str) -> str:
        return name if name not in self.ids else f"{name[:35].rstrip('-')}-{fingerprint[:8]}"


def _list_keys(article: Article) -> Iterator[str]:
    if article.url:
        yield article.url
    if article.title:
        outlet = article.publisher or article.agency or ""
        yield "|".join([fold(outlet), fold(article.title), article.published.to.isoformat()])
