"""The control addresses under /local: the state, the journal, acting as a person, faults."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocketDisconnect

from local_slack import slack_limits
from local_slack.refusal import Payload, Refusal, refuse
from local_slack.server.acts import ACTS, check_act, read_number
from local_slack.server.page_files import limits_for_page
from local_slack.untrusted import read_json
from local_slack.workspace.faults import KINDS, InjectedFault

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.websockets import WebSocket

    from local_slack.core import Core

_GOING_AWAY = 1001
_FAULT_WORDS = {"kind": "", "method": "*", "code": "fatal_error"}


def core_of(request: Request | WebSocket) -> Core:
    """Return the local Slack that a request reached."""
    core: Core = request.app.state.core
    return core


def snapshot(core: Core) -> Payload:
    """Return everything that a page needs to draw itself, as one JSON object."""
    tops = {u: core.views.top(u) for u in core.workspace.users}
    return {
        **core.workspace.snapshot(),
        "commands": list(core.manifest.commands.values()),
        "shortcuts": list(core.manifest.shortcuts.values()),
        "manifest": core.manifest.source,
        "warnings": core.manifest.warnings,
        "assistant": core.assistant.as_json(),
        "homes": {u: v.body for u, v in core.views.homes.items()},
        "modals": {u: v.body for u, v in tops.items() if v},
        "sockets": len(core.sockets.open),
        "faults": core.faults.as_json(),
        "fault_kinds": KINDS,
        "limits": limits_for_page(),
        "answer_seconds": core.timing.answer,
        "last": core.journal.last,
    }


async def _state(request: Request) -> Response:
    return JSONResponse(snapshot(core_of(request)))


async def _journal(request: Request) -> Response:
    entries = core_of(request).journal.entries(request.query_params.get("kind"))
    return JSONResponse([e.as_json() for e in entries])


async def _events(connection: WebSocket) -> None:
    """Send the state, then each new entry of the journal."""
    core = core_of(connection)
    await connection.accept()
    watching = core.journal.watch()
    try:
        await connection.send_json({"kind": "state", "body": snapshot(core)})
        async for entry in watching:
            await connection.send_text(json.dumps(entry.as_json(), default=str))
        await connection.close(_GOING_AWAY)
    except (WebSocketDisconnect, RuntimeError):
        return
    finally:
        await watching.aclose()  # type: ignore[attr-defined]


async def _faults(request: Request) -> Response:
    core = core_of(request)
    if request.method == "DELETE":
        core.faults.clear()
    elif request.method == "POST":
        try:
            core.faults.switch_on(_read_fault(await _read_object(request)))
        except Refusal as refusal:
            return JSONResponse(refusal.answer(), 400)
    return JSONResponse({"ok": True, "faults": core.faults.as_json(), "kinds": KINDS})


async def _sockets(request: Request) -> Response:
    """Drop the sockets, or ask them to reconnect for one of Slack's reasons."""
    core = core_of(request)
    try:
        asked = await _read_object(request)
        if reason := asked.get("reason"):
            await core.sockets.disconnect(str(reason))
        else:
            how_many = read_number(asked, "how_many", slack_limits.SOCKETS)
            await core.sockets.drop(int(how_many), abruptly=bool(asked.get("abruptly")))
    except Refusal as refusal:
        return JSONResponse(refusal.answer(), 400)
    return JSONResponse({"ok": True, "open": len(core.sockets.open)})


async def _act(request: Request) -> Response:
    """Act as a person; the last part of the address says how."""
    act = ACTS.get(request.path_params["what"])
    if act is None:
        return JSONResponse({"ok": False, "error": "unknown_act", "known": sorted(ACTS)}, 404)
    try:
        said = check_act(await _read_object(request))
        return JSONResponse({"ok": True, **await act(core_of(request), said)})
    except Refusal as refusal:
        return JSONResponse(refusal.answer(), 400)
    except (LookupError, TypeError, ValueError) as error:
        return JSONResponse({"ok": False, "error": "invalid_arguments", "why": str(error)}, 400)


async def _read_object(request: Request) -> Payload:
    """Return the JSON object that was sent; raise Refusal for anything else."""
    try:
        said = read_json(await request.body() or b"{}")
    except ValueError:
        refuse("invalid_json")
    return said if isinstance(said, dict) else refuse("json_not_object")


def _read_fault(said: Payload) -> InjectedFault:
    known = {*_FAULT_WORDS, "times", "seconds"}
    if unknown := said.keys() - known:
        refuse("invalid_arguments", why=f"A fault has no `{min(unknown)}`, only {sorted(known)}.")
    words = [said.get(name, default) for name, default in _FAULT_WORDS.items()]
    if not all(isinstance(word, str) and word.isprintable() for word in words):
        refuse("invalid_arguments", why=f"{sorted(_FAULT_WORDS)} must be words.")
    kind, method, code = words
    times, seconds = (read_number(said, n, 1) for n in ("times", "seconds"))
    return InjectedFault(kind, method=method, code=code, times=int(times), seconds=seconds)


ROUTES = [
    Route("/state", _state),
    Route("/journal", _journal),
    WebSocketRoute("/events", _events),
    Route("/faults", _faults, methods=["GET", "POST", "DELETE"]),
    Route("/sockets", _sockets, methods=["POST"]),
    Route("/act/{what}", _act, methods=["POST"]),
]
