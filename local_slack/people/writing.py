"""Writing a message: the app gets its events, and the person sees the answer below it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from local_slack.blocks.block_ids import fill_in_ids
from local_slack.delivery.dispatch import new_envelope_id
from local_slack.delivery.events import MENTION, announce_posted
from local_slack.people.composer import compose
from local_slack.people.outcome import NOT_IN_CHANNEL, TURNED_OFF, ActResult
from local_slack.people.slackbot import show_error
from local_slack.refusal import refuse
from local_slack.workspace.channels import Effect
from local_slack.workspace.ids import BOT_USER, TEAM
from local_slack.workspace.message_content import thread_fields

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.people.composer import Composed
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import Channel, PostedMessage, User


async def write(  # noqa: PLR0913 (who writes what where)
    core: Core,
    text: str | list[Payload],
    *,
    user: str,
    channel: str,
    thread_ts: str | None = None,
    formatting: bool = True,
    wait: float = 5,
) -> ActResult:
    """Write a message; wait until its events are acked, then `wait` seconds for an answer.

    `text` may be the parts of rich text, as the buttons of the composer make them.
    """
    who, where = core.workspace.user(user), core.workspace.channel(channel)
    if error := _refusal(core, who, where):
        return show_error(core, who, where, error)
    composed = compose(core.workspace, text, formatting=formatting)
    if not composed.blocks:
        refuse("no_text")
    written = _post(core, who, where, composed, thread_ts)
    began = time.perf_counter()
    deliveries = announce_posted(core, written)
    if not deliveries:
        return _unheard(core, who, where, written)
    acked = all([await delivery for delivery in deliveries])
    took = (time.perf_counter() - began) * 1000
    answers = await core.journal.until(
        lambda: _find_answers(core, where, who, written), wait, where.id, thread_ts or written.ts
    )
    return ActResult(None, None, acked, took, written, [Effect("message", m) for m in answers])


def _refusal(core: Core, user: User, channel: Channel) -> str | None:
    """Return Slack's words if direct messages are off; raise Refusal if one may not write."""
    if channel.is_im and not core.manifest.takes_messages:
        return TURNED_OFF
    if channel.archived:
        refuse("is_archived")
    if user.id not in channel.members:
        refuse("not_in_channel")
    return None


def _unheard(core: Core, user: User, channel: Channel, written: PostedMessage) -> ActResult:
    """Post that the app is not in the channel, if it was mentioned there."""
    if BOT_USER in channel.members or not MENTION.search(written.text):
        return ActResult(written=written)
    error = NOT_IN_CHANNEL.format(name=core.workspace.users[BOT_USER].name)
    show_error(core, user, channel, error)
    return ActResult(error, written=written)


def _post(
    core: Core, user: User, channel: Channel, composed: Composed, thread_ts: str | None
) -> PostedMessage:
    body = {
        "user": user.id,
        "client_msg_id": new_envelope_id(),
        "text": composed.text,
        "team": TEAM,
        "blocks": fill_in_ids(composed.blocks),
        **thread_fields(core.workspace, channel, thread_ts),
    }
    return core.workspace.post(channel, body)


def _find_answers(
    core: Core, channel: Channel, user: User, written: PostedMessage
) -> list[PostedMessage]:
    """Return what the app said since, in the thread of a message or, in a DM, after it."""
    thread = core.workspace.thread(channel, written.thread_ts or written.ts)
    found = [m for m in thread if m.from_app and m.changed > written.changed]
    if not found and channel.is_im:
        found = _find_later(channel, written)
    return [m for m in found if m.from_app and m.is_seen_by(user.id)]


def _find_later(channel: Channel, written: PostedMessage) -> list[PostedMessage]:
    found: list[PostedMessage] = []
    for message in reversed(channel.messages.values()):
        if message.changed <= written.changed:
            break
        found.insert(0, message)
    return found
