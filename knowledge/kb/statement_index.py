"""Finds statements by the words of their quotes, of the clauses around them and of summaries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from knowledge.citations.topics import voices
from knowledge.corpus.model import QuoteKind
from knowledge.text.word_stems import find_stems, search_words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from knowledge.citations.citation import CitedStatement
    from knowledge.corpus.model import Sourcing
    from knowledge.kb.connections import Connections
    from knowledge.text.word_stems import SearchWord

MOST_WORDS = 24  # that one search seeks
# The weights are of a word in a quote, in the outlet's words and in the summary.
_OF_A_TERM = "SELECT rowid, ?, bm25(said, 8.0, 3.0, 1.0) FROM said WHERE said MATCH ?"
_NAMED = "SELECT NULL AS place, 0 AS bit, 0.0 AS rank WHERE 0"
_BEST = "GROUP BY place ORDER BY COUNT(*) DESC, SUM(rank), place LIMIT ?"
# What all statements say, in the order of their places, and that no more is to come.
WRITE_SAID = (
    "INSERT INTO main.said (rowid, quotes, clauses, summary) {}",
    "INSERT INTO main.said (said) VALUES ('optimize')",
)
_QUOTED = "SELECT rowid, ? FROM said WHERE said MATCH ? AND rowid IN"


Said = tuple[int, str, str, str]  # a statement's place, and stems of the three columns


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """A statement with those of the asked words that it has, in whatever form.

    `matched` are those in its quotes, clauses or summary, `in_quotes` those in direct quotes;
    a lower `rank` is better.
    """

    statement: CitedStatement
    matched: frozenset[str]
    in_quotes: frozenset[str]
    rank: float


class WordHit(NamedTuple):
    """A statement that has some of the words: its place, which words, and how well it fits."""

    place: int
    matched: frozenset[str]
    in_quotes: frozenset[str]
    rank: float


@dataclass(frozen=True, slots=True)
class SearchScope:
    """Which statements are searched: ids of which one must fit, and days that they may be of.

    A state's or a body's statements are those of its speakers too: what was said on its behalf.
    """

    speakers: Collection[str] = ()
    holders: Collection[str] = ()
    issues: Collection[str] = ()
    first: date | None = None
    last: date | None = None
    sourcings: Collection[Sourcing] = ()


def fill_index(connection: sqlite3.Connection, cited: Sequence[CitedStatement]) -> None:
    """Write the words of the statements, and what they are of, into the tables of said.sql."""
    words, optimize = WRITE_SAID
    connection.executemany(words.format("VALUES (?, ?, ?, ?)"), map(list_said, cited))
    connection.execute(optimize)
    fill_scopes(connection, cited)


def fill_scopes(connection: sqlite3.Connection, cited: Sequence[CitedStatement]) -> None:
    """Write when statements were said, and what they are of."""
    settings, scopes = map(_setting, cited), (row for s in cited for row in _scopes(s))
    connection.executemany("INSERT INTO main.statement_setting VALUES (?, ?, ?, ?)", settings)
    connection.executemany("INSERT INTO main.statement_scope VALUES (?, ?, ?)", scopes)


def list_said(statement: CitedStatement) -> Said:
    """Return the stems of a statement's words."""
    summary = _stems([statement.summary, *_occasion(statement)])
    return statement.place, _stems(_direct(statement)), _stems(_around(statement)), summary


def _occasion(statement: CitedStatement) -> list[str]:
    """Return what the occasion is called: "at the hearing" is a word to find a statement by."""
    return [statement.event.replace("-", " ")] if statement.event else []


def _setting(statement: CitedStatement) -> tuple[int, str, str, str]:
    said = statement.said
    return statement.place, str(said.from_), str(said.to), str(statement.sourcing)


def _direct(statement: CitedStatement) -> list[str]:
    return [quote.exact for quote in statement.quotes if quote.kind.is_own_words]


def _around(statement: CitedStatement) -> list[str]:
    """Return what the outlet wrote itself, and printed words that a stance turns on."""
    narrated = [quote.exact for quote in statement.quotes if quote.kind is QuoteKind.NARRATION]
    turning = [text for s in statement.stances for text in (s.condition, s.object) if text]
    return narrated + turning


def _stems(texts: Iterable[str]) -> str:
    return " ".join(stem for text in texts for stem in find_stems(text))


def _scopes(statement: CitedStatement) -> list[tuple[str, str, int]]:
    return [(role, target, statement.place) for role, target in sorted(set(_targets(statement)))]


def _targets(statement: CitedStatement) -> Iterator[tuple[str, str]]:
    for who in voices(statement):
        yield "speaker", who
    if statement.on_behalf_of:
        yield "speaker", statement.on_behalf_of
        yield "holder", statement.on_behalf_of
    for stance in statement.stances:
        yield "holder", stance.holder
        yield "issue", stance.issue
    for issue in statement.about:
        yield "issue", issue


