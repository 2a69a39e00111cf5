"""Build the knowledge base from a corpus: one SQLite file, complete or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from knowledge.check_corpus import integrity
from knowledge.check_corpus.served_entries import choose_served
from knowledge.citations.citing import cite_statements
from knowledge.citations.latest_position import list_latest_positions
from knowledge.citations.leadership import find_leaders
from knowledge.corpus import corpus_reader as entries
from knowledge.corpus.atomic_file import replace_when_written
from knowledge.corpus.errors import CorpusError, Problem
from knowledge.corpus.partial_file import remove_abandoned
from knowledge.kb.earlier_kb import find_changes, write_changed
from knowledge.kb.kb_seal import seal
from knowledge.kb.quote_index import fill
from knowledge.kb.schema import kb_digest, schema
from knowledge.kb.sqlite_errors import as_os_errors
from knowledge.kb.statement_index import fill_index
from knowledge.kb.table_rows import (
    list_printed,
    make_article_rows,
    make_corpus_rows,
    make_entry_rows,
    make_position_rows,
    make_statement_rows,
    write_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.citations.citation import CitedStatement
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.kb.table_rows import Rows


def build(folder: Path, target: Path, digest: str | None = None) -> str:
    """Write the kb of a corpus and return its digest; raise CorpusError and write nothing.

    `digest` is what the entries had when `target` was named after them.
    """
    digest = digest or kb_digest(folder)
    build_checked(_whole(folder, digest), target, digest)
    return digest


def build_checked(corpus: Corpus, target: Path, digest: str, earlier: Path | None = None) -> None:
    """Write the kb of a corpus, without its drafts, that is known to hold.

    What is the same in an `earlier` kb is taken from there, if that is whole.
    """
    remove_abandoned(target.parent)
    with replace_when_written(target) as partial, as_os_errors(target):
        _write(corpus, digest, partial, earlier)
        seal(partial)


def _whole(folder: Path, digest: str) -> Corpus:
    """Read a corpus that holds, and that nobody changed while it was read."""
    corpus, problems = entries.read(folder)
    corpus = choose_served(corpus)
    problems += integrity.problems(corpus)
    if not problems and kb_digest(folder) != digest:
        why = "The entries changed while they were read."
        problems = [Problem(str(folder), 1, "", why, "Build again.")]
    if problems:
        raise CorpusError(problems)
    return corpus


def _write(corpus: Corpus, digest: str, file: Path, earlier: Path | None) -> None:
    with closing(_connect(file)) as connection:
        # Nothing is to be rolled back: a file that is not finished is thrown away.
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        connection.executescript(schema())
        changes = find_changes(connection, corpus, earlier)
        with connection:
            write_rows(connection, make_corpus_rows(corpus, digest))
            if changes:
                write_changed(connection, corpus, changes)
            else:
                _write_whole(connection, corpus)
        connection.execute("VACUUM main")


def _connect(file: Path) -> sqlite3.Connection:
    """Connect without SQLite's own lock: on some systems it collides with the partial file's."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?nolock=1", uri=True)


def _write_whole(connection: sqlite3.Connection, corpus: Corpus) -> None:
    from sqlite_utils import Database

    cited, database = cite_statements(corpus), Database(connection)
    for table, rows in _rows(corpus, cited):
        database[table].insert_all(rows)  # type: ignore[union-attr]
    articles = (entry.model for entry in corpus.articles.values())
    fill(connection, (printed for article in articles for printed in list_printed(article)))
    fill_index(connection, cited)


def _rows(corpus: Corpus, cited: list[CitedStatement]) -> Iterator[Rows]:
    leaders = find_leaders(corpus)
    yield from make_entry_rows(corpus, leaders, cited)
    yield from make_statement_rows(corpus, leaders, cited)
    yield make_article_rows((entry.model for entry in corpus.articles.values()), cited)
    yield make_position_rows(list_latest_positions(cited))
