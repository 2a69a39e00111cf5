"""Forwarding a message, and previews of links: what other messages show of one another."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from local_slack.delivery.permalinks import message_at_address, permalink_of
from local_slack.delivery.previews import add_previews
from local_slack.people.answer_wait import wait_for_answers
from local_slack.people.composer import Composed, compose
from local_slack.people.rich_text_as_mrkdwn import escape
from local_slack.people.writing import content_fields, send
from local_slack.refusal import refuse
from local_slack.workspace.channels import User
from local_slack.workspace.ids import TEAM

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.people.outcome import ActResult
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import PostedMessage


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


async def forward(  # noqa: PLR0913 (who forwards what where)
    core: Core,
    message: PostedMessage,
    *,
    user: str,
    channel: str,
    comment: str = "",
    thread_ts: str | None = None,
    wait: float = 5,
) -> ActResult:
    """Forward a message, with a comment or without words; wait as for one that is written."""
    who = core.workspace.user(user)
    now = core.workspace.find(core.workspace.channels[message.channel], message.ts)
    if now is None or who.id not in core.workspace.channels[now.channel].members:
        refuse("message_not_found")
    composed = compose(core.workspace, comment) if comment else Composed("", [])
    shared = {**show_message(core, now), "is_share": True}
    content = {**content_fields(composed), "attachments": [shared]}
    return await send(
        core, content, user=user, channel=channel, thread_ts=thread_ts, typed=comment, wait=wait
    )


def show_message(core: Core, message: PostedMessage) -> Payload:
    """Return a message as an attachment of another, as Slack shows one that is linked to."""
    author = _author(core, message)
    channel = core.workspace.channels[message.channel]
    address = permalink_of(core, message)
    return {
        "ts": message.ts,
        "author_id": author.id,
        "channel_id": channel.id,
        "channel_team": channel.team,
        **({"channel_name": channel.name} if channel.has_name else {}),
        "is_msg_unfurl": True,
        **_words(message),
        "id": 1,
        "original_url": address,
        "fallback": f"[{_when(message)}] {author.name}: {message.text}",
        "text": message.text,
        "author_name": author.real_name,
        "author_link": f"{core.base_url}team/{author.id}",
        "author_icon": f"{core.base_url}page/icon.svg",
        "author_subname": author.name,
        "mrkdwn_in": ["text"],
        "footer": "Thread in Slack Conversation" if _is_reply(message) else "Slack Conversation",
        "from_url": escape(address),
    }


def _words(message: PostedMessage) -> Payload:
    """Return the blocks of a message; those of a reply in a thread are not wrapped."""
    if not message.blocks:
        return {"is_reply_unfurl": True} if _is_reply(message) else {}
    if _is_reply(message):
        return {"is_reply_unfurl": True, "blocks": message.blocks}
    wrapped = {"team": TEAM, "channel": message.channel, "ts": message.ts}
    return {"message_blocks": [{**wrapped, "message": {"blocks": message.blocks}}]}


def _is_reply(message: PostedMessage) -> bool:
    return message.thread_ts not in (None, message.ts)


def _author(core: Core, message: PostedMessage) -> User:
    """Return who wrote a message; a workflow has a name only."""
    known = core.workspace.users.get(message.user)
    name = str(message.body.get("username") or "app")
    return known or User(str(message.body.get("bot_id") or ""), name, name, is_bot=True)


def _when(message: PostedMessage) -> str:
    at = datetime.fromtimestamp(float(message.ts), UTC)
    hour = at.hour % 12 or 12
    half = "AM" if at.hour < 12 else "PM"  # noqa: PLR2004 (noon)
    return f"{at:%B} {_ordinal(at.day)}, {at.year} {hour}:{at:%M} {half}"


def _ordinal(day: int) -> str:
    last = 0 if day in (11, 12, 13) else day % 10
    return f"{day}{_ENDINGS.get(last, 'th')}"


async def add_preview(  # noqa: PLR0913 (of which link, and what it shows)
    core: Core,
    message: PostedMessage,
    url: str,
    *,
    title: str = "",
    text: str = "",
    wait: float = 0,
) -> ActResult:
    """Let Slack preview a link of a message: a site's words, or a message of this Slack."""
    now = core.workspace.find(core.workspace.channels[message.channel], message.ts)
    if now is None:
        refuse("message_not_found")
    linked = message_at_address(core, url)
    preview = show_message(core, linked) if linked else _site(url, title or url, text)
    changed, deliveries = add_previews(core, now, [preview])
    who = core.workspace.users.get(now.user) or next(iter(core.workspace.users.values()))
    return await wait_for_answers(core, who, changed, deliveries, wait)


def _site(url: str, title: str, text: str) -> Payload:
    name = url.partition("://")[2].partition("/")[0]
    return {
        "from_url": url,
        "original_url": url,
        "fallback": f"{name}: {escape(title)}",
        "text": escape(text),
        "title": escape(title),
        "title_link": url,
        "service_name": name,
    }
