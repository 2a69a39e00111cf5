"""Counts the lines of Python that some work runs through: a cost that every machine agrees on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from knowledge.text.work_budget import allow

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.kb.knowledge_base import KnowledgeBase

LINEAR = 5.0  # times the steps of a text a quarter as long; where these grow squarely, sixteen


def count_steps(work: Callable[[], object]) -> int:
    """Return the number of lines that are run, one for each turn of a loop or generator."""
    count, before = 0, sys.gettrace()

    def trace(*_: object) -> Any:
        nonlocal count
        count += 1
        return trace

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(work: Callable[[str], object], piece: str, times: int = 100) -> float:
    """Return how many times the steps a piece takes that is repeated four times as often."""
    short, long = piece * times, piece * (4 * times)
    work(short), work(long)  # what is loaded on first use
    return count_steps(lambda: work(long)) / count_steps(lambda: work(short))


def count_work(work: Callable[[], object]) -> int:
    """Return how many steps of its budget some work spends, all its parts together."""
    with allow(sys.maxsize) as allowed:
        work()
    return allowed.spent.steps


def count_instructions(kb: KnowledgeBase, work: Callable[[], object]) -> int:
    """Return how many instructions of its own SQLite runs through in the queries of some work."""
    count = 0

    def step() -> None:
        nonlocal count
        count += 1

    kept = kb._connections._free
    connections = [kept.get() for _ in range(kept.qsize())]
    for connection in connections:
        connection.set_progress_handler(step, 1)
        kept.put(connection)
    try:
        work()
    finally:
        for connection in connections:
            connection.set_progress_handler(None, 1)
    return count
