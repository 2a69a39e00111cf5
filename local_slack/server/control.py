"""The control addresses under /local: the state, the journal, acting as a person, faults."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocketDisconnect

from local_slack import people, slack_limits
from local_slack.refusal import Payload, Refusal, refuse
from local_slack.server.page_files import limits_for_page
from local_slack.untrusted import read_json
from local_slack.workspace.channels import PostedMessage, message_as_json
from local_slack.workspace.faults import KINDS, InjectedFault
from local_slack.workspace.ids import BOT_USER

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.websockets import WebSocket

    from local_slack.core import Core
    from local_slack.people import ActResult
    from local_slack.workspace.views import View

_GOING_AWAY = 1001
_MOST = 3_600  # seconds to wait, or times that a fault happens
_FAULT_WORDS = {"kind": "", "method": "*", "code": "fatal_error"}
_ACT_FIELDS = {
    **dict.fromkeys(
        """block callback_id channel command comment content element emoji how kind name outside
        tab text thread_ts title to ts typed url user view_id""".split(),
        str,
    ),
    **dict.fromkeys(("back", "broadcast", "formatting", "private", "snippet"), bool),
    **dict.fromkeys(("attachments", "blocks", "people"), list),
    **dict.fromkeys(("inputs", "values"), dict),
}


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
            how_many = _read_number(asked, "how_many", slack_limits.SOCKETS)
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
        said = _check_act(await _read_object(request))
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


def _read_number(said: Payload, name: str, default: float) -> float:
    """Return a number that somebody may wait for; raise Refusal for anything else."""
    found = said.get(name, default)
    if not isinstance(found, (int, float)) or not 0 <= found <= _MOST:
        refuse("invalid_arguments", why=f"`{name}` must be a number from 0 to {_MOST}.")
    return found


def _read_fault(said: Payload) -> InjectedFault:
    known = {*_FAULT_WORDS, "times", "seconds"}
    if unknown := said.keys() - known:
        refuse("invalid_arguments", why=f"A fault has no `{min(unknown)}`, only {sorted(known)}.")
    words = [said.get(name, default) for name, default in _FAULT_WORDS.items()]
    if not all(isinstance(word, str) and word.isprintable() for word in words):
        refuse("invalid_arguments", why=f"{sorted(_FAULT_WORDS)} must be words.")
    kind, method, code = words
    times, seconds = (_read_number(said, n, 1) for n in ("times", "seconds"))
    return InjectedFault(kind, method=method, code=code, times=int(times), seconds=seconds)


def _check_act(said: Payload) -> Payload:
    """Return what was sent for an act; raise Refusal for a value of the wrong type."""
    for name, kind in _ACT_FIELDS.items():
        if name in said and not isinstance(said[name], kind):
            refuse("invalid_arguments", why=f"`{name}` must be a {kind.__name__}.")
    if "wait" in said:
        _read_number(said, "wait", 0)
    return said


def result_as_json(outcome: ActResult) -> Payload:
    """Return the result of an act for the page."""
    return {
        "error": outcome.error,
        "errors": outcome.errors,
        "acked": outcome.acked,
        "ms": outcome.ms,
        "answers": [message_as_json(m) for m in outcome.answers],
        "view": outcome.view,
    }


async def _command(core: Core, said: Payload) -> Payload:
    return result_as_json(
        await people.type_command(core, said.pop("command"), said.pop("text", ""), **said)
    )


async def _write(core: Core, said: Payload) -> Payload:
    return result_as_json(await people.write(core, said.pop("text"), **{"wait": 0, **said}))


async def _home(core: Core, said: Payload) -> Payload:
    return result_as_json(await people.open_home(core, **said))


async def _click(core: Core, said: Payload) -> Payload:
    source = _source(core, said)
    return result_as_json(
        await people.click(core, source, said.pop("element"), **{"wait": 0, **said})
    )


async def _options(core: Core, said: Payload) -> Payload:
    source = _source(core, said)
    element, typed = said.pop("element"), said.pop("typed", "")
    return {"options": await people.load_options(core, source, element, typed, **said)}


async def _submit(core: Core, said: Payload) -> Payload:
    return result_as_json(await people.submit(core, said.pop("values", {}), **said))


async def _close(core: Core, said: Payload) -> Payload:
    return result_as_json(await people.close(core, **said))


async def _shortcut(core: Core, said: Payload) -> Payload:
    message = _source(core, said) if "ts" in said else None
    sent: Any = {"wait": 0, **said, "message": message}
    return result_as_json(await people.use_shortcut(core, sent.pop("callback_id"), **sent))


async def _edit(core: Core, said: Payload) -> Payload:
    message = _message(core, said)
    sent: Any = {"wait": 0, **said}
    return result_as_json(await people.edit(core, message, sent.pop("text"), **sent))


async def _delete(core: Core, said: Payload) -> Payload:
    return result_as_json(await people.delete(core, _message(core, said), **said))


async def _broadcast(core: Core, said: Payload) -> Payload:
    return result_as_json(await people.broadcast(core, _message(core, said), **said))


async def _react(core: Core, said: Payload) -> Payload:
    message = _message(core, said)
    return result_as_json(await people.react(core, message, said.pop("emoji"), **said))


async def _forward(core: Core, said: Payload) -> Payload:
    message = _message(core, said)
    where = said.pop("to")
    return result_as_json(await people.forward(core, message, **{"wait": 0, **said}, channel=where))


async def _preview(core: Core, said: Payload) -> Payload:
    message = _message(core, said)
    said.pop("user", None)
    return result_as_json(await people.add_preview(core, message, said.pop("url"), **said))


async def _post_as(core: Core, said: Payload) -> Payload:
    said.pop("user", None)
    name = said.pop("name")
    return result_as_json(await people.post_as(core, name, **{"wait": 0, **said}))


async def _share_file(core: Core, said: Payload) -> Payload:
    name, content = said.pop("name"), str(said.pop("content"))
    return result_as_json(await people.share_file(core, name, content, **{"wait": 0, **said}))


async def _assistant(core: Core, said: Payload) -> Payload:
    opened = await people.open_assistant(core, **{"wait": 0, **said})
    where = {"channel": opened.written.channel, "ts": opened.written.ts} if opened.written else {}
    return {**result_as_json(opened), **where}


async def _add_person(core: Core, said: Payload) -> Payload:
    user = people.add_user(core, said["name"], outside=said.get("outside", ""))
    return {"id": user.id}


async def _add_channel(core: Core, said: Payload) -> Payload:
    if listed := said.get("people"):
        return {"id": people.add_group(core, listed).id}
    private = bool(said.get("private"))
    return {"id": people.add_channel(core, said["name"], private=private).id}


async def _join(core: Core, said: Payload) -> Payload:
    """Let the app join a channel, as a person who invites it."""
    inviter = said["user"]
    joined = await people.join(core, user=BOT_USER, channel=said["channel"], inviter=inviter)
    return result_as_json(joined)


async def _install(core: Core, said: Payload) -> Payload:
    """Uninstall the app, revoke its token, or install it again."""
    change = {"uninstall": people.uninstall, "revoke": people.revoke_token}.get(said["how"])
    if change is not None:
        return result_as_json(await change(core))
    people.install(core)
    return {}


async def _function(core: Core, said: Payload) -> Payload:
    """Run a function of the manifest; the answer has its outputs."""
    ran = await people.run_function(core, said["callback_id"], said.get("inputs"))
    return {**result_as_json(ran), "outputs": ran.payload}


async def _dismiss(core: Core, said: Payload) -> Payload:
    """Dismiss an ephemeral message, as the person who sees it may."""
    message = _source(core, said)
    if message.body and getattr(message, "ephemeral_to", None) == said["user"]:
        core.workspace.remove(message)  # type: ignore[arg-type]
    return {}


def _message(core: Core, said: Payload) -> PostedMessage:
    """Return the message that was acted on."""
    message = _source(core, said)
    return message if isinstance(message, PostedMessage) else refuse("message_not_found")


def _source(core: Core, said: Payload) -> PostedMessage | View:
    """Return the message or the view that was acted on."""
    if "view_id" in said:
        return core.views.find(said.pop("view_id"), None)
    channel = core.workspace.channel(said.pop("channel"))
    message = core.workspace.find(channel, said.pop("ts"))
    if message is None:
        refuse("message_not_found")
    return message


ACTS: dict[str, Callable[[Core, Payload], Awaitable[Payload]]] = {
    "command": _command,
    "write": _write,
    "home": _home,
    "click": _click,
    "options": _options,
    "submit": _submit,
    "close": _close,
    "shortcut": _shortcut,
    "dismiss": _dismiss,
    "edit": _edit,
    "delete": _delete,
    "broadcast": _broadcast,
    "react": _react,
    "forward": _forward,
    "preview": _preview,
    "post_as": _post_as,
    "share_file": _share_file,
    "assistant": _assistant,
    "add_person": _add_person,
    "add_channel": _add_channel,
    "join": _join,
    "install": _install,
    "function": _function,
}
ROUTES = [
    Route("/state", _state),
    Route("/journal", _journal),
    WebSocketRoute("/events", _events),
    Route("/faults", _faults, methods=["GET", "POST", "DELETE"]),
    Route("/sockets", _sockets, methods=["POST"]),
    Route("/act/{what}", _act, methods=["POST"]),
]
