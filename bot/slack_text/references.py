"""References to people, channels, links and emoji: how a reader sees them, never their ids."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from bot.slack_text.visible_text import OMITTED, OWN_MENTION

if TYPE_CHECKING:
    from collections.abc import Mapping

_SOMEBODY = "someone"
_ADDRESS_LIKE = re.compile(r"[.@/:]")
_LAST_CODE_POINT = 0x10FFFF


class Words(NamedTuple):
    """Words as a reader sees them, and what of them can be asked."""

    shown: str
    asked: str

    @classmethod
    def plain(cls, text: str) -> Words:
        """Return words that are asked as they are seen."""
        return cls(text, text)

    @classmethod
    def unasked(cls, text: str) -> Words:
        """Return what a reader sees and no question can mean."""
        return cls(text, OMITTED)


@dataclass(frozen=True, slots=True)
class References:
    """How references are shown; `own` are the ids of the bot, `names` those that are known."""

    own: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)

    def user(self, user_id: str, label: str = "") -> Words:
        """Return who is mentioned: "someone" to a question, and nobody if it is the bot."""
        if user_id in self.own:
            return Words.unasked(OWN_MENTION)
        return Words(f"@{self._name(user_id, label, _SOMEBODY)}", _SOMEBODY)

    def channel(self, channel_id: str, label: str = "") -> Words:
        return Words.unasked(f"#{self._name(channel_id, label, 'channel')}")

    def group(self, group_id: str, label: str = "") -> Words:
        return Words(f"@{self._name(group_id, label.removeprefix('@'), 'group')}", _SOMEBODY)

    def broadcast(self, audience: str) -> Words:
        return Words.unasked(f"@{audience}")

    def link(self, url: str, label: str = "") -> Words:
        """Return a link: words if somebody wrote any, else an address, which names nothing."""
        address = url.removeprefix("mailto:")
        written = label.strip()
        is_address = not written or (_ADDRESS_LIKE.search(written) and _begins(written, address))
        return Words.unasked(written or address) if is_address else Words.plain(label)

    def emoji(self, name: str, code_points: str = "") -> Words:
        return Words.unasked(_character(code_points) or f":{name}:")

    def color(self, value: str) -> Words:
        return Words.unasked(value)

    def date(self, fallback: str) -> Words:
        return Words.plain(fallback)

    def _name(self, some_id: str, label: str, unknown: str) -> str:
        return self.names.get(some_id) or label or unknown


def _begins(written: str, address: str) -> bool:
    """Return whether a link is written as its address, which Slack may shorten."""
    bare = re.sub(r"^\w+://", "", address)
    shown = re.sub(r"^\w+://", "", written.rstrip("…").rstrip("/"))
    return bare.startswith(shown) or bare.removeprefix("www.").startswith(shown)


def _character(code_points: str) -> str:
    """Return the character of an emoji: "1f44d-1f3fb" is a thumb of one color."""
    try:
        codes = [int(code, 16) for code in code_points.split("-") if code]
    except ValueError:
        return ""
    valid = codes and all(0 < code <= _LAST_CODE_POINT for code in codes)
    return "".join(map(chr, codes)) if valid else ""