class StatementIndex:
    """The read side; it writes nothing.

    Each word is sought as it is: none is an operator, whatever was typed.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def find(self, words: Iterable[str], scope: SearchScope, limit: int) -> list[WordHit]:
        """Return what has any of the words: most words first, then the best fit, then the newest.

        Words beyond the first of MOST_WORDS are not sought.
        """
        terms = _terms(words)
        if not terms:
            return []
        clause, values = _where(scope)
        asked = [value for number, term in enumerate(terms) for value in (1 << number, term)]
        rows = self._connections.rows(_ranked(len(terms), clause), (*asked, *values, limit))
        anywhere = {place: bits for place, bits, _ in rows}
        quoted = self._in_quotes(list(terms), anywhere)
        typed = list(terms.values())
        hits = [WordHit(p, _of(typed, b), _of(typed, quoted.get(p, 0)), r) for p, b, r in rows]
        return sorted(hits, key=lambda hit: (-len(hit.matched), hit.rank, hit.place))

    def _in_quotes(self, terms: list[str], anywhere: dict[int, int]) -> dict[int, int]:
        """Return which terms stand in a direct quote, as bits, by the statement's place."""
        queries, values = [], list[object]()
        for number, term in enumerate(terms):
            places = [place for place, bits in anywhere.items() if bits >> number & 1]
            if places:
                queries.append(f"{_QUOTED} ({','.join('?' * len(places))})")
                values += [1 << number, f"quotes : ({term})", *places]
        found: dict[int, int] = {}
        rows = self._connections.rows(" UNION ALL ".join(queries), values) if queries else []
        for place, bit in rows:
            found[place] = found.get(place, 0) | bit
        return found

    def count(self, words: Iterable[str], scope: SearchScope) -> int:
        """Return the number of statements that have all of the words."""
        terms = _terms(words)
        if not terms:
            return 0
        clause, values = _where(scope)
        query = f"SELECT COUNT(*) FROM (SELECT rowid AS place FROM said WHERE said MATCH ?){clause}"  # noqa: S608 (marks)
        every = " AND ".join(f"({term})" for term in terms)
        ((count,),) = self._connections.rows(query, (every, *values))
        return int(count)


def _of(words: Sequence[frozenset[str]], bits: int) -> frozenset[str]:
    return frozenset(word for i, typed in enumerate(words) if bits >> i & 1 for word in typed)


def _terms(words: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return what FTS5 is asked for, and the words that each stands for."""
    terms: dict[str, frozenset[str]] = {}
    for word in words:
        term = _term(word)
        if term in terms or (term and len(terms) < MOST_WORDS):
            terms[term] = terms.get(term, frozenset()) | {word}
    return terms


def _term(typed: str) -> str:
    """Return what was typed in quotes, so that FTS5 takes nothing in it as an operator."""
    return " AND ".join(f"({_ways(word)})" for word in search_words(typed))


def _ways(word: SearchWord) -> str:
    ways = dict.fromkeys([word.joined, " ".join(word.stems)])
    return " OR ".join(f'"{way}"' for way in ways)


def _ranked(terms: int, clause: str) -> str:
    found = " UNION ALL ".join([_OF_A_TERM] * terms)
    return f"SELECT place, SUM(bit), SUM(rank) FROM ({_NAMED} UNION ALL {found}){clause} {_BEST}"  # noqa: S608


def _where(scope: SearchScope) -> tuple[str, list[object]]:
    """Return the clause that keeps to a scope, and its values."""
    clauses: list[str] = []
    values: list[object] = []
    roles = (("speaker", scope.speakers), ("holder", scope.holders), ("issue", scope.issues))
    for role, targets in roles:
        if targets:
            marks = ",".join("?" * len(targets))
            of_role = f"role = '{role}' AND target IN ({marks})"
            clauses.append(f"place IN (SELECT place FROM statement_scope WHERE {of_role})")  # noqa: S608 (marks)
            values += targets
    for test, value in (("said_to >=", scope.first), ("said_from <=", scope.last)):
        if value is not None:
            clauses.append(f"place IN (SELECT place FROM statement_setting WHERE {test} ?)")  # noqa: S608 (a column)
            values.append(str(value))
    if scope.sourcings:
        of_these = f"sourcing IN ({','.join('?' * len(scope.sourcings))})"
        clauses.append(f"place IN (SELECT place FROM statement_setting WHERE {of_these})")  # noqa: S608 (marks)
        values += map(str, scope.sourcings)
    return (" WHERE " + " AND ".join(clauses) if clauses else ""), values
