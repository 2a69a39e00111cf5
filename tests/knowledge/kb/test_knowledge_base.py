"""The read side: read-only, the same for every thread, and a reason where it cannot be opened."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from knowledge.corpus.errors import KnowledgeBaseError
from knowledge.corpus.model import Basis, Kind, Value
from knowledge.kb.knowledge_base import KnowledgeBase


def test_nothing_can_be_written_through_a_knowledge_base(kb):
    for sql in ("DELETE FROM name", "CREATE TABLE t (a)", "UPDATE meta SET value = ''"):
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            kb._rows(sql)


def test_a_kb_in_a_folder_that_cannot_be_written_is_served(kb, tmp_path):
    folder = tmp_path / "read only"
    folder.mkdir()
    file = folder / "kb #1?.sqlite"
    shutil.copyfile(kb.path, file)
    file.chmod(0o444)
    folder.chmod(0o555)
    try:
        served = KnowledgeBase(file)
        assert served.digest == kb.digest
        served.close()
        assert [f.name for f in folder.iterdir()] == [file.name]
    finally:
        folder.chmod(0o755)


def test_many_threads_read_the_same(kb):
    pairs = [(s.holder, s.issue) for s in kb.stances()]
    people = [e.id for e in kb.entities.values() if e.kind is Kind.PERSON]

    def read(_):
        return (
            [kb.statements_on(*pair) for pair in pairs],
            [kb.statements_by(person) for person in people],
            [kb.person(person) for person in people],
            kb.stances(),
            kb.names.resolve(["marow"]).candidates[0].name.target,
        )

    alone = read(0)
    with ThreadPoolExecutor(8) as pool:
        assert all(found == alone for found in pool.map(read, range(160)))


def test_a_missing_kb_says_how_to_build_one(tmp_path):
    with pytest.raises(KnowledgeBaseError) as caught:
        KnowledgeBase(tmp_path / "none.sqlite")
    assert str(caught.value) == (
        f"{tmp_path / 'none.sqlite'}: There is no such knowledge base. Run 'stancebook build'."
    )
    assert not (tmp_path / "none.sqlite").exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"no database", b"SQLite format 3\0" + b"\0" * 5000, bytes(range(256)) * 100],
    ids=["empty", "words", "a header and nothing", "bytes"],
)
def test_a_file_that_is_no_kb_says_how_to_build_one(tmp_path, content):
    file = tmp_path / "kb.sqlite"
    file.write_bytes(content)
    with pytest.raises(
        KnowledgeBaseError, match=r"is not a knowledge base .*Run 'stancebook build'"
    ):
        KnowledgeBase(file)


def test_another_database_is_no_kb(tmp_path):
    file = tmp_path / "kb.sqlite"
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE other (a)")
    with pytest.raises(KnowledgeBaseError, match="is not a knowledge base"):
        KnowledgeBase(file)


def test_another_database_with_a_meta_table_is_no_kb(tmp_path):
    file = tmp_path / "kb.sqlite"
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE meta (key)")
    with pytest.raises(KnowledgeBaseError, match="Run 'stancebook build'"):
        KnowledgeBase(file)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_half_a_kb_is_refused_when_it_is_opened(kb, tmp_path, share):
    file = tmp_path / "kb.sqlite"
    whole = kb.path.read_bytes()
    file.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(KnowledgeBaseError, match="Run 'stancebook build'"):
        KnowledgeBase(file)


def test_a_kb_of_another_version_of_the_code_is_refused(kb, tmp_path):
    file = tmp_path / "kb.sqlite"
    shutil.copyfile(kb.path, file)
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("UPDATE meta SET value = 'older' WHERE key = 'schema'")
    with pytest.raises(KnowledgeBaseError) as caught:
        KnowledgeBase(file)
    assert str(caught.value) == (
        f"{file}: Another version of the code built this file. Run 'stancebook build'."
    )


def test_reading_imports_nothing_of_writing(kb):
    code = """
