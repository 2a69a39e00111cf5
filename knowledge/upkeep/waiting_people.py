"""People who speak without a post: what articles print for them, and what they lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.upkeep.open_work import OpenWork, WorkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus


def list_without_post(corpus: Corpus) -> Iterator[OpenWork]:
    """Yield the people without a post, with the words that articles print beside their name."""
    for entry in corpus.people.values():
        if not entry.model.memberships:
            printed = list(dict.fromkeys(_list_printed(corpus, entry.model.id)))
            words = ", ".join(f"“{as_}”" for as_ in printed)
            what = f"{entry.model.id}: no post is on record"
            what += f"; articles print {words}" if words else ""
            yield OpenWork.at(WorkKind.NO_POST, entry, ("id",), what)


def _list_printed(corpus: Corpus, person: str) -> Iterator[str]:
    for article in corpus.articles.values():
        for statement in article.model.statements:
            speaker = statement.speaker if statement.printed_in is None else None
            if speaker and speaker.id == person and speaker.as_:
                yield speaker.as_
