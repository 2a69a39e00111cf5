"""The server of the Model Context Protocol: over standard input and output, or over HTTP."""

from __future__ import annotations

import hmac
from importlib.metadata import version
from inspect import getdoc
from typing import TYPE_CHECKING, Any, Final

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.transport_security import TransportSecuritySettings
from mcp.types import ToolAnnotations
from pydantic import ValidationError
from starlette.responses import PlainTextResponse

from bot.assistants.fault_words import (
    PlainRefusals,
    describe_argument_faults,
    describe_unknown_arguments,
)
from bot.assistants.tools import Tools

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mcp.server.mcpserver import Context
    from mcp.types import CallToolResult, InputRequiredResult
    from starlette.types import ASGIApp, Receive, Scope, Send

    from knowledge.kb import SwappableKb

_INSTRUCTIONS: Final = (
    "Stancebook tells who stands where on what, since when, said by whom, in which exact words,"
    " per which source, from curated articles. Every quotation was proved against its article."
    " Repeat quoted words exactly, with their speaker, day, relay and source, and with the marks"
    " […] and [ ] as they are. Words behind a bar without marks are the outlet's, not the"
    " speaker's. Nothing on record does not mean that no position was taken."
)
_READS_ONLY: Final = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_LARGEST_BODY: Final = 65_536  # bytes


class _ToolServer(MCPServer):
    """Refuses a call in sentences: the library would list types, and the address of its docs."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool; raise ToolError in words for whoever called it."""
        tools = {tool.name: tool.input_schema for tool in await self.list_tools()}
        known = list(tools[name]["properties"] if name in tools else arguments)
        if unknown := [given for given in arguments if given not in known]:
            raise ToolError(describe_unknown_arguments(unknown, known))
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                raise ToolError(describe_argument_faults(error.__cause__)) from None
            if isinstance(error.__cause__, ToolError):  # our own words, behind the tool's name
                raise error.__cause__ from None
            raise


def make_server(served: SwappableKb) -> MCPServer:
    """Return the server with its tools over what is served."""
    server = _ToolServer(
        "stancebook", "Stancebook", instructions=_INSTRUCTIONS, version=version("stancebook")
    )
    for tool in Tools(served):
        server.add_tool(tool, description=getdoc(tool), annotations=_READS_ONLY)
    return server


def make_http_app(server: MCPServer, hosts: Iterable[str], token: str | None) -> ASGIApp:
    """Return the server as an ASGI application at /mcp; where there is a token, requests need it.

    A request is answered only where its Host header names one of the hosts, `name` or `name:*`, so
    that no page in a browser reaches a server on the same machine. Nothing is kept between
    requests, so that any of several processes can answer any of them.
    """
    names = list(hosts)
    origins = [f"{scheme}://{name}" for name in names for scheme in ("http", "https")]
    app = server.streamable_http_app(
        json_response=True,
        stateless_http=True,
        max_request_body_size=_LARGEST_BODY,
        transport_security=TransportSecuritySettings(allowed_hosts=names, allowed_origins=origins),
    )
    told = PlainRefusals(app)
    return _Guarded(told, token) if token else told


class _Guarded:
    """Lets requests through that carry the token, and answers others with 401."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app, self._expected = app, token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self._allows(scope):
            refusal = PlainTextResponse(
                "Send the token of this server: Authorization: Bearer TOKEN\n",
                401,
                {"WWW-Authenticate": "Bearer"},
            )
            await refusal(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _allows(self, scope: Scope) -> bool:
        given = [value for name, value in scope["headers"] if name == b"authorization"]
        scheme, _, token = given[0].partition(b" ") if len(given) == 1 else (b"", b"", b"")
        return scheme.lower() == b"bearer" and hmac.compare_digest(token, self._expected)
