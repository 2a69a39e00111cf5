"""Marks of emphasis in a line: Slack's *bold*, _italic_, ~strike~ and `code`, and Markdown's."""

from __future__ import annotations

import re
from functools import lru_cache

_KEPT_LINES = 256  # each line of a message is read by itself, with the others, and as a row
_MARKS = frozenset("*_~`")
_CODE = re.compile(r"`[^`\n]+`")
# Marks inside code are characters like others; meanwhile these stand for them.
_KEPT = {"*": "\ufdd4", "_": "\ufdd5", "~": "\ufdd6"}
_AS_CODE = str.maketrans(_KEPT)
_AS_TYPED = str.maketrans({kept: mark for mark, kept in _KEPT.items()})
_MARKDOWN = re.compile(r"(?<![\w*])\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?![\w*])|```")


@lru_cache(_KEPT_LINES)
def strip_emphasis(line: str, *, composed: bool = False, code: str = "", bold: str = "") -> str:
    """Drop the pairs of marks that Slack shows as emphasis, or put `code` and `bold` in place.

    Slack's composer leaves a space inside the marks where it was bold too: "*not *the". Nobody
    types that by hand, so it counts only in `composed` text.
    """
    if _MARKS.isdisjoint(line):
        return line
    line = _CODE.sub(lambda code: code[0].translate(_AS_CODE), line)
    opened: dict[str, int] = {}
    dropped: set[int] = set()
    for at, mark in enumerate(line):
        if mark not in _MARKS:
            continue
        if mark in opened and _closes(line, at, opened[mark], composed=composed):
            dropped |= {opened.pop(mark), at}
        elif _opens(line, at):
            opened[mark] = at
    instead = {"`": code, "*": bold}
    kept = "".join([instead.get(c, "") if at in dropped else c for at, c in enumerate(line)])
    return kept.translate(_AS_TYPED)


def strip_markdown(line: str) -> str:
    """Drop Markdown's marks of bold and of fences, which Slack shows as they are."""
    return _MARKDOWN.sub("", line)


def _opens(line: str, at: int) -> bool:
    before, after = line[at - 1] if at else " ", line[at + 1 : at + 2]
    return not before.isalnum() and bool(after.strip()) and line[at] not in (before, after)


def _closes(line: str, at: int, opened: int, *, composed: bool) -> bool:
    before, after = line[at - 1], line[at + 1 : at + 2]
    if at == opened + 1 or before == line[at]:
        return False
    if before.isspace():
        return composed and after.isalpha()
    return not after.isalnum()
