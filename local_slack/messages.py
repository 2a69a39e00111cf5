"""What an app may say in a message, and what Slack makes of it."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from local_slack import blocks, slack_limits
from local_slack.refusal import Payload, refuse, refuse_form
from local_slack.state import APP, BOT, BOT_USER, TEAM

if TYPE_CHECKING:
    from local_slack.state import Channel, Workspace

CONTENT = ("text", "blocks", "attachments", "metadata", "mrkdwn")


def content(sent: Payload) -> Payload:
    """Return a message's content as Slack keeps it; raise Refusal as Slack would."""
    text = sent.get("text") or ""
    if not isinstance(text, str):
        refuse("invalid_arguments")
    if not text and not sent.get("blocks") and not sent.get("attachments"):
        refuse("no_text")
    if len(text) > slack_limits.MESSAGE_TEXT:
        refuse("msg_too_long")
    kept: Payload = {"text": text}
    if sent.get("blocks"):
        kept["blocks"] = checked(sent["blocks"])
    if sent.get("attachments"):
        kept["attachments"] = _attachments(sent["attachments"])
    return kept


def checked(given: Any) -> list[Payload]:  # noqa: ANN401 (any JSON)
    """Return blocks with the ids that Slack fills in; raise Refusal."""
    if not isinstance(given, list):
        refuse("invalid_blocks_format")
    if problems := blocks.of_a_message(given):
        refuse_form("invalid_blocks", problems)
    if sum(map(len, blocks.words(given))) > slack_limits.TEXT_OF_ALL_BLOCKS_REFUSED:
        refuse("msg_blocks_too_long")
    return with_ids(given)


def _attachments(given: Any) -> list[Payload]:  # noqa: ANN401 (any JSON)
    if not isinstance(given, list):
        refuse("invalid_attachments")
    if len(given) > slack_limits.ATTACHMENTS:
        refuse("too_many_attachments")
    return [
        {**a, "blocks": checked(a["blocks"])} if a.get("blocks") else {"id": n, **a}
        for n, a in enumerate(given, 1)
    ]


def with_ids(given: list[Payload]) -> list[Payload]:
    """Fill in the ids that were left out, as Slack does before anybody can click."""
    return [_with_id(b) for b in given]


def _with_id(block: Payload) -> Payload:
    filled = {**block, "block_id": block.get("block_id") or secrets.token_urlsafe(4)[:5]}
    for name in ("accessory", "element"):
        if isinstance(block.get(name), dict):
            filled[name] = _element(block[name])
    if block["type"] in {"actions", "context_actions"}:
        filled["elements"] = [_element(e) for e in block["elements"]]
    return filled


def _element(element: Payload) -> Payload:
    if element["type"] == "image":
        return element
    return {**element, "action_id": element.get("action_id") or secrets.token_urlsafe(4)[:5]}


def by_app(workspace: Workspace) -> Payload:
    """Return what marks a message as the app's own."""
    profile = {
        "id": BOT,
        "app_id": APP,
        "user_id": BOT_USER,
        "name": workspace.app_name,
        "deleted": False,
        "team_id": TEAM,
    }
    return {
        "user": BOT_USER,
        "bot_id": BOT,
        "app_id": APP,
        "team": TEAM,
        "bot_profile": profile,
    }


def in_thread(workspace: Workspace, channel: Channel, thread_ts: str | None) -> Payload:
    """Return the fields that put a message into a thread; raise Refusal where there is none."""
    if not thread_ts:
        return {}
    root = workspace.find(channel, thread_ts)
    if root is None:
        refuse("thread_not_found")
    return {"thread_ts": root.thread_ts or thread_ts}


def may_post(channel: Channel, scopes: frozenset[str]) -> None:
    """Raise Refusal where the bot may not write."""
    if channel.archived:
        refuse("is_archived")
    if BOT_USER not in channel.members and "chat:write.public" not in scopes:
        refuse("not_in_channel")
