"""The methods of a message that grows while it is shown, as an assistant's answers do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.events import announce_changed, announce_posted
from local_slack.refusal import Payload, refuse
from local_slack.web_api.chat_methods import find_own, new_body
from local_slack.web_api.method import method
from local_slack.workspace.message_content import check_blocks, check_content, check_may_post

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments
    from local_slack.workspace.channels import PostedMessage

_STATE = "streaming_state"


@method("chat.startStream", "chat:write", tier=2)
def start(core: Core, args: Arguments) -> Payload:
    channel = core.workspace.channel(args.text("channel", "channel_not_found"))
    check_may_post(channel, core.manifest.scopes)
    started = {**args, "markdown_text": _added(args) or " "}
    body = {**new_body(core, channel, type(args)(started)), "text": _added(args)}
    message = core.workspace.post(channel, {**body, _STATE: "in_progress"})
    announce_posted(core, message)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.appendStream", "chat:write", tier=4)
def append(core: Core, args: Arguments) -> Payload:
    message = _streaming(core, args)
    _grow(core, message, _added(args) or refuse("no_text"))
    return {"channel": message.channel, "ts": message.ts}


@method("chat.stopStream", "chat:write", tier=2)
def stop(core: Core, args: Arguments) -> Payload:
    message = _streaming(core, args)
    grown = _grow(core, message, _added(args), **{_STATE: "completed"})
    if args.get("blocks"):
        blocks = [*grown.blocks, *check_blocks(args["blocks"])]
        grown = core.workspace.change(grown, {**grown.body, "blocks": blocks})
    announce_changed(core, grown, message)
    core.assistant.clear_status(grown.channel, grown.thread_ts)
    return {"channel": message.channel, "ts": message.ts, "message": grown.body}


def _streaming(core: Core, args: Arguments) -> PostedMessage:
    message = find_own(core, args, "message_not_owned_by_app")
    if message.body.get(_STATE) != "in_progress":
        refuse("message_not_in_streaming_state")
    return message


def _added(args: Arguments) -> str:
    """Return the text that a call adds, in Markdown; other chunks, such as tasks, are not shown."""
    chunks = args.get("chunks") or []
    if not isinstance(chunks, list) or not all(isinstance(c, dict) for c in chunks):
        refuse("invalid_chunks")
    texts = [str(c.get("text", "")) for c in chunks if c.get("type") == "markdown_text"]
    return args.text("markdown_text") + "".join(texts)


def _grow(core: Core, message: PostedMessage, added: str, **more: str) -> PostedMessage:
    text = message.text + added
    content = check_content({"markdown_text": text}) if text else {}
    return core.workspace.change(message, {**message.body, **content, **more})


METHODS = (
    start,
    append,
    stop,
)
