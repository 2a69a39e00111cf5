"""People and places that come and go: channels of every kind, members, other organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery import membership
from local_slack.delivery.other_events import announce
from local_slack.people.acks import wait_for_acks
from local_slack.people.outcome import ActResult
from local_slack.refusal import refuse
from local_slack.web_api.users_methods import user_info
from local_slack.workspace.ids import BOT_USER, PARTNER

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.workspace.channels import Channel, User


def add_user(core: Core, name: str, *, outside: str = "", org: bool = False) -> User:
    """Add a person: one of the workspace, or of another organization that shares a channel."""
    if outside:
        return core.workspace.add_outsider(name, core.workspace.channel(outside), org=org)
    user = core.workspace.add_user(name)
    announce(core, "team_join", {"user": user_info(user, email=False)})
    return user


def add_channel(core: Core, name: str, *, private: bool = False, bot: bool = True) -> Channel:
    """Add a channel with everybody of the workspace in it, and the app unless asked otherwise."""
    if any(c.name == name for c in core.workspace.channels.values()):
        refuse("name_taken")
    people = {u.id for u in core.workspace.users.values() if not (u.is_bot or u.is_outsider)}
    members = people | ({BOT_USER} if bot else set())
    channel = core.workspace.new_channel(name, members, private=private)
    membership.announce_created(core, channel)
    return channel


def add_group(core: Core, people: list[str]) -> Channel:
    """Open the direct messages of several people and the app."""
    return core.workspace.mpim([core.workspace.user(p).id for p in people])


def share_channel(core: Core, channel: str, *, hosted_elsewhere: bool = False) -> Channel:
    """Share a channel with another organization, which may be the one that hosts it."""
    found = core.workspace.channel(channel)
    found.shared = True
    if hosted_elsewhere:
        found.team = PARTNER
    core.workspace.announce_channel(found)
    return found


async def join(core: Core, *, user: str, channel: str, inviter: str | None = None) -> ActResult:
    """Let a person, or the app, join a channel; wait until the events are acked."""
    who, where = core.workspace.user(user), core.workspace.channel(channel)
    if who.id in where.members:
        refuse("already_in_channel")
    by = core.workspace.user(inviter).id if inviter else None
    deliveries = membership.join(core, where, who, inviter=by)
    return ActResult(acked=await wait_for_acks(core, deliveries))


async def leave(core: Core, *, user: str, channel: str) -> ActResult:
    """Let a person, or the app, leave a channel; wait until the events are acked."""
    who, where = core.workspace.user(user), core.workspace.channel(channel)
    if who.id not in where.members:
        refuse("not_in_channel")
    deliveries = membership.leave(core, where, who)
    return ActResult(acked=await wait_for_acks(core, deliveries))
