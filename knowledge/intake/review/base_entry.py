"""The entry that a review adds to: a new one, the one on record, or one for a changed text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.check_corpus.article_budget import ArticleBudget
from knowledge.intake.add import article_store, drafts
from knowledge.intake.add.changed_text import ChangedArticle, is_version, list_changes

if TYPE_CHECKING:
    from knowledge.corpus import model
    from knowledge.intake.add.library import Library
    from knowledge.intake.read.head import Head
    from knowledge.text.article_text import Text


def make_base(
    library: Library, head: Head, text: Text
) -> tuple[model.Article, article_store.AddedText | None]:
    """Return the entry that decisions add to, and the result of adding one that is on record."""
    if same := library.find_known_text(text):
        return library.read_entry(same.article), same
    entry = drafts.make_article(head, text, drafts.make_article_id(head, text))
    for earlier in library.index.find_same_head(entry):
        old = library.read_entry(earlier)
        before = article_store.find_text(library.articles, old.fingerprint)
        if is_version(old, before, entry, text):
            return _change_base(library, old, before, entry, text)
    name = library.index.make_free_id(entry)
    return entry.model_copy(update={"id": name}), None


def _change_base(
    library: Library, old: model.Article, before: Text | None, new: model.Article, text: Text
) -> tuple[model.Article, article_store.AddedText]:
    """Return the entry for a changed text, not reviewed yet, and the result of adding it."""
    change = ChangedArticle(old, text, library.reader.check.names, ArticleBudget(text))
    merged = change.merge(new)
    changes = tuple(list_changes(before, text)) if before else ()
    lost = tuple(change.lost)
    return merged, article_store.AddedText(
        article_store.AddOutcome.CHANGED, old.id, changes=changes, lost=lost
    )
