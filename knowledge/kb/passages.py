"""Whole texts of articles at hand, passage by passage: what stands between marks, and sentences.

They are read into a private file without a name; no word of them is in the kb.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from knowledge.corpus.folder import article_texts
from knowledge.corpus.model import QuoteKind
from knowledge.kb.connections import Connections
from knowledge.kb.quote_index import Printed, QuoteIndex, fill
from knowledge.kb.schema import quote_schema
from knowledge.kb.sqlite_errors import as_os_errors
from knowledge.text.article_text import Span, Text
from knowledge.text.labeled_speech import find_labeled_speech, find_speech_at, sentences_of
from knowledge.text.quotation_marks import straight_pairs, without_comma

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from knowledge.citations.citation import Source
    from knowledge.kb.quote_index import PrintedCandidate

_INDEX = "The index of the texts, among the temporary files"
_KEPT = 64  # texts that were read last
_TEXTS = "CREATE TABLE text (article TEXT PRIMARY KEY, raw TEXT NOT NULL) STRICT"


class Passages:
    """The texts of a folder whose fingerprint an article of the corpus has; others are left out."""

    def __init__(self, folder: Path | None, heads: Mapping[str, tuple[Source, bool]]) -> None:
        self.articles = {source.id: source for source, _ in heads.values()}
        self._connections: Connections | None = None
        self._texts: dict[str, Text | None] = {}
        self._index: QuoteIndex | None = None
        if folder is not None and folder.is_dir():
            self._connections = _indexed(folder, heads)
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
        ((count,),) = self._connections.rows("SELECT count(DISTINCT source) FROM quote")
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


def _indexed(folder: Path, heads: Mapping[str, tuple[Source, bool]]) -> Connections:
    """Return the passages in a file that has lost its name: it is gone with those who read it."""
    # SQLite's own temporary file, without a name too.
    with as_os_errors(_INDEX), closing(sqlite3.connect("")) as db:
        db.executescript(f"{quote_schema()};{_TEXTS}")
        with db:
            fill(db, _passages(db, folder, heads))
        return _copied(db)


def _copied(db: sqlite3.Connection) -> Connections:
    """Copy a database into a file that has its name only until it is open."""
    # Where an open file cannot be removed, the folder is left to whoever clears temporary files.
    with TemporaryDirectory(prefix="stancebook-", ignore_cleanup_errors=True) as private:
        file = Path(private) / "texts.sqlite"
        with closing(sqlite3.connect(file)) as copy:
            db.backup(copy)
        return Connections(file)


def _passages(
    db: sqlite3.Connection, folder: Path, heads: Mapping[str, tuple[Source, bool]]
) -> Iterator[Printed]:
    """Yield the passages; keep the texts of those articles that may be quoted."""
    for raw in article_texts(folder):
        text = Text(raw)
        if head := heads.get(text.fingerprint):
            source, shown = head
            if shown:
                db.execute("INSERT OR IGNORE INTO text VALUES (?, ?)", (source.id, raw))
            for kind, span in passages_of(text):
                yield Printed(source.id, span.start, kind, text.printed(span), shown)


def passages_of(text: Text) -> Iterator[tuple[QuoteKind, Span]]:
    """Yield what stands between marks, and the sentences: those under a label without it."""
    for pair in straight_pairs(text.folded):
        yield QuoteKind.DIRECT, without_comma(text, pair.words)
    spoken = [part for s in find_labeled_speech(text) if not s.marked for part in s.parts]
    for part in spoken:
        yield from ((QuoteKind.LABELED, sentence) for sentence in sentences_of(text, part))
    for sentence in text.sentences:
        if find_speech_at(text, sentence) is None:
            yield QuoteKind.NARRATION, sentence
