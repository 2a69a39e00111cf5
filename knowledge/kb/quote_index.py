"""Which printed words are the same as some words, or most like them: an index in SQLite.

Posting lists of words and of pairs of words find candidates, the rarest first; rapidfuzz ranks
them. Neither decides anything: that two wordings are one is said by `inner()` alone.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from array import array
from bisect import bisect_left
from collections import defaultdict
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

from knowledge.corpus.model import QuoteKind
from knowledge.text.article_text import CUT, fold
from knowledge.text.equal_runs import EqualRun, choose_stretch
from knowledge.text.same_words import list_keys
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from knowledge.kb.connections import Connections

_BUCKETS = 1 << 20  # posting lists; words that share one only make a candidate more
_STANDS_ALONE = 5  # words; fewer that are printed stand in longer ones by chance
_COMMON = 50_000  # quotes; a list that is longer tells nothing, and is not read
_WORDS = 16_384  # whose checksums stay in memory
_KEPT = 2048  # quotes whose split words stay in memory
_READ = 12_000  # entries of posting lists that are read for one question
ALIGNED = 48  # candidates that are aligned
_FOR_A_KEY, _FOR_A_ROW = 4, 20  # steps of a word that is sought, and of a quote held against it
_WORD = re.compile(r"[^\W_]+(?:['.,-][^\W_]+)*")
_APPEND = (
    "INSERT INTO main.quote_gram VALUES (?, ?) ON CONFLICT DO UPDATE"
    " SET quotes = CAST(quotes || excluded.quotes AS BLOB)"
)
_COLUMNS = "number, source, start, kind, words"


class Printed(NamedTuple):
    """Words that an article prints: a quote of a statement, or a passage of a whole text.

    `source` is the id of the statement or article; `shown` is false for words that may be
    compared but not kept or shown.
    """

    source: str
    start: int
    kind: QuoteKind
    words: str
    shown: bool = True


def write_bare(words: str) -> str:
    """Return words by which they are found again, whatever their marks and capital letters."""
    return f" {' '.join(tokens(words))} "


def is_cut(printed: Printed) -> bool:
    """Return whether our record of a narration leaves words out."""
    return printed.kind is QuoteKind.NARRATION and CUT in fold(printed.words)


class PrintedCandidate(NamedTuple):
    """Printed words like those asked for.

    `likeness` is the share of words in common, 0 to 1, in the stretch of either that is most like
    the other; `score` adds that of the whole, to rank by. `shared` are the words in common,
    `covers` says that all that are asked stand there in their order.
    """

    printed: Printed
    likeness: float
    score: float
    shared: tuple[str, ...]
    covers: bool


def inner(words: str) -> str:
    """Fold words, less a last comma or period, which may be the outer sentence's."""
    folded = fold(words)
    return folded if folded.endswith("..") else folded.removesuffix(",").removesuffix(".")


def tokens(words: str) -> list[str]:
    """Return the words in lower case without punctuation: to count them, never for a verdict."""
    return _WORD.findall(fold(words).casefold())


def fill(connection: sqlite3.Connection, found: Iterable[Printed], first: int = 0) -> None:
    """Write quotes and their posting lists into the tables `quote` and `quote_gram`.

    The quotes are numbered from the first on, which is more than all that are there.
    """
    lists: dict[int, array[int]] = defaultdict(lambda: array("I"))
    rows = (make_row(number, printed, lists) for number, printed in enumerate(found, first))
    connection.executemany("INSERT INTO main.quote VALUES (?, ?, ?, ?, ?, ?)", rows)
    kept = ((gram, lists[gram].tobytes()) for gram in sorted(lists))
    connection.executemany(_APPEND, kept)


def remove(connection: sqlite3.Connection, first: int, after: int) -> None:
    """Delete the quotes that are numbered from the first on, and take them from the lists."""
    numbered = "FROM quote WHERE number >= ? AND number < ?"
    words = connection.execute(f"SELECT DISTINCT words {numbered}", (first, after))
    for gram in {gram for (told,) in words if told for gram in find_grams(told)}:
        _shorten(connection, gram, first, after)
    connection.execute(f"DELETE {numbered}", (first, after))


def _shorten(connection: sqlite3.Connection, gram: int, first: int, after: int) -> None:
    """Take quotes from a list, in which the numbers are in order."""
    query = "SELECT quotes FROM quote_gram WHERE gram = ?"
    for (blob,) in connection.execute(query, (gram,)).fetchall():
        numbers = array("I", blob)
        del numbers[bisect_left(numbers, first) : bisect_left(numbers, after)]
        connection.execute("DELETE FROM quote_gram WHERE gram = ?", (gram,))
        if numbers:
            row = (gram, numbers.tobytes())
            connection.execute("INSERT INTO quote_gram VALUES (?, ?)", row)


def make_row(number: int, printed: Printed, lists: dict[int, array[int]]) -> tuple[object, ...]:
    """Return the row of a quote; its number is added to its posting lists."""
    if printed.shown:
        for gram in find_grams(printed.words):
            lists[gram].append(number)
    words = printed.words if printed.shown else None
    kind = printed.kind.value
    # A narration with a cut is no wording that anything prints: nothing is the same as it.
    digest = b"" if is_cut(printed) else _digest(printed.words)
    return number, printed.source, printed.start, kind, words, digest


def find_grams(words: str) -> set[int]:
    """Return the posting lists of words."""
    return _grams(list_keys(words))


