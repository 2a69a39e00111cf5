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

_TEXTS = frozenset(
    """author_icon author_link author_name author_subname callback_id color fallback footer
    footer_icon from_url image_url pretext text thumb_url title title_link""".split()
)
CONTENT = ("text", "markdown_text", "blocks", "attachments", "metadata", "mrkdwn")


def check_content(sent: Payload) -> Payload:
    """Return a message's content as Slack keeps it; raise Refusal as Slack would."""
    text = sent.get("text") or ""
    if not isinstance(text, str):
        refuse("invalid_arguments")
    if sent.get("markdown_text"):
        return {**_from_markdown(sent), **_metadata(sent)}
    if not text and not sent.get("blocks") and not sent.get("attachments"):
        refuse("no_text")
    if len(text) > slack_limits.MESSAGE_TEXT:
        refuse("msg_too_long")
    kept: Payload = {"text": text}
    if sent.get("blocks"):
        kept["blocks"] = check_blocks(sent["blocks"])
    if sent.get("attachments"):
        kept["attachments"] = _attachments(sent["attachments"])
    return {**kept, **_metadata(sent)}


def _from_markdown(sent: Payload) -> Payload:
    """Return what Slack makes of a text in Markdown, which excludes every other content."""
    markdown = sent["markdown_text"]
    if sent.get("text") or sent.get("blocks"):
        refuse("markdown_text_conflict")
    if not isinstance(markdown, str):
        refuse("invalid_arguments")
    if len(markdown) > slack_limits.MARKDOWN_TEXT:
        refuse("msg_too_long")
    return {"text": markdown, "blocks": check_blocks([{"type": "markdown", "text": markdown}])}


def _metadata(sent: Payload) -> Payload:
    """Return a message's metadata as Slack keeps it; raise Refusal if its form is wrong."""
    given = sent.get("metadata")
    if not given:
        return {}
    if not isinstance(given, dict) or not {"event_type", "event_payload"} <= given.keys():
        refuse("invalid_metadata_format")
    if not isinstance(given["event_type"], str) or not isinstance(given["event_payload"], dict):
        refuse("invalid_metadata_schema")
    return {"metadata": given}


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
    _as_objects(given)
    if len(given) > slack_limits.ATTACHMENTS:
        refuse("too_many_attachments")
    return [{**_attachment(a), "id": number} for number, a in enumerate(given, 1)]


def _attachment(given: Payload) -> Payload:
    """Return an attachment with its texts as texts; raise Refusal for one that is none."""
    kept = {name: value for name, value in given.items() if value is not None}
    kept |= {name: _as_text(kept[name]) for name in _TEXTS & kept.keys()}
    if "fields" in kept:
        kept["fields"] = [_field(f) for f in _as_objects(kept["fields"])]
    blocks = kept.pop("blocks", None)
    return {**kept, "blocks": check_blocks(blocks)} if blocks else kept


def _field(given: Payload) -> Payload:
    texts = {name: given.get(name) for name in ("title", "value")}
    return {**given, **{n: "" if value is None else _as_text(value) for n, value in texts.items()}}


def _as_objects(given: Any) -> list[Payload]:  # noqa: ANN401 (any JSON)
    if not isinstance(given, list) or not all(isinstance(item, dict) for item in given):
        refuse("invalid_attachments")
    return given


def _as_text(value: Any) -> str:  # noqa: ANN401 (any JSON)
    """Return a text; Slack takes a number for one."""
    return refuse("invalid_attachments") if isinstance(value, (list, dict)) else str(value)


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


def custom_author(sent: Payload, scopes: frozenset[str]) -> Payload:
    """Return the name and the icon that an app posts under, which Slack ignores without a scope."""
    asked = {k: sent[k] for k in ("username", "icon_emoji", "icon_url") if sent.get(k)}
    if not asked or "chat:write.customize" not in scopes:
        return {}
    icons = {"emoji": asked.get("icon_emoji"), "image_64": asked.get("icon_url")}
    return {
        "subtype": "bot_message",
        "username": str(asked.get("username") or ""),
        "icons": {k: v for k, v in icons.items() if v},
    }


def thread_fields(
    workspace: Workspace, channel: Channel, thread_ts: object, *, broadcast: bool = False
) -> Payload:
    """Return the fields that put a message into a thread; raise Refusal if there is none.

    With `broadcast` it is shown in the channel too.
    """
    if not thread_ts:
        return {}
    if not isinstance(thread_ts, str):
        refuse("invalid_thread_ts")
    root = workspace.find(channel, thread_ts)
    if root is None:
        refuse("thread_not_found")
    first = workspace.find(channel, root.thread_ts or thread_ts) or root
    where = {"thread_ts": first.ts}
    if broadcast:
        return {"subtype": "thread_broadcast", **where, "root": first.body}
    return {**where, **({"parent_user_id": first.user} if first.user else {})}


def check_may_post(channel: Channel, scopes: frozenset[str]) -> None:
    """Raise Refusal if the app may not post to a channel."""
    if channel.archived:
        refuse("is_archived")
    if BOT_USER in channel.members:
        return
    if channel.type != "channel":
        refuse("channel_not_found")  # what is private does not exist for others
    if "chat:write.public" not in scopes:
        refuse("not_in_channel")
