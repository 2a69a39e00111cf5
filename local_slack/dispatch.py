"""From Slack to the app: envelopes over a socket or signed requests, and what comes back."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_slack import http_mode, payloads

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload


@dataclass(frozen=True)
class Ack:
    """What the app said to an envelope; `why` says what went wrong where it said nothing."""

    payload: Payload | None = None
    why: str = ""

    @property
    def heard(self) -> bool:
        return not self.why


def number() -> str:
    return secrets.token_hex(16)


async def ask(core: Core, kind: str, payload: Payload, *, name: str = "", envelope: str) -> Ack:
    """Deliver a command or an interaction, once, and wait three seconds for its ack."""
    if not core.manifest.socket_mode:
        return await _over_http(core, kind, payload, name)
    return await _over_socket(core, kind, payload, envelope, {"accepts_response_payload": True})


async def _over_socket(
    core: Core, kind: str, payload: Payload, envelope: str, more: Payload
) -> Ack:
    if not core.sockets.open:
        core.journal.note("no_socket", kind, payload)
        return Ack(why="no_socket")
    sent = {"envelope_id": envelope, "payload": payload, "type": kind, **more}
    heard = await core.sockets.deliver(sent, core.timing.answer)
    return Ack(why="timeout") if heard is None else Ack(heard)


async def _over_http(
    core: Core, kind: str, payload: Payload, name: str, retry: tuple[int, str] | None = None
) -> Ack:
    url = core.manifest.request_url(kind, name)
    if url is None:
        return Ack(why="no_request_url")
    replied = await http_mode.send(core, kind, url, payload, retry)
    return Ack(replied.payload, replied.why)


def event(core: Core, what: Payload) -> asyncio.Task[bool]:
    """Deliver an event until it is acked, or given up; the result says which."""
    deliver = _event_by_socket if core.manifest.socket_mode else _event_by_http
    return core.start(deliver(core, payloads.event(core, what)))


async def _event_by_socket(core: Core, payload: Payload) -> bool:
    for attempt in range(1 + core.timing.event_retries):
        if not await core.journal.until(lambda: core.sockets.open, core.timing.no_socket, "socket"):
            break
        more = {
            "accepts_response_payload": False,
            "retry_attempt": attempt,
            "retry_reason": "timeout" if attempt else "",
        }
        ack = await _over_socket(core, "events_api", payload, number(), more)
        if ack.heard and not core.faults.take("redeliver"):
            return True
    core.journal.note("lost", "events_api", payload)
    return False


async def _event_by_http(core: Core, payload: Payload) -> bool:
    retry: tuple[int, str] | None = None
    for attempt, pause in enumerate((0.0, *core.timing.http_retries)):
        await asyncio.sleep(pause)
        ack = await _over_http(core, "events_api", payload, "", retry)
        if ack.heard and not core.faults.take("redeliver"):
            return True
        if ack.why == "no_retry":
            break
        retry = (attempt + 1, ack.why or "unknown_error")
    core.journal.note("lost", "events_api", payload)
    return False
