"""Changing one's own message: edit it, delete it, send a reply to the channel too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from local_slack.delivery.events import announce_changed, announce_deleted
from local_slack.people.answer_wait import wait_for_answers
from local_slack.people.composer import compose
from local_slack.people.writing import content_fields
from local_slack.refusal import refuse
from local_slack.workspace.ids import SLACKBOT

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.people.outcome import ActResult
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import PostedMessage, User


async def edit(  # noqa: PLR0913 (who writes what anew)
    core: Core,
    message: PostedMessage,
    text: str | list[Payload],
    *,
    user: str,
    formatting: bool = True,
    wait: float = 2,
) -> ActResult:
    """Edit one's own message; wait as for a new one."""
    who, old = _own(core, message, user)
    composed = compose(core.workspace, text, formatting=formatting)
    if not composed.blocks:
        refuse("no_text")
    edited = {"user": who.id, "ts": core.workspace.timestamp()}
    typed = text if isinstance(text, str) else composed.text
    body = {**old.body, **content_fields(composed), "edited": edited}
    now = core.workspace.rewrite(replace(old, body=body, typed=typed))
    return await wait_for_answers(core, who, now, announce_changed(core, now, old), wait)


async def delete(core: Core, message: PostedMessage, *, user: str, wait: float = 0) -> ActResult:
    """Delete one's own message; the first of a thread leaves a tombstone with its replies."""
    who, old = _own(core, message, user)
    if old.body.get("reply_count"):
        now = core.workspace.rewrite(replace(old, body=_tombstone(old), typed=""))
        return await wait_for_answers(core, who, now, announce_changed(core, now, old), wait)
    core.workspace.remove(old)
    return await wait_for_answers(core, who, old, announce_deleted(core, old), wait)


def _tombstone(message: PostedMessage) -> Payload:
    kept = ("type", "ts", "thread_ts", "reply_count", "reply_users_count", "latest_reply")
    return {
        **{k: message.body[k] for k in (*kept, "reply_users", "is_locked")},
        "subtype": "tombstone",
        "text": "This message was deleted.",
        "user": SLACKBOT,
        "hidden": True,
    }


async def broadcast(core: Core, message: PostedMessage, *, user: str, wait: float = 0) -> ActResult:
    """Send one's own reply to the channel too, some time after it was written."""
    who, old = _own(core, message, user)
    channel = core.workspace.channels[old.channel]
    root = core.workspace.find(channel, old.thread_ts or "")
    if root is None or root.ts == old.ts:
        refuse("thread_not_found")
    body = {k: v for k, v in old.body.items() if k != "parent_user_id"}
    shown = {"subtype": "thread_broadcast", "root": root.body}
    now = core.workspace.rewrite(replace(old, body={**body, **shown}))
    return await wait_for_answers(core, who, now, announce_changed(core, now, old), wait)


def _own(core: Core, message: PostedMessage, user: str) -> tuple[User, PostedMessage]:
    """Return a person and their message as it is now; raise Refusal if it is not theirs."""
    who = core.workspace.user(user)
    now = core.workspace.find(core.workspace.channels[message.channel], message.ts)
    if now is None:
        refuse("message_not_found")
    if now.user != who.id or now.body.get("bot_id"):
        refuse("not_your_message")
    return who, now
