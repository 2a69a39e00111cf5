"""Writing a message: the app gets its events, and the person sees the answer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.blocks.block_ids import fill_in_ids
from local_slack.delivery.dispatch import new_envelope_id
from local_slack.delivery.events import MENTION, announce_posted
from local_slack.delivery.link_events import announce_links
from local_slack.delivery.other_events import announce_files
from local_slack.delivery.shared_channels import author_fields
from local_slack.people.answer_wait import wait_for_answers
from local_slack.people.composer import compose
from local_slack.people.outcome import NOT_IN_CHANNEL, TURNED_OFF, ActResult
from local_slack.people.slackbot import show_error
from local_slack.refusal import refuse
from local_slack.workspace.ids import BOT_USER, TEAM
from local_slack.workspace.message_content import thread_fields

if TYPE_CHECKING:
    import asyncio

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
    broadcast: bool = False,
    formatting: bool = True,
    wait: float = 5,
) -> ActResult:
    """Write a message; wait until its events are acked, then `wait` seconds for an answer.

    `text` may be the parts of rich text, as the buttons of the composer make them. With
    `broadcast`, a reply is sent to the channel too.
    """
    composed = compose(core.workspace, text, formatting=formatting)
    if not composed.blocks:
        refuse("no_text")
    typed = text if isinstance(text, str) else composed.text
    return await send(
        core,
        content_fields(composed),
        user=user,
        channel=channel,
        thread_ts=thread_ts,
        broadcast=broadcast,
        typed=typed,
        wait=wait,
    )


async def send(  # noqa: PLR0913 (who sends what where)
    core: Core,
    content: Payload,
    *,
    user: str,
    channel: str,
    thread_ts: str | None = None,
    broadcast: bool = False,
    typed: str = "",
    wait: float = 5,
) -> ActResult:
    """Send a message with this content; wait as for one that is written."""
    who, where = core.workspace.user(user), core.workspace.channel(channel)
    if error := _refusal(core, who, where):
        return show_error(core, who, where, error)
    body = {
        **content,
        **thread_fields(core.workspace, where, thread_ts, broadcast=broadcast),
        **_author(core, who, where, thread_ts),
    }
    written = core.workspace.post(where, body, typed=typed)
    deliveries = _announce(core, written)
    if not deliveries:
        return _unheard(core, who, where, written)
    return await wait_for_answers(core, who, written, deliveries, wait)


def _announce(core: Core, written: PostedMessage) -> list[asyncio.Task[bool]]:
    return [
        *announce_posted(core, written),
        *announce_files(core, written),
        *announce_links(core, written),
    ]


def content_fields(composed: Composed) -> Payload:
    """Return the fields of what was composed; without words there are no blocks."""
    blocks = fill_in_ids(composed.blocks)
    return {"text": composed.text, **({"blocks": blocks} if blocks else {})}


def _author(core: Core, user: User, channel: Channel, thread_ts: str | None) -> Payload:
    """Return the fields that say who wrote a message, and in which thread with the assistant."""
    body = {"user": user.id, "client_msg_id": new_envelope_id(), **author_fields(channel, user)}
    if not core.assistant.opened(channel.id, thread_ts):
        return body
    teams = {"user_team": TEAM, "source_team": TEAM, "user_profile": {}}
    return {**body, **teams, "assistant_thread": {"action_token": core.triggers.give(user.id)}}


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
