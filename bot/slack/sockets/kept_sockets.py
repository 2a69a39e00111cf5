"""Socket Mode: some sockets at once, so that commands arrive while one of them is being renewed."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

from bot.slack.line_a_minute import LineAMinute
from bot.slack.outgoing.web_client import connecting_client
from bot.slack.sockets.envelopes import Envelopes
from bot.slack.sockets.kept_socket import KeptSocket

if TYPE_CHECKING:
    from bot.slack.incoming.guarded_app import GuardedApp
    from bot.slack.outgoing.runtime import Runtime
    from bot.slack.sockets.connection import Connection

_WAITED = 2  # seconds for a socket that opens: Slack waits three for an answer
_PAUSE = 0.02  # seconds between two tries


class SocketMode:
    """The sockets of one process, which share its pools and its record of deliveries."""

    def __init__(self, app: GuardedApp, app_token: str, runtime: Runtime, sockets: int) -> None:
        troubles = LineAMinute()
        client = connecting_client(app.client)
        self._envelopes = Envelopes(app, runtime.pools, troubles)
        self._sockets = [
            KeptSocket(client, app_token, self._take, runtime.ending, troubles)
            for _ in range(sockets)
        ]

    def connect(self) -> None:
        """Open the first socket, and begin to open the others.

        Raises what Slack says, or the network, where the first does not open.
        """
        self._sockets[0].open_first()
        for kept in self._sockets:
            kept.start()

    def close(self) -> None:
        """Close all sockets."""
        for kept in self._sockets:
            kept.close()

    def _take(self, message: dict[str, Any], connection: Connection) -> None:
        self._envelopes.take(message, _AnyOf(connection, self._sockets))


@dataclass(frozen=True)
class _AnyOf:
    """Replies by the connection that an envelope came by, or by any that is left."""

    connection: Connection
    sockets: list[KeptSocket]

    def send(self, text: str) -> bool:
        """Send by any that is open, else by the first that opens while Slack still waits."""
        until = monotonic() + _WAITED
        while not (sent := self._send_now(text)) and monotonic() < until:
            sleep(_PAUSE)
        return sent

    def _send_now(self, text: str) -> bool:
        return self.connection.send(text) or any(kept.send(text) for kept in self.sockets)
