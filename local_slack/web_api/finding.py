"""Finding what a call names: a channel, a message, a person, and one page of a list."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, TypeVar

from local_slack.refusal import Payload, refuse
from local_slack.workspace.ids import BOT_USER

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments
    from local_slack.workspace.channels import Channel, PostedMessage, User

_PAGE = 100
_MOST = 1000
_DIGITS = 15  # of a cursor
T = TypeVar("T")


def channel_by_id(core: Core, args: Arguments) -> Channel:
    """Return the channel that a call names; one that is private exists for its members only."""
    channel = core.workspace.channels.get(args.text("channel", "channel_not_found"))
    if channel is None or (channel.type != "channel" and BOT_USER not in channel.members):
        refuse("channel_not_found")
    return channel


def own_channel(core: Core, args: Arguments) -> Channel:
    """Return the channel that a call names; raise Refusal if the app is not in it."""
    channel = channel_by_id(core, args)
    if BOT_USER not in channel.members:
        refuse("not_in_channel")
    return channel


def message_at(core: Core, args: Arguments, name: str, error: str) -> PostedMessage:
    """Return the message that a call names by its channel and by the time in this argument."""
    channel = core.workspace.channel(args.text("channel", "channel_not_found"))
    message = core.workspace.find(channel, args.text(name, error))
    if message is None or message.ephemeral_to is not None:
        refuse("message_not_found")
    return message


def person_by_id(core: Core, wanted: str) -> User:
    """Return a person by id; raise Refusal if there is none."""
    if wanted not in core.workspace.users:
        refuse("user_not_found")
    return core.workspace.users[wanted]


def paged(items: list[T], args: Arguments) -> tuple[list[T], Payload]:
    """Return the page of a list that a call asks for, and where the next one begins.

    Raise Refusal for a limit that is not a number, or above 1,000.
    """
    limit = max(args.number("limit", _PAGE, "invalid_limit"), 1)
    if limit > _MOST:
        refuse("invalid_limit")
    cursor = args.text("cursor") or "0"
    if not cursor.isdecimal() or len(cursor) > _DIGITS:
        refuse("invalid_cursor")
    start = int(cursor)
    more = start + limit < len(items)
    following = str(start + limit) if more else ""
    page = items[start : start + limit]
    return page, {"has_more": more, "response_metadata": {"next_cursor": following}}


def between(items: list[PostedMessage], args: Arguments) -> list[PostedMessage]:
    """Return the messages between `oldest` and `latest`, with them if a call is `inclusive`."""
    oldest, latest = args.timestamp("oldest", 0), args.timestamp("latest", inf)
    if args.flag("inclusive"):
        return [m for m in items if oldest <= float(m.ts) <= latest]
    return [m for m in items if oldest < float(m.ts) < latest]
