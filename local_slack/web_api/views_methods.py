"""The methods of modals and Home tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.refusal import Payload, refuse
from local_slack.web_api.method import method

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments


@method("views.open", tier=4)
def views_open(core: Core, args: Arguments) -> Payload:
    user = core.triggers.use(args.text("trigger_id", "invalid_arguments"))
    return {"view": core.views.open(user, args.get("view")).body}


@method("views.push", tier=4)
def views_push(core: Core, args: Arguments) -> Payload:
    user = core.triggers.use(args.text("trigger_id", "invalid_arguments"))
    return {"view": core.views.push(user, args.get("view")).body}


@method("views.update", tier=4)
def views_update(core: Core, args: Arguments) -> Payload:
    view = core.views.find(args.get("view_id"), args.get("external_id"))
    return {"view": core.views.update(view, args.get("view"), args.get("hash")).body}


@method("views.publish", tier=4)
def views_publish(core: Core, args: Arguments) -> Payload:
    user = core.workspace.user(args.text("user_id", "invalid_arguments"))
    if not core.manifest.home_tab:
        refuse("not_enabled")
    return {"view": core.views.publish(user.id, args.get("view"), args.get("hash")).body}


METHODS = (
    views_open,
    views_push,
    views_update,
    views_publish,
)