def _grams(words: Sequence[str]) -> set[int]:
    known = [_hashed(word) for word in words]
    grams = {checksum % _BUCKETS for _, checksum in known}
    # "pre mature" is found by "premature": the checksum of both joined goes on from the first's.
    return grams | {
        zlib.crc32(after, checksum) % _BUCKETS for (_, checksum), (after, _) in pairwise(known)
    }


@lru_cache(_WORDS)
def _hashed(word: str) -> tuple[bytes, int]:
    """Return a word's bytes and their checksum; most words of a text are those of others."""
    written = word.encode(errors="replace")
    return written, zlib.crc32(written)


def _digest(words: str) -> bytes:
    return hashlib.sha256(inner(words).encode(errors="replace")).digest()[:16]


class QuoteIndex:
    """The read side; it writes nothing."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def same(self, words: str) -> list[Printed]:
        """Return all that is printed in exactly these words."""
        rows = self._connections.rows(
            f"SELECT {_COLUMNS} FROM quote WHERE digest = ? ORDER BY number",  # noqa: S608 (ours)
            (_digest(words),),
        )
        return [_printed(row) for row in rows]

    def like(self, words: str, count: int = ALIGNED) -> list[PrintedCandidate]:
        """Return what is printed most like these words, the likest first."""
        keys = list_keys(words)
        sought = _Sought(keys, {a + b for a, b in pairwise(keys)}, set(keys))
        rows = self._rows(self._voted(_grams(keys)))
        spend(len(keys) * _FOR_A_KEY + len(rows) * (_FOR_A_ROW + len(keys) // 4))
        found = [_candidate(sought, row) for row in rows]
        return nlargest(count, found, key=lambda candidate: candidate.score)

    def _voted(self, wanted: set[int]) -> list[int]:
        """Return the quotes that share most, the rare words and pairs counting more."""
        votes: dict[int, float] = defaultdict(float)
        read = 0
        for gram, size in self._sizes(wanted):
            if read and read + size > _READ:
                break
            read += size
            weight = 1 / (1 + size.bit_length())
            for number in self._list(gram):
                votes[number] += weight
        return nlargest(ALIGNED, votes, key=votes.__getitem__)

    def _sizes(self, wanted: set[int]) -> list[tuple[int, int]]:
        marks = ",".join("?" * len(wanted))
        rows = self._connections.rows(
            f"SELECT gram, length(quotes) / 4 FROM quote_gram WHERE gram IN ({marks})"  # noqa: S608 (marks alone)
            f" AND length(quotes) <= {4 * _COMMON}",
            tuple(wanted),
        )
        return sorted(rows, key=lambda row: (row[1], row[0]))

    def _list(self, gram: int) -> array[int]:
        query = "SELECT quotes FROM quote_gram WHERE gram = ?"
        ((blob,),) = self._connections.rows(query, (gram,))
        return array("I", blob)

    def _rows(self, numbers: Sequence[int]) -> list[tuple[int, str, int, str, str]]:
        marks = ",".join("?" * len(numbers))
        return self._connections.rows(
            f"SELECT {_COLUMNS} FROM quote WHERE number IN ({marks}) ORDER BY number",  # noqa: S608 (marks alone)
            tuple(numbers),
        )


def _printed(row: tuple[int, str, int, str, str | None]) -> Printed:
    _, source, start, kind, words = row
    return Printed(source, start, QuoteKind(kind), words or "", words is not None)


class _Sought(NamedTuple):
    """The words asked for, each two of them joined, and the words as a set."""

    words: Sequence[str]
    pairs: set[str]
    known: set[str]


def _candidate(wanted: _Sought, row: tuple[int, str, int, str, str]) -> PrintedCandidate:
    sought, words = _join_alike(wanted, _keys(row[4]))
    blocks = LCSseq.opcodes(sought, words)
    runs = [
        EqualRun(b.src_start, b.dest_start, b.src_end - b.src_start)
        for b in blocks
        if b.tag == "equal"
    ]
    every = sum(run.size for run in runs)
    stretch = choose_stretch(runs)
    count = sum(run.size for run in stretch)
    # The words asked for may be a stretch of those printed, or those printed a stretch of them.
    part = 2 * count / (len(sought) + _length(stretch, 1)) if runs else 0.0
    whole = 2 * every / (len(sought) + len(words)) if runs else 0.0
    if len(words) >= _STANDS_ALONE:
        part = max(part, 2 * count / (len(words) + _length(stretch, 0)))
    return PrintedCandidate(
        _printed(row),
        likeness=part,
        score=part + whole,
        shared=tuple(word for run in stretch for word in sought[run.asked : run.asked + run.size]),
        covers=every == len(sought),
    )


@lru_cache(_KEPT)
def _keys(words: str) -> tuple[str, ...]:
    return tuple(list_keys(words))


def _join_alike(one: _Sought, other: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Join two words that the other side has as one: "pre-mature" beside "premature"."""
    pairs = {a + b for a, b in pairwise(other)}
    return _join(one.words, one.pairs.intersection(other)), _join(other, pairs & one.known)


def _join(words: Sequence[str], joined: set[str]) -> Sequence[str]:
    if not joined:
        return words
    made, at = list[str](), 0
    while at < len(words):
        pair = "".join(words[at : at + 2])
        whole = at + 1 < len(words) and pair in joined
        made.append(pair if whole else words[at])
        at += 2 if whole else 1
    return made


def _length(stretch: Sequence[EqualRun], side: int) -> int:
    return stretch[-1][side] + stretch[-1].size - stretch[0][side] if stretch else 0
