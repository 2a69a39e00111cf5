"""Measures /check over a million generated quotes: the index alone, and the whole of verify().

Words are as frequent as in a language (Zipf's law), one quote in twenty is another with a few
words changed, and what is asked has words replaced, left out, put in and swapped. verify() is asked
for whole quotes, fragments, two quotes of one statement joined, and words that nothing prints.
Against rapidfuzz's extractOne(ratio) over a sample of the same quotes that always holds the source.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from itertools import accumulate, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import psutil
from rapidfuzz import fuzz, process

from knowledge.check_quote.verification import verify_quote
from knowledge.citations.citation import CitedQuote, CitedSpeaker, CitedStatement, Source
from knowledge.corpus.model import Interval, QuoteKind, Sourcing
from knowledge.kb.kb_seal import seal
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.quote_index import Printed, QuoteIndex, fill
from knowledge.kb.schema import schema, schema_digest
from knowledge.text.english.question_words import FILLERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from knowledge.check_quote.verified_words import Verification

SEED = 20261
QUOTES = 1_000_000
OF_A_STATEMENT = 4  # quotes
QUERIES = 4_000
VERIFIED = 1_000  # of each way to ask
FRAGMENT = (6, 12)  # words
PEER_SAMPLE = 50_000
PEER_QUERIES = 40
VOCABULARY = 60_000
NEAR = 0.05  # of the quotes are another with up to five words changed
SHORTEST, LONGEST = 5, 35  # words
SYLLABLES = "ba be ki lo mu na ne or pa ra re sa si ta ti to un va ver wi est and ion ent".split()

NOT_FOUND = "not_in_our_articles"

Figures = dict[str, float | int | str]
_DAY = Interval.model_validate(
    {"from": "2025-01-01", "to": "2025-01-01", "basis": "printed", "printed": "1 January"}
)


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
        kb = KnowledgeBase(file)
        figures |= _index(kb.quotes, language, [s.text for s in sample])
        figures |= _whole(kb, language, sample)
        kb.close()
    return figures | _peer(language, [s.text for s in sample])


class Sampled(NamedTuple):
    """A quote of the kb, with that before it in the same statement, if there is one."""

    source: str
    text: str
    before: str | None


def _built(file: Path, language: Language, count: int) -> list[Sampled]:
    """Write a kb of statements with some quotes each; return some of them."""
    kept: list[Sampled] = []
    db = sqlite3.connect(file)
    db.executescript(schema())
    with db:
        db.execute("INSERT INTO meta VALUES ('schema', ?)", (schema_digest(),))
        db.execute("INSERT INTO meta VALUES ('digest', 'benchmark')")
        fill(db, _printed(db, language, count, kept))
    db.close()
    seal(file)
    return kept


def _printed(
    db: sqlite3.Connection, language: Language, count: int, kept: list[Sampled]
) -> Iterator[Printed]:
    sampling = random.Random(SEED)
    texts = map(" ".join, language.quotes(count))
    for place, quotes in enumerate(grouped(texts)):
        source = f"statement-{place}"
        cited = statement(place, source, quotes)
        document = cited.model_dump_json(by_alias=True, exclude_defaults=True)
        row = (source, cited.article.id, None, place, document)
        db.execute("INSERT INTO statement VALUES (?, ?, ?, ?, ?)", row)
        for quote, before in zip(cited.quotes, [None, *quotes], strict=False):
            if sampling.random() < PEER_SAMPLE / count:
                kept.append(Sampled(source, quote.exact, before))
            yield Printed(source, quote.start, quote.kind, quote.exact)


def grouped(texts: Iterable[str]) -> Iterator[list[str]]:
    given = iter(texts)
    while group := list(islice(given, OF_A_STATEMENT)):
        yield group


def statement(place: int, source: str, texts: list[str]) -> CitedStatement:
    starts = accumulate((len(text) + 100 for text in texts), initial=0)
    quotes = tuple(
        CitedQuote(exact=t, kind=QuoteKind.DIRECT, start=s, end=s + len(t), words=len(t.split()))
        for s, t in zip(starts, texts, strict=False)
    )
    return CitedStatement(
        place=place,
        id=source,
        said=_DAY,
        summary="What somebody said of something, in the words of a curator.",
        speaker=CitedSpeaker(id=None, name=None, description="a person who was asked"),
        sourcing=Sourcing.UNNAMED,
        quotes=quotes,
        article=Source(
            id=f"article-{place // 10}",
            agency=None,
            publisher="A paper",
            title="A headline of some words",
            byline=None,
            url=None,
            published=_DAY,
        ),
    )


def _index(index: QuoteIndex, language: Language, sample: list[str]) -> Figures:
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
    shares = {f"{n} changed: source first": round(first[n] / asked[n], 4) for n in range(4)}
    return {
        "index: asked": sum(asked),
        **_timed("index", seconds),
        "serving MiB more": _mib(max(0, psutil.Process().memory_info().rss - before)),
        "index: source first": round(sum(first) / sum(asked), 4),
        **shares,
    }


def _whole(kb: KnowledgeBase, language: Language, sample: list[Sampled]) -> Figures:
    """Ask verify() in each way, and count the answers that are as they should be."""
    figures: Figures = {}
    every: list[float] = []
    joinable = [s for s in sample if s.before]
    for name, (asks, is_right) in _WAYS.items():
        right = 0
        seconds = []
        for source in language.chance.sample(joinable, min(VERIFIED, len(joinable))):
            words = asks(language, source)
            started = time.perf_counter()
            found = verify_quote(kb, words)
            seconds.append(time.perf_counter() - started)
            right += is_right(found, source)
        figures |= {f"{name}: right": round(right / len(seconds), 4)} | _timed(name, seconds)
        every += seconds
    return figures | {"verify: asked": len(every)} | _timed("verify", every)


def _changed_whole(language: Language, source: Sampled) -> str:
    return " ".join(language.changed(source.text.split(), language.chance.randint(1, 3)))


def _fragment(language: Language, source: Sampled) -> list[str]:
    words = source.text.split()
    length = min(len(words), language.chance.randint(*FRAGMENT))
    at = language.chance.randint(0, len(words) - length)
    return words[at : at + length]


def _changed_fragment(language: Language, source: Sampled) -> str:
    words = _fragment(language, source)
    at = language.chance.randrange(1, len(words) - 1)
    words[at] = language.some(1)[0]
    return " ".join(words)


def _joined(language: Language, source: Sampled) -> str:
    """Join the end of the quote before with the beginning of this one."""
    longest = FRAGMENT[0]
    end = (source.before or "").split()[-longest:]
    return f"{' '.join(end)} ... {' '.join(source.text.split()[:longest])}"


def _is(*verdicts: str) -> Callable[[Verification, Sampled], bool]:
    def right(found: Verification, source: Sampled) -> bool:
        # The same words may be printed elsewhere too; what differs must name its source.
        is_own = found.printed is not None and found.printed.source == source.source
        return found.comparison.verdict in verdicts and (is_own or "differs" not in verdicts)

    return right


# Each way to ask, and what is a right answer; words that "change" to themselves are still there.
_WAYS: dict[str, tuple[Callable[..., str], Callable[[Verification, Sampled], bool]]] = {
    "whole": (lambda _, source: source.text, _is("exact")),
    "whole, 1-3 changed": (_changed_whole, _is("differs", "part", "exact")),
    "fragment": (lambda *asked: " ".join(_fragment(*asked)), _is("part", "exact")),
    "fragment, 1 changed": (_changed_fragment, _is("differs", "part", "exact")),
    "two quotes joined": (_joined, _is("part")),
    "printed nowhere": (lambda language, _: " ".join(language.some(12)), _is(NOT_FOUND)),
}


def _timed(name: str, seconds: list[float]) -> Figures:
    cuts = statistics.quantiles(seconds, n=100)
    return {
        f"{name}: p50 ms": round(cuts[49] * 1000, 3),
        f"{name}: p99 ms": round(cuts[98] * 1000, 3),
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


if __name__ == "__main__":  # python -m tests.bench.verifying [QUOTES]
    for figure, value in run(*map(int, sys.argv[1:])).items():
        sys.stdout.write(f"{figure:32} {value}\n")
