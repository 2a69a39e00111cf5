"""Reading a mention as long as Slack sends one, and building the kb."""

from __future__ import annotations

import random
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from knowledge.corpus.folder import ENTRIES
from knowledge.kb.builder import build
from knowledge.questions.question import MAX_LENGTH
from knowledge.questions.reader import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.kb.knowledge_base import KnowledgeBase


def long_mentions(kb: KnowledgeBase, count: int) -> list[str]:
    """Return mentions of names, typos and words of no meaning here; seeded."""
    rng = random.Random(20261121)
    names = [kb.name_of(target) for target in (*kb.entities, *kb.issues)]
    words = ["xylograph", "marginal", "tokio", "funakosi", "sanktions", "of", "the", "quartz"]
    return [
        " ".join(rng.choice(rng.choice([names, words])) for _ in range(600))[:MAX_LENGTH]
        for _ in range(count)
    ]


def median_ms(work: Callable[[], object], times: int) -> float:
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append((time.perf_counter() - start) * 1e3)
    return round(statistics.median(found), 2)


def run(kb: KnowledgeBase) -> dict[str, float | int | str]:
    mentions = iter(long_mentions(kb, 30))
    with TemporaryDirectory() as folder:
        target = Path(folder) / "kb.sqlite"
        return {
            "3,000-character mention ms": median_ms(lambda: read(kb, next(mentions)), 30),
            "build ms": median_ms(lambda: build(ENTRIES, target), 5),
        }
