"""Make a database ready to use: the file, its health, its tables; at the start and after a loss."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.state.damaged_file import set_aside
from bot.state.database_errors import is_damage
from bot.state.engines import BARE, PATIENT
from bot.state.migrate import migrate
from bot.state.ownership import mark, refuse_foreign_file, refuse_foreign_tables
from knowledge.corpus import require_regular

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from bot.state.database_url import Place

_MIGRATING = 0x5374616E6365  # the number of the lock, which all processes know: "Stance"


def prepare(engine: Engine, place: Place, *, was_ours: bool) -> None:
    """Make a database ready; raise as migrate() does, else SQLAlchemyError or OSError.

    Raises ForeignDatabaseError where it is another program's.
    """
    if place.file:
        require_regular(place.file)
        refuse_foreign_file(engine, place.file, was_ours=was_ours)
        _prepare_file(engine, place.file)
    with engine.connect().execution_options(**{PATIENT: True}) as connection:
        if not place.file:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_MIGRATING})"))
            refuse_foreign_tables(connection)
        migrate(connection)
        connection.commit()


def _prepare_file(engine: Engine, file: Path) -> None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)  # nobody else reads who asked when
    if not _is_sound(engine):
        set_aside(file, lambda: _is_sound(engine))


def _is_sound(engine: Engine) -> bool:
    """Return whether a file is a database in order; let others read it while it is written."""
    try:
        with engine.connect().execution_options(**{BARE: True, PATIENT: True}) as connection:
            mark(connection)
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            return connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() == "ok"
    except DBAPIError as error:
        if is_damage(error):
            return False
        raise
