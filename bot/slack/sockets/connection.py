"""One WebSocket to Slack, from its opening to its end: the SDK's connection, with its ends seen."""

from __future__ import annotations

import logging
import re
import time
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from slack_sdk.errors import SlackClientNotConnectedError
from slack_sdk.socket_mode.builtin.connection import Connection as SdkConnection
from slack_sdk.socket_mode.builtin.connection import ConnectionState

from bot.slack.proxies import proxy_for, through
from bot.slack.sockets.wire import Wire

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

PING = 1.0  # seconds between two pings
_LOST = 3.0  # seconds in which each of them remains without an answer
_BUFFER = 16_384  # bytes, a TLS record; the SDK recurses once for each part of a message
# What the SDK says of each loss is said by us, once a minute.
_SILENT = logging.Logger("connection", logging.CRITICAL + 1)  # noqa: LOG001 (nobody else's)
_NO_SOCKET = "what answers there is no socket"
_PROXY_ANSWERED = re.compile(r"connect status code: (\d+)")


class SocketError(ConnectionError):
    """No socket was opened; its words name the socket's host, which is not that of the Web API."""

    def __init__(self, url: str, why: str) -> None:
        super().__init__(
            f"Slack's socket cannot be opened at {_host_of(url)}{through(url)} ({why})"
        )


class Connection:
    """An open connection that a thread reads until it ends."""

    def __init__(
        self,
        url: str,
        client: WebClient,
        heard: Callable[[Connection, str], None],
        ended: Callable[[], None],
    ) -> None:
        """Connect; raise SocketError where that fails."""
        self.is_to_close = False  # Slack has said that it will close it
        self._wire: Wire | None = None
        self._why_unopened = _NO_SOCKET
        self._heard = heard
        self._ended = ended
        self._sdk = SdkConnection(
            url=url,
            logger=_SILENT,
            proxy=proxy_for(url),
            ssl_context=client.ssl,
            ping_interval=PING,
            receive_buffer_size=_BUFFER,
            on_message_listener=self._on_message,
            on_error_listener=self._on_error,
        )
        self._sdk.connect()
        if self._sdk.sock is None:
            raise SocketError(url, self._why_unopened)
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

    def _on_error(self, error: Exception) -> None:
        """End the connection; after some errors the SDK would go on, in the middle of a frame."""
        self._why_unopened = _why(error)  # the error itself would keep its socket open
        self.close()


def _host_of(url: str) -> str:
    """Return the host of a socket's address; what follows it opens the socket."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2]
    except ValueError:
        return "an address that is none"


def _why(failure: Exception) -> str:
    """Return why a socket was not opened; the SDK's own words may hold a proxy's password."""
    if isinstance(failure, OSError):
        return str(failure)
    answered = _PROXY_ANSWERED.search(str(failure))
    return f"the proxy answers {answered[1]}" if answered else _NO_SOCKET
