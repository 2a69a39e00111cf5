"""Open the state store that STANCEBOOK_STATE names."""

from __future__ import annotations

import logging

from bot.state.state_store import StateStore
from knowledge.corpus import SettingsError

IN_MEMORY = "sqlite://"
RETENTION_DAYS = 1.0  # Slack redelivers for minutes, or, where an app asks for it, for a day
_log = logging.getLogger(__name__)


def open_state(url: str | None = None, *, days: float = RETENTION_DAYS) -> StateStore:
    """Return the store at a URL, its tables made or brought up to date.

    `sqlite://` keeps everything in memory, for this process alone, and loads no library of
    databases. Without a URL a file among the user's data is used, and memory where it cannot be.
    `days` is the retention of what is done.

    Raises SettingsError in a sentence, without the URL, where it cannot be read, its driver is
    missing, or its database cannot be used.
    """
    if url in {IN_MEMORY, f"{IN_MEMORY}/:memory:"}:
        return StateStore()
    from sqlalchemy.exc import SQLAlchemyError

    from bot.state.database import Database
    from bot.state.database_errors import reason
    from bot.state.database_url import SETTING, place_of
    from bot.state.guarded_database import GuardedDatabase

    database = Database(place_of(url), days)
    try:
        database.prepare()
    except (SQLAlchemyError, OSError) as error:
        if url is not None:
            database.close()
            msg = f"{SETTING}: {database.place} cannot be used: {reason(error)}."
            raise SettingsError(msg) from None
        return StateStore(GuardedDatabase(database, lost=error))
    return StateStore(GuardedDatabase(database))
