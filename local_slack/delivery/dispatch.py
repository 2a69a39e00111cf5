"""Delivery to the app: envelopes over a socket or signed requests, and what the app answers."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_slack.delivery.payloads import event_payload

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.transport.http_mode import Retry


@dataclass(frozen=True)
class Ack:
    """What the app answered to an envelope; `why` is set if it did not answer."""

    payload: Payload | None = None
    why: str = ""

    @property
    def heard(self) -> bool:
        return not self.why


def new_envelope_id() -> str:
    return secrets.token_hex(16)


async def deliver(
    core: Core, kind: str, payload: Payload, *, name: str = "", envelope: str = ""
) -> Ack:
    """Deliver a command or an interaction once, and wait three seconds for its ack."""
    if not core.manifest.socket_mode:
        return await _over_http(core, kind, payload, name)
    accepts = {"accepts_response_payload": True}
    return await _over_socket(core, kind, payload, envelope or new_envelope_id(), accepts)


async def _over_socket(
    core: Core, kind: str, payload: Payload, envelope: str, more: Payload
) -> Ack:
    if not core.sockets.reachable:
        core.journal.note("no_socket", kind, payload)
        return Ack(why="no_socket")
    sent = {"envelope_id": envelope, "payload": payload, "type": kind, **more}
    heard = await core.sockets.deliver(sent, core.timing.answer)
    return Ack(why="timeout") if heard is None else Ack(heard)


async def _over_http(
    core: Core, kind: str, payload: Payload, name: str = "", retry: Retry | None = None
) -> Ack:
    url = core.manifest.request_url(kind, name)
    if url is None:
        return Ack(why="no_request_url")
    if core.faults.take("duplicate"):
        core.start(core.requests.send(kind, url, payload, retry))
    answer = await core.requests.send(kind, url, payload, retry)
    if core.faults.take("lose_ack"):
        return Ack(why="http_timeout")
    return Ack(answer.payload, answer.why)


def deliver_event(core: Core, what: Payload) -> asyncio.Task[bool]:
    """Start to deliver an event; the result of the task is whether the app acked it."""
    try_all = _event_over_socket if core.manifest.socket_mode else _event_over_http
    return core.start(try_all(core, event_payload(core, what)))


async def _event_over_socket(core: Core, payload: Payload) -> bool:
    for attempt in range(1 + core.timing.event_retries):
        if not await core.journal.until(
            lambda: core.sockets.reachable, core.timing.no_socket, "socket"
        ):
            break
        more = _retry_fields(attempt)
        ack = await _over_socket(core, "events_api", payload, new_envelope_id(), more)
        if _is_done(core, ack):
            return True
    return _give_up(core, payload)


def _retry_fields(attempt: int) -> Payload:
    return {
        "accepts_response_payload": False,
        "retry_attempt": attempt,
        "retry_reason": "timeout" if attempt else "",
    }


async def _event_over_http(core: Core, payload: Payload) -> bool:
    retry: Retry | None = None
    for attempt, pause in enumerate((0.0, *core.timing.http_retries)):
        await asyncio.sleep(pause)
        ack = await _over_http(core, "events_api", payload, retry=retry)
        if _is_done(core, ack):
            return True
        if ack.why == "no_retry":
            break
        retry = (attempt + 1, ack.why or "unknown_error")
    return _give_up(core, payload)


def _is_done(core: Core, ack: Ack) -> bool:
    """Return whether an event was acked and no fault asks to deliver it again."""
    return ack.heard and not core.faults.take("redeliver")


def _give_up(core: Core, payload: Payload) -> bool:
    core.journal.note("lost", "events_api", payload)
    return False
