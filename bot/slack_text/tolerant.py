"""Reading fields of data that somebody else wrote: what is not there, or another type, is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 12_000  # characters of one text: a composer takes no more
_IN_ALL = 30_000  # characters of a message, all its addresses and ids among them
_BREAKS = 1_000  # of lines in a message: each line is read by itself
_MOST = 1_000  # things in one list
_DEEPEST = 40  # things within things: twice as deep as a forwarded table


def trim(message: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """Return these fields of a message, the first first, as far as it is worth reading them."""
    room = _Room(_IN_ALL, _BREAKS)
    return {key: room.trim(message[key], _DEEPEST) for key in keys if key in message}


class _Room:
    """How many characters and breaks of lines of a message are still read."""

    def __init__(self, left: int, breaks: int) -> None:
        self.left, self.breaks = left, breaks

    def trim(self, node: object, depth: int) -> object:
        if isinstance(node, str):
            kept = self._cut_lines(node[: min(_LONGEST, self.left)])
            self.left -= len(kept)
            return kept
        if isinstance(node, list):
            return [self.trim(child, depth - 1) for child in node[:_MOST]] if depth else []
        if isinstance(node, dict):
            children = list(node.items())[:_MOST] if depth else []
            return {key: self.trim(child, depth - 1) for key, child in children}
        return node

    def _cut_lines(self, text: str) -> str:
        kept = text.split("\n", self.breaks + 1)[: self.breaks + 1]
        self.breaks -= len(kept) - 1
        return "\n".join(kept)


def text_of(node: Mapping[str, Any], key: str) -> str:
    found = node.get(key)
    return found if isinstance(found, str) else ""


def list_of(node: Mapping[str, Any], key: str) -> list[Any]:
    found = node.get(key)
    return found if isinstance(found, list) else []


def dicts_of(node: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    return [found for found in list_of(node, key) if isinstance(found, dict)]


def dict_of(node: Mapping[str, Any], key: str) -> dict[str, Any]:
    found = node.get(key)
    return found if isinstance(found, dict) else {}
