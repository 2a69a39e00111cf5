"""Envelopes of Socket Mode: each goes to its pool, through the app's door, and back."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Protocol

from slack_bolt.adapter.socket_mode.internals import build_headers
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse

if TYPE_CHECKING:
    from slack_bolt import BoltResponse

    from bot.slack.incoming.guarded_app import GuardedApp
    from bot.slack.line_a_minute import LineAMinute
    from bot.slack.outgoing.pools import Pools


class ReplyTo(Protocol):
    """Whatever takes an ack: the connection that an envelope came by, or another one."""

    def send(self, text: str) -> bool:
        """Send a text; return whether it was taken."""


class Envelopes:
    """Takes what arrives on all sockets of the process."""

    def __init__(self, app: GuardedApp, pools: Pools, troubles: LineAMinute) -> None:
        self._app = app
        self._pools = pools
        self._troubles = troubles

    def take(self, message: dict[str, Any], reply_to: ReplyTo) -> None:
        """Hand a message to the pool of its kind; what is no envelope is left."""
        if (request := _read(message)) is None:
            return
        pool = self._pools.posts if request.type == "events_api" else self._pools.answers
        taken = pool.submit(lambda: self._answer(request, reply_to))
        if not taken and pool.is_open:  # what comes while the bot stops is for another to answer
            self._troubles.note("a request was not answered, since too many wait")

    def _answer(self, request: SocketModeRequest, reply_to: ReplyTo) -> None:
        response = self._app.dispatch_payload(request.payload, build_headers(request))
        if response.status != HTTPStatus.OK:
            return  # Slack sends it again
        if not reply_to.send(_ack(request.envelope_id, response)):
            self._troubles.note("an answer was lost with its connection")


def _read(message: dict[str, Any]) -> SocketModeRequest | None:
    """Return the envelope; a payload that is no object is an empty one, which the door refuses."""
    payload = message.get("payload")
    sound = payload if isinstance(payload, dict) else {}
    request: SocketModeRequest | None = SocketModeRequest.from_dict({**message, "payload": sound})
    return request


def _ack(envelope: str, response: BoltResponse) -> str:
    return json.dumps(
        SocketModeResponse(envelope_id=envelope, payload=_payload(response)).to_dict()
    )


def _payload(response: BoltResponse) -> dict[str, Any] | None:
    if not response.body:
        return None
    if response.headers.get("content-type", [""])[0].startswith("application/json"):
        payload: dict[str, Any] = json.loads(response.body)
        return payload
    return {"text": response.body}
