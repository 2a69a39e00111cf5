"""What ten times the articles cost: answers, a check, a change until it may be served, the texts.

Seconds and milliseconds of CPU, with wall beside it where a process of its own is waited for.
python -m tests.bench.growing [ARTICLES ...]
"""

from __future__ import annotations

import gc
import os
import resource
import sys
import time
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.cli.ask import ask
from knowledge.kb.judging_process import read_verdict, start_judging
from knowledge.kb.knowledge_base import KnowledgeBase
from tests.bench.worst import cost
from tests.grown_corpus import Grown, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.worst import Figures

SIZES = (100, 1_000)
TODAY = date(2026, 11, 29)
TIMES = 5
ASKED = (
    "/issues",
    "/issues {loud}",
    "/issues {issue}",
    "/stance {loud}",
    "/stance {loud} {issue}",
    "/stance {quiet} {issue}",
    "/timeline {loud} {issue}",
    "/compare {loud}, {quiet} on {issue}",
    "/who {quiet}",
    "/said the treaty",
    "/source paper-000001",
    "/check “{words}”",
)


def run(sizes: tuple[int, ...] = SIZES) -> Figures:
    """Return the figures of generated corpora of some sizes."""
    figures: Figures = {}
    for size in sizes:
        with TemporaryDirectory() as folder, _cache_in(Path(folder)):
            figures |= {f"{size:,}: {name}": value for name, value in _measure(Path(folder), size)}
    return figures


@contextmanager
def _cache_in(folder: Path) -> Iterator[None]:
    kept = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    try:
        yield
    finally:
        del os.environ["XDG_CACHE_HOME"]
        if kept is not None:
            os.environ["XDG_CACHE_HOME"] = kept


def _measure(place: Path, size: int) -> Iterator[tuple[str, float | str]]:
    grown = Grown(size)
    grown.write(place / "desk")
    yield "checked, built and indexed s", _judge(place / "desk")
    yield "with nothing changed s", _judge(place / "desk")
    file = place / "desk" / "corpus" / "articles" / "paper-000003.yaml"
    written = file.read_text(encoding="utf-8")
    file.write_text(written.replace(" spoke of ", " told of ", 1), encoding="utf-8")
    yield "one article changed s", _judge(place / "desk")
    yield from _answers(place / "desk", grown)


def _judge(desk: Path) -> str:
    """Judge a corpus as the running bot has it judged; return seconds of CPU, and of wall."""
    before, began = _cpu_of_children(), time.perf_counter()
    verdict = read_verdict(start_judging(desk / "corpus", desk / "articles", TODAY))
    assert verdict.served, verdict.reasons
    return f"{_cpu_of_children() - before:.2f} ({time.perf_counter() - began:.1f} of wall)"


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _answers(desk: Path, grown: Grown) -> Iterator[tuple[str, float | str]]:
    verdict = read_verdict(start_judging(desk / "corpus", desk / "articles", TODAY))
    assert verdict.served
    start = time.process_time()
    with closing(KnowledgeBase(verdict.served.kb, desk / "articles")) as kb:
        assert kb.passages.text_count
        yield "kb and texts opened s", round(time.process_time() - start, 2)
        gc.collect()
        gc.freeze()  # as the running bot does
        names = _names(grown, kb)
        for asked in ASKED:
            typed = asked.format(**names)
            ask(kb, typed, TODAY)
            taken = cost(lambda typed=typed: ask(kb, typed, TODAY), TIMES)  # type: ignore[misc]
            yield f"{asked.partition('“')[0]} ms", round(taken.cpu, 1)
        gc.unfreeze()


def _names(grown: Grown, kb: KnowledgeBase) -> dict[str, str]:
    """Return the state that speaks most, one that speaks little, an issue, and printed words."""
    loud = slug(grown.states[0])
    held = max(kb.latest.of(loud), key=lambda row: len(kb.latest.on(row.issue)))
    issue, others = held.issue, [row.holder for row in kb.latest.on(held.issue)]
    quiet = next((holder for holder in others if holder != loud), loud)
    said = kb.statements_on(loud, issue)[0].quotes[0].exact
    return {"loud": loud, "quiet": quiet, "issue": issue, "words": said}


if __name__ == "__main__":
    for key, value in run(tuple(map(int, sys.argv[1:])) or SIZES).items():
        sys.stdout.write(f"{key:48} {value}\n")
