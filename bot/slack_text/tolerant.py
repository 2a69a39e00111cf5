"""Reading fields of data that somebody else wrote: what is not there, or another type, is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 40_000  # characters of one text: Slack takes no longer message
_MOST = 1_000  # things in one list


def text_of(node: Mapping[str, Any], key: str) -> str:
    """Return a text, cut at what Slack itself takes."""
    found = node.get(key)
    return found[:_LONGEST] if isinstance(found, str) else ""


def list_of(node: Mapping[str, Any], key: str) -> list[Any]:
    """Return a list, cut at a number that no message of Slack's reaches."""
    found = node.get(key)
    return found[:_MOST] if isinstance(found, list) else []


def dicts_of(node: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    return [found for found in list_of(node, key) if isinstance(found, dict)]


def dict_of(node: Mapping[str, Any], key: str) -> dict[str, Any]:
    found = node.get(key)
    return found if isinstance(found, dict) else {}
