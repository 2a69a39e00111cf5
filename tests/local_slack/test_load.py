"""Two hundred people and five thousand questions: nothing lost, nothing doubled, nothing grows."""

from __future__ import annotations

import gc
import threading
import time

import psutil
import pytest

from local_slack import Timing, running
from tests.local_slack.crowd import Crowd, bot_with

PEOPLE = 200
THOUSANDS = 5
EACH = 1_000 // PEOPLE
WARMING = 2
# All of them ask again as soon as they are answered, so it is the machine that sets the pace:
# a busy one is late, which the printed figures tell, and not wrong, which the test is about.
PATIENT = Timing(answer=60)
# From the first thousand to the last it was measured to be 2 to 7 MiB: ids that are remembered.
# An answer takes about 20 KiB in memory: where each command's is kept, 37 MiB were measured.
GROWTH = 20 * 2**20  # bytes


def footprint():
    gc.collect()
    return {t.name for t in threading.enumerate()}, psutil.Process().memory_info().rss


@pytest.fixture
def slack():
    names = [f"Person {n}" for n in range(PEOPLE)]
    with running("manifest.yml", rates=False, people=names, timing=PATIENT) as server:
        yield server


@pytest.mark.parametrize("sockets", [1, 3])
def test_a_crowd_is_answered_once_each_in_steady_threads_and_memory(
    slack, shipped_kb, sockets, capsys
):
    crowd = Crowd(slack, shipped_kb)
    with bot_with(slack, shipped_kb, sockets):
        crowd.ask(WARMING)  # every pool is full, every buffer in use
        crowd.acts.clear()
        prints = []
        began = time.perf_counter()
        for _ in range(THOUSANDS):
            crowd.ask(EACH)
            prints.append(footprint())
        took = time.perf_counter() - began
    (threads, first), *_, (threads_after, last) = prints
    with capsys.disabled():
        print(f"\n{len(crowd.acts)} questions by {PEOPLE} people, {sockets} socket(s):")
        print(crowd.figures())
        print(f"  {len(crowd.acts) / took:.0f} a second; {len(threads_after)} threads;", end=" ")
        print([rss // 2**20 for _, rss in prints], "MiB after each thousand")

    assert len(crowd.acts) == 1_000 * THOUSANDS
    assert {(a.error, a.seen) for a in crowd.acts} == {(None, 1)}
    account = crowd.account
    assert (
        len(account.commands) == len(account.mentions) == PEOPLE * (WARMING + EACH * THOUSANDS) // 2
    )
    assert account.acks == dict.fromkeys(account.commands, 1)
    assert account.posts == dict.fromkeys(account.mentions, 1)
    assert account.wrong == []
    assert threads_after <= threads
    assert last - first < GROWTH
