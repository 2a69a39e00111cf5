"""All benchmarks in one run: figures of ours beside those of a peer, printed and written down."""

from __future__ import annotations

import json
import platform
import sys
from pathlib import Path

from knowledge.kb.shipped import open_kb
from tests.bench import (
    adding,
    answering,
    asking,
    footprint,
    reading,
    resolving,
    searching,
    swapping,
    threads,
    verifying,
    worst,
)

RESULT = Path("build/bench.json")


def main() -> None:
    kb = open_kb()
    found = {
        "answering": answering.run(kb),
        "asking": asking.run(kb),
        "resolving": resolving.run(),
        "reading": reading.run(kb),
        "searching": searching.run(),
        "swapping": swapping.run(kb),
        "threads": threads.run(kb),
        "verifying": verifying.run(),
        "worst": worst.run(kb),
        "footprint": footprint.run(),
        "adding": adding.measure(200),
        "machine": {"python": platform.python_version(), "system": platform.platform()},
    }
    for section, figures in found.items():
        print(f"\n{section}")
        for key, value in figures.items():
            print(f"  {key:44} {value}")
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    print(f"\nwritten to {RESULT}", file=sys.stderr)


if __name__ == "__main__":
    main()
