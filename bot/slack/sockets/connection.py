"""One WebSocket to Slack, from its opening to its end: the SDK's connection, with its ends seen."""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackClientNotConnectedError
from slack_sdk.socket_mode.builtin.connection import Connection as SdkConnection
from slack_sdk.socket_mode.builtin.connection import ConnectionState

from bot.slack.sockets.wire import Wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

PING = 1.0  # seconds between two pings
_LOST = 3.0  # seconds in which each of them remains without an answer
_BUFFER = 16_384  # bytes, a TLS record; the SDK recurses once for each part of a message
# What the SDK says of each loss is said by us, once a minute.
_SILENT = logging.Logger("connection", logging.CRITICAL + 1)  # noqa: LOG001 (nobody else's)


class Connection:
    """An open connection that a thread reads until it ends."""

    def __init__(
        self,
        url: str,
        client: WebClient,
        heard: Callable[[Connection, str], None],
        ended: Callable[[], None],
    ) -> None:
        """Connect; raise ConnectionError where that fails."""
        self.is_to_close = False  # Slack has said that it will close it
        self._wire: Wire | None = None
        self._heard = heard
        self._ended = ended
        self._sdk = SdkConnection(
            url=url,
            logger=_SILENT,
            proxy=client.proxy,
            ssl_context=client.ssl,
            ping_interval=PING,
            receive_buffer_size=_BUFFER,
            on_message_listener=self._on_message,
            on_error_listener=self._on_error,
        )
        self._sdk.connect()
        if self._sdk.sock is None:
            msg = "Slack did not open the socket"
            raise ConnectionError(msg)
        self._sdk.sock = self._wire = Wire(self._sdk.sock)  # type: ignore[assignment]  # it has what is used of one
        self._pings: list[float] = []  # when those were sent that are not answered
        Thread(target=self._read, name="socket", daemon=True).start()

    @property
    def is_open(self) -> bool:
        return self._sdk.is_active()

    def send(self, text: str) -> bool:
        """Send a text; return whether the connection took it."""
        with suppress(SlackClientNotConnectedError):
            self._sdk.send(text)
            return True
        return False

    def check(self) -> None:
        """Ping, and end the connection where Slack has answered none of the last pings.

        They are counted too: a process that stood still for seconds has lost nothing by that.
        """
        now, answered = time.time(), self._sdk.last_ping_pong_time or 0
        self._pings = [sent for sent in self._pings if sent > answered]
        if len(self._pings) >= _LOST / PING and now - self._pings[0] > _LOST:
            self.close()
        self._pings.append(now)
        try:
            self._sdk.ping(f"{self._sdk.session_id}:{now}")
        except OSError:
            self.close()

    def close(self) -> None:
        """End the connection; the thread that reads it cleans up."""
        if self._wire:
            self._wire.cut()

    def _read(self) -> None:
        self._sdk.run_until_completion(ConnectionState())
        self._sdk.disconnect()
        self._ended()

    def _on_message(self, text: str) -> None:
        self._heard(self, text)

    def _on_error(self, _error: Exception) -> None:
        """End the connection; after some errors the SDK would go on, in the middle of a frame."""
        self.close()
