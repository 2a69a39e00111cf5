"""The methods of people, other bots, groups of people and the workspace itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.refusal import Payload, refuse
from local_slack.web_api.finding import paged, person_by_id
from local_slack.web_api.method import method
from local_slack.workspace.ids import APP, BOT, BOT_USER, TEAM, TEAM_DOMAIN

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments
    from local_slack.workspace.channels import User


@method("users.info", "users:read", tier=4)
def users_info(core: Core, args: Arguments) -> Payload:
    who = person_by_id(core, args.text("user", "user_not_found"))
    return {"user": _user_info(core, who)}


@method("users.list", "users:read", tier=2)
def users_list(core: Core, args: Arguments) -> Payload:
    own = [u for u in core.workspace.users.values() if not u.is_outsider]
    page, cursor = paged(own, args) if args.get("limit") else (own, {})
    return {"members": [_user_info(core, u) for u in page], "cache_ts": 0, **cursor}


@method("users.lookupByEmail", "users:read.email", tier=3)
def users_lookup_by_email(core: Core, args: Arguments) -> Payload:
    wanted = args.text("email", "users_not_found").lower()
    found = (u for u in core.workspace.users.values() if u.email == wanted and not u.is_bot)
    return {"user": _user_info(core, next(found, None) or refuse("users_not_found"))}


@method("users.profile.get", "users.profile:read", tier=4)
def users_profile_get(core: Core, args: Arguments) -> Payload:
    return {"profile": _profile(core, person_by_id(core, args.text("user", "user_not_found")))}


@method("users.getPresence", "users:read", tier=3)
def users_get_presence(core: Core, args: Arguments) -> Payload:
    person_by_id(core, args.text("user", "user_not_found"))
    return {"presence": "active"}


@method("usergroups.list", "usergroups:read", tier=2)
def usergroups_list(core: Core, _args: Arguments) -> Payload:
    groups = core.workspace.usergroups.values()
    return {
        "usergroups": [
            {"id": g.id, "team_id": TEAM, "handle": g.handle, "name": g.handle} for g in groups
        ]
    }


@method("emoji.list", "emoji:read", tier=2)
def emoji_list(core: Core, _args: Arguments) -> Payload:
    """Return the workspace's own emoji; here they have no picture."""
    return {"emoji": dict.fromkeys(sorted(core.workspace.custom_emoji), ""), "cache_ts": "0"}


@method("bots.info", "users:read", tier=3)
def bots_info(core: Core, args: Arguments) -> Payload:
    if args.text("bot", "bot_not_found") != BOT:
        refuse("bot_not_found")
    return {
        "bot": {
            "id": BOT,
            "deleted": False,
            "name": core.workspace.app_name,
            "updated": 0,
            "app_id": APP,
            "user_id": BOT_USER,
            "icons": {},
        }
    }


@method("team.info", "team:read", tier=3)
def team_info(_core: Core, _args: Arguments) -> Payload:
    return {
        "team": {
            "id": TEAM,
            "name": TEAM_DOMAIN,
            "domain": TEAM_DOMAIN,
            "email_domain": "local.example",
            "icon": {"image_default": True},
        }
    }


def user_info(who: User, *, email: bool = True) -> Payload:
    """Return a user as users.info does."""
    return {
        "id": who.id,
        "team_id": who.team,
        "name": who.name,
        "real_name": who.real_name,
        "deleted": False,
        "tz": "UTC",
        "tz_offset": 0,
        "is_bot": who.is_bot,
        "is_admin": False,
        "is_owner": False,
        "is_restricted": False,
        "is_stranger": who.is_outsider,
        "profile": {
            "real_name": who.real_name,
            "display_name": who.name,
            "team": who.team,
            **({"email": who.email} if email and not who.is_bot else {}),
        },
    }


def _user_info(core: Core, who: User) -> Payload:
    return user_info(who, email="users:read.email" in core.manifest.scopes)


def _profile(core: Core, who: User) -> Payload:
    profile: Payload = _user_info(core, who)["profile"]
    return profile


METHODS = (
    users_info,
    users_list,
    users_lookup_by_email,
    users_profile_get,
    users_get_presence,
    usergroups_list,
    emoji_list,
    bots_info,
    team_info,
)
