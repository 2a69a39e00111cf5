"""Whole texts of articles at hand, found by their words; no word of them is in the kb."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.kb.quote_index import Printed, QuoteIndex
from knowledge.kb.text_index import TextOwner, open_index
from knowledge.text.article_text import Span, Text
from knowledge.text.labeled_speech import find_speech_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from knowledge.citations.citation import Source
    from knowledge.kb.connections import Connections
    from knowledge.kb.quote_index import PrintedCandidate

_KEPT = 64  # texts that were read last


class Passages:
    """The texts of a folder whose fingerprint an article of the corpus has; others are left out."""

    def __init__(self, folder: Path | None, heads: Mapping[str, tuple[Source, bool]]) -> None:
        self.articles = {source.id: source for source, _ in heads.values()}
        self._connections: Connections | None = None
        self._texts: dict[str, Text | None] = {}
        self._index: QuoteIndex | None = None
        if folder is not None and folder.is_dir():
            own = {f: TextOwner(source.id, shown) for f, (source, shown) in heads.items()}
            self._connections = open_index(folder, own)
            self._index = QuoteIndex(self._connections)

    def close(self) -> None:
        self._texts.clear()
        if self._connections:
            self._connections.close()

    @cached_property
    def text_count(self) -> int:
        """Return how many articles' texts are at hand, those that may only be linked included."""
        if self._connections is None:
            return 0
        ((count,),) = self._connections.rows("SELECT count(*) FROM indexed WHERE next > first")
        return int(count)

    def same(self, words: str) -> list[Printed]:
        return self._index.same(words) if self._index else []

    def like(self, words: str) -> list[PrintedCandidate]:
        return self._index.like(words) if self._index else []

    def text(self, article: str) -> Text | None:
        """Return an article's whole text, where it is at hand and may be quoted."""
        if self._connections is None:
            return None
        if article not in self._texts:
            rows = self._connections.rows("SELECT raw FROM text WHERE article = ?", (article,))
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            self._texts[article] = Text(rows[0][0]) if rows else None
        return self._texts.get(article)

    def label(self, article: str, start: int) -> str | None:
        """Return the label of the speech at a place, where the text is at hand."""
        text = self.text(article)
        speech = find_speech_at(text, Span(start, start + 1)) if text else None
        return text[speech.label] if text and speech else None
