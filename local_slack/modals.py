"""What people do with a modal: fill it in, submit it, close it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from local_slack import clicks, dispatch, payloads, sight
from local_slack.outcome import TROUBLE, ActResult
from local_slack.refusal import Payload, Refusal, refuse

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.views import View


async def fill_in(core: Core, view: View, values: Payload, *, user: str) -> None:
    """Put values into a modal's inputs, each named by action_id, label or block_id."""
    who = core.workspace.user(user)
    state: Payload = {b: dict(v) for b, v in clicks.values_of(view).items()}
    for name, value in values.items():
        block, element = clicks.find(view.body["blocks"], name)
        chosen = await clicks.chosen(core, view, element, value, who)
        entry = {"type": element["type"], **chosen}
        state.setdefault(block["block_id"], {})[element["action_id"]] = entry
    view.body = {**view.body, "state": {"values": state}}


async def submit(core: Core, values: Payload, *, user: str) -> ActResult:
    """Fill in and submit the modal that a person has before them."""
    who = core.workspace.user(user)
    view = core.views.top(who.id)
    if view is None:
        refuse("not_found")
    await fill_in(core, view, values, user=user)
    if missing := _missing(view):
        return ActResult(errors=dict.fromkeys(missing, "Please complete this required field."))
    number = dispatch.number()
    sent = {
        **payloads.interaction(core, "view_submission", who),
        "trigger_id": core.triggers.give(who.id),
        "view": view.body,
        "response_urls": [],
    }
    began = time.perf_counter()
    ack = await dispatch.ask(core, "interactive", sent, envelope=number)
    took = (time.perf_counter() - began) * 1000
    if not ack.heard:
        return ActResult(TROUBLE, ms=took, view=view.body)
    return _submitted(core, view, ack.payload or {}, took)


def _missing(view: View) -> list[str]:
    values = clicks.values_of(view)
    asked = [b for b in view.body["blocks"] if b["type"] == "input" and not b.get("optional")]
    return [b["block_id"] for b in asked if not _filled(b["element"], values.get(b["block_id"]))]


def _filled(element: Payload, entered: Payload | None) -> bool:
    if any(k.startswith("initial_") for k in element):
        return True
    given = (entered or {}).get(element["action_id"], {})
    return any(v not in (None, "", []) for k, v in given.items() if k != "type")


def _submitted(core: Core, view: View, said: Payload, took: float) -> ActResult:
    """Do what the ack of a submission asks: errors, update, push, clear, or close."""
    action = said.get("response_action")
    if action == "errors":
        return ActResult(
            payload=said, acked=True, ms=took, errors=said.get("errors") or {}, view=view.body
        )
    try:
        _change_stack(core, view, action, said.get("view"))
    except Refusal as refusal:
        core.journal.note("refused", "view", refusal.answer())
        return ActResult(TROUBLE, said, ms=took, view=view.body)
    top = core.views.top(view.user)
    return ActResult(payload=said, acked=True, ms=took, view=top.body if top else None)


def _change_stack(core: Core, view: View, action: str | None, sent: Any) -> None:  # noqa: ANN401 (any JSON)
    if action == "update":
        core.views.update(view, sent)
    elif action == "push":
        core.views.push(view.user, sent)
    elif action == "clear":
        core.views.clear(view.user)
    elif action is None:
        core.views.close(view)
    else:
        refuse("invalid_arguments")


async def close(core: Core, *, user: str, cleared: bool = False) -> ActResult:
    """Close the modal that a person has before them; the app is told where it asked to be."""
    who = core.workspace.user(user)
    view = core.views.top(who.id)
    if view is None:
        refuse("not_found")
    if cleared or view.body["clear_on_close"]:
        core.views.clear(who.id)
    else:
        core.views.close(view)
    if not view.body["notify_on_close"]:
        return ActResult()
    sent = {
        **payloads.interaction(core, "view_closed", who),
        "view": view.body,
        "is_cleared": cleared,
    }
    ack = await dispatch.ask(core, "interactive", sent, envelope=dispatch.number())
    return ActResult(payload=ack.payload, acked=ack.heard, view=sight.top(core, who))
