"""What people do: type a command, write, mention, open a tab; the app is asked, and they see."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from local_slack import dispatch, events, messages, payloads, response_urls, sight
from local_slack.outcome import (
    FAILED,
    NO_ANSWER,
    NO_COMMAND,
    NOT_IN_CHANNEL,
    NOT_IN_THREADS,
    TURNED_OFF,
    ActResult,
)
from local_slack.refusal import Payload, Refusal, refuse
from local_slack.state import BOT_USER, TEAM, Effect

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.state import Channel, PostedMessage, User

_MENTIONED = re.compile(r"@([\w.-]+)")
_LINKED = re.compile(r"#([\w-]+)")


async def command(  # noqa: PLR0913 (who types what where)
    core: Core,
    name: str,
    text: str,
    *,
    user: str,
    channel: str,
    thread_ts: str | None = None,
    wait: float = 2,
) -> ActResult:
    """Type a slash command; wait for the ack, then at most so long for something to be seen."""
    who, where = core.workspace.user(user), core.workspace.channel(channel)
    if error := _not_taken(core, name, thread_ts):
        return _told(core, who, where, error)
    number = dispatch.number()
    typed = (
        _escaped_names(core, text) if core.manifest.commands[name].get("should_escape") else text
    )
    sent = payloads.command(core, name, typed, user=who, channel=where, cause=number)
    had, began = sight.shown(core, who), time.perf_counter()
    ack = await dispatch.ask(core, "slash_commands", sent, name=name, envelope=number)
    took = (time.perf_counter() - began) * 1000
    if error := _failure(name, ack) or _shown(core, who, where, ack, number=number, name=name):
        return _told(core, who, where, error, ms=took)
    effects = await sight.effects(core, number, wait, user=who, had=had)
    return ActResult(None, ack.payload, True, took, effects=effects, view=sight.top(core, who))


def _not_taken(core: Core, name: str, thread_ts: str | None) -> str | None:
    if name not in core.manifest.commands:
        return NO_COMMAND.format(command=name)
    return NOT_IN_THREADS.format(command=name) if thread_ts else None


def _failure(name: str, ack: dispatch.Ack) -> str | None:
    if ack.heard:
        return None
    if ack.why in {"timeout", "http_timeout"}:
        return NO_ANSWER.format(command=name)
    return FAILED.format(command=name, code="dispatch_failed")


def _shown(  # noqa: PLR0913 (what an ack says, to whom, of what)
    core: Core, user: User, channel: Channel, ack: dispatch.Ack, *, number: str, name: str
) -> str | None:
    """Show what an ack carries; return Slack's words where it cannot be shown."""
    sent = ack.payload or {}
    if not any(sent.get(part) for part in ("text", "blocks", "attachments")):
        return None
    try:
        response_urls.show(core, channel.id, user.id, sent, messages.content(sent), cause=number)
    except Refusal as refusal:
        core.journal.note("refused", "ack", refusal.answer())
        return FAILED.format(command=name, code=refusal.code)
    return None


def _told(core: Core, user: User, channel: Channel, error: str, ms: float = 0) -> ActResult:
    """Tell a person what went wrong, in Slack's own name."""
    body = {"user": "USLACKBOT", "text": error, "subtype": "bot_message"}
    core.workspace.post(channel, body, ephemeral_to=user.id)
    return ActResult(error, ms=ms)


async def write(  # noqa: PLR0913 (who writes what where)
    core: Core,
    text: str,
    *,
    user: str,
    channel: str,
    thread_ts: str | None = None,
    wait: float = 5,
) -> ActResult:
    """Write a message; wait until its events are acked, then for an answer below it."""
    who, where = core.workspace.user(user), core.workspace.channel(channel)
    if error := _not_written(core, who, where):
        return _told(core, who, where, error)
    written = _written(core, who, where, text, thread_ts)
    began = time.perf_counter()
    told = events.posted(core, written)
    if not told:
        return _unheard(core, who, where, written)
    acked = all([await t for t in told])
    took = (time.perf_counter() - began) * 1000
    found = await core.journal.until(
        lambda: _answers(core, where, who, written), wait, where.id, thread_ts or written.ts
    )
    return ActResult(None, None, acked, took, written, [Effect("message", m) for m in found])


