"""The JSON that Slack sends to an app: who, where, and what was done."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING

from local_slack.state import APP, BOT_USER, TEAM, TEAM_DOMAIN, PostedMessage

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.state import Channel, User
    from local_slack.views import View


def command(  # noqa: PLR0913 (what Slack tells of a command)
    core: Core, name: str, text: str, *, user: User, channel: Channel, cause: str
) -> Payload:
    return {
        "token": core.verification_token,
        "team_id": TEAM,
        "team_domain": TEAM_DOMAIN,
        "channel_id": channel.id,
        "channel_name": channel_name(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",  # a string, in Slack too
        "response_url": response_url(core, channel, user, cause),
        "trigger_id": core.triggers.give(user.id),
    }


def response_url(
    core: Core, channel: Channel, user: User, cause: str, original: str | None = None
) -> str:
    name = core.urls.give(channel.id, user.id, cause, original)
    return f"{core.base_url}actions/{TEAM}/{name}"


def event(core: Core, what: Payload) -> Payload:
    """Wrap an event as the Events API does."""
    return {
        "token": core.verification_token,
        "team_id": TEAM,
        "context_team_id": TEAM,
        "context_enterprise_id": None,
        "api_app_id": APP,
        "event": what,
        "type": "event_callback",
        "event_id": f"Ev{secrets.token_hex(5).upper()}",
        "event_time": int(time.time()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{secrets.token_hex(16)}",
    }


def interaction(core: Core, kind: str, user: User) -> Payload:
    """Return what is common to clicks, shortcuts and submissions."""
    return {
        "type": kind,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": TEAM},
        "api_app_id": APP,
        "token": core.verification_token,
        "team": {"id": TEAM, "domain": TEAM_DOMAIN},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def click(  # noqa: PLR0913 (what Slack tells of a click)
    core: Core,
    user: User,
    source: PostedMessage | View,
    *,
    action: Payload,
    values: Payload,
    cause: str,
) -> Payload:
    """Return a block action; an ephemeral message is named but not shown, as in Slack."""
    return {
        **interaction(core, "block_actions", user),
        "trigger_id": core.triggers.give(user.id),
        "state": {"values": values},
        "actions": [{**action, "action_ts": core.workspace.timestamp()}],
        **_where(core, user, source, cause),
    }


def _where(core: Core, user: User, source: PostedMessage | View, cause: str) -> Payload:
    if isinstance(source, PostedMessage):
        return _in_message(core, user, source, cause)
    return {"container": {"type": "view", "view_id": source.id}, "view": source.body}


def _in_message(core: Core, user: User, message: PostedMessage, cause: str) -> Payload:
    channel = core.workspace.channels[message.channel]
    ephemeral = message.ephemeral_to is not None
    container = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    return {
        "container": container,
        "channel": {"id": channel.id, "name": channel_name(channel)},
        "response_url": response_url(core, channel, user, cause, message.ts),
        **({} if ephemeral else {"message": message.body}),
    }


def channel_name(channel: Channel) -> str:
    return "directmessage" if channel.is_im else channel.name


def user(who: User) -> Payload:
    """Return a user as users.info does."""
    return {
        "id": who.id,
        "team_id": TEAM,
        "name": who.name,
        "real_name": who.real_name,
        "deleted": False,
        "tz": "UTC",
        "tz_offset": 0,
        "is_bot": who.is_bot,
        "is_admin": False,
        "is_owner": False,
        "is_restricted": False,
        "profile": {"real_name": who.real_name, "display_name": who.name, "team": TEAM},
    }


def channel(where: Channel) -> Payload:
    """Return a channel as conversations.info does."""
    common = {"id": where.id, "created": 0, "is_archived": where.archived, "is_im": where.is_im}
    if where.is_im:
        return {**common, "user": where.person, "is_org_shared": False}
    return {
        **common,
        "name": where.name,
        "name_normalized": where.name,
        "is_channel": True,
        "is_group": False,
        "is_mpim": False,
        "is_private": False,
        "is_general": where.name == "general",
        "is_member": BOT_USER in where.members,
        "num_members": len(where.members),
        "creator": next(iter(where.members), BOT_USER),
        "topic": {"value": "", "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }
