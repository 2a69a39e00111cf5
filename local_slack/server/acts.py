"""What a person does by the page or the test API: one act for each word in its address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_slack import people
from local_slack.refusal import Payload, refuse
from local_slack.workspace.channels import PostedMessage, message_as_json
from local_slack.workspace.ids import BOT_USER

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from local_slack.core import Core
    from local_slack.people import ActResult
    from local_slack.workspace.views import View

_MOST = 3_600  # seconds to wait, or times that a fault happens
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


def read_number(said: Payload, name: str, default: float) -> float:
    """Return a number that somebody may wait for; raise Refusal for anything else."""
    found = said.get(name, default)
    if not isinstance(found, (int, float)) or not 0 <= found <= _MOST:
        refuse("invalid_arguments", why=f"`{name}` must be a number from 0 to {_MOST}.")
    return found


def check_act(said: Payload) -> Payload:
    """Return what was sent for an act; raise Refusal for a value of the wrong type."""
    for name, kind in _ACT_FIELDS.items():
        if name in said and not isinstance(said[name], kind):
            refuse("invalid_arguments", why=f"`{name}` must be a {kind.__name__}.")
    if "wait" in said:
        read_number(said, "wait", 0)
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
    """Send a form; what Slack's client does not take is shown at its fields."""
    try:
        return result_as_json(await people.submit(core, said.pop("values", {}), **said))
    except people.FormNotTaken as refused:
        return result_as_json(people.ActResult(errors=refused.errors))


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
