"""A socket that is kept open: what is lost is opened again at once, what is renewed overlaps."""

from __future__ import annotations

import json
import logging
import random
from http.client import HTTPException
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot.slack.outgoing.post_outcome import outcome_of_error
from bot.slack.outgoing.slack_errors import ErrorKind
from bot.slack.sockets.connection import PING, Connection
from bot.slack.sockets.starting import why_unreached

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.slack.line_a_minute import LineAMinute
    from bot.slack.outgoing.ending import Ending
    from bot.slack.outgoing.post_outcome import PostOutcome
    from bot.slack.outgoing.web_client import CheckedClient

_DRAINED = 10.0  # seconds that a connection is read on after it was renewed: Slack's own notice
_SHORT = 0.3  # seconds; a connection that lives no longer is a failure too
_LONGEST_PAUSE = 30.0  # seconds between two tries
_log = logging.getLogger(__name__)
_UNUSABLE = frozenset({ErrorKind.WITHOUT_ACCESS, ErrorKind.ENDING})


class KeptSocket:
    """One of the sockets of the process; a thread of its own keeps it open."""

    def __init__(
        self,
        client: CheckedClient,
        app_token: str,
        heard: Callable[[dict[str, Any], Connection], None],
        ending: Ending,
        troubles: LineAMinute,
    ) -> None:
        self._client = client
        self._app_token = app_token
        self._heard = heard
        self._ending = ending
        self._troubles = troubles
        self._connection: Connection | None = None
        self._retired: list[tuple[float, Connection]] = []
        self._opened = self._not_before = 0.0
        self._failures = 0
        self._wake = Event()
        self._closing = False
        self._is_missed = False  # the log says that it is lost, or was not opened
        self._thread = Thread(target=self._keep, name="kept-socket", daemon=True)

    def start(self) -> None:
        """Keep a socket open from now on; the first is opened without delay."""
        self._thread.start()

    def open_first(self) -> None:
        """Open the first connection here; raise what Slack or the network says."""
        self._connection = self._open()

    @property
    def is_open(self) -> bool:
        return self._connection is not None and self._connection.is_open

    @property
    def _is_lasting(self) -> bool:
        """Return whether there is a connection that is open, and to stay so."""
        connection = self._connection
        return connection is not None and connection.is_open and not connection.is_to_close

    def send(self, text: str) -> bool:
        """Send by the connection of now; return whether it took the text."""
        connection = self._connection
        return connection is not None and connection.send(text)

    def close(self) -> None:
        """Close every connection, and open none again."""
        self._closing = True
        self._wake.set()
        if self._thread.ident:
            self._thread.join()
        for connection in [self._connection, *(old for _, old in self._retired)]:
            if connection:
                connection.close()

    def _keep(self) -> None:
        while not self._closing:
            self._wake.clear()
            if not self._is_lasting and monotonic() >= self._not_before:
                self._reopen()
            self._look_after()
            self._wake.wait(min(PING, max(self._not_before - monotonic(), 0) or PING))

    def _look_after(self) -> None:
        if self._connection:
            self._connection.check()
        for until, old in self._retired:
            if monotonic() > until:
                old.close()
        self._retired = [(until, old) for until, old in self._retired if old.is_open]
        self._troubles.say_what_is_due()

    def _reopen(self) -> None:
        """Put a new connection in the place of one that is lost, or that Slack will close."""
        if self._connection and not self.is_open and not self._connection.is_to_close:
            self._troubles.note("a connection to Slack was lost")
            self._is_missed = True
        try:
            fresh = self._open()
        except (OSError, HTTPException) as error:
            self._put_off(outcome_of_error(error), why_unreached(error, self._client.base_url))
            return
        except SlackApiError as error:
            outcome = outcome_of_error(error)
            self._put_off(outcome, f"Slack opens no new connection ({outcome.code})")
            return
        if self._connection and self._connection.is_open:
            self._retired.append((monotonic() + _DRAINED, self._connection))
        self._say_that_it_is_back()
        lived, self._opened = monotonic() - self._opened, monotonic()
        self._connection = fresh
        self._failures = 0 if lived > _SHORT else self._failures + 1
        if self._failures:  # Slack opens it and closes it again
            self._not_before = monotonic() + _pause(self._failures)

    def _say_that_it_is_back(self) -> None:
        if self._is_missed:
            self._troubles.note("a connection to Slack is open again", logging.INFO)
        self._is_missed = False

    def _put_off(self, outcome: PostOutcome, why: str) -> None:
        """Say why no connection opens, and wait before the next try, longer each time."""
        if outcome.kind in _UNUSABLE:
            self._ending.end(outcome.code, of_app_token=True)
        self._troubles.note(why)
        self._is_missed = True
        self._failures += 1
        pause = max(outcome.retry_after, _pause(self._failures))
        self._not_before = monotonic() + pause

    def _open(self) -> Connection:
        url = self._client.apps_connections_open(app_token=self._app_token).get("url")
        if not isinstance(url, str) or not url.startswith(("ws://", "wss://")):
            raise self._client.not_slacks()
        return Connection(url, self._client, self._take, self._wake.set)

    def _take(self, connection: Connection, text: str) -> None:
        """Take what arrives: a notice of Slack's own, or an envelope."""
        try:
            message = json.loads(text)
        except ValueError:
            self._troubles.note("Slack sent something that is not JSON")
            return
        if not isinstance(message, dict):
            return
        if message.get("type") == "disconnect":
            connection.is_to_close = True  # also of one that is not in its place yet
            self._wake.set()
        else:
            self._heard(message, connection)


def _pause(failures: int) -> float:
    """Return how long to wait after so many failures in a row; many bots do not wait in step."""
    longest = min(_LONGEST_PAUSE, 0.25 * 2.0 ** min(failures, 10))
    return longest * random.uniform(0.5, 1)  # noqa: S311 (no secret)
