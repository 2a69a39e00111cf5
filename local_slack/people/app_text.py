"""What an app's text has and a person does not type: references in angle brackets, and escapes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local_slack.refusal import Payload

_REFERENCE = re.compile(
    r"""<(?:
    @(?P<user>[UW]\w+)
    | \#(?P<channel>C\w+)
    | !subteam\^(?P<usergroup>S\w+)
    | !(?P<broadcast>here|channel|everyone)
    | !date\^(?P<timestamp>\d+)\^(?P<format>[^^|<>]+)(?:\^(?P<date_url>[^|<>]+))?
    | (?P<url>(?:https?://|mailto:)[^|<>\s]+)
    )(?:\|(?P<label>[^<>]*))?>""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"&(?:amp|lt|gt);")
_ESCAPED = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}


def read_app_text(line: str, at: int) -> tuple[str | Payload, int] | None:
    """Return the element or the character that stands here as an app writes it, and its end."""
    if escaped := _ESCAPE.match(line, at):
        return _ESCAPED[escaped[0]], escaped.end()
    found = _REFERENCE.match(line, at)
    return (_element(found), found.end()) if found else None


def unescape(text: str) -> str:
    """Return a text with the three characters that an app escapes."""
    return _ESCAPE.sub(lambda found: _ESCAPED[found[0]], text)


def _element(found: re.Match[str]) -> Payload:
    if found["user"]:
        return {"type": "user", "user_id": found["user"]}
    if found["channel"]:
        return {"type": "channel", "channel_id": found["channel"]}
    if found["usergroup"]:
        return {"type": "usergroup", "usergroup_id": found["usergroup"]}
    if found["broadcast"]:
        return {"type": "broadcast", "range": found["broadcast"]}
    return _date(found) if found["timestamp"] else _link(found)


def _date(found: re.Match[str]) -> Payload:
    return {
        "type": "date",
        "timestamp": int(found["timestamp"]),
        "format": unescape(found["format"]),
        **({"url": unescape(found["date_url"])} if found["date_url"] else {}),
        "fallback": unescape(found["label"] or ""),
    }


def _link(found: re.Match[str]) -> Payload:
    label = {"text": unescape(found["label"])} if found["label"] else {}
    return {"type": "link", "url": unescape(found["url"]), **label}
