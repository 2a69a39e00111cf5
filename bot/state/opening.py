"""Open the state store that STANCEBOOK_STATE names, or remove a user from it."""

from __future__ import annotations

from contextlib import closing
from typing import NamedTuple

from bot.state.state_store import StateStore
from knowledge.corpus import SettingsError

IN_MEMORY = "sqlite://"
RETENTION_DAYS = 1.0  # Slack redelivers for minutes, or, where an app asks for it, for a day


def open_state(url: str | None = None, *, days: float = RETENTION_DAYS) -> StateStore:
    """Return the store at a URL, its tables made or brought up to date.

    `sqlite://` keeps everything in memory, for this process alone, and loads no library of
    databases. Without a URL a file among the user's data is used, and memory while it cannot be,
    unless it is of a newer Stancebook.
    `days` is the retention of what is done.

    Raises SettingsError in a sentence, without the URL, where it cannot be read, its driver is
    missing, or its database cannot be used: DatabaseAwayError where its server is away for now.
    """
    if url == IN_MEMORY:
        return StateStore()
    from bot.state.database import Database
    from bot.state.database_errors import FAILURES, NewerDatabaseError, unusable
    from bot.state.database_url import place_of
    from bot.state.guarded_database import GuardedDatabase

    place = place_of(url)
    database = Database(place, days)
    try:
        database.prepare()
    except FAILURES as error:
        if url is None and not isinstance(error, NewerDatabaseError):
            return StateStore(GuardedDatabase(database, lost=error))
        database.close()
        raise unusable(place, error) from None
    return StateStore(GuardedDatabase(database))


class Forgotten(NamedTuple):
    """What was removed, and where: rows of a user, and whole copies that nobody can read."""

    place: str
    rows: int
    damaged_copies: int


def forget_user(url: str | None, user: str) -> Forgotten:
    """Remove a user's rows from the store at a URL, and what was set aside of it as damaged.

    Raises SettingsError as open_state() does, and where there is no store that can be reached.
    """
    from bot.state.database import Database
    from bot.state.database_errors import FAILURES, unusable
    from bot.state.database_url import SETTING, place_of

    if url == IN_MEMORY:
        msg = f"{SETTING} keeps the state in the bot's own memory. Restart the bot to forget it."
        raise SettingsError(msg)
    place = place_of(url)
    if place.file and not place.file.exists():
        msg = f"There is no state in {place}. Set {SETTING} as it is set for the bot."
        raise SettingsError(msg)
    with closing(Database(place, RETENTION_DAYS)) as database:
        try:
            database.prepare()
            rows = database.forget_user(user)
            return Forgotten(str(place), rows, database.forget_copies())
        except FAILURES as error:
            raise unusable(place, error) from None
