"""Slack's mrkdwn, the markup of a message's `text`, to parts.

It is ambiguous where blocks are not: "*stars*" that somebody typed look like bold. So it is read
where there are no blocks to read.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from bot.slack_text.emphasis import strip_emphasis
from bot.slack_text.message_parts import PartKind
from bot.slack_text.references import Words
from bot.slack_text.visible_text import BOLD, CODE, ITEM, REFERENCE, make_visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.slack_text.references import References

_FENCE = "```"
_REFERENCE = re.compile(r"<([^<>\n]{1,4000})>")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# A ">" that nobody escaped is Slack's own: it writes this where it derives the text itself.
_QUOTED = re.compile(r"^(?:&gt;|>)(?!&gt;|>)[ \t]?")
_ALL_QUOTED = re.compile(r"^(?:&gt;|>){3}[ \t]?")
_LIST_MARK = re.compile(
    r"^[ \t]*(?:[•◦▪‣∙]\ufe0e?|(?:\d{1,3}|[a-z]|[ivx]{1,5})\.(?=[ \t]+\S))[ \t]+"
)


class Stretch(NamedTuple):
    """Words of one kind that stand together; `items` are those of lists in them, as asked."""

    kind: PartKind
    words: Words
    items: tuple[str, ...] = ()


def read_mrkdwn(text: str, references: References, *, composed: bool) -> list[Stretch]:
    """Return the words of mrkdwn, in order; `composed` text was written by Slack's composer."""
    stretches: list[Stretch] = []
    pieces = text.split(_FENCE)
    for number, piece in enumerate(pieces):
        closed = number % 2 == 1 and number < len(pieces) - 1
        if closed and piece.strip():
            words = _read_line(piece, references, lambda line: line)
            stretches.append(Stretch(PartKind.CODE_BLOCK, words))
        elif piece.strip():
            stretches += _read_lines(piece, references, composed=composed)
    return stretches


def _read_lines(text: str, references: References, *, composed: bool) -> Iterator[Stretch]:
    def strip(line: str) -> str:
        return strip_emphasis(line, composed=composed, code=CODE, bold=BOLD)

    for quoted, lines in groupby(_mark_quoted(text), key=lambda found: found[0]):
        found = [(_read_line(line, references, strip), depth) for _, line, depth in lines]
        shown = "\n".join(w.shown for w, _ in found)
        asked = "\n".join(f"{ITEM * depth}{w.asked}" for w, depth in found)
        kind = PartKind.BLOCK_QUOTE if quoted else PartKind.TYPED
        yield Stretch(kind, Words(shown, asked), tuple(w.asked for w, depth in found if depth))


def _mark_quoted(text: str) -> Iterator[tuple[bool, str, int]]:
    """Yield each line without its marks, whether it is quoted, and in how many lists it stands.

    ">>>" quotes the rest.
    """
    rest = False
    for line in text.split("\n"):
        if not rest and (found := _ALL_QUOTED.match(line)):
            rest, line = True, line[found.end() :]  # noqa: PLW2901 (the line without its mark)
        if found := _QUOTED.match(line):
            yield True, line[found.end() :], 0
        elif rest:
            yield True, line, 0
        else:
            item = _LIST_MARK.sub("", line)
            yield False, item, _depth_of(line) if item != line else 0


def _depth_of(item: str) -> int:
    """Return in how many lists an item stands: Slack indents each by four spaces."""
    return 1 + (len(item) - len(item.lstrip(" \t"))) // 4


def _read_line(line: str, references: References, strip: Callable[[str], str]) -> Words:
    """Read the references of a line, then its emphasis, which may stand around a reference."""
    found: list[Words] = []

    def keep(match: re.Match[str]) -> str:
        words = read_reference(match[1], references)
        if words is None:
            return match[0]
        found.append(words)
        return REFERENCE

    marked = _REFERENCE.sub(keep, make_visible(line))
    pieces = strip(unescape(marked)).split(REFERENCE)
    between = [Words.plain(pieces[0])]
    for words, piece in zip(found, pieces[1:], strict=False):
        between += [words, Words.plain(piece)]
    shown = "".join(w.shown for w in between).replace(BOLD, "")
    return Words(shown, "".join(w.asked for w in between))


def read_reference(body: str, references: References) -> Words | None:
    """Return what stands between angle brackets; None for what is no reference of Slack's."""
    target, _, label = body.partition("|")
    target, label = unescape(target), make_visible(unescape(label))
    name = target[1:]
    if target.startswith("@"):
        return references.user(name, label)
    if target.startswith("#"):
        return references.channel(name, label)
    if target.startswith("!"):
        return _read_special(name, label, references)
    return references.link(target, label) if _SCHEME.match(target) else None


def _read_special(name: str, label: str, references: References) -> Words:
    kind, _, value = name.partition("^")
    if kind == "subteam":
        return references.group(value, label)
    if kind == "date":
        return references.date(label)
    return (
        references.broadcast(kind) if kind in {"here", "channel", "everyone"} else Words(label, "")
    )


def unescape(text: str) -> str:
    """Undo the three escapes of Slack, each once."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
