"""Bring a state database up to date: one process at a time, all of it or nothing."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from bot.state.database_errors import NewerDatabaseError
from bot.state.database_url import SETTING
from bot.state.state_tables import REVISION, VERSIONS

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

MIGRATIONS = Path(__file__).with_name("migrations")
_log = logging.getLogger(__name__)


def migrate(connection: Connection, to: str = REVISION) -> None:
    """Run the migrations that are missing; the connection holds the lock, and commits.

    Raises NewerDatabaseError where a newer Stancebook has migrated further.
    """
    found = revision_of(connection)
    if found == to:
        return
    logging.getLogger("alembic").setLevel(logging.WARNING)  # the line below says it in one
    from alembic import command
    from alembic.util import CommandError

    try:
        command.upgrade(configuration(connection), to)
    except CommandError:
        raise _newer(found) from None
    _log.info("the state database went from revision %s to %s", found or "none", to)


def refuse_newer(revision: str | None) -> None:
    """Raise NewerDatabaseError where tables are of a revision that this version does not know."""
    if revision is not None and revision > REVISION:  # they are numbers of one length
        raise _newer(revision)


def _newer(revision: str | None) -> NewerDatabaseError:
    return NewerDatabaseError(
        f"The state's database is of a newer Stancebook (revision {revision})."
        f" Update Stancebook, or name another database in {SETTING}."
    )


def configuration(connection: Connection) -> Config:
    """Return what alembic is configured with: where the migrations are, and the connection."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def revision_of(connection: Connection) -> str | None:
    """Return the revision that a database has, if it has any."""
    if not inspect(connection).has_table(VERSIONS):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSIONS}")).scalar()  # noqa: S608
