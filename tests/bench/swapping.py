"""What a living corpus costs: an answer, a look at many files, a change until it is served."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import threading
import time
import timeit
from pathlib import Path
from typing import TYPE_CHECKING

from bot.commands import registry
from bot.slack.app import create_app
from bot.slack.corpus_watcher import Watcher, begin, opened
from bot.slack.listeners.replies import ReplySource
from bot.slack.settings import Settings
from knowledge.corpus.folder import ENTRIES
from knowledge.corpus.stamps import stamp_entries
from knowledge.kb.schema import kb_digest
from knowledge.kb.shipped import open_kb
from knowledge.kb.swappable_kb import SwappableKb
from tests.bench.answering import SECRET, authorize, microseconds, over_http

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.kb.knowledge_base import KnowledgeBase

FILES = 10_000
CHANGES = 8
QUESTION = "japan end-of-war"


def starts(folder: Path) -> tuple[float, float]:
    """Return the seconds until a corpus may be served: the first time, and with nothing changed."""
    shutil.copytree(ENTRIES, folder)
    file = folder / "organizations" / "japan.yaml"
    text = file.read_text(encoding="utf-8").replace("name: Japan", "name: Japan at work")
    file.write_text(text, encoding="utf-8")  # a kb that no other benchmark has built
    first, *again = (
        timeit.timeit(lambda: begin(folder, folder / "texts"), number=1) for _ in range(4)
    )
    return first, min(again)


def per_request(kb: KnowledgeBase) -> float:
    """Return what taking one kb for a request adds, in microseconds."""
    source = ReplySource(kb, registry())

    def take() -> None:
        with source.open():
            pass

    return min(timeit.repeat(take, number=10_000, repeat=7)) / 10_000 * 1e6


def looks(folder: Path) -> tuple[float, float]:
    """Return the milliseconds of listing many files, and of reading them, as a change makes it."""
    (folder / "people").mkdir(parents=True)
    for number in range(FILES):
        (folder / "people" / f"p{number}.yaml").write_bytes(b"x" * 600)
    listing = min(timeit.repeat(lambda: stamp_entries(folder), number=1, repeat=5)) * 1e3
    reading = min(timeit.repeat(lambda: kb_digest(folder), number=1, repeat=3)) * 1e3
    return listing, reading


def changes(folder: Path) -> tuple[list[float], list[float], list[float]]:
    """Return answers at rest and during builds and swaps, and each change's seconds."""
    shutil.copytree(ENTRIES, folder)
    texts = folder / "texts"
    begun = begin(folder, texts)
    swappable = SwappableKb(opened(begun.served.kb, texts))
    app = create_app(swappable, Settings(slack_signing_secret=SECRET), authorize=authorize)
    watcher = Watcher(swappable, folder, texts, begun, lambda _: None)
    rest = [microseconds(over_http, app, QUESTION) for _ in range(1000)][200:]
    busy: list[float] = []
    took = [_during(lambda: _changed(folder, watcher), app, busy) for _ in range(CHANGES)]
    swappable.close()
    return rest, busy, took


def _changed(folder: Path, watcher: Watcher) -> None:
    file = folder / "organizations" / "japan.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("name: Japan", "name: Japan."), encoding="utf-8")
    served = kb_digest(folder)
    watcher.look()
    watcher.look()
    assert watcher._swappable.digest == served


def _during(work: Callable[[], None], app: object, busy: list[float]) -> float:
    worker = threading.Thread(target=work)
    start = time.perf_counter()
    worker.start()
    while worker.is_alive():
        busy.append(microseconds(over_http, app, QUESTION))  # type: ignore[arg-type]
    worker.join()
    return time.perf_counter() - start


def run(kb: KnowledgeBase) -> dict[str, float | int | str]:
    with tempfile.TemporaryDirectory() as made:
        listing, reading = looks(Path(made, "many"))
        rest, busy, took = changes(Path(made, "entries"))
        first, again = starts(Path(made, "start"))
    calm, during = (statistics.quantiles(values, n=100) for values in (rest, busy))
    return {
        "one kb per request us": round(per_request(kb), 2),
        f"look at {FILES} files ms": round(listing, 1),
        f"read {FILES} files ms": round(reading, 1),
        "answer at rest p50 us": round(calm[49], 1),
        "answer at rest p99 us": round(calm[98], 1),
        "answer during a change p50 us": round(during[49], 1),
        "answer during a change p99 us": round(during[98], 1),
        "answer during a change longest ms": round(max(busy) / 1e3, 1),
        "answers during changes": len(busy),
        "check, build and swap median s": round(statistics.median(took), 2),
        "start, checked and built s": round(first, 2),
        "start, nothing changed s": round(again, 3),
    }


if __name__ == "__main__":
    for key, value in run(open_kb()).items():
        print(f"{key:40} {value}")
