"""A kb that is exchanged while it is read."""

from __future__ import annotations

import gc
import sqlite3
import threading
import weakref

import pytest

from knowledge.corpus.errors import WithheldError
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.swappable_kb import SwappableKb


@pytest.fixture
def opened(kb):
    """Open the tiny kb once more; all are closed in the end."""
    found = []

    def another() -> KnowledgeBase:
        found.append(KnowledgeBase(kb.path))
        return found[-1]

    yield another
    for one in found:
        one.close()


def is_closed(kb):
    try:
        kb.stances()
    except sqlite3.ProgrammingError:
        return True
    return False


def test_a_reader_keeps_the_kb_it_began_with_and_the_next_gets_the_new_one(opened):
    old, new = opened(), opened()
    swappable = SwappableKb(old)
    with swappable.reading() as before:
        swappable.swap(new)
        with swappable.reading() as after:
            assert (before, after) == (old, new)
        assert not is_closed(old)
    assert is_closed(old)
    assert not is_closed(new)


def test_an_old_kb_that_nobody_reads_is_closed_at_once(opened):
    old = opened()
    swappable = SwappableKb(old)
    swappable.swap(opened())
    assert is_closed(old)


def test_it_is_closed_when_the_last_of_several_readers_has_finished(opened):
    old = opened()
    swappable = SwappableKb(old)
    first, second = swappable.reading(), swappable.reading()
    first.__enter__()
    second.__enter__()
    swappable.swap(opened())
    first.__exit__(None, None, None)
    assert not is_closed(old)
    second.__exit__(None, None, None)
    assert is_closed(old)


def test_a_reader_that_fails_has_finished(opened):
    old = opened()
    swappable = SwappableKb(old)

    def fail():
        with swappable.reading():
            swappable.swap(opened())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert is_closed(old)


def test_closing_waits_for_readers_and_can_be_repeated(opened):
    kb = opened()
    swappable = SwappableKb(kb)
    with swappable.reading():
        swappable.close()
        swappable.close()
        assert not is_closed(kb)
    assert is_closed(kb)


def test_nothing_of_an_old_kb_stays_in_memory(kb):
    swappable = SwappableKb(KnowledgeBase(kb.path))
    gc.collect()
    gc.disable()  # as after gc.freeze(): only counting frees it
    try:
        with swappable.reading() as old:
            gone = weakref.ref(old.names)
        del old
        swappable.swap(KnowledgeBase(kb.path))
        assert gone() is None
    finally:
        gc.enable()
        swappable.close()


@pytest.mark.slow
def test_readers_in_many_threads_never_meet_a_closed_kb(kb):
    swappable = SwappableKb(KnowledgeBase(kb.path))
    opened, failed, over = [swappable._served.kb], [], threading.Event()

    def read():
        while not over.is_set():
            with swappable.reading() as one:
                try:
                    assert one.stances()
                except Exception as error:  # noqa: BLE001
                    failed.append(error)

    readers = [threading.Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    for _ in range(200):
        opened.append(KnowledgeBase(kb.path))
        swappable.swap(opened[-1])
    over.set()
    for reader in readers:
        reader.join()
    assert failed == []
    assert [is_closed(one) for one in opened] == [True] * 200 + [False]
    swappable.close()


def test_where_none_is_served_readers_are_told_and_those_before_finish(opened):
    old, new = opened(), opened()
    swappable = SwappableKb(old)
    with swappable.reading():
        swappable.swap(None)
        with pytest.raises(WithheldError), swappable.reading():
            pass
        assert swappable.digest == ""
        assert not is_closed(old)
    assert is_closed(old)
    swappable.swap(new)
    with swappable.reading() as after:
        assert after is new
    swappable.close()
