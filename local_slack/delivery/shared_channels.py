"""Slack Connect: what an event says of the organizations that share a channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.workspace.ids import PARTNER, PARTNER_ORG, TEAM

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import Channel, User

_TRUE_TEAM = ("user_team", "source_team", "user_profile")


def author_fields(channel: Channel, user: User) -> Payload:
    """Return the fields of a message that say whose its author is.

    `team` is the host of the channel; `user_team` is the author's where it is shared.
    """
    if not channel.shared or user.team == channel.team:
        return {"team": channel.team}
    return {
        "team": channel.team,
        "user_team": user.team,
        "source_team": user.team,
        "user_profile": {
            "real_name": user.real_name,
            "display_name": user.name,
            "team": user.team,
            "name": user.name,
            "is_restricted": False,
            "is_ultra_restricted": False,
        },
    }


def as_message_event(body: Payload) -> Payload:
    """Return a message as the app hears it: one by a Grid's person has no team but its own."""
    if body.get("user_team") != PARTNER_ORG:
        return body
    return {**{k: v for k, v in body.items() if k not in _TRUE_TEAM}, "team": PARTNER}


def organization(core: Core, event: Payload) -> tuple[str, str | None]:
    """Return the team and the Grid that an event is said to be of: at times not the app's own."""
    channel = core.workspace.channels.get(str(event.get("channel")))
    author = core.workspace.users.get(str(event.get("user")))
    hosted_elsewhere = channel is not None and channel.team != TEAM
    by_grid = event["type"] == "message" and author is not None and author.team == PARTNER_ORG
    return (PARTNER, PARTNER_ORG) if hosted_elsewhere or by_grid else (TEAM, None)
