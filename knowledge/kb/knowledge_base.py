"""The read side of the knowledge base: one read-only SQLite file, safe across threads."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from knowledge.citations.citation import CitedStatement, Source, SourceRecord
from knowledge.citations.led_body import LedBody
from knowledge.corpus.errors import KnowledgeBaseError
from knowledge.corpus.fields import is_id
from knowledge.corpus.model import Basis, Issue, Kind, Person, Value
from knowledge.kb.connections import Connections
from knowledge.kb.kb_seal import is_sealed
from knowledge.kb.latest_positions import LatestPositions
from knowledge.kb.passages import Passages
from knowledge.kb.proof_dates import proved_on
from knowledge.kb.quote_index import QuoteIndex, write_bare
from knowledge.kb.schema import schema_digest
from knowledge.kb.statement_index import FoundStatement, SearchScope, StatementIndex
from knowledge.kb.statement_places import StatementPlaces
from knowledge.names.completion import Completions
from knowledge.names.issue_words import IssueWords
from knowledge.names.post_index import Posts
from knowledge.names.post_records import PostRow, PrintedAs
from knowledge.names.resolver import Name, Names
from knowledge.text.folding import fold
from knowledge.world.world_knowledge import World, WorldKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from knowledge.kb.statement_index import WordHit


_STATEMENTS = TypeAdapter(list[CitedStatement])
_FORMER = "SELECT former, kind, id FROM former_id"
_SEVERAL = 3  # words that are sought within others, or others in them
_RETIRED_WITH = """SELECT DISTINCT statement FROM retired_quote WHERE words = :asked
    OR (:several AND (instr(words, :asked)
        OR (length(words) > length(:asked) / 2 AND instr(:asked, words))))"""
_BUILD = "Run 'stancebook build'."
_BUILD_OR_INSTALL = "Run 'stancebook build', or install Stancebook again if the file came with it."


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or organization, as far as a question needs it.

    `label` is what a choice calls somebody whose name others have too, and it is found as a name.
    """

    id: str
    name: str
    kind: Kind
    classification: str | None = None
    state: str | None = None
    label: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class StanceRow:
    """One stance on record: enough to list it, without its statement."""

    holder: str
    issue: str
    value: Value
    basis: Basis
    said_from: str
    said_to: str


@dataclass(frozen=True, slots=True)
class RetiredStatement:
    """What is told of a statement that was withdrawn."""

    id: str
    article: str
    day: date
    why: str


