"""The methods of messages: post, change, delete, link and react."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack import slack_limits
from local_slack.delivery import events
from local_slack.refusal import Payload, Refusal, refuse
from local_slack.web_api.method import method
from local_slack.workspace.ids import BOT_USER
from local_slack.workspace.message_content import (
    CONTENT,
    app_fields,
    check_content,
    check_may_post,
    thread_fields,
)

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments
    from local_slack.workspace.channels import Channel, PostedMessage


@method("chat.postMessage", "chat:write")
def post_message(core: Core, args: Arguments) -> Payload:
    channel = core.workspace.channel(args.text("channel", "channel_not_found"))
    check_may_post(channel, core.manifest.scopes)
    core.rates.take("chat.postMessage", 0, channel.id)
    body = {
        **app_fields(core.workspace),
        **check_content(args),
        **thread_fields(core.workspace, channel, args.text("thread_ts") or None),
    }
    if body.get("thread_ts") and args.flag("reply_broadcast"):
        body["subtype"] = "thread_broadcast"
    posted = core.workspace.post(channel, body)
    events.announce_posted(core, posted)
    return {"channel": channel.id, "ts": posted.ts, "message": posted.body}


@method("chat.postEphemeral", "chat:write", tier=4)
def post_ephemeral(core: Core, args: Arguments) -> Payload:
    channel = core.workspace.channel(args.text("channel", "channel_not_found"))
    check_may_post(channel, core.manifest.scopes)
    user = args.text("user", "user_not_in_channel")
    if user not in channel.members:
        refuse("user_not_in_channel")
    body = {
        **app_fields(core.workspace),
        **check_content(args),
        **thread_fields(core.workspace, channel, args.text("thread_ts") or None),
    }
    posted = core.workspace.post(channel, body, ephemeral_to=user)
    return {"message_ts": posted.ts}


@method("chat.update", "chat:write", tier=3)
def update(core: Core, args: Arguments) -> Payload:
    message = _find_own(core, args, "cant_update_message")
    if len(args.text("text")) > slack_limits.TOP_LEVEL_TEXT:
        refuse("msg_too_long")
    kept = {k: message.body[k] for k in (*CONTENT, "reactions") if k in message.body}
    given = {k: v for k, v in args.items() if k in CONTENT}
    body = {**kept, **check_content({**kept, **given})}
    body["edited"] = {"user": BOT_USER, "ts": core.workspace.timestamp()}
    if given.get("blocks") == []:
        body.pop("blocks", None)
    changed = core.workspace.change(message, body)
    events.announce_changed(core, changed, message)
    where = {"channel": message.channel, "ts": message.ts}
    return {**where, "text": changed.text, "message": changed.body}


@method("chat.delete", "chat:write", tier=3)
def delete(core: Core, args: Arguments) -> Payload:
    message = _find_own(core, args, "cant_delete_message")
    core.workspace.remove(message)
    events.announce_deleted(core, message)
    return {"channel": message.channel, "ts": message.ts}


def _find_own(core: Core, args: Arguments, error: str) -> PostedMessage:
    """Return one of the app's own messages, not an ephemeral one; raise Refusal."""
    channel = core.workspace.channel(args.text("channel", "channel_not_found"))
    message = _find(core, channel, args.text("ts", "message_not_found"))
    if not message.from_app:
        raise Refusal(error)
    return message


def _find(core: Core, channel: Channel, ts: str) -> PostedMessage:
    message = core.workspace.find(channel, ts)
    if message is None or message.ephemeral_to is not None:
        refuse("message_not_found")
    return message


@method("chat.getPermalink")
def permalink(core: Core, args: Arguments) -> Payload:
    channel = core.workspace.channel(args.text("channel", "channel_not_found"))
    message = _find(core, channel, args.text("message_ts", "message_not_found"))
    where = f"{core.base_url}archives/{channel.id}/p{message.ts.replace('.', '')}"
    thread = message.thread_ts
    if thread and thread != message.ts:
        where += f"?thread_ts={thread}&cid={channel.id}"
    return {"channel": channel.id, "permalink": where}


@method("reactions.add", "reactions:write", tier=3)
def react(core: Core, args: Arguments) -> Payload:
    name = args.text("name", "invalid_name").strip(":")
    channel = core.workspace.channel(args.text("channel", "channel_not_found"))
    message = _find(core, channel, args.text("timestamp", "no_item_specified"))
    core.workspace.react(message, name, BOT_USER)
    return {}


METHODS = (
    post_message,
    post_ephemeral,
    update,
    delete,
    permalink,
    react,
)
