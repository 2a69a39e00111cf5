"""Modals that are shown after an ack: what was asked for, or else why it is not there."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from slack_sdk.errors import SlackApiError

from bot.slack.listeners.modal_views import sentence_view
from bot.slack.outgoing.apology import apologize
from bot.slack.outgoing.slack_errors import in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.slack.listeners.modal_views import View
    from bot.slack.outgoing.pools import Pool

    Put = Callable[[View], object]

_BUSY: Final = "Too many questions wait for an answer. Please try again in a minute."
# The modal was closed, or what opens it is too old or used: nobody looks at it any more.
_CLOSED: Final = frozenset(
    {"exchanged_trigger_id", "expired_trigger_id", "invalid_trigger_id", "not_found"}
)
_log = logging.getLogger(__name__)


class ModalCalls:
    """Shows views from a pool; where that has no room, another pool says so."""

    def __init__(self, pool: Pool, spare: Pool) -> None:
        self._pool = pool
        self._spare = spare

    def show(self, put: Put, make: Callable[[], View]) -> None:
        """Make a view and put it where it was asked for, or else why there is none."""
        if not self._pool.submit(lambda: _show(put, make)):
            _log.warning("a modal was not shown: too much waits")
            self._spare.submit(lambda: _say(put, _BUSY))


def _show(put: Put, make: Callable[[], View]) -> None:
    try:
        put(make())
    except Exception as error:  # noqa: BLE001 (whatever it is, the person who asked is told)
        if isinstance(error, SlackApiError):
            _log.warning("a modal was not shown: %s", in_words(_code(error)))
        if _code(error) not in _CLOSED:
            _say(put, apologize(error))


def _say(put: Put, sentence: str) -> None:
    try:
        put(sentence_view(sentence))
    except Exception as error:  # noqa: BLE001 (this was the only way to tell them)
        _log.warning("nobody was told that a modal was not shown: %s", _code(error))


def _code(error: Exception) -> str:
    """Return Slack's code of an error, or the name of any other."""
    if isinstance(error, SlackApiError):
        return str(error.response.get("error"))
    return type(error).__name__
