"""The state store, once its database is there: both may start with one machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.slack.growing_pauses import Away, try_again
from bot.state import DatabaseAwayError, open_state

if TYPE_CHECKING:
    from threading import Event

    from bot.state import StateStore


def await_state(url: str | None, days: float, stop: Event) -> StateStore:
    """Return the store at a URL; while the server of its database is away, try again.

    Raises SettingsError as open_state() does of what does not pass, and StoppedError once the
    process is told to stop.
    """
    return try_again(lambda: open_state(url, days=days), _judge, stop)


def _judge(error: Exception) -> Away | None:
    return Away(str(error)) if isinstance(error, DatabaseAwayError) else None
