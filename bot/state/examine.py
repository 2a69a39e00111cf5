"""Look at a state store without making or changing anything in it."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from bot.state.database_url import Place


class StateExamination(NamedTuple):
    """Which tables a database has, and which this version needs; None where it has none."""

    place: str
    revision: str | None
    newest: str


def examine_state(url: str | None) -> StateExamination:
    """Return what is found at a URL, or in the default file.

    Raises SettingsError as open_state() does, and where the database is of a newer Stancebook.
    """
    from bot.state.database_errors import FAILURES, unusable
    from bot.state.database_url import place_of
    from bot.state.engines import engine_of
    from bot.state.state_tables import REVISION

    place = place_of(url)
    engine = engine_of(place)
    try:
        return StateExamination(str(place), _find_revision(engine, place), REVISION)
    except FAILURES as error:
        raise unusable(place, error) from None
    finally:
        engine.dispose()


def _find_revision(engine: Engine, place: Place) -> str | None:
    from bot.state.engines import BARE
    from bot.state.migrate import refuse_newer, revision_of
    from bot.state.ownership import refuse_foreign_file, refuse_foreign_tables

    if place.file:
        _require_writable(place.file)
        if not place.file.exists():
            return None
        refuse_foreign_file(engine, place.file, was_ours=place.is_default)
    with engine.connect().execution_options(**{BARE: True}) as connection:
        if not place.file:
            refuse_foreign_tables(connection)
        revision = revision_of(connection)
    refuse_newer(revision)
    return revision


def _require_writable(file: Path) -> None:
    """Raise OSError where a start could not write a file, or make it."""
    there = file
    while not there.exists() and there != there.parent:
        there = there.parent
    if not os.access(there, os.W_OK):
        raise OSError(errno.EACCES, "it may not be written")
    if not (file.is_file() if there == file else there.is_dir()):
        raise OSError(errno.EINVAL, f"{there} is not a {'file' if there == file else 'folder'}")
