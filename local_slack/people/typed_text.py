"""What a person typed, as Slack passes it on: escaped, with references, and as rich text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from local_slack.refusal import Refusal

if TYPE_CHECKING:
    from local_slack.core import Core
    from local_slack.refusal import Payload

_MENTIONED = re.compile(r"@([\w.-]+)")
_LINKED = re.compile(r"#([\w-]+)")


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def escape_names(core: Core, text: str) -> str:
    """Replace the names of people and channels with Slack's references: `<@U…>`, `<#C…|…>`."""

    def person(match: re.Match[str]) -> str:
        try:
            return f"<@{core.workspace.user(match[1]).id}>"
        except Refusal:
            return match[0]

    def channel(match: re.Match[str]) -> str:
        try:
            found = core.workspace.channel(f"#{match[1]}")
        except Refusal:
            return match[0]
        return f"<#{found.id}|{found.name}>"

    return _LINKED.sub(channel, _MENTIONED.sub(person, text))


def as_rich_text(typed: str) -> Payload:
    """Return a text as the block that Slack's own composer sends."""
    runs = [_as_run(part) for part in re.split(r"(<@\w+>)", typed) if part]
    section = {"type": "rich_text_section", "elements": runs}
    return {"type": "rich_text", "elements": [section]}


def _as_run(part: str) -> Payload:
    if mention := re.fullmatch(r"<@(\w+)>", part):
        return {"type": "user", "user_id": mention[1]}
    plain = part.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return {"type": "text", "text": plain}
