"""A few read-only connections to one SQLite file, lent to whichever thread reads.

From Python 3.12 on, two threads that execute the same SQL on one connection can get each other's
rows: sqlite3 caches statements by their text, and the two share one. No connection is therefore
ever used by two threads at a time.
"""

from __future__ import annotations

import sqlite3
from queue import SimpleQueue
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

# One may search while another's rows become Python's. With more, threads mostly take the
# interpreter from each other: ten threads spent a fifth more CPU with ten connections.
_SIZE = 2


class Connections:
    """Open a file several times; raise sqlite3.Error where it is not a database."""

    def __init__(self, file: Path) -> None:
        self._free: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        self._opened = 0
        self._closing = Lock()
        uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            for _ in range(_SIZE):
                self._open(uri)
        except sqlite3.Error:
            self.close()
            raise

    def _open(self, uri: str) -> None:
        self._free.put(sqlite3.connect(uri, uri=True, check_same_thread=False))
        self._opened += 1

    def rows(self, sql: str, values: Sequence[object] | Mapping[str, Any] = ()) -> list[Any]:
        """Return all rows of a query; raise sqlite3.ProgrammingError once closed.

        Waits while all connections are in use.
        """
        connection = self._free.get()
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            self._free.put(connection)

    def close(self) -> None:
        """Wait for the queries that are running, and close; may be repeated."""
        with self._closing:
            connections = [self._free.get() for _ in range(self._opened)]
            for connection in connections:
                connection.close()
                self._free.put(connection)  # whoever asks later is refused instead of waiting
