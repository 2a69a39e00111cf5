"""The JSON that Slack sends to an app: who did what, and where."""

from __future__ import annotations

import secrets
import time
from typing import TYPE_CHECKING

from local_slack.delivery import shared_channels
from local_slack.workspace.channels import PostedMessage
from local_slack.workspace.ids import APP, BOT_USER, TEAM, TEAM_DOMAIN

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload
    from local_slack.workspace.channels import Channel, User
    from local_slack.workspace.views import View


_WITHOUT_AUTHORIZATIONS = {"app_uninstalled", "tokens_revoked", "function_executed"}


def command_payload(  # noqa: PLR0913 (the parts of a command)
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
        "response_url": new_response_url(core, channel, user, cause),
        "trigger_id": core.triggers.give(user.id),
    }


def new_response_url(
    core: Core, channel: Channel, user: User, cause: str, original: str | None = None
) -> str:
    """Return a new address that the app may answer at; `cause` is the envelope that carries it."""
    name = core.urls.give(channel.id, user.id, cause, original)
    return f"{core.base_url}actions/{TEAM}/{name}"


def event_payload(core: Core, what: Payload) -> Payload:
    """Return an event, wrapped as the Events API wraps it."""
    team, organization = shared_channels.organization(core, what)
    context = {"context_team_id": team, "context_enterprise_id": organization}
    return {
        "token": core.verification_token,
        "team_id": team,
        **({"enterprise_id": organization} if organization else {}),
        **(context if what["type"] == "message" else {}),
        "api_app_id": APP,
        "event": what,
        "type": "event_callback",
        "event_id": f"Ev{secrets.token_hex(5).upper()}",
        "event_time": int(time.time()),
        **({} if what["type"] in _WITHOUT_AUTHORIZATIONS else _authorized(core, what)),
    }


def _authorized(core: Core, what: Payload) -> Payload:
    """Return for whom the app hears an event: in a shared channel too, its own workspace."""
    channel = core.workspace.channels.get(str(what.get("channel")))
    return {
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": bool(channel and channel.shared),
        "event_context": f"4-{secrets.token_hex(16)}",
    }


def interaction_payload(core: Core, kind: str, user: User) -> Payload:
    """Return the fields that clicks, shortcuts and submissions share."""
    return {
        "type": kind,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": TEAM},
        "api_app_id": APP,
        "token": core.verification_token,
        "team": {"id": TEAM, "domain": TEAM_DOMAIN},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def click_payload(  # noqa: PLR0913 (the parts of a click)
    core: Core,
    user: User,
    source: PostedMessage | View,
    *,
    action: Payload,
    values: Payload,
    cause: str,
) -> Payload:
    """Return a block action; of an ephemeral message it has the ts only, as in Slack."""
    return {
        **interaction_payload(core, "block_actions", user),
        "trigger_id": core.triggers.give(user.id),
        "state": {"values": values},
        "actions": [{**action, "action_ts": core.workspace.timestamp()}],
        **_where(core, user, source, cause),
    }


def _where(core: Core, user: User, source: PostedMessage | View, cause: str) -> Payload:
    if isinstance(source, PostedMessage):
        made = core.functions.fields_of(source.ts)
        return {**_in_message(core, user, source, cause), **made}
    return {"container": {"type": "view", "view_id": source.id}, **view_fields(core, source)}


def view_fields(core: Core, view: View) -> Payload:
    """Return a view, and the run of a function that opened it, if one did."""
    return {"view": view.body, **core.functions.fields_of(view.id)}


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
        "response_url": new_response_url(core, channel, user, cause, message.ts),
        **({} if ephemeral else {"message": message.body}),
    }


def channel_name(channel: Channel) -> str:
    """Return a channel's name as payloads have it, which keep private ones to themselves."""
    hidden = {"im": "directmessage", "group": "privategroup"}
    return hidden.get(channel.type, channel.name)
