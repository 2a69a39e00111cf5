"""The guard of the server: it answers programs of this machine, and no page of another site."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import PlainTextResponse
from starlette.websockets import WebSocketClose

from local_slack import slack_limits

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# A name, an address of version 4, or one of version 6 in brackets; then perhaps a port.
_HOST = re.compile(r"([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?", re.IGNORECASE | re.ASCII)
_OWN_PAGE = "same-origin"
_TYPED_ADDRESS = "none"  # a person typed the address, or a program opened it
_PAGE = "/"
# For every answer: nobody else may show it, read it or guess what it is.
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}


class _BodyTooLargeError(Exception):
    """A request has more to say than any request of Slack's may."""


class LoopbackOnly:
    """Refuses a request that is for another host, from a page of another site, or too large."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif not is_ours(scope):
            await _refuse(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._app(scope, receive, send)
        else:
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._app(scope, _bounded(receive), _with_headers(send))
        except ClientDisconnect:
            return  # nobody waits for an answer
        except _BodyTooLargeError:
            await PlainTextResponse("Request Entity Too Large", 413)(scope, receive, send)


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await WebSocketClose()(scope, receive, send)
        return
    answer = PlainTextResponse("The local Slack answers programs of this machine only.", 403)
    await answer(scope, receive, _with_headers(send))


def is_ours(scope: Scope) -> bool:
    """Return whether a request is for this machine, and not from a page of another site.

    A browser says which site a request is from in `Sec-Fetch-Site` and, except for an image or a
    link, in `Origin`. Another port is another site: programs there are not ours.
    """
    headers = Headers(scope=scope)
    hosts, origins = headers.getlist("host"), headers.getlist("origin")
    if len(hosts) != 1 or not _is_loopback_host(hosts[0]):
        return False
    if origins not in ([], [f"http://{hosts[0]}"]):
        return False
    if origins and scope["type"] == "websocket":
        return True  # a browser always names it; to some, ws: is another site than http:
    sites = set(headers.getlist("sec-fetch-site"))
    return sites <= {_OWN_PAGE, _TYPED_ADDRESS} or _opens_page(scope, headers)


def _opens_page(scope: Scope, headers: Headers) -> bool:
    """Return whether a person followed a link to the page itself, which changes nothing."""
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and scope["path"] == _PAGE
        and headers.get("sec-fetch-mode") == "navigate"
        and headers.get("sec-fetch-dest") == "document"
    )


def _is_loopback_host(host: str) -> bool:
    found = _HOST.fullmatch(host)
    return found is not None and is_loopback(found[1].strip("[]").lower())


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _bounded(receive: Receive) -> Receive:
    """Return what reads a body no longer than any of Slack's."""
    read = 0

    async def bounded() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > slack_limits.REQUEST_BYTES:
            raise _BodyTooLargeError
        return message

    return bounded


def _with_headers(send: Send) -> Send:
    """Return what adds to each answer the headers that keep other sites out."""

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return with_headers
