"""Whole texts of articles at hand, passage by passage: what stands between marks, and sentences.

They are read into a private file of SQLite's own; no word of them is in the kb.
"""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING

from knowledge.folder import article_texts
from knowledge.model import QuoteKind
from knowledge.quote_index import Printed, QuoteIndex, fill
from knowledge.quoting import Span, Text
from knowledge.schema import quote_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from knowledge.citation import Source
    from knowledge.quote_index import Candidate

_MARKED = re.compile(r'"([^"]+)"')


class Passages:
    """The texts of a folder whose fingerprint an article of the corpus has; others are left out."""

    def __init__(self, folder: Path | None, heads: Mapping[str, tuple[Source, bool]]) -> None:
        self.articles = {source.id: source for source, _ in heads.values()}
        self._index: QuoteIndex | None = None
        if folder is not None and folder.is_dir():
            db = sqlite3.connect("", check_same_thread=False)
            db.executescript(quote_schema())
            with db:
                fill(db, _passages(folder, heads))
            self._index = QuoteIndex(db)

    def same(self, words: str) -> list[Printed]:
        return self._index.same(words) if self._index else []

    def like(self, words: str) -> list[Candidate]:
        return self._index.like(words) if self._index else []


def _passages(folder: Path, heads: Mapping[str, tuple[Source, bool]]) -> Iterator[Printed]:
    for text in map(Text, article_texts(folder)):
        if head := heads.get(text.fingerprint):
            source, shown = head
            for kind, span in _spans(text):
                yield Printed(source.id, span.start, kind, text[span], shown)


def _spans(text: Text) -> Iterator[tuple[QuoteKind, Span]]:
    for found in _MARKED.finditer(text.folded):
        yield QuoteKind.DIRECT, _less_comma(text, Span(*found.span(1)))
    for sentence in text.sentences:
        yield QuoteKind.NARRATION, sentence


def _less_comma(text: Text, span: Span) -> Span:
    """Leave out the outer sentence's comma, as a quote does."""
    return Span(span.start, span.end - 1) if text[span].endswith(",") else span
