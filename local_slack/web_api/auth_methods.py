"""The methods that say who the app is and where its sockets open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.other_events import revoke
from local_slack.refusal import Payload, refuse
from local_slack.web_api.method import method
from local_slack.workspace.ids import APP, BOT, BOT_USER, TEAM

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments


@method("api.test")
def api_test(_core: Core, args: Arguments) -> Payload:
    return {"args": dict(args)}


@method("auth.test")
def auth_test(core: Core, _args: Arguments) -> Payload:
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


@method("auth.revoke", tier=3)
def auth_revoke(core: Core, args: Arguments) -> Payload:
    is_only_a_test = args.flag("test")
    if not is_only_a_test:  # the app stays installed
        revoke(core, "token_revoked")
    return {"revoked": not is_only_a_test}


@method("apps.connections.open", app_token=True)
def connections_open(core: Core, _args: Arguments) -> Payload:
    if not core.manifest.socket_mode:
        refuse("forbidden")  # the app has not switched Socket Mode on
    ticket = core.sockets.ticket()
    return {"url": f"ws{core.base_url.removeprefix('http')}link/?ticket={ticket}&app_id={APP}"}


METHODS = (
    api_test,
    auth_test,
    auth_revoke,
    connections_open,
)
