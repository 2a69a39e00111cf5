"""The same words in two articles, which may be of one occasion."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz import fuzz

from knowledge.text.folding import fold
from knowledge.upkeep.open_work import OpenWork, WorkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.entry import Entry
    from knowledge.corpus.model import Article, Statement

_RUN: Final = 4  # words that two quotations share, in order, before they are compared
_ALIKE: Final = 80  # of 100
_MANY: Final = 50  # quotations that share a run; it is a phrase, and tells nothing


class _Quoted(NamedTuple):
    entry: Entry[Article]
    number: int
    words: str

    @property
    def statement(self) -> Statement:
        return self.entry.model.statements[self.number]


def list_repeated(corpus: Corpus) -> Iterator[OpenWork]:
    """Yield pairs of statements in two articles that quote the same words, and share no event."""
    told = set[tuple[str, str]]()
    for one, other in _list_pairs(corpus):
        pair = one.statement.id, other.statement.id
        if pair in told or not _are_alike(one, other):
            continue
        told.add(pair)
        what = f"{pair[1]} quotes the same words as {pair[0]}; join them with an event"
        where = ("statements", other.number)
        yield OpenWork.at(WorkKind.SAME_WORDS, other.entry, where, what)


def _list_pairs(corpus: Corpus) -> list[tuple[_Quoted, _Quoted]]:
    """Return pairs of quotations in two articles that share a run of words."""
    by_run: dict[tuple[str, ...], list[_Quoted]] = defaultdict(list)
    for quoted in _list_quoted(corpus):
        words = quoted.words.split()
        runs = {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}
        for run in runs:
            by_run[run].append(quoted)
    shared = (found for found in by_run.values() if 1 < len(found) <= _MANY)
    pairs = {
        (one.entry.file, one.number, other.entry.file, other.number, one.words, other.words): (
            one,
            other,
        )
        for found in shared
        for one, other in combinations(found, 2)
        if one.entry.file != other.entry.file
    }
    return [pairs[key] for key in sorted(pairs)]


def _list_quoted(corpus: Corpus) -> Iterator[_Quoted]:
    for _, entry in sorted(corpus.articles.items()):
        served = {statement.id for statement in entry.model.served}
        for i, statement in enumerate(entry.model.statements):
            if statement.id in served:
                spoken = (q for q in statement.quotes if q.kind.is_own_words)
                yield from (_Quoted(entry, i, fold(quote.exact)) for quote in spoken)


def _are_alike(one: _Quoted, other: _Quoted) -> bool:
    event = one.statement.event
    if event is not None and event == other.statement.event:
        return False
    return fuzz.ratio(one.words, other.words, score_cutoff=_ALIKE) > 0
