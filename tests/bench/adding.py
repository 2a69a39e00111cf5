"""How long a folder of generated articles takes to add, and how much memory: `--articles 10000`."""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from pathlib import Path

import psutil
from faker import Faker

from knowledge.corpus.folder import ENTRIES
from knowledge.intake.add.bulk_adding import BulkReport, add_folder
from knowledge.intake.add.library import Library
from knowledge.intake.read.head import Head

WORDS = 600
BUDGET = 600.0  # seconds for ten thousand articles on two cores
SHAPES = [
    "“{said},” {person} said on {day}. {filler}",
    "{person}, the {post} of {place}, said the plan was “{short}” on {day}. {filler}",
    "{filler} According to {person}, there is “{short}” in sight.",
    "“{said},” said {person}, “and {short}.” {filler}",
    "A senior official in {place} told reporters that “{said}.” {filler}",
    "{filler} {filler}",
]


def article(faker: Faker, seed: int) -> str:
    """Return one article of about six hundred words with a head, quotations and narration."""
    rng, lines, words = random.Random(seed), [], 0
    while words < WORDS:
        line = rng.choice(SHAPES).format(
            said=faker.sentence(14).rstrip("."),
            short=faker.sentence(4).rstrip(".").lower(),
            person=faker.name(),
            post=rng.choice(["mayor", "foreign minister", "spokesman"]),
            place=faker.city(),
            day=rng.choice(["Monday", "Friday", "Feb. 3"]),
            filler=faker.paragraph(3),
        )
        lines.append(line)
        words += len(line.split())
    title = faker.sentence(8).rstrip(".")
    return "\n\n".join([title, f"By {faker.name()}", "March 5, 2025", *lines])


def _memory() -> int:
    """Return the bytes that this process and its workers hold."""
    me = psutil.Process()
    return sum(p.memory_info().rss for p in (me, *me.children(recursive=True)))


def _cpu() -> float:
    """Return the seconds of CPU of this process and its workers so far."""
    me = psutil.Process()
    times = [p.cpu_times() for p in (me, *me.children(recursive=True))]
    return sum(t.user + t.system for t in times)


def measure(count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        shutil.copytree(ENTRIES, place / "corpus")
        (place / "in").mkdir()
        faker = Faker()
        faker.seed_instance(7)
        for i in range(count):
            (place / "in" / f"{i:05}.txt").write_text(article(faker, i), encoding="utf-8")
        library = Library.open(place / "corpus", place / "articles")
        report, seen = BulkReport(), []
        before, began = _cpu(), time.perf_counter()
        for i, _ in enumerate(add_folder(library, place / "in", Head(), report, workers=2)):
            if i % max(1, count // 20) == 0:
                seen.append(_memory())
                cpu_seconds = _cpu() - before
        seconds = time.perf_counter() - began
    assert report.outcomes["added"] == count, report.summary
    return {
        "articles": count,
        "seconds": round(seconds, 1),
        "cpu_seconds": round(cpu_seconds, 1),
        "per_10000_seconds": round(seconds * 10_000 / count, 1),
        "per_10000_cpu_seconds_a_core": round(cpu_seconds * 10_000 / count / 2, 1),
        "statements": report.statements,
        "left_out": report.left_out,
        "memory_early_mb": round(max(seen[: len(seen) // 4 + 1]) / 2**20, 1),
        "memory_late_mb": round(max(seen[-len(seen) // 4 :]) / 2**20, 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    found = measure(parser.parse_args().articles)
    for name, value in found.items():
        print(f"{name:<30}{value}")
    # Seconds of CPU are the same on a machine that others use too; the wall clock is printed.
    assert found["per_10000_cpu_seconds_a_core"] < BUDGET, "10,000 would take over ten minutes"


if __name__ == "__main__":
    main()
