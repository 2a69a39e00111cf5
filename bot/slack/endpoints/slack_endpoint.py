"""Slack's requests over HTTP: what is not signed gets no further, each other goes to its pool.

Bolt's own adapter reads and writes them; it would answer in the thread that all requests share.
"""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import Future
from time import perf_counter
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from slack_bolt.adapter.starlette.handler import to_bolt_request, to_starlette_response
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response

from bot.slack.endpoints.bounded_body import BodyTooLargeError, read_body
from bot.slack.incoming.signatures import SIGNED_BY, is_dated, is_signed
from bot.slack.line_a_minute import LineAMinute

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slack_bolt import BoltResponse
    from starlette.requests import Request

    from bot.slack.incoming.guarded_app import GuardedApp
    from bot.slack.outgoing.pools import Pool, Pools

_UNSIGNED: Final = "unsigned"
# What Bolt raises of a payload that it cannot read; Slack never sends one.
_UNREADABLE: Final = (AttributeError, KeyError, TypeError, ValueError, RecursionError)
# By the fields of a payload, in this order: what it is counted as.
_KINDS: Final = {
    "block_actions": "click",
    "shortcut": "shortcut",
    "message_action": "shortcut",
    "view_submission": "form",
    "view_closed": "form",
    "block_suggestion": "names",
}


class RequestMeasures(Protocol):
    """Takes note of requests."""

    def note_request(self, kind: str, seconds: float) -> None:
        """Note that a request of a kind was answered, and in how many seconds."""

    def note_refusal(self, why: str) -> None:
        """Note that a request was not let in."""


class _Connected(NamedTuple):
    app: GuardedApp
    pools: Pools


class SlackEndpoint:
    """The endpoint of all of Slack's requests; until the bot is connected, they are to come again.

    The event loop reads and verifies. Whatever takes longer is done in the bot's pools.
    """

    def __init__(self, secret: str, measures: RequestMeasures) -> None:
        self._secret = secret
        self._measures = measures
        self._connected: _Connected | None = None
        self._troubles = LineAMinute()

    def connect(self, app: GuardedApp, pools: Pools) -> None:
        """Answer by this app from now on."""
        self._connected = _Connected(app, pools)

    async def answer(self, request: Request) -> Response:
        """Answer a request of Slack's, and 401 to any other."""
        began = perf_counter()
        headers = {name: request.headers.getlist(name) for name in SIGNED_BY}
        if not is_dated(headers):  # so that nobody else's body is waited for
            return self._refuse(_UNSIGNED, 401)
        try:
            body = await read_body(request)
        except BodyTooLargeError:
            return self._refuse("too_large", 413)
        except (ClientDisconnect, TimeoutError):
            return self._refuse("broken_off", 408)
        if not _is_signed(self._secret, headers, body):
            return self._refuse(_UNSIGNED, 401)
        if self._connected is None:
            return self._refuse("not_ready", 503)
        return await self._answered(self._connected, request, body, began)

    async def _answered(
        self, bot: _Connected, request: Request, body: bytes, began: float
    ) -> Response:
        answered: Future[tuple[str, BoltResponse]] = Future()

        def work() -> None:
            if answered.set_running_or_notify_cancel():
                answered.set_result(_dispatch(bot.app, request, body))

        if not _pool_for(request, bot.pools).submit(work):
            self._troubles.note("a request was not answered, since too many wait")
            return self._refuse("too_many", 503)
        kind, response = await asyncio.wrap_future(answered)
        self._measures.note_request(kind, perf_counter() - began)
        return to_starlette_response(response)

    def _refuse(self, why: str, status: int) -> Response:
        self._measures.note_refusal(why)
        if why == _UNSIGNED:
            self._troubles.note("a request was not signed by Slack, or too long ago", logging.INFO)
        return JSONResponse({"error": "invalid request"}, status)


def _is_signed(secret: str, headers: Mapping[str, list[str]], body: bytes) -> bool:
    try:
        return is_signed(secret, headers, body.decode())
    except UnicodeDecodeError:  # what Slack sends is UTF-8
        return False


def _pool_for(request: Request, pools: Pools) -> Pool:
    """Return the pool of events, which come as JSON and wait for a post, or that of all others."""
    is_json = request.headers.get("content-type", "").startswith("application/json")
    return pools.posts if is_json else pools.answers


def _dispatch(app: GuardedApp, request: Request, body: bytes) -> tuple[str, BoltResponse]:
    """Return what a request is, and what it is answered; no exception leaves here."""
    try:
        read = to_bolt_request(request, body)
    except _UNREADABLE:
        return "other", app.refuse({}, "payload")
    response = app.dispatch(read)
    return _kind_of(read.body), response


def _kind_of(body: Mapping[str, object]) -> str:
    if "command" in body:
        return "command"
    if "event" in body:
        return "event"
    return _KINDS.get(str(body.get("type")), "other")