class KnowledgeBase:
    """Opens a built kb; raises KnowledgeBaseError where it is missing, damaged or of other code.

    Names, organizations and issues are held in memory; statements are read by key. `texts` is a
    folder with whole texts of articles, for what is no statement.
    """

    def __init__(self, path: Path, texts: Path | None = None) -> None:
        self.path, self.texts = path, texts
        self._passages: Passages | None = None
        self._completions: Completions | None = None
        self._indexing, self._completing = Lock(), Lock()  # neither waits for the other's index
        self._connections = _open(path)
        try:
            self._read()
        except BaseException:
            self._connections.close()
            raise

    def _read(self) -> None:
        self.digest = self._meta(self.path)
        self.quotes = QuoteIndex(self._connections)
        self.said = StatementIndex(self._connections)
        self.latest = LatestPositions(self._connections)
        self.places = StatementPlaces(self._connections)
        self.entities = {e.id: e for e in self._entities()}
        self._parts = _group_by_parent(self.entities.values())
        self.issues = {i.id: i for i in self._issues()}
        former: list[tuple[str, str, str]] = self._rows(_FORMER)
        self._former = {(kind, old): new for old, kind, new in former}
        self._families = {i.id: self._family(i) for i in self.issues.values()}
        named = self._named()
        self.names = Names(named)
        self._names_of = _group_by_target(named)
        states = {e.id: e.state for e in self.entities.values()}
        self.posts = Posts(self._posts(), named, self.names, states)
        self.issue_words = IssueWords(self.issues, self.names)
        self.state_of_world = dict(self._states_of_world(named))
        self._outlets: frozenset[tuple[str | None, str | None]] | None = None

    @property
    def completions(self) -> Completions:
        """What completes names as they are typed; made when it is first asked for."""
        with self._completing:
            if self._completions is None:
                self._completions = Completions(self._named())
            return self._completions

    @property
    def world(self) -> World:
        """The names and words that a question may hold beside those on record."""
        return World.load()

    def close(self) -> None:
        """Close all files, whole texts included; what is read after that raises."""
        self._connections.close()
        with self._indexing:
            if self._passages:
                self._passages.close()

    def _meta(self, path: Path) -> str:
        meta: dict[str, str] = dict(self._rows("SELECT key, value FROM meta"))
        if meta.get("schema") != schema_digest():
            raise KnowledgeBaseError(path, "Another version of the code built this file.", _BUILD)
        if not is_sealed(path):
            raise KnowledgeBaseError(path, "This file is damaged.", _BUILD_OR_INSTALL)
        return meta["digest"]

    def _rows(self, sql: str, *values: str | int, **named: str | int | None) -> list[Any]:
        return self._connections.rows(sql, named or values)

    def _entities(self) -> Iterable[Entity]:
        rows = self._rows("SELECT id, name, classification, state, parent FROM organization")
        for i, name, classification, state, parent in rows:
            yield Entity(i, name, Kind.ORGANIZATION, classification, state, parent=parent)
        for i, name, label in self._rows("SELECT id, name, label FROM person"):
            yield Entity(i, name, Kind.PERSON, label=label)

    def _issues(self) -> Iterable[Issue]:
        rows = self._rows("SELECT document FROM issue ORDER BY id")
        return (Issue.model_validate_json(document) for (document,) in rows)

    def _named(self) -> list[Name]:
        rows = self._rows("SELECT text, target, kind, weak, preferred, generated FROM name")
        return [Name(t, i, Kind(k), *map(bool, flags)) for t, i, k, *flags in rows]

    def _posts(self) -> Iterable[PostRow]:
        sql = "SELECT person, title, organization, since, until, printed FROM post"
        for person, title, organization, since, until, printed in self._rows(sql):
            words = tuple(
                PrintedAs(w, article, date.fromisoformat(first), date.fromisoformat(last))
                for w, article, first, last in json.loads(printed)
            )
            yield PostRow(person, title, organization, since, until, words)

    def _states_of_world(self, named: Iterable[Name]) -> Iterator[tuple[str, str]]:
        """Yield the states on record by what the world calls them: "Seoul" is South Korea's."""
        for name in named:
            entity = self.entities.get(name.target)
            if not name.weak and entity and entity.state == entity.id:
                known = self.world.find(fold(name.text).split())
                if known and known.kind is WorldKind.STATE:
                    yield known.state, entity.id

    def name_as(self, target: str) -> Name:
        """Return the preferred name of an entity or issue, as a name that was read."""
        entity = self.entities.get(target)
        kind = entity.kind if entity else Kind.ISSUE
        return Name(self.name_of(target), target, kind, preferred=True)

    def states_of_person(self, person: str) -> tuple[str, ...]:
        """Return the states that a person held a post of, else spoke for, the latest first."""
        posts = self.posts.of(person)
        states = [post.state for post in posts] or self._spoken_for(person)
        return tuple(dict.fromkeys([state for state in states if state]))

    def _spoken_for(self, person: str) -> list[str | None]:
        return [statement.on_behalf_of for statement in self.statements_by(person)]

    def name_of(self, target: str) -> str:
        """Return the preferred name of an entity or issue."""
        entity = self.entities.get(target)
        return entity.name if entity else self.issues[target].name

    def names_of(self, target: str) -> tuple[str, ...]:
        """Return all that an entity or issue is called for certain: "Pyongyang", "the DPRK"."""
        return self._names_of.get(target, ())

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

    def statements_about(self, issue: str, speakers: Collection[str]) -> list[CitedStatement]:
        """Return what one of these said, or was said for them, on the issue; newest first.

        With a stance on it or without. A speaker is a person, a body or a state.
        """
        return self._of_any("about", "who", speakers, "issue = ?", issue)

    def statements_on_any(self, issues: Collection[str]) -> list[CitedStatement]:
        """Return what anybody said on one of these issues, newest first; with a stance or not."""
        return self._of_any("about", "issue", issues)

    def statements_within(
        self, first: date | None, last: date | None, limit: int
    ) -> list[CitedStatement]:
        """Return what may have been said on the days from the first to the last, newest first."""
        return self._statements(
            "SELECT document FROM statement WHERE place IN (SELECT place FROM statement_setting"
            " WHERE said_to >= ? AND said_from <= ? ORDER BY place LIMIT ?) ORDER BY place",
            str(first or date.min),
            str(last or date.max),
            limit,
        )

    def statements_for(self, who: str) -> list[CitedStatement]:
        """Return all that is on record of a holder on any issue, newest first.

        What it said, what was said for it, and what an outlet says of its position.
        """
        return self._of_any("about", "who", [who])

    def event_names(self, events: Iterable[str]) -> dict[str, str]:
        """Return the names of events, by their ids."""
        sql = "SELECT id, name FROM event WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._rows(sql, json.dumps(list(events))))

    def statements_by_bodies(self, bodies: Collection[str]) -> list[CitedStatement]:
        """Return what these bodies said, and people in a post or in the name of one."""
        return self._of_any("voice", "who", bodies)

    def statements_under(self, leader: str) -> list[CitedStatement]:
        """Return what bodies said while this person certainly led them: the bodies' words."""
        return self._of_any("under_leader", "leader", [leader])

    def _of_any(
        self, table: str, column: str, wanted: Collection[str], where: str = "1", *values: str
    ) -> list[CitedStatement]:
        marks = ",".join("?" * len(wanted))
        return self._statements(
            "SELECT document FROM statement WHERE id IN"  # noqa: S608 (names of columns, and marks)
            f" (SELECT statement FROM {table} WHERE {where} AND {column} IN ({marks}))"
            " ORDER BY place",
            *values,
            *wanted,
        )

    def led_by(self, person: str) -> list[LedBody]:
        """Return the bodies that a person led, with the days on which that is certain."""
        rows = self._rows(
            "SELECT title, organization, first, last FROM led_body WHERE person = ?", person
        )
        return [LedBody(person, t, o, _day(first), _day(last)) for t, o, first, last in rows]

    def leaders_of(self, organization: str) -> list[LedBody]:
        """Return who led a body, with the days on which that is certain, the latest first."""
        rows = self._rows(
            "SELECT person, title, first, last FROM led_body WHERE organization = ?"
            " ORDER BY last DESC, person",
            organization,
        )
        return [LedBody(p, t, organization, _day(first), _day(last)) for p, t, first, last in rows]

    def bodies_of(self, organization: str) -> tuple[str, ...]:
        """Return an organization, first, and all that belong to it, however far below."""
        below = self._parts.get(organization, ())
        return (organization, *(body for part in below for body in self.bodies_of(part)))

    def statements_in(self, article: str) -> list[CitedStatement]:
        """Return the statements that an article reports, newest first."""
        return self._statements(
            "SELECT document FROM statement WHERE article = ? ORDER BY place", article
        )

    def statement_id(self, name: str) -> str:
        """Return the present id of a statement that may have had another before."""
        return self._former.get(("statement", name), name)

    def entry_id(self, name: str) -> str:
        """Return the present id of an entry that may have had another before."""
        return self._former.get(("entry", name), name)

    def retired(self, statement: str) -> RetiredStatement | None:
        """Return when and why a statement was withdrawn, if it was."""
        name = self.statement_id(statement)
        sql = "SELECT statement, article, day, why FROM retired WHERE statement = ?"
        for gone, article, day, why in self._rows(sql, name) if is_id(name) else ():
            return RetiredStatement(gone, article, date.fromisoformat(day), why)
        return None

    def find_retired(self, words: str) -> list[RetiredStatement]:
        """Return the withdrawn statements whose quotes have some words, or stand in them."""
        asked = write_bare(words)
        if not asked.strip():
            return []
        several = len(asked.split()) >= _SEVERAL
        rows = self._rows(_RETIRED_WITH, asked=asked, several=several)
        found = (self.retired(name) for (name,) in rows)
        return [gone for gone in found if gone]

    def statements(self, wanted: Iterable[str]) -> list[CitedStatement]:
        """Return the statements that have these ids or had them, newest first."""
        ids = tuple(filter(is_id, dict.fromkeys(map(self.statement_id, wanted))))
        marks = ",".join("?" * len(ids))
        return self._statements(
            f"SELECT document FROM statement WHERE id IN ({marks}) ORDER BY place",  # noqa: S608 (marks)
            *ids,
        )

    def source(self, article: str) -> SourceRecord | None:
        """Return an article as the corpus holds it, with the day it was proved on this machine."""
        sql, name = "SELECT record, proof_key FROM article WHERE id = ?", self.entry_id(article)
        for record, key in self._rows(sql, name) if is_id(name) else ():
            found = SourceRecord.model_validate_json(record)
            return found.model_copy(update={"proved": proved_on(key)})
        return None

    @property
    def outlets(self) -> frozenset[tuple[str | None, str | None]]:
        """The agency and the publisher of each article; read when they are first asked for."""
        if self._outlets is None:
            heads = ("agency", "publisher")
            columns = ", ".join(f"record ->> '$.source.{head}'" for head in heads)
            self._outlets = frozenset(self._rows(f"SELECT DISTINCT {columns} FROM article"))  # noqa: S608 (names of fields)
        return self._outlets

    def sources(self) -> list[SourceRecord]:
        """Return every article as the corpus holds it, the newest first."""
        rows = self._rows("SELECT record FROM article ORDER BY newest DESC, id")
        return [SourceRecord.model_validate_json(record) for (record,) in rows]

    def search(
        self,
        words: Sequence[str],
        *,
        speakers: Collection[str] = (),
        holders: Collection[str] = (),
        issues: Collection[str] = (),
        limit: int = 50,
    ) -> list[FoundStatement]:
        """Return the statements that have most of the words, in whatever form, the best first."""
        return self.found_statements(
            self.said.find(words, SearchScope(speakers, holders, issues), limit)
        )

    def found_statements(self, hits: Sequence[WordHit]) -> list[FoundStatement]:
        """Return the statements of hits, in their order."""
        marks = ",".join("?" * len(hits))
        found = self._statements(
            f"SELECT document FROM statement WHERE place IN ({marks})",  # noqa: S608 (marks)
            *(hit.place for hit in hits),
        )
        by_place = {statement.place: statement for statement in found}
        return [FoundStatement(by_place[h.place], h.matched, h.in_quotes, h.rank) for h in hits]

    def fingerprints(self) -> dict[str, str]:
        """Return the fingerprint of each article's text, by the article's id."""
        return dict(self._rows("SELECT id, fingerprint FROM article"))

    @property
    def passages(self) -> Passages:
        """The whole texts at hand, found by fingerprint; read once, when first asked for."""
        with self._indexing:
            if self._passages is None:
                self._passages = Passages(self.texts, self._heads())
            return self._passages

    def _heads(self) -> dict[str, tuple[Source, bool]]:
        """Return each article's head and whether it may be quoted, by its text's fingerprint."""
        rows = self._rows("SELECT fingerprint, shown, document FROM article")
        return {f: (Source.model_validate_json(d), bool(shown)) for f, shown, d in rows}

    def _statements(self, sql: str, *values: str | int) -> list[CitedStatement]:
        documents = ",".join(document for (document,) in self._rows(sql, *values))
        return _STATEMENTS.validate_json(f"[{documents}]")

    def stances(
        self, *, holder: str | None = None, issue: str | None = None, limit: int = -1
    ) -> list[StanceRow]:
        """Return the stances on record, newest first; of one holder or on one issue if given.

        `limit` is the most that are returned; -1 is all.
        """
        named = {"holder": holder, "issue": issue}
        given = {column: value for column, value in named.items() if value is not None}
        where = " AND ".join(f"{column} = ?" for column in given) or "1"
        rows = self._rows(
            "SELECT holder, issue, value, basis, said_from, said_to FROM stance"  # noqa: S608 (names of columns)
            f" WHERE {where} ORDER BY place LIMIT ?",
            *given.values(),
            limit,
        )
        return [StanceRow(h, i, Value(v), Basis(b), f, t) for h, i, v, b, f, t in rows]

    def under(self, issue: str) -> tuple[Issue, ...]:
        """Return the issue and all below it that ask a question, parents first."""
        return self._families[issue]

    def _family(self, issue: Issue) -> tuple[Issue, ...]:
        children = (c for c in self.issues.values() if c.parent == issue.id)
        below = tuple(i for child in children for i in self._family(child))
        return (issue, *below) if issue.question else below


def _group_by_parent(entities: Iterable[Entity]) -> dict[str, list[str]]:
    parts = defaultdict(list)
    for entity in entities:
        if entity.parent:
            parts[entity.parent].append(entity.id)
    return dict(parts)


def _group_by_target(named: Iterable[Name]) -> dict[str, tuple[str, ...]]:
    names = defaultdict(list)
    for name in named:
        if not name.weak:
            names[name.target].append(name.text)
    return {target: tuple(texts) for target, texts in names.items()}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _open(path: Path) -> Connections:
    if not path.is_file():
        raise KnowledgeBaseError(path, "There is no such knowledge base.", _BUILD)
    try:
        connections = Connections(path)
    except sqlite3.Error as error:
        raise _not_a_kb(path, error) from error
    try:
        connections.rows("SELECT key, value FROM meta")
    except sqlite3.Error as error:
        connections.close()
        raise _not_a_kb(path, error) from error
    return connections


def _not_a_kb(path: Path, error: sqlite3.Error) -> KnowledgeBaseError:
    return KnowledgeBaseError(path, f"This file is not a knowledge base ({error}).", _BUILD)
