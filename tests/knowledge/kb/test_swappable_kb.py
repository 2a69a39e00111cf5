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
    living = SwappableKb(old)
    with living.reading() as before:
        living.swap(new)
        with living.reading() as after:
            assert (before, after) == (old, new)
        assert not is_closed(old)
    assert is_closed(old)
    assert not is_closed(new)


def test_an_old_kb_that_nobody_reads_is_closed_at_once(opened):
    old = opened()
    living = SwappableKb(old)
    living.swap(opened())
    assert is_closed(old)


def test_it_is_closed_when_the_last_of_several_readers_has_finished(opened):
    old = opened()
    living = SwappableKb(old)
    first, second = living.reading(), living.reading()
    first.__enter__()
    second.__enter__()
    living.swap(opened())
    first.__exit__(None, None, None)
    assert not is_closed(old)
    second.__exit__(None, None, None)
    assert is_closed(old)


def test_a_reader_that_fails_has_finished(opened):
    old = opened()
    living = SwappableKb(old)

    def fail():
        with living.reading():
            living.swap(opened())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert is_closed(old)


def test_closing_waits_for_readers_and_can_be_repeated(opened):
    kb = opened()
    living = SwappableKb(kb)
    with living.reading():
        living.close()
        living.close()
        assert not is_closed(kb)
    assert is_closed(kb)


def test_nothing_of_an_old_kb_stays_in_memory(kb):
    living = SwappableKb(KnowledgeBase(kb.path))
    gc.collect()
    gc.disable()  # as after gc.freeze(): only counting frees it
    try:
        with living.reading() as old:
            gone = weakref.ref(old.names)
        del old
        living.swap(KnowledgeBase(kb.path))
        assert gone() is None
    finally:
        gc.enable()
        living.close()


@pytest.mark.slow
def test_readers_in_many_threads_never_meet_a_closed_kb(kb):
    living = SwappableKb(KnowledgeBase(kb.path))
    opened, failed, over = [living._served.kb], [], threading.Event()

    def read():
        while not over.is_set():
            with living.reading() as one:
                try:
                    assert one.stances()
                except Exception as error:  # noqa: BLE001
                    failed.append(error)

    readers = [threading.Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    for _ in range(200):
        opened.append(KnowledgeBase(kb.path))
        living.swap(opened[-1])
    over.set()
    for reader in readers:
        reader.join()
    assert failed == []
    assert [is_closed(one) for one in opened] == [True] * 200 + [False]
    living.close()


def test_where_none_is_served_readers_are_told_and_those_before_finish(opened):
    old, new = opened(), opened()
    living = SwappableKb(old)
    with living.reading():
        living.swap(None)
        with pytest.raises(WithheldError), living.reading():
            pass
        assert living.digest == ""
        assert not is_closed(old)
    assert is_closed(old)
    living.swap(new)
    with living.reading() as after:
        assert after is new
    living.close()
