"""What Slack's composer sends for what a person types: mrkdwn text and a block of rich text.

Marks, lists, quotes and fences become formatting as they do while one types; names become
mentions, addresses links, `:names:` emoji. With formatting off, marks stay characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_slack.people.inline_text import InlineText, join_runs
from local_slack.people.names_typed import NamesTyped
from local_slack.people.rich_text_as_mrkdwn import as_mrkdwn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from local_slack.refusal import Payload
    from local_slack.workspace.state import Workspace

_FENCED = re.compile(r"```(.+?)```", re.DOTALL)
_QUOTED = re.compile(r"> (?P<words>.*)|>$")
_QUOTED_BY_APP = re.compile(r"(?:>|&gt;) ?(?P<words>.*)")
_ITEM = re.compile(
    r"(?P<pad>[ \t]*)"
    r"(?:(?P<bullet>[-*•◦]|▪\ufe0e?)|(?P<number>\d{1,3}|[a-z]{1,3})\.)"
    r" +(?P<words>\S.*)"
)
_FIRST_NUMBERS = {"1", "a", "i"}
_DEEPEST = 8  # levels of lists below one another
_TAB = 4


@dataclass(frozen=True)
class Composed:
    """A message as the composer sends it."""

    text: str
    blocks: list[Payload]


def compose(
    workspace: Workspace, typed: str | list[Payload], *, formatting: bool = True
) -> Composed:
    """Return what the composer makes of typed text, or of rich text made with its buttons."""
    return _composed(
        _read(workspace, typed, formatting=formatting) if isinstance(typed, str) else typed
    )


def compose_for_app(workspace: Workspace, text: str) -> Composed:
    """Return what Slack makes of the text of an app, with references and escapes in it."""
    inline = InlineText(NamesTyped(workspace), workspace.custom_emoji, by_app=True)
    reading = _Reading(inline, formatting=True, quoted=_QUOTED_BY_APP)
    reading.read(text.strip())
    reading.end_section()
    return _composed(reading.parts)


def _composed(parts: list[Payload]) -> Composed:
    blocks = [{"type": "rich_text", "elements": parts}] if parts else []
    return Composed(as_mrkdwn(parts), blocks)


def _read(workspace: Workspace, typed: str, *, formatting: bool) -> list[Payload]:
    inline = InlineText(NamesTyped(workspace), workspace.custom_emoji)
    reading = _Reading(inline, formatting=formatting)
    typed = typed.strip()
    if formatting:
        reading.read(typed)
    else:
        reading.lines = typed.split("\n") if typed else []
    reading.end_section()
    return reading.parts


class _Reading:
    """The parts read so far, and the lines of the section that is being read."""

    def __init__(
        self, inline: InlineText, *, formatting: bool, quoted: re.Pattern[str] = _QUOTED
    ) -> None:
        self._inline = inline
        self._quoted = quoted
        self._formatting = formatting
        self.parts: list[Payload] = []
        self.lines: list[str] = []
        self._counts: dict[int, int] = {}  # items of the ordered lists that may go on, by level

    def read(self, typed: str) -> None:
        *pairs, rest = _FENCED.split(typed)
        for before, fenced in zip(pairs[::2], pairs[1::2], strict=True):
            self._read_lines(before.removesuffix("\n"), after_fence=bool(self.parts))
            self._add(_preformatted(self._inline.code(fenced)))
        self._read_lines(rest, after_fence=bool(pairs))

    def _read_lines(self, text: str, *, after_fence: bool) -> None:
        if after_fence:
            text = text.removeprefix("\n")
        for line in text.split("\n") if text else ():
            self._read_line(line)

    def _read_line(self, line: str) -> None:
        item = _ITEM.fullmatch(line)
        if item and self._is_item(item):
            self._add_item(item)
        elif quoted := self._quoted.fullmatch(line):
            self._add_quoted(quoted["words"] or "")
        else:
            self.lines.append(line)

    # sections

    def end_section(self, *, before_block: bool = False) -> None:
        """Add the section of the lines read; before another part it ends with a newline."""
        if self.lines:
            self.parts.append(
                {
                    "type": "rich_text_section",
                    "elements": self._runs([*self.lines, *([""] if before_block else [])]),
                }
            )
            self._counts.clear()
        self.lines = []

    def _runs(self, lines: Iterable[str]) -> list[Payload]:
        runs: list[Payload] = []
        for number, line in enumerate(lines):
            runs += [{"type": "text", "text": "\n"}] if number else []
            runs += self._inline.read(line, formatting=self._formatting)
        return join_runs(runs)

    def _add(self, part: Payload) -> None:
        self.end_section(before_block=True)
        self._counts.clear()
        self.parts.append(part)

    # quotes

    def _add_quoted(self, words: str) -> None:
        last = self._open_part("rich_text_quote")
        if last is None:
            self._add({"type": "rich_text_quote", "elements": self._runs([words])})
        else:
            newline = {"type": "text", "text": "\n"}
            last["elements"] = join_runs([*last["elements"], newline, *self._runs([words])])

    def _open_part(self, kind: str) -> Payload | None:
        """Return the part that the next line may belong to."""
        last = self.parts[-1] if self.parts and not self.lines else None
        return last if last and last["type"] == kind else None

    # lists

    def _is_item(self, item: re.Match[str]) -> bool:
        """Return whether a line is a list's; a number begins a list only as 1, a or i."""
        level, number = self._level(item), item["number"]
        if number is None:
            return True
        if self._open_part("rich_text_list") and level in self._counts:
            return number.isdecimal() or level > 0
        return number == "1" or (level > 0 and number in _FIRST_NUMBERS)

    def _level(self, item: re.Match[str]) -> int:
        """Return how deep an item is: at most one level below the item above it."""
        above = self._open_part("rich_text_list")
        deepest = above["indent"] + 1 if above else 0
        return min(len(item["pad"].expandtabs(_TAB)) // _TAB, deepest, _DEEPEST)

    def _add_item(self, item: re.Match[str]) -> None:
        level = self._level(item)
        style = "ordered" if item["number"] else "bullet"
        section = {"type": "rich_text_section", "elements": self._runs([item["words"]])}
        last = self._open_part("rich_text_list")
        if last and (last["style"], last["indent"]) == (style, level):
            last["elements"].append(section)
        else:
            self.end_section(before_block=True)
            self.parts.append(_list(section, style, level, self._counts.get(level, 0)))
        self._count(level, ordered=style == "ordered")

    def _count(self, level: int, *, ordered: bool) -> None:
        """Count an item; a list that is deeper begins anew after it."""
        above = {at: count for at, count in self._counts.items() if at <= level}
        if ordered:
            self._counts = {**above, level: above.get(level, 0) + 1}
        else:
            above.pop(level, None)
            self._counts = above


def _preformatted(fenced: str) -> Payload:
    code = fenced.removeprefix("\n").removesuffix("\n")
    return {
        "type": "rich_text_preformatted",
        "elements": [{"type": "text", "text": code}],
        "border": 0,
    }


def _list(section: Payload, style: str, level: int, done: int) -> Payload:
    offset = {"offset": done} if style == "ordered" and done else {}
    return {
        "type": "rich_text_list",
        "elements": [section],
        "style": style,
        "indent": level,
        **offset,
        "border": 0,
    }
