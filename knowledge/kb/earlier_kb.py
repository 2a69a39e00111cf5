"""Make a kb from the one before it, where nothing but articles and people changed since.

What these have no part in is copied. Places and numbers are those of a whole build,
so that the kb is the same however it was made.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter

from knowledge.citations.citation import CitedStatement
from knowledge.citations.citing import cite_statement, place_statements
from knowledge.citations.latest_position import list_latest_positions
from knowledge.citations.leadership import find_leaders
from knowledge.citations.led_body import LedBody
from knowledge.kb.kb_seal import is_sealed
from knowledge.kb.kept_people import write_people
from knowledge.kb.kept_quotes import write_quotes
from knowledge.kb.schema import schema_digest
from knowledge.kb.statement_index import WRITE_SAID, fill_scopes, list_said
from knowledge.kb.table_rows import (
    make_article_rows,
    make_position_rows,
    make_statement_rows,
    write_rows,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from knowledge.citations.citing import PlacedStatement
    from knowledge.corpus.corpus_reader import Corpus

_STATEMENTS: Final = TypeAdapter(list[CitedStatement])
_TAKEN_UP: Final = {"articles", "people"}
_OF_OTHER_ENTRIES: Final = ("organization", "issue", "event", "led_body")
_BY_PLACE: Final = """statement stance voice about under_leader statement_setting
statement_scope""".split()
_AT_THEIR_PLACES: Final = "CROSS JOIN moved ON moved.old = kept.place"
_NOTES: Final = """
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE changed (article TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TEMP TABLE moved (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
CREATE TEMP TABLE touched (holder TEXT, issue TEXT, PRIMARY KEY (holder, issue)) WITHOUT ROWID;
CREATE TEMP TABLE told (place INTEGER PRIMARY KEY, quotes TEXT, clauses TEXT, summary TEXT);
"""
_TOUCHED: Final = """
INSERT INTO touched SELECT DISTINCT holder, issue FROM earlier.stance
WHERE place NOT IN (SELECT old FROM moved) UNION SELECT holder, issue FROM main.stance
WHERE place NOT IN (SELECT new FROM moved)
"""
_OF_TOUCHED: Final = """
SELECT document FROM main.statement WHERE place IN
(SELECT place FROM main.stance JOIN touched USING (holder, issue)) ORDER BY place
"""
_SPOKEN: Final = "SELECT document FROM main.statement WHERE speaker = ? ORDER BY place"


@dataclass(frozen=True)
class Changes:
    """How a corpus differs from the kb that is attached as `earlier`: in articles and people alone.

    `articles` are also those in which one of these people speaks.
    """

    articles: frozenset[str]
    people: frozenset[str]
    leaders: list[LedBody]


def find_changes(
    connection: sqlite3.Connection, corpus: Corpus, earlier: Path | None
) -> Changes | None:
    """Attach an earlier kb and return what changed since; None where it is of no use."""
    if earlier is None or not is_sealed(earlier):
        return None
    uri = f"{earlier.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        connection.execute("ATTACH ? AS earlier", (uri,))
    except sqlite3.OperationalError:  # another process has forgotten it
        return None
    files, leaders = _find_changed(connection, corpus), find_leaders(corpus)
    if files is None or leaders != _read_leaders(connection):
        return None
    people = frozenset(file.stem for file in files if file.parent.name == "people")
    if any(leader.person in people for leader in leaders):  # bodies are called by their names
        return None
    articles = {file.stem for file in files if file.parent.name == "articles"}
    return Changes(frozenset(articles | _find_spoken_in(corpus, people)), people, leaders)


def _find_changed(connection: sqlite3.Connection, corpus: Corpus) -> set[PurePosixPath] | None:
    """Return the files that changed, came or went; None where other entries or the code did."""
    ((made_by,),) = connection.execute("SELECT value FROM earlier.meta WHERE key = 'schema'")
    if made_by != schema_digest():
        return None
    before = set(connection.execute("SELECT file, digest FROM earlier.made_of"))
    now = {(entry.file, entry.digest) for entry in corpus.entries()}
    changed = {PurePosixPath(file) for file, _ in before ^ now}
    return changed if all(file.parent.name in _TAKEN_UP for file in changed) else None


def _find_spoken_in(corpus: Corpus, people: Collection[str]) -> set[str]:
    """Return the articles in which any of these people speaks."""
    articles = [entry.model for entry in corpus.articles.values()] if people else []
    return {a.id for a in articles if any(s.speaker and s.speaker.id in people for s in a.served)}


def _read_leaders(connection: sqlite3.Connection) -> list[LedBody]:
    query = "SELECT person, title, organization, first, last FROM earlier.led_body ORDER BY rowid"
    rows = connection.execute(query)
    return [
        LedBody(person, title, body, _read_day(first), _read_day(last))
        for person, title, body, first, last in rows
    ]


def _read_day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def write_changed(connection: sqlite3.Connection, corpus: Corpus, changes: Changes) -> None:
    """Write all tables that are not of the corpus as a whole."""
    placed = place_statements(corpus)
    new = [one for one in placed if one.article.id in changes.articles]
    cited = [cite_statement(corpus, changes.leaders, one) for one in new]
    _note_changes(connection, placed, changes)
    _copy_tables(connection)
    write_rows(connection, make_statement_rows(corpus, changes.leaders, cited))
    articles = [e.model for e in corpus.articles.values() if e.model.id in changes.articles]
    write_rows(connection, [make_article_rows(articles, cited)])
    fill_scopes(connection, cited)
    _write_words(connection, cited)
    _write_positions(connection)
    spoken = partial(_read_statements, connection, _SPOKEN)
    write_people(connection, corpus, changes.people, spoken)
    write_quotes(connection, corpus, changes.articles)


def _note_changes(
    connection: sqlite3.Connection, placed: Iterable[PlacedStatement], changes: Changes
) -> None:
    """Note what changed, and which place each of the other statements had and has."""
    for statement in filter(None, _NOTES.split(";\n")):
        connection.execute(statement)
    connection.executemany("INSERT INTO changed VALUES (?)", ((a,) for a in changes.articles))
    before = dict(connection.execute("SELECT id, place FROM earlier.statement"))
    same = (one for one in placed if one.article.id not in changes.articles)
    moved = ((before[one.statement.id], one.place) for one in same)
    connection.executemany("INSERT INTO moved VALUES (?, ?)", moved)


def _copy_tables(connection: sqlite3.Connection) -> None:
    for table in _OF_OTHER_ENTRIES:
        _copy(connection, table)
    for table in _BY_PLACE:
        _copy(connection, table, _AT_THEIR_PLACES)
    _copy(connection, "article", "WHERE id NOT IN (SELECT article FROM changed)")


def _copy(connection: sqlite3.Connection, table: str, which: str = "") -> None:
    """Copy the rows of a table, in their order and with the places that they have now."""
    columns = [name for _, name, *_ in connection.execute(f"PRAGMA main.table_info({table})")]
    told = ["moved.new" if name == "place" else f"kept.{name}" for name in columns]
    connection.execute(
        f"INSERT INTO main.{table} ({', '.join(columns)})"  # noqa: S608 (ours)
        f" SELECT {', '.join(told)} FROM earlier.{table} AS kept {which}"
    )


def _write_words(connection: sqlite3.Connection, cited: Iterable[CitedStatement]) -> None:
    connection.executemany("INSERT INTO told VALUES (?, ?, ?, ?)", map(list_said, cited))
    connection.execute(
        "INSERT INTO told SELECT new, quotes, clauses, summary"
        " FROM moved CROSS JOIN earlier.said AS kept ON kept.rowid = old"
    )
    for statement in WRITE_SAID:
        connection.execute(statement.format("SELECT * FROM told ORDER BY place"))


def _write_positions(connection: sqlite3.Connection) -> None:
    """Find the latest positions of those pairs anew of which a statement changed."""
    connection.execute(_TOUCHED)
    others = "WHERE (kept.holder, kept.issue) NOT IN (SELECT holder, issue FROM touched)"
    _copy(connection, "latest_position", f"{_AT_THEIR_PLACES} {others}")
    touched = set(connection.execute("SELECT holder, issue FROM touched"))
    found = list_latest_positions(_read_statements(connection, _OF_TOUCHED))
    own = [position for position in found if (position.holder, position.issue) in touched]
    write_rows(connection, [make_position_rows(own)])


def _read_statements(
    connection: sqlite3.Connection, query: str, *values: str
) -> list[CitedStatement]:
    documents = ",".join(document for (document,) in connection.execute(query, values))
    return _STATEMENTS.validate_json(f"[{documents}]")