import sys
from pathlib import Path
from knowledge.kb.knowledge_base import KnowledgeBase
kb = KnowledgeBase(Path(sys.argv[1]))
assert kb.statements_on("velmora", "border-opening")
print(*sorted(sys.modules))
"""
    ran = subprocess.run(
        [sys.executable, "-c", code, str(kb.path)], check=True, capture_output=True, text=True
    )
    modules = ran.stdout.split()
    assert "knowledge.kb.knowledge_base" in modules
    unwanted = {
        "yaml",
        "sqlite_utils",
        "knowledge.kb.builder",
        "knowledge.corpus.corpus_reader",
        "sentencex",
        "slack_bolt",
    }
    assert unwanted.isdisjoint(modules)


def test_statements_on_an_issue_come_newest_first(kb):
    ids = [s.id for s in kb.statements_on("velmora", "border-opening")]
    assert ids == [
        "marrow-this-year",
        "velmora-not-ready",
        "official-unread-paper",
        "dask-premature",
    ]


@pytest.mark.parametrize("typed", ["nothing-of-it", "", "\ud800", "\0", "x" * 10_000])
def test_whatever_is_typed_as_an_id_is_on_record_or_not(kb, typed):
    assert (kb.source(typed), kb.statements([typed])) == (None, [])


def test_statements_by_a_person_come_newest_first_with_or_without_a_stance(kb):
    assert [s.id for s in kb.statements_by("ilse-marrow")] == [
        "marrow-ferry-first",
        "marrow-this-year",
    ]
    assert [s.id for s in kb.statements_by("teva-dask")] == ["teva-dask-news"]
    assert kb.statements_by("nobody") == []


def test_all_that_is_on_record_of_a_holder_comes_newest_first_whoever_said_it(kb):
    found = kb.statements_for("velmora")
    pairs = [(row.holder, row.issue) for row in kb.stances(holder="velmora")]
    given = {s.id for pair in pairs for s in kb.statements_on(*pair)}
    assert given <= {s.id for s in found}
    assert [s.place for s in found] == sorted(s.place for s in found)


def test_an_occasion_has_the_name_of_its_entry(kb):
    name = "Meeting of the envoys in Lund"
    assert kb.event_names(["lund-meeting-2025-03-12", "none", "none"]) == {
        "lund-meeting-2025-03-12": name
    }
    assert kb.event_names([]) == {}


def test_articles_are_listed_newest_first_with_how_much_of_them_is_quoted(kb):
    records = kb.sources()
    days = [record.source.published.to for record in records]
    assert days == sorted(days, reverse=True)
    for record in records:
        said = kb.statements_in(record.source.id)
        assert {statement.article.id for statement in said} == {record.source.id}
        words = [quote.words for statement in said for quote in statement.quotes]
        assert max(words, default=0) <= record.quoted_words <= min(sum(words), record.words)


@pytest.mark.parametrize(
    ("holder", "issue", "count"),
    [
        (None, None, 10),
        ("velmora", None, 6),
        (None, "border-opening", 7),
        ("velmora", "border-opening", 4),
        ("velmora", "river-treaty", 0),
        ("nobody", None, 0),
    ],
)
def test_stances_are_listed_by_holder_and_by_issue(kb, holder, issue, count):
    rows = kb.stances(holder=holder, issue=issue)
    assert len(rows) == count
    assert [r.said_from for r in rows] == sorted((r.said_from for r in rows), reverse=True)


def test_a_stance_is_listed_with_value_basis_and_dates(kb):
    newest = kb.stances(holder="velmora", issue="border-opening")[0]
    assert (newest.value, newest.basis) == (Value.SUPPORTS, Basis.DECLARED)
    assert (newest.said_from, newest.said_to) == ("2025-05-02", "2025-05-02")


def test_an_issue_that_only_groups_is_asked_child_by_child(kb):
    assert [i.id for i in kb.under("tarsk-dialogue")] == [
        "inter-tarsk-talks",
        "velmora-north-tarsk-talks",
    ]
    assert [i.id for i in kb.under("ferry-ban")] == ["ferry-ban"]


def test_everything_named_has_its_name(kb):
    assert kb.name_of("velmora") == "Velmora"
    assert kb.name_of("orin-dask") == "Orin Dask"
    assert kb.name_of("river-treaty") == "River Treaty"
    assert kb.entities["northern-bureau"].state == "velmora"
    assert kb.entities["orin-dask"].state is None


def test_posts_are_found_by_their_words_with_who_held_them_and_where(kb):
    (span,) = kb.posts.find("the special envoy of south tarsk".split())
    (held,) = kb.posts.holders(span, organizations={"south-tarsk"})
    assert (held.person, held.title, held.state) == ("jonas-vehl", "Special Envoy", "south-tarsk")
    assert held.printed == ("the special envoy of South Tarsk",)
    assert f"{held.last:%Y-%m}" == "2025-04"
    assert kb.posts.of("jonas-vehl") == [held]
