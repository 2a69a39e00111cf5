"""Filling in, submitting and closing a modal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_slack.delivery.dispatch import new_envelope_id
from local_slack.delivery.payloads import interaction_payload, new_response_url, view_fields
from local_slack.people import sight
from local_slack.people.asking import ask_app
from local_slack.people.choices import choose
from local_slack.people.clicks import entered_values, keep_values
from local_slack.people.field_values import FormNotTaken, NotTaken, find_problem, is_blank
from local_slack.people.finding_elements import find_element
from local_slack.people.outcome import TROUBLE, ActResult
from local_slack.refusal import Payload, Refusal, refuse
from local_slack.workspace.entered import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_slack.core import Core
    from local_slack.workspace.channels import User
    from local_slack.workspace.views import View

REQUIRED = "Please complete this required field."


async def submit(core: Core, values: Payload, *, user: str) -> ActResult:
    """Fill in and submit the modal that a person has open.

    Raise FormNotTaken for values that Slack's client would not send.
    """
    who = core.workspace.user(user)
    view = _open_modal(core, who)
    refused = await _fill_in(core, view, values, who)
    entered = entered_values(core, view, who)
    missing = dict.fromkeys(_missing(view, entered), REQUIRED)
    said = {**_wrong(view, entered), **missing, **refused}
    if any(sentence != REQUIRED for sentence in said.values()):
        raise FormNotTaken(said)
    if said:
        return ActResult(errors=said)
    envelope = new_envelope_id()
    sent = {
        **interaction_payload(core, "view_submission", who),
        "trigger_id": core.triggers.give(who.id),
        **view_fields(core, view),
        "response_urls": list(_response_urls(core, view, who, envelope)),
    }
    asked = await ask_app(core, "interactive", sent, envelope=envelope)
    if not asked.ack.heard:
        return ActResult(TROUBLE, ms=asked.ms, view=view.body)
    return _follow(core, view, asked.ack.payload or {}, asked.ms)


def _response_urls(core: Core, view: View, user: User, cause: str) -> Iterator[Payload]:
    """Yield an address for each input that asks for one with the channel that is chosen in it."""
    values = entered_values(core, view, user)
    for block in view.body["blocks"]:
        element = block.get("element") or {}
        if not element.get("response_url_enabled"):
            continue
        given = values[block["block_id"]][element["action_id"]]
        channel = core.workspace.channels.get(given[FIELDS[element["type"]]] or "")
        if channel is not None:
            yield {
                "block_id": block["block_id"],
                "action_id": element["action_id"],
                "channel_id": channel.id,
                "response_url": new_response_url(core, channel, user, cause),
            }


def _open_modal(core: Core, user: User) -> View:
    return core.views.top(user.id) or refuse("not_found")


async def _fill_in(core: Core, view: View, values: Payload, user: User) -> dict[str, str]:
    """Put values into inputs, each named by action_id, label or block_id.

    Return a sentence for each that nobody can enter, by block_id.
    """
    state = entered_values(core, view, user)
    refused = {}
    for name, value in values.items():
        block, element = find_element(view.body["blocks"], name)
        try:
            chosen = await choose(core, view, element, value, user)
        except NotTaken as sentence:
            refused[block["block_id"]] = str(sentence)
            continue
        entry = {"type": element["type"], **chosen}
        state.setdefault(block["block_id"], {})[element["action_id"]] = entry
    keep_values(core, view, user, state)
    return refused


def _wrong(view: View, values: Payload) -> dict[str, str]:
    """Return what Slack's client says of the inputs' values, by block_id."""
    inputs = {b["block_id"]: b["element"] for b in view.body["blocks"] if b["type"] == "input"}
    said = {
        name: find_problem(element, _value_of(values[name])) for name, element in inputs.items()
    }
    return {name: sentence for name, sentence in said.items() if sentence}


def _missing(view: View, values: Payload) -> list[str]:
    """Return the block_ids of required inputs without a value."""
    required = [b for b in view.body["blocks"] if b["type"] == "input" and not b.get("optional")]
    return [b["block_id"] for b in required if is_blank(_value_of(values[b["block_id"]]))]


def _value_of(entered: Payload) -> Any:  # noqa: ANN401 (any JSON)
    """Return the value of the one element of an input."""
    (given,) = entered.values()
    return given[FIELDS[given["type"]]]


def _follow(core: Core, view: View, ack: Payload, ms: float) -> ActResult:
    """Do what the ack of a submission asks: errors, update, push, clear, or close."""
    action = ack.get("response_action")
    if action == "errors":
        errors = ack.get("errors") or {}
        return ActResult(payload=ack, acked=True, ms=ms, errors=errors, view=view.body)
    try:
        _change_stack(core, view, action, ack.get("view"))
    except Refusal as refusal:
        core.journal.note("refused", "view", refusal.answer())
        return ActResult(TROUBLE, ack, ms=ms, view=view.body)
    top = core.views.top(view.user)
    return ActResult(payload=ack, acked=True, ms=ms, view=top.body if top else None)


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
    """Close the modal that a person has open; the app is told if it asked for that."""
    who = core.workspace.user(user)
    view = _open_modal(core, who)
    if cleared or view.body["clear_on_close"]:
        core.views.clear(who.id)
    else:
        core.views.close(view)
    if not view.body["notify_on_close"]:
        return ActResult()
    sent = {
        **interaction_payload(core, "view_closed", who),
        **view_fields(core, view),
        "is_cleared": cleared,
    }
    ack = (await ask_app(core, "interactive", sent)).ack
    return ActResult(payload=ack.payload, acked=ack.heard, view=sight.open_modal(core, who))
