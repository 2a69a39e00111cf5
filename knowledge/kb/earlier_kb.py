"""Make a kb from the one before it, where nothing but articles changed since.

What the changed articles have no part in is copied. Places and numbers are those of a whole build,
so that the kb is the same however it was made.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter

from knowledge.check_corpus.related_names import list_attestations
from knowledge.citations.citation import CitedStatement
from knowledge.citations.citing import cite_statement, place_statements
from knowledge.citations.latest_position import list_latest_positions
from knowledge.citations.leadership import find_leaders
from knowledge.citations.led_body import LedBody
from knowledge.kb.kb_seal import is_sealed
from knowledge.kb.kept_quotes import write_quotes
from knowledge.kb.schema import schema_digest
from knowledge.kb.statement_index import WRITE_SAID, fill_scopes, list_said
from knowledge.kb.table_rows import (
    make_article_rows,
    make_person,
    make_position_rows,
    make_posts,
    make_statement_rows,
    write_rows,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from knowledge.citations.citing import PlacedStatement
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Person

_STATEMENTS: Final = TypeAdapter(list[CitedStatement])
_OF_OTHER_ENTRIES: Final = (
    *("organization", "person", "post", "issue", "event", "name", "led_body"),
)
_BY_PLACE: Final = (
    *("statement", "stance", "voice", "about", "under_leader"),
    *("statement_setting", "statement_scope"),
)
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


@dataclass(frozen=True)
class Changes:
    """How a corpus differs from the kb that is attached as `earlier`: in articles alone."""

    articles: frozenset[str]
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
    articles, leaders = _find_changed(connection, corpus), find_leaders(corpus)
    if articles is None or leaders != _read_leaders(connection):
        return None
    return Changes(articles, leaders)


def _find_changed(connection: sqlite3.Connection, corpus: Corpus) -> frozenset[str] | None:
    """Return the articles that changed, came or went; None where other entries or the code did."""
    ((made_by,),) = connection.execute("SELECT value FROM earlier.meta WHERE key = 'schema'")
    if made_by != schema_digest():
        return None
    before = set(connection.execute("SELECT file, digest FROM earlier.made_of"))
    now = {(entry.file, entry.digest) for entry in corpus.entries()}
    changed = {PurePosixPath(file) for file, _ in before ^ now}
    if any(file.parent.name != "articles" for file in changed):
        return None
    return frozenset(file.stem for file in changed)


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
    for person in _find_concerned(connection, corpus, changes, cited):
        _update_person(connection, corpus, corpus.people[person].model)
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


def _find_concerned(
    connection: sqlite3.Connection,
    corpus: Corpus,
    changes: Changes,
    cited: Sequence[CitedStatement],
) -> set[str]:
    """Return the people who speak in changed articles, or have posts by them."""
    query = "SELECT DISTINCT speaker FROM earlier.statement JOIN changed USING (article)"
    spoke = {speaker for (speaker,) in connection.execute(query)}
    speak = {statement.speaker.id for statement in cited if statement.speaker}
    attested = {
        name
        for name, entry in corpus.people.items()
        if any(one.article in changes.articles for one in list_attestations(entry.model))
    }
    return attested | {name for name in spoke | speak if name in corpus.people}


def _update_person(connection: sqlite3.Connection, corpus: Corpus, person: Person) -> None:
    """Write anew what articles print of somebody; the posts are as they were."""
    row = make_person(corpus, person)
    connection.execute("UPDATE main.person SET document = :document WHERE id = :id", row)
    query = "SELECT document FROM main.statement WHERE speaker = ? ORDER BY place"
    posts = make_posts(corpus, person, _read_statements(connection, query, person.id))
    rowids = "SELECT rowid FROM main.post WHERE person = ? ORDER BY rowid"
    numbers = connection.execute(rowids, (person.id,)).fetchall()
    printed = [(post["printed"], *number) for post, number in zip(posts, numbers, strict=True)]
    connection.executemany("UPDATE main.post SET printed = ? WHERE rowid = ?", printed)
