"""The content of an app's message: what Slack refuses, and what it keeps and adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from local_slack import slack_limits
from local_slack.blocks.block_checks import check_message_blocks
from local_slack.blocks.block_ids import fill_in_ids
from local_slack.blocks.walking import walk_texts
from local_slack.refusal import Payload, refuse, refuse_form
from local_slack.workspace.ids import APP, BOT, BOT_USER, TEAM

if TYPE_CHECKING:
    from local_slack.workspace.channels import Channel
    from local_slack.workspace.state import Workspace

CONTENT = ("text", "blocks", "attachments", "metadata", "mrkdwn")


def check_content(sent: Payload) -> Payload:
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
        kept["blocks"] = check_blocks(sent["blocks"])
    if sent.get("attachments"):
        kept["attachments"] = _attachments(sent["attachments"])
    return kept


def check_blocks(given: Any) -> list[Payload]:  # noqa: ANN401 (any JSON)
    """Return a message's blocks with all ids; raise Refusal where Slack would."""
    if not isinstance(given, list):
        refuse("invalid_blocks_format")
    if problems := check_message_blocks(given):
        refuse_form("invalid_blocks", problems)
    if sum(map(len, walk_texts(given))) > slack_limits.TEXT_OF_ALL_BLOCKS_REFUSED:
        refuse("msg_blocks_too_long")
    return fill_in_ids(given)


def _attachments(given: Any) -> list[Payload]:  # noqa: ANN401 (any JSON)
    if not isinstance(given, list) or not all(isinstance(a, dict) for a in given):
        refuse("invalid_attachments")
    if len(given) > slack_limits.ATTACHMENTS:
        refuse("too_many_attachments")
    return [
        {**a, "blocks": check_blocks(a["blocks"])} if a.get("blocks") else {"id": n, **a}
        for n, a in enumerate(given, 1)
    ]


def app_fields(workspace: Workspace) -> Payload:
    """Return the fields that mark a message as the app's own."""
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


def thread_fields(workspace: Workspace, channel: Channel, thread_ts: str | None) -> Payload:
    """Return the fields that put a message into a thread; raise Refusal if there is none."""
    if not thread_ts:
        return {}
    root = workspace.find(channel, thread_ts)
    if root is None:
        refuse("thread_not_found")
    return {"thread_ts": root.thread_ts or thread_ts}


def check_may_post(channel: Channel, scopes: frozenset[str]) -> None:
    """Raise Refusal if the app may not post to a channel."""
    if channel.archived:
        refuse("is_archived")
    if BOT_USER not in channel.members and "chat:write.public" not in scopes:
        refuse("not_in_channel")
