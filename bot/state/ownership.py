"""Whose a database is: another program's is not written to, and no file of one is moved away.

A SQLite file of ours bears our mark in its header, which most damages leave:
https://www.sqlite.org/fileformat.html#application_id
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NoReturn

from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError

from bot.state.database_errors import ForeignDatabaseError, is_damage
from bot.state.database_url import SETTING
from bot.state.engines import BARE, PATIENT
from bot.state.state_tables import CLAIMS, VERSIONS

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Engine

MARK: Final = 0x53746E63  # "Stnc"
_SQLITE: Final = b"SQLite format 3\0"
_MARK_AT: Final = slice(68, 72)
_OURS: Final = frozenset({CLAIMS.name, VERSIONS})


def refuse_foreign_file(engine: Engine, file: Path, *, was_ours: bool) -> None:
    """Raise ForeignDatabaseError where a file is there that was never ours; write nothing.

    One that cannot be read may be ours and damaged, if it was ours before.
    """
    if not file.exists() or not file.stat().st_size or _is_marked(file):
        return
    try:
        with engine.connect().execution_options(**{BARE: True, PATIENT: True}) as connection:
            borne = connection.exec_driver_sql("PRAGMA application_id").scalar()
            if borne == MARK:
                return  # and not in the header yet
            if borne:
                _refuse("the database of another program")
            refuse_foreign_tables(connection, alone=True)
    except DBAPIError as error:
        if not is_damage(error):
            raise
        if was_ours:
            return
        _refuse(f"{file}, which is not a SQLite file, or a damaged one")


def refuse_foreign_tables(connection: Connection, *, alone: bool = False) -> None:
    """Raise ForeignDatabaseError where tables have our names and are not ours.

    `alone` where no other tables may be there.
    """
    found = set(inspect(connection).get_table_names())
    if found & _OURS not in (set(), _OURS) or (alone and found and not found & _OURS):
        _refuse("a database with the tables of another program")


def mark(connection: Connection) -> None:
    """Set our mark in a file, where it is missing."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != MARK:
        connection.exec_driver_sql(f"PRAGMA application_id = {MARK}")


def _is_marked(file: Path) -> bool:
    with file.open("rb") as opened:
        header = opened.read(_MARK_AT.stop)
    return header.startswith(_SQLITE) and header[_MARK_AT] == MARK.to_bytes(4, "big")


def _refuse(what: str) -> NoReturn:
    msg = (
        f"{SETTING} names {what}: it is left as it is. Name a database of Stancebook's own, or"
        " delete this one if it was."
    )
    raise ForeignDatabaseError(msg) from None
