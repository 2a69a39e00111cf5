"""Typing a slash command: the app is asked, and the person sees its answer or Slack's error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.dispatch import Ack, new_envelope_id
from local_slack.delivery.payloads import command_payload
from local_slack.people import sight
from local_slack.people.asking import ask_app
from local_slack.people.command_text import escape_command
from local_slack.people.outcome import (
    FAILED,
    NO_ANSWER,
    NO_COMMAND,
    NOT_IN_THREADS,
    ActResult,
)
from local_slack.people.slackbot import show_error
from local_slack.refusal import Refusal
from local_slack.web_api.response_answers import show_answer
from local_slack.workspace.message_content import check_content

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import Channel, User


async def type_command(  # noqa: PLR0913 (who types what where)
    core: Core,
    name: str,
    text: str,
    *,
    user: str,
    channel: str,
    thread_ts: str | None = None,
    wait: float = 2,
) -> ActResult:
    """Type a slash command; wait for the ack, then at most `wait` seconds for a visible change."""
    who, where = core.workspace.user(user), core.workspace.channel(channel)
    if error := _refusal(core, name, thread_ts):
        return show_error(core, who, where, error)
    envelope = new_envelope_id()
    typed = escape_command(core.workspace, text, names=_escapes(core, name))
    sent = command_payload(core, name, typed, user=who, channel=where, cause=envelope)
    before = sight.look(core, who)
    asked = await ask_app(core, "slash_commands", sent, name=name, envelope=envelope)
    ack = asked.ack
    if error := _failure(name, ack) or _show(core, who, where, ack, envelope=envelope, name=name):
        return show_error(core, who, where, error, ms=asked.ms)
    effects = await sight.wait_for_effects(core, envelope, wait, user=who, before=before)
    view = sight.open_modal(core, who)
    return ActResult(None, ack.payload, True, asked.ms, effects=effects, view=view)


def _escapes(core: Core, name: str) -> bool:
    return bool(core.manifest.commands[name].get("should_escape"))


def _refusal(core: Core, name: str, thread_ts: str | None) -> str | None:
    """Return Slack's words for a command that it does not pass on to the app."""
    if name not in core.manifest.commands:
        return NO_COMMAND.format(command=name)
    return NOT_IN_THREADS.format(command=name) if thread_ts else None


def _failure(name: str, ack: Ack) -> str | None:
    if ack.heard:
        return None
    if ack.why in {"timeout", "http_timeout"}:
        return NO_ANSWER.format(command=name)
    return FAILED.format(command=name, code="dispatch_failed")


def _show(  # noqa: PLR0913 (what an ack says, to whom, of what)
    core: Core, user: User, channel: Channel, ack: Ack, *, envelope: str, name: str
) -> str | None:
    """Show what an ack carries; return Slack's words if it cannot be shown."""
    sent: Payload = ack.payload or {}
    if not any(sent.get(part) for part in ("text", "blocks", "attachments")):
        return None
    try:
        show_answer(core, channel.id, user.id, sent, check_content(sent), cause=envelope)
    except Refusal as refusal:
        core.journal.note("refused", "ack", refusal.answer())
        return FAILED.format(command=name, code=refusal.code)
    return None
