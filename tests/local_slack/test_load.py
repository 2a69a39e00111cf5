"""Two hundred people and thousands of questions: nothing lost, nothing doubled, nothing grows."""

from __future__ import annotations

import gc
import multiprocessing
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import psutil
import pytest

from knowledge.kb.knowledge_base import KnowledgeBase
from local_slack import Timing, running
from tests.local_slack.crowd import Crowd, bot_with

pytestmark = pytest.mark.slow(seconds=15)
PEOPLE = 200
THOUSANDS = {1: 2, 3: 3}  # by the number of sockets
EACH = 1_000 // PEOPLE
WARMING = 2
# All of them ask again as soon as they are answered, so it is the machine that sets the pace:
# a busy one is late, which the printed figures tell, and not wrong, which the test is about.
PATIENT = Timing(answer=60)
# From the first of five thousand to the last it was measured to be 2 to 7 MiB: remembered ids.
# An answer takes about 20 KiB in memory: where each command's is kept, 37 MiB were measured.
GROWTH = 5 * 2**20  # bytes, of a thousand


@dataclass(frozen=True)
class Rush:
    """What came of all the questions; plain data, as it comes from another process."""

    seen: Counter  # how often each outcome: its error and its number of answers
    commands: int
    mentions: int
    acks: Counter  # how many commands were acked so often
    posts: Counter  # how many mentions were answered so often
    wrong: list
    threads: list  # the names of those alive after each thousand
    memory: list  # bytes after each thousand
    uncaught: list
    figures: str


def rush(kb_path, sockets, thousands):
    """Let everybody ask; in a process of its own, so that only its own memory is measured."""
    uncaught = []
    threading.excepthook = sys.unraisablehook = lambda told: uncaught.append(repr(told))
    names = [f"Person {n}" for n in range(PEOPLE)]
    with running("manifest.yml", rates=False, people=names, timing=PATIENT) as slack:
        kb = KnowledgeBase(kb_path)
        crowd = Crowd(slack, kb)
        with bot_with(slack, kb, sockets):
            crowd.ask(WARMING)  # every pool is full, every buffer in use
            crowd.acts.clear()
            began = time.perf_counter()
            prints = [_after_a_thousand(crowd) for _ in range(thousands)]
            took = time.perf_counter() - began
        kb.close()
    account, (threads, memory) = crowd.account, zip(*prints, strict=True)
    return Rush(
        seen=Counter((act.error, act.seen) for act in crowd.acts),
        commands=len(account.commands),
        mentions=len(account.mentions),
        acks=Counter(account.acks.values()),
        posts=Counter(account.posts.values()),
        wrong=account.wrong,
        threads=list(threads),
        memory=list(memory),
        uncaught=uncaught,
        figures=f"{crowd.figures()}\n  {len(crowd.acts) / took:.0f} a second",
    )


def _after_a_thousand(crowd):
    crowd.ask(EACH)
    gc.collect()
    return {t.name for t in threading.enumerate()}, psutil.Process().memory_info().rss


@pytest.mark.parametrize("sockets", THOUSANDS)
def test_a_crowd_is_answered_once_each_in_steady_threads_and_memory(shipped_kb, sockets, capsys):
    thousands = THOUSANDS[sockets]
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, spawning) as process:
        told = process.submit(rush, shipped_kb.path, sockets, thousands).result()
    with capsys.disabled():
        print(f"\n{told.seen.total()} questions by {PEOPLE} people, {sockets} socket(s):")
        print(f"{told.figures}; {len(told.threads[-1])} threads;", end=" ")
        print([rss // 2**20 for rss in told.memory], "MiB after each thousand")

    assert told.seen == {(None, 1): 1_000 * thousands}
    assert told.commands == told.mentions == PEOPLE * (WARMING + EACH * thousands) // 2
    assert told.acks == {1: told.commands}
    assert told.posts == {1: told.mentions}
    assert told.wrong == []
    assert told.uncaught == []
    assert told.threads[-1] <= told.threads[0]
    assert told.memory[-1] - told.memory[0] < GROWTH * (thousands - 1)
