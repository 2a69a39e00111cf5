"""Clicking an element of a message or a view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_slack.delivery.dispatch import new_envelope_id
from local_slack.delivery.payloads import click_payload
from local_slack.people.asking import interact
from local_slack.people.choices import choose
from local_slack.people.finding_elements import find_element
from local_slack.refusal import refuse
from local_slack.workspace.channels import PostedMessage
from local_slack.workspace.entered import FIELDS, all_values

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.people.outcome import ActResult
    from local_slack.people.sight import Source
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import User

# An action carries what was chosen, not all that could be chosen.
_LEFT_OUT = {"options", "option_groups", "initial_option", "initial_options", "confirm"}


async def click(  # noqa: PLR0913 (who clicks what, and chooses what)
    core: Core,
    source: Source,
    element: str,
    *,
    user: str,
    block: str = "",
    choice: Any = None,  # noqa: ANN401 (an option, a date, an id)
    wait: float = 2,
) -> ActResult:
    """Click an element, named by action_id or by its words; `choice` names an option of it.

    `block` names its block by block_id, where several have such an element.
    """
    who = core.workspace.user(user)
    source = _as_it_is_now(core, source, who)
    found = find_element(source.body.get("blocks") or [], element, block)
    action = await _action(core, source, found, choice, who)
    envelope = new_envelope_id()
    values = _with_action(core, source, who, action)
    sent = click_payload(core, who, source, action=action, values=values, cause=envelope)
    return await interact(core, sent, envelope, user=who, source=source, wait=wait)


async def _action(
    core: Core,
    source: Source,
    where: tuple[Payload, Payload],
    choice: Any,  # noqa: ANN401 (an option, a date, an id)
    user: User,
) -> Payload:
    block, found = where
    is_button = found["type"] == "button"
    return {
        **{k: v for k, v in found.items() if k not in _LEFT_OUT},
        **({} if is_button else await choose(core, source, found, choice, user)),
        "block_id": block["block_id"],
    }


def _as_it_is_now(core: Core, source: Source, user: User) -> Source:
    """Return a message as it is now; raise Refusal if this person does not see it."""
    if not isinstance(source, PostedMessage):
        return source
    channel = core.workspace.channels[source.channel]
    now = core.workspace.find(channel, source.ts)
    if now is None or not now.is_seen_by(user.id):
        refuse("message_not_found")
    return now


def _with_action(core: Core, source: Source, user: User, action: Payload) -> Payload:
    """Return all values of a message or a view, with the one that was chosen now, and keep it."""
    values = entered_values(core, source, user)
    if field := FIELDS.get(action["type"]):
        chosen = {"type": action["type"], field: action[field]}
        values[action["block_id"]][action["action_id"]] = chosen
    keep_values(core, source, user, values)
    return values


def entered_values(core: Core, source: Source, user: User) -> Payload:
    """Return the values of a message's or a view's elements, by block_id and action_id."""
    blocks = source.body.get("blocks") or []
    if isinstance(source, PostedMessage):
        return all_values(blocks, core.entered.of(source.ts, user.id))
    return all_values(blocks, source.body["state"]["values"])


def keep_values(core: Core, source: Source, user: User, values: Payload) -> None:
    """Keep what a person has entered in a message or a view."""
    if isinstance(source, PostedMessage):
        core.entered.keep(source.ts, user.id, values)
    else:
        source.body = {**source.body, "state": {"values": values}}
