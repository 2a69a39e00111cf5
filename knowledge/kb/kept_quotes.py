"""The quotes of an earlier kb and their posting lists, with the numbers that they have now."""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from knowledge.kb.quote_index import find_grams, make_row
from knowledge.kb.table_rows import list_printed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Mapping

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.kb.quote_index import Printed

_RENUMBERED = "CREATE TEMP TABLE renumbered (old INTEGER PRIMARY KEY, new INTEGER NOT NULL)"
_TOUCHED = "CREATE TEMP TABLE touched_gram (gram INTEGER PRIMARY KEY)"
_GONE = "SELECT DISTINCT words FROM earlier.quote WHERE number NOT IN (SELECT old FROM renumbered)"
_LISTS = "SELECT gram, quotes FROM earlier.quote_gram"


class _Numbered(NamedTuple):
    """The number that each quote has now: by the one it had, or with the words of new ones."""

    kept: dict[int, int]
    new: list[tuple[int, Printed]]


def write_quotes(connection: sqlite3.Connection, corpus: Corpus, changed: Collection[str]) -> None:
    """Write the quotes, those of changed articles anew."""
    numbered = _number(connection, corpus, changed)
    lists: dict[int, array[int]] = defaultdict(lambda: array("I"))
    rows = [make_row(number, printed, lists) for number, printed in numbered.new]
    connection.execute(_RENUMBERED)
    connection.executemany("INSERT INTO renumbered VALUES (?, ?)", numbered.kept.items())
    connection.execute(
        "INSERT INTO main.quote SELECT new, source, start, kind, words, digest"
        " FROM earlier.quote CROSS JOIN renumbered ON old = number"
    )
    connection.executemany("INSERT INTO main.quote VALUES (?, ?, ?, ?, ?, ?)", rows)
    made = _merge(connection, numbered.kept, lists)
    connection.executemany("INSERT INTO main.quote_gram VALUES (?, ?)", made)


def _number(connection: sqlite3.Connection, corpus: Corpus, changed: Collection[str]) -> _Numbered:
    """Count the quotes on, article by article, as a whole build does."""
    before, numbered, now = _read_numbers(connection), _Numbered({}, []), 0
    for entry in corpus.articles.values():
        printed = list(enumerate(list_printed(entry.model), now))
        now += len(printed)
        if entry.model.id in changed:
            numbered.new.extend(printed)
        else:
            numbered.kept.update((next(before[quote.source]), n) for n, quote in printed)
    return numbered


def _read_numbers(connection: sqlite3.Connection) -> dict[str, Iterator[int]]:
    """Return the numbers of the quotes of each statement, in their order."""
    numbers: dict[str, list[int]] = defaultdict(list)
    query = "SELECT source, number FROM earlier.quote ORDER BY number"
    for source, number in connection.execute(query):
        numbers[source].append(number)
    return {source: iter(found) for source, found in numbers.items()}


def _merge(
    connection: sqlite3.Connection, kept: Mapping[int, int], new: Mapping[int, array[int]]
) -> Iterator[tuple[int, bytes]]:
    """Yield the posting lists; those in which no number is another are copied."""
    query = _LISTS
    if all(old == now for old, now in kept.items()):
        _copy_untouched(connection, new)
        query += " JOIN touched_gram USING (gram)"
    rest = dict(new)
    for gram, blob in connection.execute(query).fetchall():
        numbers = [kept[number] for number in array("I", blob) if number in kept]
        numbers += rest.pop(gram, ())
        if numbers:
            yield gram, array("I", sorted(numbers)).tobytes()
    yield from ((gram, numbers.tobytes()) for gram, numbers in rest.items())


def _copy_untouched(connection: sqlite3.Connection, new: Collection[int]) -> None:
    gone = (words for (words,) in connection.execute(_GONE) if words)
    touched = {gram for words in gone for gram in find_grams(words)}.union(new)
    connection.execute(_TOUCHED)
    connection.executemany("INSERT INTO touched_gram VALUES (?)", ((gram,) for gram in touched))
    connection.execute(
        f"INSERT INTO main.quote_gram {_LISTS}"  # noqa: S608 (ours)
        " WHERE gram NOT IN (SELECT gram FROM touched_gram)"
    )
