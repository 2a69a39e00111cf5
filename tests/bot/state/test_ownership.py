"""Another program's database is refused and left as it is, byte for byte."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import psycopg
import pytest

from bot.state import Claim, forget_user, open_state
from bot.state.database_errors import ForeignDatabaseError

USER = "U0123456789"


def notes(file):
    """Make the database of another program."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE notes (words TEXT)")
        connection.execute("INSERT INTO notes VALUES ('mine')")
        connection.commit()


def versions(file):
    """Make a database that another program migrates with alembic too."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('ae1027a6acf')")
        connection.commit()


def other_mark(file):
    """Make a database without tables that bears the mark of a program."""
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA application_id = 252006673")
        connection.execute("PRAGMA user_version = 7")


def words(file):
    file.write_text("the only copy of a novel\n" * 400, encoding="utf-8")


def header_alone(file):
    file.write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)


@pytest.mark.parametrize("make", [notes, versions, other_mark, words, header_alone])
@pytest.mark.parametrize("use", [open_state, lambda url: forget_user(url, USER)])
def test_a_file_of_another_program_is_refused_and_left(tmp_path, make, use):
    file = tmp_path / "state.sqlite"
    make(file)
    before, written = file.read_bytes(), file.stat().st_mtime_ns
    with pytest.raises(ForeignDatabaseError, match="left as it is") as refused:
        use(f"sqlite:///{file}")
    assert str(refused.value).startswith("STANCEBOOK_STATE names ")
    assert (file.read_bytes(), file.stat().st_mtime_ns) == (before, written)
    assert list(tmp_path.iterdir()) == [file]


def test_an_empty_file_becomes_the_state(tmp_path, opened):
    file = tmp_path / "state.sqlite"
    file.touch()
    assert opened(f"sqlite:///{file}").claim("event", "1") is Claim.OURS
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x53746E63,)


def test_a_file_of_ours_without_a_mark_gets_one(tmp_path, opened):
    file = tmp_path / "state.sqlite"
    opened(f"sqlite:///{file}").close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA application_id = 0")
    opened(f"sqlite:///{file}").close()
    assert file.read_bytes()[68:72] == b"Stnc"


def make_table(url, name):
    with psycopg.connect(url) as connection:
        connection.execute(f"CREATE TABLE {name} (words TEXT)")


@pytest.mark.parametrize("table", ["alembic_version", "claims"])
def test_a_server_with_a_table_of_our_name_is_refused_and_left(server, table):
    url = server.new_database()
    make_table(url, table)
    with pytest.raises(ForeignDatabaseError, match="the tables of another program"):
        open_state(url)


def test_a_server_with_other_tables_is_shared(server, opened):
    url = server.new_database()
    make_table(url, "notes")
    assert opened(url).claim("event", "1") is Claim.OURS
