"""Opening a thread with the app as an assistant, and looking at another channel beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.other_events import announce
from local_slack.people.answer_wait import wait_for_answers
from local_slack.refusal import refuse
from local_slack.workspace.assistant import AssistantThread
from local_slack.workspace.ids import BOT_USER, TEAM

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.people.outcome import ActResult
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import PostedMessage

_STARTED, _CHANGED = "assistant_thread_started", "assistant_thread_context_changed"


async def open_assistant(
    core: Core, *, user: str, channel: str | None = None, wait: float = 2
) -> ActResult:
    """Open a new thread with the assistant while looking at a channel; wait for its greeting."""
    who = core.workspace.user(user)
    place = core.workspace.im(who.id)
    first = core.workspace.post(
        place,
        {"user": BOT_USER, "text": "New Assistant Thread", "subtype": "assistant_app_thread"},
    )
    thread = AssistantThread(place.id, first.ts, who.id, _context(core, channel))
    core.assistant.open(thread)
    deliveries = announce(core, _STARTED, _body(thread))
    return await wait_for_answers(core, who, first, deliveries, wait)


async def look_at(
    core: Core, message: PostedMessage, *, channel: str, wait: float = 0
) -> ActResult:
    """Look at another channel beside a thread with the assistant."""
    thread = core.assistant.opened(message.channel, message.thread_ts or message.ts)
    if thread is None:
        refuse("thread_not_found")
    thread.context = _context(core, channel)
    core.assistant.announce(thread)
    deliveries = announce(core, _CHANGED, _body(thread))
    who = core.workspace.users[thread.user]
    return await wait_for_answers(core, who, message, deliveries, wait)


def _context(core: Core, channel: str | None) -> Payload:
    """Return where a person looks: nowhere, if Slack shows no channel beside the assistant."""
    if channel is None:
        return {}
    found = core.workspace.channel(channel)
    return {"channel_id": found.id, "team_id": TEAM, "enterprise_id": None}


def _body(thread: AssistantThread) -> Payload:
    return {
        "assistant_thread": {
            "user_id": thread.user,
            "context": thread.context,
            "channel_id": thread.channel,
            "thread_ts": thread.ts,
        }
    }
