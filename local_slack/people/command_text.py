"""What is typed after a slash command, as Slack passes it on: characters, never formatting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from local_slack.people.names_typed import NamesTyped
from local_slack.people.rich_text_as_mrkdwn import escape

if TYPE_CHECKING:
    from local_slack.refusal import Payload
    from local_slack.workspace.state import Workspace

_SIGN = re.compile(r"(?<!\w)[@#]")


def escape_command(workspace: Workspace, typed: str, *, names: bool) -> str:
    """Return what an app is sent; with `names`, names are references: `<@U…|name>`."""
    if not names:
        return escape(typed)
    known = NamesTyped(workspace)
    text, at = "", 0
    while match := _SIGN.search(typed, at):
        found = known.read_after(match[0], typed, match.end())
        text += escape(typed[at : match.start()])
        text += _reference(workspace, found[0]) if found else match[0]
        at = found[1] if found else match.end()
    return text + escape(typed[at:])


def _reference(workspace: Workspace, element: Payload) -> str:
    if element["type"] == "user":
        user = workspace.users[element["user_id"]]
        return f"<@{user.id}|{user.name}>"
    if element["type"] == "channel":
        channel = workspace.channels[element["channel_id"]]
        return f"<#{channel.id}|{channel.name}>"
    if element["type"] == "usergroup":
        group = workspace.usergroups[element["usergroup_id"]]
        return f"<!subteam^{group.id}|@{group.handle}>"
    return f"<!{element['range']}>"
