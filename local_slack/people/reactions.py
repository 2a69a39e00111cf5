"""Reacting to a message with an emoji, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.other_events import announce_reaction
from local_slack.people.answer_wait import wait_for_answers
from local_slack.refusal import refuse

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.people.outcome import ActResult
    from local_slack.workspace.channels import PostedMessage


async def react(  # noqa: PLR0913 (who reacts to what with what)
    core: Core,
    message: PostedMessage,
    emoji: str,
    *,
    user: str,
    back: bool = False,
    wait: float = 0,
) -> ActResult:
    """Add an emoji to a message, or take it `back`; wait for the ack, and for an answer.

    Raise Refusal for one that the workspace does not have.
    """
    who = core.workspace.user(user)
    now = core.workspace.find(core.workspace.channels[message.channel], message.ts)
    if now is None or not now.is_seen_by(who.id):
        refuse("message_not_found")
    name = core.workspace.emoji_name(emoji)
    change = core.workspace.unreact if back else core.workspace.react
    changed = change(now, name, who.id)
    deliveries = announce_reaction(core, changed, name, who.id, added=not back)
    return await wait_for_answers(core, who, changed, deliveries, wait)
