"""Many threads on one kb: whether each gets its own answer, and what the connections cost.

`python -m tests.bench.threads PYTHON ...` prints a row for each of these interpreters.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import psutil

from bot.answers.reply import reply
from bot.commands import registry
from knowledge.kb import connections
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.shipped import open_kb

if TYPE_CHECKING:
    from collections.abc import Iterator

THREADS = 10  # as many as the bot has
QUESTIONS = 174
SIZES = {"one": 1, "ours": connections._SIZE, "one a thread": THREADS}
ROUNDS = 5
TODAY = date(2026, 11, 21)
Question = tuple[str, str]


def questions(kb: KnowledgeBase) -> list[Question]:
    """Return questions of every kind: a command's name, then the text."""
    holders = sorted({row.holder for row in kb.stances()})
    others = [("who", entity) for entity in kb.entities]
    others += [("issues", text) for text in ("", *holders, *kb.issues)]
    stances = [("stance", f"{holder} {issue}") for holder in holders for issue in kb.issues]
    by_holder = (kb.statements_on(holder, issue) for holder in holders for issue in kb.issues)
    printed = {
        q.exact: None for found in by_holder for statement in found for q in statement.quotes
    }
    checks = [("check", f'"{words}"') for words in printed]
    more = [(name, f"{text} more") for name, text in stances]
    every = [*others, *more, *stances, *checks]
    assert len(every) >= QUESTIONS
    return every[-QUESTIONS:]


def answered(kb: KnowledgeBase, question: Question) -> str:
    name, text = question
    return json.dumps(reply(kb, registry()[name], text, TODAY).message.payload())


def compared(kb: KnowledgeBase) -> Counter[str]:
    """Ask everything in every thread; count what one thread is answered too, and what else came."""
    every = questions(kb)
    alone = {question: answered(kb, question) for question in every}
    foreign = set(alone.values())

    def ask(start: int) -> Iterator[str]:
        for question in every[start:] + every[:start]:
            try:
                given = answered(kb, question)
            except Exception as error:  # noqa: BLE001 (whatever it is, it is counted)
                yield type(error).__name__
                continue
            if given == alone[question]:
                yield "right"
            else:
                yield "another question's" if given in foreign else "of no question"

    with ThreadPoolExecutor(THREADS) as pool:
        return Counter(
            kind
            for kinds in pool.map(lambda n: list(ask(17 * n)), range(THREADS))
            for kind in kinds
        )


def cost(file: Path, size: int) -> tuple[float, float, float, int]:
    """Return an answer's p50 and CPU in microseconds, MiB that ten threads took, and open files."""
    connections._SIZE = size
    process = psutil.Process()
    memory, files = process.memory_info().rss, process.num_fds()
    with closing(KnowledgeBase(file)) as kb:
        every = questions(kb)

        def timed(question: Question) -> float:
            start = time.perf_counter()
            answered(kb, question)
            return (time.perf_counter() - start) * 1e6

        began = time.process_time()
        with ThreadPoolExecutor(THREADS) as pool:
            took = [t for _ in range(ROUNDS) for t in pool.map(timed, every)]
        grown = (process.memory_info().rss - memory) / 2**20
        busy = (time.process_time() - began) / len(took) * 1e6
        return median(took), busy, grown, process.num_fds() - files


def costs(file: Path) -> dict[str, float | int | str]:
    """Compare numbers of connections, each in a process of its own, so that none pays for another."""
    found: dict[str, float | int | str] = {}
    for name, size in SIZES.items():
        runs = [json.loads(_child("cost", str(file), str(size))) for _ in range(3)]
        took, busy, grown, files = (median(run[n] for run in runs) for n in range(4))
        found[f"{name} ({size}): answer p50 us"] = round(took, 1)
        found[f"{name} ({size}): answer CPU us"] = round(busy, 1)
        found[f"{name} ({size}): MiB, {THREADS} threads"] = round(grown, 2)
        found[f"{name} ({size}): open files"] = int(files)
    return found


def _child(*words: str, python: str = sys.executable) -> str:
    command = [python, "-m", "tests.bench.threads", *words]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def run(kb: KnowledgeBase) -> dict[str, float | int | str]:
    return {**compared(kb), **costs(kb.path)}


def row() -> str:
    """Return this interpreter's version, and its counts."""
    with closing(open_kb()) as kb:
        counts = dict(compared(kb).most_common())
    return f"{platform.python_version():10} {counts}"


def main(words: list[str]) -> None:
    match words:
        case ["cost", file, size]:
            print(json.dumps(cost(Path(file), int(size))))
        case []:
            print(row())
        case pythons:
            for python in pythons:
                print(_child(python=python), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
