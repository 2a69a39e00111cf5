"""Using a shortcut of the manifest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery import payloads
from local_slack.delivery.dispatch import new_envelope_id
from local_slack.people.asking import interact

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.people.outcome import ActResult
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import PostedMessage, User


async def use_shortcut(
    core: Core,
    callback_id: str,
    *,
    user: str,
    message: PostedMessage | None = None,
    wait: float = 2,
) -> ActResult:
    """Use a global shortcut, or one of a message; raise LookupError if the manifest lacks it."""
    _check_known(core, callback_id, "message" if message else "global")
    who = core.workspace.user(user)
    envelope = new_envelope_id()
    sent = {
        **payloads.interaction_payload(core, "message_action" if message else "shortcut", who),
        "callback_id": callback_id,
        "trigger_id": core.triggers.give(who.id),
        "action_ts": core.workspace.timestamp(),
        **(_on_message(core, message, who, envelope) if message else {}),
    }
    return await interact(core, sent, envelope, user=who, source=message, wait=wait)


def _check_known(core: Core, callback_id: str, kind: str) -> None:
    known = core.manifest.shortcuts.get(callback_id)
    if known is None or known.get("type") != kind:
        msg = f"The manifest does not have a {kind} shortcut {callback_id!r}."
        raise LookupError(msg)


def _on_message(core: Core, message: PostedMessage, user: User, envelope: str) -> Payload:
    channel = core.workspace.channels[message.channel]
    return {
        "message_ts": message.ts,
        "message": message.body,
        "channel": {"id": channel.id, "name": payloads.channel_name(channel)},
        "response_url": payloads.new_response_url(core, channel, user, envelope, message.ts),
    }
