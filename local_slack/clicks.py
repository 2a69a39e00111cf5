"""What people do with what an app shows them: click, choose, fill in, submit, close."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from local_slack import blocks, dispatch, elements, payloads, sight
from local_slack.outcome import CLICK_FAILED, ActResult
from local_slack.refusal import Payload, refuse
from local_slack.state import PostedMessage

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.state import User
    from local_slack.views import View

_LISTED = {"options", "option_groups", "initial_option", "initial_options", "confirm"}
_CHOSEN_BY_ID = {
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "rich_text_input": "rich_text_value",
}
_OPTION = {"overflow", "static_select", "external_select", "radio_buttons"}
_OPTIONS = {"checkboxes", "multi_static_select", "multi_external_select"}


async def click(  # noqa: PLR0913 (who clicks what, and chooses what)
    core: Core,
    source: PostedMessage | View,
    element: str,
    *,
    user: str,
    choice: Any = None,  # noqa: ANN401 (an option, a date, an id)
    wait: float = 2,
) -> ActResult:
    """Click an element, named by its action_id or its label, or choose an option of it."""
    who = core.workspace.user(user)
    source = _still_there(core, source, who)
    block, found = find(source.body.get("blocks") or [], element)
    action = {
        **{k: v for k, v in found.items() if k not in _LISTED},
        **(await chosen(core, source, found, choice, who) if found["type"] != "button" else {}),
        "block_id": block["block_id"],
    }
    number = dispatch.number()
    sent = payloads.click(core, who, source, action=action, values=values_of(source), cause=number)
    return await _asked(core, sent, number, user=who, source=source, wait=wait)


async def _asked(  # noqa: PLR0913 (one question's parts)
    core: Core,
    sent: Payload,
    number: str,
    *,
    user: User,
    source: PostedMessage | View | None,
    wait: float,
) -> ActResult:
    """Deliver a click or a shortcut; wait for its ack, then for something to be seen."""
    had, began = sight.shown(core, user, source), time.perf_counter()
    ack = await dispatch.ask(core, "interactive", sent, envelope=number)
    took = (time.perf_counter() - began) * 1000
    if not ack.heard:
        core.workspace.told("failed", {"user": user.id, "text": CLICK_FAILED})
        return ActResult(CLICK_FAILED, ms=took)
    effects = await sight.effects(core, number, wait, user=user, had=had, source=source)
    return ActResult(None, ack.payload, True, took, effects=effects, view=sight.top(core, user))


def _still_there(core: Core, source: PostedMessage | View, user: User) -> PostedMessage | View:
    """Return a message as it is now; raise Refusal where this person does not see it."""
    if not isinstance(source, PostedMessage):
        return source
    channel = core.workspace.channels[source.channel]
    now = core.workspace.find(channel, source.ts)
    if now is None or not now.seen_by(user.id):
        refuse("message_not_found")
    return now


def find(given: list[Payload], wanted: str) -> tuple[Payload, Payload]:
    """Return an element and its block, by action_id, by the words on it, or by its block_id."""
    for block in given:
        for _, element in blocks.elements([block]):
            names = {element.get("action_id"), block["block_id"], _label(block, element)}
            if wanted in names:
                return block, element
    known = [
        f"{e.get('action_id')} ({_label(b, e)})" for b in given for _, e in blocks.elements([b])
    ]
    msg = f"no element {wanted!r}; there are: {', '.join(known) or 'none'}"
    raise LookupError(msg)


def _label(block: Payload, element: Payload) -> str | None:
    words = element.get("text") or block.get("label") or element.get("placeholder") or {}
    return words.get("text") if isinstance(words, dict) else None


async def chosen(
    core: Core,
    source: PostedMessage | View,
    element: Payload,
    choice: Any,  # noqa: ANN401 (an option, a date, an id)
    user: User,
) -> Payload:
    """Return a choice as the action has it."""
    kind = element["type"]
    if kind in _OPTION | _OPTIONS:
        offered = _offered(element)
        wanted = choice if isinstance(choice, list) else [choice]
        # What an app offered while somebody typed comes back whole: only the app knows it.
        whole = "external" in kind and all(isinstance(w, dict) for w in wanted)
        if "external" in kind and not whole:
            offered = await options(core, source, element["action_id"], "", user=user.id)
        chosen = wanted if whole else [_option(offered, w) for w in wanted]
        return {"selected_option": chosen[0]} if kind in _OPTION else {"selected_options": chosen}
    return {_CHOSEN_BY_ID.get(kind, "value"): choice}


def _offered(element: Payload) -> list[Payload]:
    groups: list[Payload] = element.get("option_groups") or []
    grouped = [o for g in groups for o in g["options"]]
    return [*(element.get("options") or []), *grouped]


def _option(offered: list[Payload], wanted: str) -> Payload:
    for option in offered:
        if wanted in (option.get("value"), option["text"]["text"]):
            return option
    msg = f"no option {wanted!r}; there are: {[o['text']['text'] for o in offered]}"
    raise LookupError(msg)


async def options(
    core: Core, source: PostedMessage | View, element: str, typed: str, *, user: str
) -> list[Payload]:
    """Type into an external select; return the options that the app offers."""
    who = core.workspace.user(user)
    block, found = find(source.body.get("blocks") or [], element)
    sent = {
        **payloads.interaction(core, "block_suggestion", who),
        "action_id": found["action_id"],
        "block_id": block["block_id"],
        "value": typed,
        "container": {"type": "message" if isinstance(source, PostedMessage) else "view"},
        **(
            {"channel": {"id": source.channel}, "message": source.body}
            if isinstance(source, PostedMessage)
            else {"view": source.body}
        ),
    }
    kind = "interactive" if core.manifest.socket_mode else "options"
    ack = await dispatch.ask(core, kind, sent, envelope=dispatch.number())
    offered = ack.payload or {}
    problems = [
        *elements.OPTIONS(offered.get("options") or [], "/options"),
        *elements.OPTION_GROUPS(offered.get("option_groups") or [], "/option_groups"),
    ]
    if problems:
        core.journal.note("refused", "options", {"errors": problems})
        return []
    return _offered(offered)


def values_of(source: PostedMessage | View) -> Payload:
    state = source.body.get("state") or {}
    return state.get("values") or {}


async def shortcut(
    core: Core,
    callback_id: str,
    *,
    user: str,
    message: PostedMessage | None = None,
    wait: float = 2,
) -> ActResult:
    """Use a shortcut of the manifest: a global one, or one of a message."""
    who = core.workspace.user(user)
    known = core.manifest.shortcuts.get(callback_id)
    wanted = "message" if message else "global"
    if known is None or known.get("type") != wanted:
        msg = f"the manifest has no {wanted} shortcut {callback_id!r}"
        raise LookupError(msg)
    number = dispatch.number()
    sent = {
        **payloads.interaction(core, "message_action" if message else "shortcut", who),
        "callback_id": callback_id,
        "trigger_id": core.triggers.give(who.id),
        "action_ts": core.workspace.timestamp(),
        **(_on_message(core, message, who, number) if message else {}),
    }
    return await _asked(core, sent, number, user=who, source=message, wait=wait)


def _on_message(core: Core, message: PostedMessage, user: User, number: str) -> Payload:
    channel = core.workspace.channels[message.channel]
    return {
        "message_ts": message.ts,
        "message": message.body,
        "channel": {"id": channel.id, "name": payloads.channel_name(channel)},
        "response_url": payloads.response_url(core, channel, user, number, message.ts),
    }
