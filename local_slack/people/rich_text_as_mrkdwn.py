"""The mrkdwn that Slack's composer sends beside rich text, which is its `text`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from local_slack.refusal import Payload

_MARKS = {"bold": "*", "italic": "_", "strike": "~", "code": "`"}  # outermost first
_BULLETS = ("•", "◦", "▪\ufe0e")
_INDENT = "    "
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LETTERS = 26


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_mrkdwn(parts: Iterable[Payload]) -> str:
    """Return the parts of rich text as mrkdwn, each on lines of its own."""
    text = ""
    for part in parts:
        between = "" if not text or text.endswith("\n") else "\n"
        text += between + _PARTS[part["type"]](part)
    return text


def _section(part: Payload) -> str:
    return _runs(part["elements"])


def _quote(part: Payload) -> str:
    return "\n".join(f"&gt; {line}" for line in _runs(part["elements"]).split("\n"))


def _preformatted(part: Payload) -> str:
    return f"```{_runs(part['elements'])}```"


def _list(part: Payload) -> str:
    level, ordered = part.get("indent", 0), part["style"] == "ordered"
    first = part.get("offset", 0) + 1
    return "\n".join(
        f"{_INDENT * level}{_number(n, level) if ordered else _BULLETS[level % 3]} {_section(item)}"
        for n, item in enumerate(part["elements"], first)
    )


def _number(number: int, level: int) -> str:
    """Return the number of an item: 1, a or i, by how deep its list is."""
    return f"{(str, _letter, _roman)[level % 3](number)}."


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % _LETTERS)


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        found += letters * count
    return found


_PARTS: dict[str, Callable[[Payload], str]] = {
    "rich_text_section": _section,
    "rich_text_quote": _quote,
    "rich_text_preformatted": _preformatted,
    "rich_text_list": _list,
}


# runs


def _runs(runs: Iterable[Payload]) -> str:
    """Return runs with marks around their styles; neighbors share the marks that they can."""
    text, spaces = "", ""
    opened: list[str] = []
    for run in [*runs, {"type": "text", "text": ""}]:
        wanted = [mark for style, mark in _MARKS.items() if (run.get("style") or {}).get(style)]
        shared = _shared(opened, wanted)
        text += "".join(reversed(opened[shared:])) + spaces + "".join(wanted[shared:])
        words, spaces = _words(run, nested=len(wanted) > 1)
        text += words
        opened = wanted
    return text + spaces


def _shared(opened: list[str], wanted: list[str]) -> int:
    """Return how many of the open marks may stay open."""
    for number, (one, other) in enumerate(zip(opened, wanted, strict=False)):
        if one != other:
            return number
    return min(len(opened), len(wanted))


def _words(run: Payload, *, nested: bool) -> tuple[str, str]:
    """Return a run's words and the spaces after its marks: nested marks are closed before them."""
    words = _RUNS[run["type"]](run)
    trimmed = words.rstrip(" ") if nested else words
    return trimmed, words[len(trimmed) :]


def _link(run: Payload) -> str:
    url = escape(run["url"]).replace("|", "%7C")
    return f"<{url}|{escape(run['text'])}>" if run.get("text") else f"<{url}>"


def _emoji(run: Payload) -> str:
    tone = f":skin-tone-{run['skin_tone']}:" if run.get("skin_tone") else ""
    return f":{run['name']}:{tone}"


def _date(run: Payload) -> str:
    url = f"^{run['url']}" if run.get("url") else ""
    shown = escape(run.get("fallback") or "")
    return f"<!date^{run['timestamp']}^{escape(run['format'])}{url}|{shown}>"


_RUNS: dict[str, Callable[[Payload], str]] = {
    "text": lambda run: escape(run["text"]),
    "link": _link,
    "user": lambda run: f"<@{run['user_id']}>",
    "channel": lambda run: f"<#{run['channel_id']}>",
    "usergroup": lambda run: f"<!subteam^{run['usergroup_id']}>",
    "broadcast": lambda run: f"<!{run['range']}>",
    "emoji": _emoji,
    "color": lambda run: str(run["value"]),
    "date": _date,
    "team": lambda run: f"<!team^{run['team_id']}>",
}
