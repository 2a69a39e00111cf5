"""The addresses of the server: the Web API, sockets, response_urls, files, control, the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute

from local_slack.refusal import Payload, Refusal, refuse
from local_slack.server import control, page_files, webhook_routes
from local_slack.server.control import core_of
from local_slack.transport.loopback import LoopbackOnly
from local_slack.untrusted import read_json
from local_slack.web_api.arguments import Arguments, read_arguments
from local_slack.web_api.calls import call
from local_slack.web_api.response_answers import answer_response_url
from local_slack.workspace.faults import ReplyLost

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.websockets import WebSocket

    from local_slack.core import Core


def create_server(core: Core) -> Starlette:
    """Build the server of one local Slack."""
    app = Starlette(
        routes=[
            Route("/api/{method}", _api, methods=["GET", "POST"]),
            WebSocketRoute("/link/", _link),
            Route("/actions/{team}/{name:path}", _respond, methods=["POST"]),
            Route("/upload/{file}/{key}", _upload, methods=["POST"]),
            Route("/files/{file}/{name}", _file),
            *webhook_routes.ROUTES,
            Mount("/local", routes=control.ROUTES),
            *page_files.ROUTES,
        ],
        middleware=[Middleware(LoopbackOnly)],
    )
    app.state.core = core
    return app


async def _api(request: Request) -> Response:
    core = core_of(request)
    name = request.path_params["method"]
    try:
        arguments = await _arguments(request)
    except Refusal as refusal:
        return JSONResponse(refusal.answer(), refusal.status)
    # A token may come in the header and in the body, and no record keeps it.
    in_body = arguments.pop("token", "")
    token = _token(request) or str(in_body)
    try:
        reply = await call(core, name, arguments, token)
    except ReplyLost:
        return await _break_connection(request)
    headers = {"x-oauth-scopes": ",".join(sorted(core.manifest.scopes)), **(reply.headers or {})}
    return JSONResponse(reply.body, reply.status, headers)


async def _arguments(request: Request) -> Arguments:
    kind = request.headers.get("content-type", "")
    return read_arguments(kind, request.url.query, await request.body())


def _token(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


async def _break_connection(request: Request) -> Response:
    """Break the connection before the answer."""
    core_of(request).sockets.abort(request.scope.get("client"))
    while (await request.receive())["type"] != "http.disconnect":
        pass
    return Response()


async def _link(connection: WebSocket) -> None:
    await core_of(connection).sockets.serve(connection)


async def _respond(request: Request) -> Response:
    """Take an answer to a response_url."""
    core = core_of(request)
    sent: Payload = {}
    try:
        sent = _read_payload(await request.body())
        answer_response_url(core, request.path_params["name"], sent)
    except Refusal as refusal:
        core.journal.note("response_url", refusal.code, sent, reply=refusal.answer())
        return JSONResponse(refusal.answer(), _status(refusal))
    core.journal.note("response_url", "ok", sent, reply={"ok": True})
    return PlainTextResponse("ok")


def _read_payload(body: bytes) -> Payload:
    """Read what an app answers; raise Refusal if it is not a JSON object."""
    try:
        sent = read_json(body)
    except ValueError:
        refuse("invalid_payload", status=400)
    return sent if isinstance(sent, dict) else refuse("invalid_payload", status=400)


def _status(refusal: Refusal) -> int:
    ok = 200
    return 400 if refusal.status == ok else refusal.status


async def _upload(request: Request) -> Response:
    core = core_of(request)
    file = core.workspace.files.get(request.path_params["file"])
    if file is None or file["upload"] != request.path_params["key"]:
        return PlainTextResponse("not found", 404)
    content = await request.body()
    if len(content) != file["size"]:
        return PlainTextResponse("wrong length", 400)
    file["content"] = content
    return PlainTextResponse(f"OK - {len(content)}")


async def _file(request: Request) -> Response:
    file = core_of(request).workspace.files.get(request.path_params["file"])
    if file is None or "content" not in file:
        return PlainTextResponse("not found", 404)
    kind = "image/png" if file["name"].endswith(".png") else "text/plain; charset=utf-8"
    return Response(file["content"], media_type=kind)
