"""Socket Mode: tickets open sockets, each envelope goes to one socket, and the app acks it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from local_slack import slack_limits
from local_slack.refusal import Payload, refuse
from local_slack.untrusted import read_json
from local_slack.workspace.ids import APP

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from local_slack.workspace.faults import Faults
    from local_slack.workspace.journal import Journal

REASONS = ("warning", "refresh_requested", "link_disabled")
_LEAVING_SECONDS = 10  # from the request to reconnect to the end of a socket
_TICKETS = 1_000
_GOING_AWAY = 1001
_HOST = "applink-local"


@dataclass(eq=False)
class Socket:
    """One open connection of the app."""

    connection: WebSocket
    id: str = field(default_factory=lambda: secrets.token_hex(4))

    async def send(self, text: str) -> bool:
        """Send a text; return whether the connection took it."""
        if self.connection.application_state is not WebSocketState.CONNECTED:
            return False
        try:
            await self.connection.send_text(text)
        except (WebSocketDisconnect, RuntimeError, OSError):
            return False
        return True

    async def close(self) -> None:
        if self.connection.application_state is WebSocketState.CONNECTED:
            with contextlib.suppress(WebSocketDisconnect, RuntimeError, OSError):
                await self.connection.close(_GOING_AWAY)


class Sockets:
    """The app's open sockets, and the envelopes that wait for an ack."""

    def __init__(
        self, journal: Journal, faults: Faults, start: Callable[[Coroutine[Any, Any, None]], Any]
    ) -> None:
        self._journal = journal
        self._faults = faults
        self._start = start  # starts work in the background
        self._tickets: OrderedDict[str, None] = OrderedDict()
        self._acks: dict[str, asyncio.Future[Payload]] = {}
        self._sent_at: dict[str, float] = {}
        self._turn = 0
        self.open: list[Socket] = []
        # Asked to reconnect: Slack sends over them until the app has opened another.
        self._leaving: list[Socket] = []
        # Set by the server, which owns the connections.
        self.abort: Callable[[Any], None] = lambda _client: None

    @property
    def reachable(self) -> list[Socket]:
        """Return the sockets that envelopes go to: without an open one, the newest that leaves."""
        return self.open or self._leaving[-1:]

    # connecting

    def ticket(self) -> str:
        """Return a ticket that opens one socket, once."""
        number = secrets.token_urlsafe(24)
        self._tickets[number] = None
        while len(self._tickets) > _TICKETS:
            self._tickets.popitem(last=False)
        return number

    async def serve(self, connection: WebSocket) -> None:
        """Serve one socket until it closes."""
        ticket = connection.query_params.get("ticket", "")
        known = self._tickets.pop(ticket, "unknown") is None
        if not known or self._faults.take("refuse_connections"):
            await connection.close()  # before it is accepted, so the handshake gets a 403
            return
        await connection.accept()
        socket = Socket(connection)
        if len(self.open) >= slack_limits.SOCKETS:
            await socket.send(_disconnect("too_many_websockets"))
            await socket.close()
            return
        await self._listen(socket)

    async def _listen(self, socket: Socket) -> None:
        self.open.append(socket)
        self._note("open", socket)
        try:
            await socket.send(self._hello())
            await self._close(list(self._leaving))
            while True:
                self._take_ack(await _receive(socket.connection))
        except (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            self._forget(socket)

    def _forget(self, socket: Socket) -> None:
        for listed in (self.open, self._leaving):
            if socket in listed:
                listed.remove(socket)
                self._note("close", socket)

    def _note(self, what: str, socket: Socket) -> None:
        self._journal.note("socket", what, {"socket": socket.id, "open": len(self.open)})

    def _hello(self) -> str:
        return json.dumps(
            {
                "type": "hello",
                "num_connections": len(self.open),
                "debug_info": {
                    "host": _HOST,
                    "build_number": 1,
                    "approximate_connection_time": 18060,
                },
                "connection_info": {"app_id": APP},
            }
        )

    # envelopes

    async def deliver(self, envelope: Payload, within: float) -> Payload | None:
        """Send an envelope to one socket; return the payload of its ack, or None without an ack."""
        number = envelope["envelope_id"]
        ack: asyncio.Future[Payload] = asyncio.get_running_loop().create_future()
        self._acks[number] = ack
        self._sent_at[number] = time.perf_counter()
        try:
            if not await self._send(envelope):
                return None
            return await asyncio.wait_for(ack, within)
        except TimeoutError:
            self._journal.note("no_ack", number, {"seconds": within})
            return None
        finally:
            del self._acks[number]
            del self._sent_at[number]

    async def _send(self, envelope: Payload) -> bool:
        self._journal.note("envelope", envelope["type"], envelope)
        text = json.dumps(envelope)
        while socket := self._next():
            if self._faults.take("garble"):
                await socket.send(text[: len(text) // 2])
            if await socket.send(text):
                if self._faults.take("duplicate"):
                    await socket.send(text)
                return True
            self._forget(socket)
        return False

    def _next(self) -> Socket | None:
        if not (sockets := self.reachable):
            return None
        self._turn += 1
        return sockets[self._turn % len(sockets)]

    def _take_ack(self, text: str) -> None:
        said = _read_ack(text)
        if said is None:
            self._journal.note("ack", "garbled", {"text": text[:200]})
            return
        number, payload = said
        if self._faults.take("lose_ack"):
            return
        took = (
            (time.perf_counter() - self._sent_at[number]) * 1000 if number in self._acks else None
        )
        self._journal.note("ack", number, payload, ms=took)
        future = self._acks.get(number)
        if future is not None and not future.done():
            future.set_result(payload)

    # closing

    async def disconnect(self, reason: str) -> None:
        """Ask every socket to reconnect, as Slack does every few hours.

        What is sent meanwhile comes over the old ones; with Socket Mode off, they close at once.
        """
        if reason not in REASONS:
            refuse("invalid_arguments", known=list(REASONS))
        asked, self.open = self.open, []
        self._leaving += asked
        for socket in asked:
            self._note("leaving", socket)
        await asyncio.gather(*(socket.send(_disconnect(reason)) for socket in asked))
        if reason == "link_disabled":
            await self._close(asked)
        else:
            self._start(self._close_later(asked))

    async def _close_later(self, sockets: list[Socket]) -> None:
        await asyncio.sleep(_LEAVING_SECONDS)
        await self._close(sockets)

    async def _close(self, sockets: list[Socket]) -> None:
        for socket in sockets:
            self._forget(socket)
            await socket.close()

    async def drop(self, how_many: int | None = None, *, abruptly: bool = False) -> None:
        """Close sockets without a warning, and if `abruptly` without a close frame."""
        for socket in [*self.open, *self._leaving][:how_many]:
            self._forget(socket)
            if abruptly:
                self.abort(socket.connection.scope.get("client"))
            else:
                await socket.close()

    async def nudge(self) -> None:
        """Send every socket an empty message."""
        for socket in [*self.open, *self._leaving]:
            await socket.send("{}")


async def _receive(connection: WebSocket) -> str:
    """Return the next message as text; raise WebSocketDisconnect at the end."""
    message = await connection.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message["code"])
    text: str | None = message.get("text")
    return message["bytes"].decode(errors="replace") if text is None else text


def _read_ack(text: str) -> tuple[str, Payload] | None:
    """Return the envelope that an ack is for and its payload, or None for anything else."""
    try:
        said = read_json(text)
    except ValueError:
        return None
    if not isinstance(said, dict) or not isinstance(said.get("envelope_id"), str):
        return None
    payload = said.get("payload") or {}
    return (said["envelope_id"], payload) if isinstance(payload, dict) else None


def _disconnect(reason: str) -> str:
    return json.dumps({"type": "disconnect", "reason": reason, "debug_info": {"host": _HOST}})
