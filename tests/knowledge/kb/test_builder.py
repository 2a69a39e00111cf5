"""Building: the whole knowledge base or none, and the same one from the same entries."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from knowledge.corpus.errors import CorpusError
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.schema import kb_digest


def dump(file):
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db:
        return list(db.iterdump())


def rows(file, sql):
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as db:
        return db.execute(sql).fetchall()


@pytest.fixture
def built(curator, tmp_path):
    target = tmp_path / "out" / "kb.sqlite"
    build(curator.folder, target)
    return target


def test_the_same_entries_give_the_same_digest_and_content(corpus_folder, curator, tmp_path):
    one, other = tmp_path / "one.sqlite", tmp_path / "other.sqlite"
    assert build(corpus_folder, one) == build(curator.folder, other)
    assert dump(one) == dump(other)


def test_the_digest_is_in_the_file_and_known_without_building(curator, built):
    digest = dict(rows(built, "SELECT key, value FROM meta"))["digest"]
    assert digest == kb_digest(curator.folder)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("people/jonas-vehl", "name: Jonas Vehl", "name: Jonas Weel"),
        ("articles/marrow-2025-05", "taken", "got"),
        ("events/lund-meeting-2025-03-12", "in Lund", "at Lund"),
    ],
)
def test_a_changed_entry_changes_the_digest(curator, built, name, old, new):
    before = kb_digest(curator.folder)
    text = curator.file(name).read_text("utf-8")
    curator.write(name, text.replace(old, new) if old in text else f"{text}\n")
    assert kb_digest(curator.folder) != before
    assert build(curator.folder, built) != before


def test_a_renamed_and_a_removed_entry_change_the_digest(curator, tmp_path):
    digests = [kb_digest(curator.folder)]
    curator.file("people/jonas-vehl").rename(curator.file("people/jonas-veel"))
    digests.append(kb_digest(curator.folder))
    curator.file("people/jonas-veel").unlink()
    digests.append(kb_digest(curator.folder))
    digests.append(kb_digest(tmp_path))
    assert len(set(digests)) == 4


def test_every_table_is_strict(built):
    tables = rows(built, "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")
    others = ("sqlite_", "said")  # those of SQLite, and of its full-text search
    own = {name: strict for name, strict in tables if not name.startswith(others)}
    assert own.keys() == {
        "meta",
        "made_of",
        "event",
        "organization",
        "person",
        "post",
        "issue",
        "name",
        "statement",
        "stance",
        "latest_position",
        "voice",
        "about",
        "led_body",
        "under_leader",
        "article",
        "former_id",
        "retired",
        "retired_quote",
        "quote",
        "quote_gram",
        "statement_setting",
        "statement_scope",
    }
    assert set(own.values()) == {1}


def test_a_strict_table_takes_no_value_of_another_type(built):
    with closing(sqlite3.connect(built)) as db, pytest.raises(sqlite3.IntegrityError):
        db.execute("INSERT INTO name VALUES ('x', 'x', 'person', 'not a number', 0, 0)")


def test_what_refers_to_another_row_finds_it(built):
    assert rows(built, "PRAGMA foreign_key_check") == []
    assert rows(built, "PRAGMA integrity_check") == [("ok",)]


def test_all_entries_are_in_the_file(built):
    counted = {
        table: rows(built, f"SELECT count(*) FROM {table}")[0][0]
        for table in ("organization", "person", "issue", "statement", "stance")
    }
    assert counted == {"organization": 7, "person": 4, "issue": 6, "statement": 13, "stance": 10}


def test_no_word_of_a_link_only_article_is_in_the_file(built):
    assert b"each bank keeps its own tolls" not in built.read_bytes()
    assert b"at odds over the tolls for a generation" not in built.read_bytes()
    assert b"This is not the time to ease the ferry ban" in built.read_bytes()


def test_no_unquoted_sentence_of_a_text_is_in_the_file(built):
    assert b"took no questions" not in built.read_bytes()


BREAKS = {
    "an unreadable entry": lambda c: c.write("people/jonas-vehl", "id: [\n"),
    "entries that do not hold": lambda c: c.change("issues/ferry-ban", parent="nothing"),
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS)
def test_a_failing_build_leaves_the_old_file_and_nothing_else(curator, built, broken):
    before = built.read_bytes()
    broken(curator)
    with pytest.raises(CorpusError):
        build(curator.folder, built)
    assert built.read_bytes() == before
    assert [file.name for file in built.parent.iterdir()] == ["kb.sqlite"]


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS)
def test_a_failing_first_build_leaves_no_file(curator, tmp_path, broken):
    broken(curator)
    with pytest.raises(CorpusError):
        build(curator.folder, tmp_path / "kb.sqlite")
    assert not list(tmp_path.glob("kb*"))


def test_a_build_that_fails_while_writing_leaves_the_old_file(curator, built, monkeypatch):
    before = built.read_bytes()
    curator.change("people/jonas-vehl", name="Jonas Weel")
    # No room on the disk, as SQLite sees it: the first page is all there is.
    monkeypatch.setattr(
        "knowledge.kb.builder.schema", lambda: "PRAGMA max_page_count=1; CREATE TABLE t(a);"
    )
    with pytest.raises(OSError, match=r"No space left on device: .*kb\.sqlite"):
        build(curator.folder, built)
    assert built.read_bytes() == before
    assert [file.name for file in built.parent.iterdir()] == ["kb.sqlite"]


def test_a_build_takes_the_place_of_a_kb_that_is_being_read(curator, built):
    kb = KnowledgeBase(built)
    served = built.stat().st_ino
    curator.change("people/jonas-vehl", name="Jonas Weel", aliases=[])
    build(curator.folder, built)
    assert built.stat().st_ino != served  # the file that is being read is left as it was
    fresh = KnowledgeBase(built)
    assert kb.person("jonas-vehl").name == "Jonas Vehl"
    assert fresh.person("jonas-vehl").name == "Jonas Weel"
    kb.close()
    fresh.close()


def test_every_problem_of_a_failing_build_is_told(curator, tmp_path):
    curator.change("issues/ferry-ban", parent="nothing")
    curator.statement("vehl-before-snow", event="ball-2025")
    with pytest.raises(CorpusError) as caught:
        build(curator.folder, tmp_path / "kb.sqlite")
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize("folder", ["empty", "missing"])
def test_no_kb_is_built_of_no_entries(tmp_path, folder):
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError):
        build(tmp_path / folder, tmp_path / "kb.sqlite")
    assert not (tmp_path / "kb.sqlite").exists()


def test_attestations_without_a_date_get_that_of_their_article(kb):
    (membership,) = kb.person("orin-dask").memberships
    assert str(membership.attested[0].date.from_) == "2025-04-05"


def test_an_attestation_with_its_own_date_keeps_it(kb):
    (nominee,) = kb.person("ilse-marrow").descriptions
    assert str(nominee.date.from_) == "2025-05-02"
