"""The methods of messages: post, change, delete and link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack import slack_limits
from local_slack.delivery import events
from local_slack.delivery.permalinks import permalink_of
from local_slack.refusal import Payload, Refusal, refuse
from local_slack.web_api.finding import message_at
from local_slack.web_api.method import method
from local_slack.workspace.ids import BOT_USER
from local_slack.workspace.message_content import (
    CONTENT,
    app_fields,
    check_content,
    check_may_post,
    custom_author,
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
    posted = core.workspace.post(channel, new_body(core, channel, args))
    core.assistant.clear_status(channel.id, posted.thread_ts)
    events.announce_posted(core, posted)
    return {"channel": channel.id, "ts": posted.ts, "message": posted.body}


def new_body(core: Core, channel: Channel, args: Arguments) -> Payload:
    """Return the body of a new message; under another name it is a bot_message without a user."""
    author = custom_author(args, core.manifest.scopes)
    ours = {k: v for k, v in app_fields(core.workspace).items() if k != "user" or not author}
    thread_ts = args.text("thread_ts") or None
    broadcast = args.flag("reply_broadcast")
    return {
        **ours,
        **author,
        **check_content(args),
        **thread_fields(core.workspace, channel, thread_ts, broadcast=broadcast),
    }


@method("chat.postEphemeral", "chat:write", tier=4)
def post_ephemeral(core: Core, args: Arguments) -> Payload:
    channel = core.workspace.channel(args.text("channel", "channel_not_found"))
    check_may_post(channel, core.manifest.scopes)
    user = args.text("user", "user_not_in_channel")
    if user not in channel.members:
        refuse("user_not_in_channel")
    body = new_body(core, channel, args)
    posted = core.workspace.post(channel, body, ephemeral_to=user)
    return {"message_ts": posted.ts}


@method("chat.update", "chat:write", tier=3)
def update(core: Core, args: Arguments) -> Payload:
    message = find_own(core, args, "cant_update_message")
    if len(args.text("text")) > slack_limits.TOP_LEVEL_TEXT:
        refuse("msg_too_long")
    kept = {k: message.body[k] for k in (*CONTENT, "reactions") if k in message.body}
    given = {k: v for k, v in args.items() if k in CONTENT}
    if given.get("markdown_text"):
        kept = {k: v for k, v in kept.items() if k not in ("text", "blocks")}
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
    message = find_own(core, args, "cant_delete_message")
    core.workspace.remove(message)
    events.announce_deleted(core, message)
    return {"channel": message.channel, "ts": message.ts}


def find_own(core: Core, args: Arguments, error: str) -> PostedMessage:
    """Return one of the app's own messages, not an ephemeral one; raise Refusal."""
    message = message_at(core, args, "ts", "message_not_found")
    if not message.from_app:
        raise Refusal(error)
    return message


@method("chat.getPermalink")
def permalink(core: Core, args: Arguments) -> Payload:
    message = message_at(core, args, "message_ts", "message_not_found")
    return {"channel": message.channel, "permalink": permalink_of(core, message)}


METHODS = (
    post_message,
    post_ephemeral,
    update,
    delete,
    permalink,
)
