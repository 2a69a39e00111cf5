"""Migrations: from every revision to the newest with rows kept, whole or not at all."""

from __future__ import annotations

import shutil
import sqlite3
import time
from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, Table, create_engine, insert, inspect, select, text

from bot.state import Claim, migrate, open_state
from bot.state.database_url import place_of
from bot.state.state_tables import METADATA, REVISION
from knowledge.corpus import SettingsError

SCRIPTS = ScriptDirectory(str(migrate.MIGRATIONS))
REVISIONS = [script.revision for script in SCRIPTS.walk_revisions()]
# A value for each type of a column, for rows of tables as they once were.
VALUES = {str: "x", bool: True, float: 1.0, int: 1}


@pytest.fixture
def engine(url):
    """Return an engine without ours' conveniences, on a database with nothing in it."""
    made = create_engine(place_of(url).url)
    yield made
    made.dispose()


def filled(connection):
    """Put a row into each table; return the rows."""
    rows = {}
    for name in set(inspect(connection).get_table_names()) - {"alembic_version"}:
        table = Table(name, MetaData(), autoload_with=connection)
        rows[name] = {c.name: VALUES[c.type.python_type] for c in table.columns}
        connection.execute(insert(table).values(rows[name]))
    return rows


def test_the_newest_revision_is_the_one_that_is_named():
    assert SCRIPTS.get_heads() == [REVISION]


@pytest.mark.parametrize("revision", REVISIONS)
def test_every_revision_comes_to_the_newest_with_its_rows(engine, url, revision):
    with engine.begin() as connection:
        migrate.migrate(connection, revision)
        rows = filled(connection)
    assert rows
    open_state(url).close()
    with engine.connect() as connection:
        assert migrate.revision_of(connection) == REVISION
        for name, row in rows.items():
            kept = connection.execute(select(METADATA.tables[name])).mappings().one()
            assert {n: kept[n] for n in row} == row


def test_the_migrations_make_the_tables_that_the_code_knows(engine, url):
    open_state(url).close()
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


BROKEN = """
from alembic import op
import sqlalchemy as sa

revision, down_revision = "9999", "{before}"


def upgrade():
    op.create_table("half", sa.Column("made", sa.Integer))
    op.execute("INSERT INTO nowhere VALUES (1)")
"""


def test_a_migration_that_breaks_off_leaves_nothing(engine, url, opened, monkeypatch, tmp_path):
    opened(url).claim("event", "1")
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, folder)
    broken = folder / "versions" / "broken.py"
    broken.write_text(BROKEN.format(before=REVISION), encoding="utf-8")
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    monkeypatch.setattr(migrate.migrate, "__defaults__", ("9999",))
    with pytest.raises(SettingsError, match=r"^STANCEBOOK_STATE: "):
        open_state(url)
    with engine.connect() as connection:
        assert migrate.revision_of(connection) == REVISION
        assert "half" not in inspect(connection).get_table_names()
    monkeypatch.undo()
    assert opened(url).claim("event", "1") is Claim.UNDER_WAY


def test_a_database_of_a_newer_version_is_left_as_it_is(engine, url):
    open_state(url).close()
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SettingsError) as refused:
        open_state(url)
    assert str(refused.value) == (
        "The state's database is of a newer Stancebook (revision 9999)."
        " Update Stancebook, or name another database in STANCEBOOK_STATE."
    )


def test_the_default_file_of_a_newer_version_is_not_served_without(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    open_state(None).close()
    file = tmp_path / "stancebook" / "state.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SettingsError, match="of a newer Stancebook"):
        open_state(None)


def test_a_database_that_becomes_newer_while_the_bot_runs_is_said_to_be(
    tmp_path, monkeypatch, caplog
):
    monkeypatch.setattr("bot.state.guarded_database.PAUSE", 0.05)
    file = tmp_path / "state.sqlite"
    with closing(open_state(f"sqlite:///{file}")) as store:
        monkeypatch.setattr("bot.state.guarded_database._SAY_EVERY", 0)
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
            connection.execute("DROP TABLE claims")
        assert store.claim("event", "1") is Claim.OURS
        end = time.monotonic() + 20
        while "newer" not in caplog.text and time.monotonic() < end:
            time.sleep(0.02)
    assert "cannot be used (it is of a newer Stancebook)" in caplog.text
