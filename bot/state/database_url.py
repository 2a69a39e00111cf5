"""STANCEBOOK_STATE, read: which database keeps the state, and what is said of one that cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from platformdirs import user_data_path
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from knowledge.corpus import SettingsError, from_home

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import URL

SETTING = "STANCEBOOK_STATE"
_DRIVERS = {
    "sqlite": "sqlite+pysqlite",
    "sqlite+pysqlite": "sqlite+pysqlite",
    "postgres": "postgresql+psycopg",  # as hosts of databases write it
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_WRITE = (
    "write sqlite:////var/lib/stancebook/state.sqlite (a file)"
    " or postgresql://user:password@host/database"
)


@dataclass(frozen=True)
class Place:
    """Where the state is kept: a SQLite file, or a PostgreSQL database by its URL."""

    url: URL
    file: Path | None = None

    @property
    def is_default(self) -> bool:
        """Return whether this is the file that is used if nothing is set: nobody else's."""
        return self.file is not None and self.file == default_file().absolute()

    def __str__(self) -> str:
        """Name the place as a reader knows it, without user and password."""
        return str(self.file or f"the database {self.url.database} at {self._host}")

    @property
    def _host(self) -> str:
        host = self.url.host or self.url.query.get("host") or "this machine"
        return host if isinstance(host, str) else ", ".join(host)


def default_file() -> Path:
    """Return where the state is kept if nothing is set: a file among the user's data."""
    return user_data_path("stancebook") / "state.sqlite"


def place_of(url: str | None) -> Place:
    """Return the place that a URL names; raise SettingsError in a sentence without the URL."""
    if url is None:
        return _file_place(make_url("sqlite+pysqlite://"), default_file())
    try:
        read = make_url(url)
    except (ArgumentError, ValueError):
        msg = f"{SETTING} is not the URL of a database: {_WRITE}"
        raise SettingsError(msg) from None
    if (driver := _DRIVERS.get(read.drivername)) is None:
        msg = f"{SETTING} names a kind of database or a driver that is not supported: {_WRITE}"
        raise SettingsError(msg)
    read = read.set(drivername=driver)
    return _file_place(read, _file_of(read)) if driver.startswith("sqlite") else _server(read)


def _file_of(url: URL) -> Path:
    if url.host or url.username or url.password or url.port or url.query:
        msg = (
            f"{SETTING}: a file has no host, user or options, and a path from / has four slashes:"
            f" {_WRITE}"
        )
        raise SettingsError(msg)
    named = url.database or ""
    if named in {"", ":memory:"} or named.startswith("file:") or "\0" in named:
        msg = f"{SETTING} names no file: {_WRITE}"
        raise SettingsError(msg)
    return from_home(named)


def _file_place(url: URL, file: Path) -> Place:
    return Place(url, file.absolute())


def _server(url: URL) -> Place:
    if not url.database:
        msg = f"{SETTING} names no database: {_WRITE}"
        raise SettingsError(msg)
    return Place(url)
