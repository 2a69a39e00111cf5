"""All benchmarks in one run: figures of ours beside those of a peer, printed as they are measured.

The names of sections choose some: python -m tests.bench answering worst.
"""

from __future__ import annotations

import json
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.kb.shipped import open_kb
from tests.bench import (
    adding,
    answering,
    asking,
    completing,
    footprint,
    growing,
    reading,
    resolving,
    searching,
    swapping,
    threads,
    verifying,
    worst,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.kb.knowledge_base import KnowledgeBase

RESULT = Path("build/bench.json")


def main() -> None:
    """Run the sections named, or all; what is measured is printed and written down at once."""
    measured: dict[str, object] = {}
    for name, run in _sections(open_kb(), sys.argv[1:]).items():
        measured[name] = figures = run()
        print(f"\n{name}", flush=True)
        for key, value in figures.items():
            print(f"  {key:44} {value}", flush=True)
        _write(measured)
    print(f"\nwritten to {RESULT}", file=sys.stderr)


def _sections(kb: KnowledgeBase, named: list[str]) -> dict[str, Callable[[], dict[str, object]]]:
    every = {
        "answering": lambda: answering.run(kb),
        "asking": lambda: asking.run(kb),
        "completing": lambda: completing.run(kb),
        "resolving": resolving.run,
        "reading": lambda: reading.run(kb),
        "searching": searching.run,
        "swapping": lambda: swapping.run(kb),
        "threads": lambda: threads.run(kb),
        "verifying": verifying.run,
        "worst": lambda: worst.run(kb),
        "footprint": footprint.run,
        "growing": growing.run,
        "adding": lambda: adding.measure(200),
    }
    return {name: every[name] for name in named} if named else every


def _write(measured: dict[str, object]) -> None:
    machine = {"python": platform.python_version(), "system": platform.platform()}
    RESULT.parent.mkdir(exist_ok=True)
    text = json.dumps({**measured, "machine": machine}, indent=1)
    RESULT.write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
