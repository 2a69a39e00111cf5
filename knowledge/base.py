"""The read side of the knowledge base: one read-only SQLite file, safe across threads."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from knowledge.citation import CitedStatement, Source
from knowledge.errors import KnowledgeBaseError
from knowledge.model import Basis, Issue, Kind, Person, Value
from knowledge.names import Name, Names
from knowledge.schema import schema_digest
from knowledge.verifying.passages import Passages
from knowledge.verifying.quote_index import QuoteIndex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_STATEMENTS = TypeAdapter(list[CitedStatement])
_BUILD = "run 'stancebook build'"


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or organization, as far as a question needs it."""

    id: str
    name: str
    kind: Kind
    classification: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class StanceRow:
    """One stance on record: enough to list it, without its statement."""

    holder: str
    issue: str
    value: Value
    basis: Basis
    said_from: str
    said_to: str


class KnowledgeBase:
    """Opens a built kb; raises KnowledgeBaseError where there is none, or it is of other code.

    Names, organizations and issues are held in memory; statements are read by key. `texts` is a
    folder with whole texts of articles, for what is no statement.
    """

    def __init__(self, path: Path, texts: Path | None = None) -> None:
        self.path, self.texts = path, texts
        # SQLite itself serializes calls on the connection (threadsafety 3), and nothing is written.
        self._db = _open(path)
        try:
            self.digest = self._meta(path)
        except KnowledgeBaseError:
            self._db.close()
            raise
        self.quotes = QuoteIndex(self._db)
        self.entities = {e.id: e for e in self._entities()}
        self.issues = {i.id: i for i in self._issues()}
        self._families = {i.id: self._family(i) for i in self.issues.values()}
        self.names = Names(Name(t, i, Kind(k), bool(w), bool(p)) for t, i, k, w, p in self._names())

    def close(self) -> None:
        self._db.close()

    def _meta(self, path: Path) -> str:
        meta: dict[str, str] = dict(self._rows("SELECT key, value FROM meta"))
        if meta.get("schema") != schema_digest():
            raise KnowledgeBaseError(path, "was built by another version of the code", _BUILD)
        return meta["digest"]

    def _rows(self, sql: str, *values: str) -> list[Any]:
        return self._db.execute(sql, values).fetchall()

    def _entities(self) -> Iterable[Entity]:
        for i, name, classification, state in self._rows("SELECT * FROM organization"):
            yield Entity(i, name, Kind.ORGANIZATION, classification, state)
        for i, name in self._rows("SELECT id, name FROM person"):
            yield Entity(i, name, Kind.PERSON)

    def _issues(self) -> Iterable[Issue]:
        rows = self._rows("SELECT document FROM issue ORDER BY id")
        return (Issue.model_validate_json(document) for (document,) in rows)

    def _names(self) -> list[Any]:
        return self._rows("SELECT text, target, kind, weak, preferred FROM name")

    def name_of(self, target: str) -> str:
        """Return the preferred name of an entity or issue."""
        entity = self.entities.get(target)
        return entity.name if entity else self.issues[target].name

    def person(self, person: str) -> Person:
        ((document,),) = self._rows("SELECT document FROM person WHERE id = ?", person)
        return Person.model_validate_json(document)

    def statements_on(self, holder: str, issue: str) -> list[CitedStatement]:
        """Return the statements that give the holder a stance on the issue, newest first."""
        return self._statements(
            "SELECT document FROM stance JOIN statement ON statement.id = stance.statement"
            " WHERE holder = ? AND issue = ? ORDER BY stance.place",
            holder,
            issue,
        )

    def statements_by(self, speaker: str) -> list[CitedStatement]:
        """Return what a person or organization said, newest first."""
        return self._statements(
            "SELECT document FROM statement WHERE speaker = ? ORDER BY place", speaker
        )

    def statements_in(self, article: str) -> list[CitedStatement]:
        """Return the statements that an article reports, newest first."""
        return self._statements(
            "SELECT document FROM statement WHERE article = ? ORDER BY place", article
        )

    def statements(self, wanted: Iterable[str]) -> list[CitedStatement]:
        """Return the statements with these ids, newest first."""
        ids = tuple(dict.fromkeys(wanted))
        marks = ",".join("?" * len(ids))
        return self._statements(
            f"SELECT document FROM statement WHERE id IN ({marks}) ORDER BY place",  # noqa: S608 (marks)
            *ids,
        )

    def fingerprints(self) -> dict[str, str]:
        """Return the fingerprint of each article's text, by the article's id."""
        return dict(self._rows("SELECT id, fingerprint FROM article"))

    @cached_property
    def passages(self) -> Passages:
        """The whole texts at hand, found by fingerprint; read once, when first asked for."""
        rows = self._rows("SELECT fingerprint, shown, document FROM article")
        heads = {f: (Source.model_validate_json(d), bool(shown)) for f, shown, d in rows}
        return Passages(self.texts, heads)

    def _statements(self, sql: str, *values: str) -> list[CitedStatement]:
        documents = ",".join(document for (document,) in self._rows(sql, *values))
        return _STATEMENTS.validate_json(f"[{documents}]")

    def stances(self, *, holder: str | None = None, issue: str | None = None) -> list[StanceRow]:
        """Return the stances on record, newest first; of one holder or on one issue if given."""
        rows = self._rows(
            "SELECT holder, issue, value, basis, said_from, said_to FROM stance"
            " WHERE (?1 = '' OR holder = ?1) AND (?2 = '' OR issue = ?2) ORDER BY place",
            holder or "",
            issue or "",
        )
        return [StanceRow(h, i, Value(v), Basis(b), f, t) for h, i, v, b, f, t in rows]

    def under(self, issue: str) -> tuple[Issue, ...]:
        """Return the issue and all below it that ask a question, parents first."""
        return self._families[issue]

    def _family(self, issue: Issue) -> tuple[Issue, ...]:
        children = (c for c in self.issues.values() if c.parent == issue.id)
        below = tuple(i for child in children for i in self._family(child))
        return (issue, *below) if issue.question else below


def _open(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise KnowledgeBaseError(path, "there is no such knowledge base", _BUILD)
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
    try:
        connection.execute("SELECT key, value FROM meta").fetchall()
    except sqlite3.Error as error:
        connection.close()
        raise KnowledgeBaseError(path, f"is no knowledge base ({error})", _BUILD) from error
    return connection
