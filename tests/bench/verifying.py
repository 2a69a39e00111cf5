"""Measures finding the source of a quote: a million generated quotes, up to three words changed.

Words are as frequent as in a language (Zipf's law), one quote in twenty is another with a few
words changed, and what is asked has words replaced, left out, put in and swapped. Against
rapidfuzz's extractOne(ratio) over a sample of the same quotes that always holds the source.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from rapidfuzz import fuzz, process

from knowledge.model import QuoteKind
from knowledge.question import FILLERS
from knowledge.quote_index import Printed, QuoteIndex, fill
from knowledge.schema import quote_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 20261
QUOTES = 1_000_000
QUERIES = 4_000
PEER_SAMPLE = 50_000
PEER_QUERIES = 40
VOCABULARY = 60_000
NEAR = 0.05  # of the quotes are another with up to five words changed
SHORTEST, LONGEST = 5, 35  # words
SYLLABLES = "ba be ki lo mu na ne or pa ra re sa si ta ti to un va ver wi est and ion ent".split()

Figures = dict[str, float | int | str]


class Language:
    """Invents quotes; the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = self._vocabulary()
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def _vocabulary(self) -> list[str]:
        common = sorted(FILLERS)
        self.chance.shuffle(common)
        words = dict.fromkeys(common)
        while len(words) < VOCABULARY:
            words["".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 5)))] = None
        return list(words)

    def some(self, count: int) -> list[str]:
        return self.chance.choices(self.words, cum_weights=self.weights, k=count)

    def quotes(self, count: int) -> Iterator[list[str]]:
        earlier: list[list[str]] = []
        for number in range(count):
            if earlier and self.chance.random() < NEAR:
                yield self.changed(self.chance.choice(earlier), self.chance.randint(1, 5))
                continue
            words = self.some(self.chance.randint(SHORTEST, LONGEST))
            if number % 100 == 0:
                earlier.append(words)
            yield words

    def changed(self, words: list[str], times: int) -> list[str]:
        """Change so many words: replace, leave out, put in, or swap with the next."""
        found = list(words)
        for _ in range(times):
            at = self.chance.randrange(len(found))
            how = self.chance.randrange(4)
            if how == 0:
                found[at] = self.some(1)[0]
            elif how == 1 and len(found) > 1:
                del found[at]
            elif how == 2:
                found.insert(at, self.some(1)[0])
            elif at + 1 < len(found):
                found[at], found[at + 1] = found[at + 1], found[at]
        return found


def run(count: int = QUOTES) -> Figures:
    """Return the figures: milliseconds, MiB and shares, as their names say."""
    language = Language(SEED)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "quotes.sqlite")
        process_, started = psutil.Process(), time.perf_counter()
        sample = _built(file, language, count)
        figures: Figures = {
            "quotes": count,
            "index s": round(time.perf_counter() - started, 1),
            "building MiB": _mib(process_.memory_info().rss),
            "file MiB": _mib(file.stat().st_size),
        }
        db = sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)
        figures |= _ours(QuoteIndex(db), language, sample)
        db.close()
    return figures | _peer(language, sample)


def _built(file: Path, language: Language, count: int) -> list[str]:
    """Write the index; return some of its quotes."""
    kept: list[str] = []
    sampling = random.Random(SEED)

    def printed() -> Iterator[Printed]:
        for number, words in enumerate(language.quotes(count)):
            text = " ".join(words)
            if sampling.random() < PEER_SAMPLE / count:
                kept.append(text)
            yield Printed(str(number), 0, QuoteKind.DIRECT, text)

    db = sqlite3.connect(file)
    with db:
        db.executescript(quote_schema())
        fill(db, printed())
    db.close()
    return kept


def _ours(index: QuoteIndex, language: Language, sample: list[str]) -> Figures:
    seconds: list[float] = []
    asked, first = [0] * 4, [0] * 4
    before = psutil.Process().memory_info().rss
    for text in language.chance.sample(sample, QUERIES):
        times = language.chance.randrange(4)
        words = " ".join(language.changed(text.split(), times))
        started = time.perf_counter()
        found = index.like(words)
        seconds.append(time.perf_counter() - started)
        asked[times] += 1
        first[times] += bool(found) and found[0].printed.words == text
    cuts = statistics.quantiles(seconds, n=100)
    shares = {f"{n} changed: source first": round(first[n] / asked[n], 4) for n in range(4)}
    return {
        "asked": sum(asked),
        "p50 ms": round(cuts[49] * 1000, 3),
        "p99 ms": round(cuts[98] * 1000, 3),
        "serving MiB more": _mib(max(0, psutil.Process().memory_info().rss - before)),
        "source first": round(sum(first) / sum(asked), 4),
        **shares,
    }


def _peer(language: Language, sample: list[str]) -> Figures:
    seconds, first = [], 0
    for text in language.chance.sample(sample, PEER_QUERIES):
        words = " ".join(language.changed(text.split(), language.chance.randrange(4)))
        started = time.perf_counter()
        found = process.extractOne(words, sample, scorer=fuzz.ratio)
        seconds.append(time.perf_counter() - started)
        first += found[0] == text
    return {
        "peer quotes": len(sample),
        "peer p50 ms": round(statistics.median(seconds) * 1000, 2),
        "peer source first": round(first / PEER_QUERIES, 4),
    }


def _mib(size: int) -> float:
    return round(size / 2**20, 1)


if __name__ == "__main__":
    for figure, value in run(*map(int, sys.argv[1:])).items():
        sys.stdout.write(f"{figure:32} {value}\n")