def _not_written(core: Core, user: User, channel: Channel) -> str | None:
    if channel.is_im and not core.manifest.may_be_written_to:
        return TURNED_OFF
    if channel.archived:
        refuse("is_archived")
    if user.id not in channel.members:
        refuse("not_in_channel")
    return None


def _unheard(core: Core, user: User, channel: Channel, written: PostedMessage) -> ActResult:
    if BOT_USER in channel.members or not events.MENTION.search(written.text):
        return ActResult(written=written)
    error = NOT_IN_CHANNEL.format(name=core.workspace.users[BOT_USER].name)
    _told(core, user, channel, error)
    return ActResult(error, written=written)


def _written(
    core: Core, user: User, channel: Channel, text: str, thread_ts: str | None
) -> PostedMessage:
    typed = _escaped_names(core, _escaped(text))
    body = {
        "user": user.id,
        "client_msg_id": dispatch.number(),
        "text": typed,
        "team": TEAM,
        "blocks": messages.with_ids([_as_rich_text(typed)]),
        **messages.in_thread(core.workspace, channel, thread_ts),
    }
    return core.workspace.post(channel, body)


def _answers(
    core: Core, channel: Channel, user: User, written: PostedMessage
) -> list[PostedMessage]:
    """List what the app said since, below what was written or, in a DM, after it."""
    thread = core.workspace.thread(channel, written.thread_ts or written.ts)
    found = [m for m in thread if m.from_app and m.changed > written.changed]
    if not found and channel.is_im:
        for message in reversed(channel.messages.values()):
            if message.changed <= written.changed:
                break
            found.insert(0, message)
    return [m for m in found if m.from_app and m.seen_by(user.id)]


async def open_home(core: Core, *, user: str, wait: float = 2) -> ActResult:
    """Open the app's Home tab; wait until it is published anew."""
    who = core.workspace.user(user)
    had = core.views.homes.get(who.id)
    if "app_home_opened" in core.manifest.events:
        what = {
            "type": "app_home_opened",
            "user": who.id,
            "channel": core.workspace.im(who.id).id,
            "tab": "home",
            "event_ts": core.workspace.timestamp(),
            **({"view": had.body} if had else {}),
        }
        await dispatch.event(core, what)
        await core.journal.until(lambda: core.views.homes.get(who.id) is not had, wait, who.id)
    home = core.views.homes.get(who.id)
    return ActResult(acked=True, view=home.body if home else None)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escaped_names(core: Core, text: str) -> str:
    """Turn the names of people and channels into Slack's own references."""

    def person(match: re.Match[str]) -> str:
        try:
            return f"<@{core.workspace.user(match[1]).id}>"
        except Refusal:
            return match[0]

    def channel(match: re.Match[str]) -> str:
        try:
            found = core.workspace.channel(f"#{match[1]}")
        except Refusal:
            return match[0]
        return f"<#{found.id}|{found.name}>"

    return _LINKED.sub(channel, _MENTIONED.sub(person, text))


def _as_rich_text(typed: str) -> Payload:
    """Return what was typed as the block that Slack's own composer sends."""
    runs: list[Payload] = []
    for part in re.split(r"(<@\w+>)", typed):
        if mention := re.fullmatch(r"<@(\w+)>", part):
            runs.append({"type": "user", "user_id": mention[1]})
        elif part:
            plain = part.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
            runs.append({"type": "text", "text": plain})
    section = {"type": "rich_text_section", "elements": runs}
    return {"type": "rich_text", "elements": [section]}
