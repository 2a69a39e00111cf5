"""What a payload must hold to be answered: Slack's always does, and a forged or odd one may not.

Bolt and the listeners take these fields for granted. All are looked at before either sees them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Payload = dict[str, Any]
Field = tuple[str, bool]  # a field's name, and whether it is as it must be

ANSWERED_EVENTS = frozenset({"message", "app_mention"})
_ID = re.compile(r"[A-Za-z0-9]{1,64}")
_TIME = re.compile(r"[0-9]{1,20}(?:\.[0-9]{1,20})?")


def find_fault(body: object) -> str | None:
    """Return the name of a field that is missing or malformed, if there is one."""
    if not isinstance(body, dict):
        return "payload"
    return next((name for name, is_good in _fields(body) if not is_good), None)


def _fields(body: Payload) -> Iterator[Field]:
    yield from _routing(body)
    if "command" in body:
        yield from _command(body)
    elif isinstance(kind := body.get("type"), str) and kind in _KINDS:
        yield from _KINDS[kind](body)
    else:
        yield "type", kind == "url_verification" or "ssl_check" in body


def _routing(body: Payload) -> Iterator[Field]:
    """Yield what says whom a payload is for, and where to answer it."""
    yield from ((name, _is(body, name, str)) for name in ("type", "event_id", "response_url"))
    yield from ((n, _is(body, n, str, dict)) for n in ("team", "enterprise", "user", "channel"))
    yield from ((name, _is(body, name, dict)) for name in ("view", "container", "message"))
    yield from ((n, _are_dicts(body, n)) for n in ("authorizations", "response_urls"))
    for name in ("team", "enterprise", "user", "channel"):
        node = body.get(name)
        some_id = node.get("id") if isinstance(node, dict) else node
        yield f"{name}.id", some_id is None or _is_id(some_id)


def _command(body: Payload) -> Iterator[Field]:
    yield "command", isinstance(body["command"], str)
    yield "text", _is(body, "text", str)
    yield "channel_id", _is_id(body.get("channel_id"))


def _event(body: Payload) -> Iterator[Field]:
    event = body.get("event")
    yield "event", isinstance(event, dict) and isinstance(event.get("type"), str)
    if not isinstance(event, dict):
        return
    yield from ((n, _is(event, n, str, dict)) for n in ("user", "channel", "team", "enterprise"))
    yield from ((n, _is(event, n, str)) for n in ("text", "subtype", "bot_id", "channel_type"))
    yield "assistant_thread", _is(event, "assistant_thread", dict)
    if event.get("type") in ANSWERED_EVENTS:
        yield "channel", _is_id(event.get("channel"))
        yield "ts", _is_time(event.get("ts"))
        yield "thread_ts", event.get("thread_ts") is None or _is_time(event["thread_ts"])
    if event.get("type") == "app_home_opened":
        yield from ((name, _is_id(event.get(name))) for name in ("channel", "user"))


def _actions(body: Payload) -> Iterator[Field]:
    actions = body.get("actions")
    yield "actions", isinstance(actions, list) and bool(actions) and _are_dicts(body, "actions")
    if isinstance(actions, list):
        yield "action_id", all(_has_text(a, "action_id") for a in actions)
    yield "user", isinstance(body.get("user"), dict) and _is_id(body["user"].get("id"))
    yield "channel", _is(body, "channel", dict)
    message = body.get("message") or {}
    yield "message.ts", all(_is(message, name, str) for name in ("ts", "thread_ts"))
    if not body.get("view"):
        yield "channel.id", _is_id(channel_of(body))


def _shortcut(body: Payload) -> Iterator[Field]:
    yield "callback_id", _has_text(body, "callback_id")


def _message_action(body: Payload) -> Iterator[Field]:
    yield from _shortcut(body)
    message = body.get("message")
    yield "message", isinstance(message, dict)
    if isinstance(message, dict):
        yield "thread_ts", message.get("thread_ts") is None or _is_time(message["thread_ts"])


def _view(body: Payload) -> Iterator[Field]:
    yield from (("view", _has_text(body.get("view"), name)) for name in ("type", "callback_id"))


def _suggestion(body: Payload) -> Iterator[Field]:
    yield "action_id", _has_text(body, "action_id")


def channel_of(body: Payload) -> object:
    """Return the id of the channel of a click; a message that one person sees says less."""
    channel, container = body.get("channel"), body.get("container") or {}
    return (channel.get("id") if isinstance(channel, dict) else None) or container.get("channel_id")


def _is(node: Mapping[str, Any], name: str, *types: type) -> bool:
    """Return whether a field is absent or of one of these types."""
    return node.get(name) is None or isinstance(node[name], types)


def _are_dicts(node: Mapping[str, Any], name: str) -> bool:
    found = node.get(name)
    return found is None or (isinstance(found, list) and all(isinstance(f, dict) for f in found))


def _has_text(node: object, name: str) -> bool:
    return isinstance(node, dict) and isinstance(node.get(name), str)


def _is_id(found: object) -> bool:
    return isinstance(found, str) and _ID.fullmatch(found) is not None


def _is_time(found: object) -> bool:
    return isinstance(found, str) and _TIME.fullmatch(found) is not None


_KINDS: dict[str, Callable[[Payload], Iterator[Field]]] = {
    "event_callback": _event,
    "block_actions": _actions,
    "shortcut": _shortcut,
    "message_action": _message_action,
    "view_submission": _view,
    "view_closed": _view,
    "block_suggestion": _suggestion,
}
