"""Engines for the two kinds of database, with what keeps a call short and a file sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import URL, create_engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import QueuePool

from bot.state.database_url import SETTING, Place
from knowledge.corpus import SettingsError

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry, PoolProxiedConnection

CONNECTIONS = 4
# Options of a connection: outside a transaction (SQLite), and with time for the tables to be made.
BARE, PATIENT = "bare", "patient"
_BUSY = 1.0  # seconds that a call waits for another process' lock
_PATIENCE = 15.0  # seconds that a start waits while another process makes the tables
_SERVER_TIMEOUTS = "SET LOCAL statement_timeout = '1s'; SET LOCAL lock_timeout = '1s'"


def engine_of(place: Place) -> Engine:
    """Return the engine of a place; raise SettingsError where its driver is missing."""
    return _sqlite_engine(place.file) if place.file else _postgresql_engine(place)


def _sqlite_engine(file: Path) -> Engine:
    # A file that is missing is not made by connecting: prepare() makes it, with its tables.
    database = f"file:{quote(str(file))}"
    url = URL.create("sqlite+pysqlite", database=database, query={"mode": "rw", "uri": "true"})
    engine = create_engine(
        url,
        hide_parameters=True,
        poolclass=QueuePool,
        pool_size=CONNECTIONS,
        max_overflow=0,
        connect_args={"timeout": _BUSY, "check_same_thread": False, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def connected(_connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
        entry.info["file"] = _identity(file)

    @event.listens_for(engine, "checkout")
    def checked_out(
        _connection: DBAPIConnection, entry: ConnectionPoolEntry, _proxy: PoolProxiedConnection
    ) -> None:
        """Leave a connection to a file that was moved or deleted meanwhile."""
        if entry.info["file"] != _identity(file):
            raise DisconnectionError

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        """Take the lock for writing at once: two that read first could both wait to write."""
        options = connection.get_execution_options()
        busy = _PATIENCE if options.get(PATIENT) else _BUSY
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {busy * 1000:.0f}")
        # What is written survives a crash of the program; the last of it, not one of the machine.
        connection.exec_driver_sql("PRAGMA synchronous = NORMAL")
        if not options.get(BARE):
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _postgresql_engine(place: Place) -> Engine:
    options: dict[str, Any] = {
        "application_name": "stancebook",
        "connect_timeout": 2,  # seconds, the least that the driver takes
        "tcp_user_timeout": 2000,  # milliseconds
        "prepare_threshold": None,  # a pooler between may not know what was prepared
    }
    try:
        engine = create_engine(
            place.url,
            hide_parameters=True,
            pool_size=CONNECTIONS,
            max_overflow=0,
            pool_pre_ping=True,
            connect_args={n: v for n, v in options.items() if n not in place.url.query},
        )
    except ImportError:
        msg = f"{SETTING} names PostgreSQL, which needs psycopg: pip install 'stancebook[postgres]'"
        raise SettingsError(msg) from None

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        """Limit each call by itself: a pooler between lets no setting outlive a transaction."""
        if not connection.get_execution_options().get(PATIENT):
            connection.exec_driver_sql(_SERVER_TIMEOUTS)

    return engine
