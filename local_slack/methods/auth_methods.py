"""Who the app is, and where its sockets open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.refusal import Payload, refuse
from local_slack.state import APP, BOT, BOT_USER, TEAM
from local_slack.web_api import Arguments, method

if TYPE_CHECKING:
    from local_slack.core import Core


@method("api.test")
def _api_test(_core: Core, args: Arguments) -> Payload:
    return {"args": dict(args)}


@method("auth.test")
def _auth_test(core: Core, _args: Arguments) -> Payload:
    return {
        "url": core.base_url,
        "team": "local",
        "user": core.workspace.users[BOT_USER].name,
        "team_id": TEAM,
        "user_id": BOT_USER,
        "bot_id": BOT,
        "app_id": APP,
        "is_enterprise_install": False,
    }


@method("apps.connections.open", app_token=True)
def _connections_open(core: Core, _args: Arguments) -> Payload:
    if not core.manifest.socket_mode:
        refuse("forbidden")  # the app has not switched Socket Mode on
    ticket = core.sockets.ticket()
    return {"url": f"ws{core.base_url.removeprefix('http')}link/?ticket={ticket}&app_id={APP}"}
