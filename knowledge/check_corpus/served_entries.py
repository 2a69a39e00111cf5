"""What of a corpus is served: all that is curated, whatever is wrong with its drafts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.entry import Entry
    from knowledge.corpus.model import Article


def choose_served(corpus: Corpus) -> Corpus:
    """Return a corpus without its drafts, of which nobody is served any.

    An article of which nothing is curated is a draft itself, unless it attests somebody's post.
    """
    attesting = _list_attesting(corpus)
    served = {
        name: _leave_drafts_out(entry)
        for name, entry in corpus.articles.items()
        if name in attesting or not _is_draft(entry)
    }
    return replace(corpus, articles=served)


def _leave_drafts_out(entry: Entry[Article]) -> Entry[Article]:
    statements = entry.model.statements
    kept = [i for i, statement in enumerate(statements) if not statement.draft]
    model = entry.model.model_copy(update={"statements": tuple(statements[i] for i in kept)})
    numbers = tuple(entry.numbers[i] for i in kept) if entry.numbers else tuple(kept)
    return replace(entry, model=model, numbers=numbers)


def _is_draft(entry: Entry[Article]) -> bool:
    """Return whether an article has drafts and nothing else."""
    statements = entry.model.statements
    return bool(statements or entry.unread) and all(s.draft for s in statements)


def _list_attesting(corpus: Corpus) -> set[str]:
    """Return the articles by which people hold their posts, or are described."""
    return {
        attested.article
        for person in corpus.people.values()
        for attested in (
            *person.model.descriptions,
            *(a for m in person.model.memberships for a in m.attested),
        )
    }
