"""A kb that is damaged is told from one that is whole, wherever the damage is."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing

import pytest

from knowledge.corpus.errors import KnowledgeBaseError
from knowledge.kb.kb_seal import is_sealed, seal
from knowledge.kb.knowledge_base import KnowledgeBase

PAGE = 4096


@pytest.fixture
def whole(kb, tmp_path):
    file = tmp_path / "kb.sqlite"
    file.write_bytes(kb.path.read_bytes())
    assert is_sealed(file)
    return file


def empty(_):
    return b""


def cut(content):
    return content[: len(content) // 2]


def cut_by_a_byte(content):
    return content[:-1]


def grown(content):
    return content + b"\0" * PAGE


def zeros(content):
    return b"\0" * len(content)


def zeros_in_the_middle(content):
    middle = len(content) // 2 // PAGE * PAGE
    return content[:middle] + b"\0" * PAGE + content[middle + PAGE :]


def a_word_changed(content):
    assert b"ferry" in content
    return content.replace(b"ferry", b"merry", 1)


def text(_):
    return b"format: 2\n" * 1000


DAMAGES = [empty, cut, cut_by_a_byte, grown, zeros, zeros_in_the_middle, a_word_changed, text]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_kb_is_not_whole_and_is_not_opened(whole, damage):
    whole.write_bytes(damage(whole.read_bytes()))
    assert not is_sealed(whole)
    with pytest.raises(KnowledgeBaseError, match=r"kb\.sqlite: .* Run 'stancebook build'"):
        KnowledgeBase(whole)


def test_what_is_not_there_or_not_a_file_is_not_whole(tmp_path):
    (tmp_path / "link").symlink_to("link")
    os.mkfifo(tmp_path / "pipe")  # nobody writes into it
    assert not any(is_sealed(tmp_path / name) for name in (".", "missing", "link", "pipe"))


def test_a_seal_leaves_the_database_as_it_was(tmp_path):
    file = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(file)) as db, db:
        db.executescript("CREATE TABLE t(a); INSERT INTO t VALUES (1)")
    assert not is_sealed(file)
    seal(file)
    assert is_sealed(file)
    with closing(sqlite3.connect(file)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("SELECT a FROM t").fetchall() == [(1,)]
