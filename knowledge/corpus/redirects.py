"""Ids that entries and statements had before, and where they lead now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from knowledge.corpus.corpus_reader import KINDS
from knowledge.corpus.entry_ids import replace_ids
from knowledge.corpus.model import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.entry import Entry


@dataclass(frozen=True)
class Redirects:
    """The present id of an entry, and of a statement, by each that it had before."""

    entries: Mapping[str, str]
    statements: Mapping[str, str]

    @classmethod
    def of(cls, corpus: Corpus) -> Redirects:
        """Return all redirects of a corpus; those of retired statements lead to them too."""
        models = [entry.model for entry in corpus.entries()]
        articles = [entry.model for entry in corpus.articles.values()]
        statements = [s for article in articles for s in article.statements]
        gone = [retired.statement for article in articles for retired in article.retired]
        return cls(_list_former(models), _list_former([*statements, *gone]))

    def without_merged(self, before: Corpus) -> Redirects:
        """Return the redirects of what has another id than before, and is no part of another."""
        held = {entry.model.id for entry in before.entries()}
        return Redirects(
            {o: new for o, new in self.entries.items() if new not in held}, self.statements
        )

    def follow(self, corpus: Corpus) -> Corpus:
        """Return a corpus as it would be with the present ids, which none of its entries has."""
        followed: dict[str, Any] = {}
        for kind in KINDS:
            entries = map(self._follow, getattr(corpus, kind).values())
            followed[kind] = {entry.model.id: entry for entry in entries}
        return replace(corpus, **followed)

    def _follow(self, entry: Entry[Any]) -> Entry[Any]:
        model = replace_ids(entry.model, self.entries)
        if isinstance(model, Article):
            model = rename_statements(model, self.statements)
        return entry if model is entry.model else replace(entry, model=model)


def rename_statements(article: Article, new: Mapping[str, str]) -> Article:
    """Return an article with other ids of its statements."""
    if not any(statement.id in new for statement in article.statements):
        return article
    renamed = [
        s.model_copy(update={"id": new[s.id]}) if s.id in new else s for s in article.statements
    ]
    return article.model_copy(update={"statements": tuple(renamed)})


def _list_former(models: Iterable[Any]) -> dict[str, str]:
    return {former: model.id for model in models for former in model.former_ids}
