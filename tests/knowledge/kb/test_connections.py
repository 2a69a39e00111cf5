"""Connections that threads share: each gets its own rows, and none is left behind."""

from __future__ import annotations

import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import psutil
import pytest

from knowledge.corpus.model import Kind
from knowledge.kb import knowledge_base
from knowledge.kb.connections import Connections
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.passages import Passages

ROWS, THREADS = 2_000, 10
SQUARE = "SELECT square FROM squares WHERE root = ?"
SLOW = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT max(i) FROM n"


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "squares.sqlite"
    with closing(sqlite3.connect(made)) as db, db:
        db.execute("CREATE TABLE squares (root INTEGER PRIMARY KEY, square INTEGER)")
        db.executemany("INSERT INTO squares VALUES (?, ?)", ((n, n * n) for n in range(ROWS)))
    return made


@pytest.fixture
def connections(file):
    with closing(Connections(file)) as opened:
        yield opened


def open_files(path):
    """Count how often this process has a file open."""
    return sum(f.path == str(path) for f in psutil.Process().open_files())


def test_threads_with_one_query_get_each_their_own_row(connections):
    def look(n):
        return connections.rows(SQUARE, (n % ROWS,)) == [((n % ROWS) ** 2,)]

    with ThreadPoolExecutor(THREADS) as pool:
        assert all(pool.map(look, range(20_000)))


def test_a_value_can_be_given_by_name(connections):
    query = "SELECT square FROM squares WHERE root = :root"
    assert connections.rows(query, {"root": 12}) == [(144,)]


def test_a_query_that_fails_takes_no_connection_away(connections):
    for _ in range(20):
        with pytest.raises(sqlite3.OperationalError):
            connections.rows("SELECT nothing FROM nowhere")
    assert connections.rows(SQUARE, (3,)) == [(9,)]


def test_files_open_do_not_grow_with_threads_and_none_is_left(file):
    opened = Connections(file)
    before = open_files(file)
    for _ in range(3):
        threads = [threading.Thread(target=opened.rows, args=(SQUARE, (n,))) for n in range(50)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert 0 < open_files(file) == before
    opened.close()
    assert open_files(file) == 0


def test_closing_waits_for_a_query_that_is_running_and_can_be_repeated(file):
    opened, found = Connections(file), []
    reading = threading.Thread(target=lambda: found.append(opened.rows(SLOW, (2_000_000,))))
    reading.start()
    while len(lent(opened)) == opened._opened and reading.is_alive():
        pass  # until it has taken a connection
    opened.close()
    opened.close()
    reading.join()
    assert found == [[(2_000_000,)]]
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened.rows(SQUARE, (3,))


def lent(opened):
    """Return a place for each connection that is free."""
    return range(opened._free.qsize())


def test_what_is_not_a_database_is_refused_and_left_closed(tmp_path):
    file = tmp_path / "words"
    file.write_text("no database " * 1000)
    with pytest.raises(sqlite3.DatabaseError), closing(Connections(file)) as opened:
        opened.rows("SELECT 1 FROM sqlite_schema")
    assert open_files(file) == 0


def test_nothing_of_the_texts_at_hand_lies_where_others_can_find_it(
    kb, texts_folder, tmp_path, monkeypatch
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = psutil.Process().num_fds()
    opened = KnowledgeBase(kb.path, texts_folder)
    assert opened.passages.text("valley-post-2025-04")
    assert list(tmp_path.iterdir()) == []
    opened.close()
    assert psutil.Process().num_fds() == before
    with pytest.raises(sqlite3.ProgrammingError):
        opened.passages.text("valley-post-2025-04")


def test_several_who_ask_first_at_once_read_the_texts_once(kb, texts_folder):
    with closing(KnowledgeBase(kb.path, texts_folder)) as opened:
        together = threading.Barrier(THREADS)

        def first(_):
            together.wait()
            return opened.passages

        with ThreadPoolExecutor(THREADS) as pool:
            assert len(set(pool.map(first, range(THREADS)))) == 1


def test_who_completes_a_name_waits_for_nobody_who_reads_the_texts(kb, texts_folder, monkeypatch):
    reached, go_on = threading.Event(), threading.Event()

    class Slow(Passages):
        def __init__(self, *given):
            reached.set()
            assert go_on.wait(20)
            super().__init__(*given)

    monkeypatch.setattr(knowledge_base, "Passages", Slow)
    with (
        closing(KnowledgeBase(kb.path, texts_folder)) as opened,
        ThreadPoolExecutor(2) as pool,
    ):
        reading = pool.submit(lambda: opened.passages)
        try:
            assert reached.wait(20)
            completing = pool.submit(lambda: opened.completions)
            assert completing.result(5).find("velm", {Kind.ORGANIZATION}, 1) == ["velmora"]
        finally:
            go_on.set()
        assert reading.result(20).text("valley-post-2025-04")
