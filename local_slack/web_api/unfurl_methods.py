"""The method by which an app adds its own previews to the links of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from local_slack.delivery.previews import add_previews
from local_slack.refusal import Payload, refuse
from local_slack.web_api.finding import message_at
from local_slack.web_api.method import method

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.web_api.arguments import Arguments


@method("chat.unfurl", "links:write", tier=3)
def unfurl(core: Core, args: Arguments) -> Payload:
    message = message_at(core, args, "ts", "cannot_find_message")
    given = args.get("unfurls")
    if not isinstance(given, dict) or not all(isinstance(p, dict) for p in given.values()):
        refuse("missing_unfurls")
    previews = [{**p, "from_url": url, "is_app_unfurl": True} for url, p in given.items()]
    add_previews(core, message, previews)
    return {}


METHODS = (unfurl,)
