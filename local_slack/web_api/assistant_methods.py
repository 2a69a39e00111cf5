"""The methods of threads with the app as an assistant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from local_slack.delivery.events import announce_changed
from local_slack.refusal import Payload, refuse
from local_slack.web_api.method import method

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments
    from local_slack.workspace.assistant import AssistantThread

_PROMPTS = 4
_PROMPT = {"title", "message"}


@method("assistant.threads.setStatus", "assistant:write", "chat:write")
def set_status(core: Core, args: Arguments) -> Payload:
    thread = _thread(core, args)
    thread.status = args.text("status")
    listed = args.get("loading_messages") or []
    thread.loading_messages = [str(m) for m in listed] if isinstance(listed, list) else []
    core.assistant.announce(thread)
    return {}


@method("assistant.threads.setTitle", "assistant:write")
def set_title(core: Core, args: Arguments) -> Payload:
    thread = _thread(core, args)
    thread.title = args.text("title", "invalid_arguments")
    core.assistant.announce(thread)
    _announce_title(core, thread)
    return {}


def _announce_title(core: Core, thread: AssistantThread) -> None:
    """Deliver the change of the thread's first message, as which the app hears its own title."""
    first = core.workspace.find(core.workspace.channels[thread.channel], thread.ts)
    if first is None or first.body.get("subtype") != "assistant_app_thread":
        return
    shown = {"title": thread.title, "title_blocks": [], "artifacts": []}
    body = {**first.body, "assistant_app_thread": shown}
    announce_changed(core, core.workspace.rewrite(replace(first, body=body)), first)


@method("assistant.threads.setSuggestedPrompts", "assistant:write")
def set_suggested_prompts(core: Core, args: Arguments) -> Payload:
    thread = _thread(core, args)
    given = args.get("prompts")
    if not isinstance(given, list) or not 0 < len(given) <= _PROMPTS:
        refuse("invalid_arguments")
    if not all(isinstance(p, dict) and p.keys() >= _PROMPT for p in given):
        refuse("invalid_arguments")
    thread.prompts, thread.prompts_title = given, args.text("title")
    core.assistant.announce(thread)
    return {}


def _thread(core: Core, args: Arguments) -> AssistantThread:
    channel = args.text("channel_id", "channel_not_found")
    return core.assistant.at(channel, args.text("thread_ts", "invalid_thread_ts"))


METHODS = (
    set_status,
    set_title,
    set_suggested_prompts,
)
