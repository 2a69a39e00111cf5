"""The emoji that Slack knows by name: those of all workspaces, and a workspace's own.

`emoji.json` has the names and characters of emoji-data (MIT, © 2013 Cal Henderson), from which
Slack takes them: first the name that an emoji is sent with, then its other names.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from local_slack.workspace.regions import REGIONS

if TYPE_CHECKING:
    from collections.abc import Collection

    from local_slack.refusal import Payload

_FIRST_TONE = 0x1F3FB  # skin tone 2; there is no tone 1
_TONE = re.compile(r"skin-tone-[2-6]")
_REGIONAL_A = 0x1F1E6  # the letters that flags are spelled with


@cache
def characters() -> dict[str, str]:
    """Return the characters of each emoji, by Slack's name."""
    text = Path(__file__).with_name("emoji.json").read_text(encoding="utf-8")
    known: dict[str, str] = json.loads(text)
    return {**known, **{f"flag-{region}": _flag(region) for region in REGIONS}}


def names_from(first: str) -> list[tuple[str, str]]:
    """Return the emoji that begin with a character, each with its name, the longest first."""
    return _by_first().get(first, [])


@cache
def _by_first() -> dict[str, list[tuple[str, str]]]:
    first_name: dict[str, str] = {}
    for name, shown in characters().items():
        first_name.setdefault(shown, name)
    found: dict[str, list[tuple[str, str]]] = {}
    for shown, name in sorted(first_name.items(), key=lambda pair: -len(pair[0])):
        found.setdefault(shown[0], []).append((shown, name))
    return found


def emoji_element(name: str, tone: int | None, custom: Collection[str]) -> Payload | None:
    """Return an emoji as rich text has it, or None if the workspace does not know the name."""
    shown = characters().get(name)
    if shown is None:
        return {"type": "emoji", "name": name} if name in custom else None
    if tone is None:
        return {"type": "emoji", "name": name, "unicode": _codes(shown)}
    toned = shown[0] + chr(_FIRST_TONE + tone - 2) + shown[1:].removeprefix("\ufe0f")
    return {"type": "emoji", "name": name, "unicode": _codes(toned), "skin_tone": tone}


def is_emoji(name: str, custom: Collection[str]) -> bool:
    """Return whether a workspace knows a name, which may end with a skin tone."""
    bare, _, tone = name.partition("::")
    if bare in custom and not tone:
        return True
    return bare in characters() and (not tone or bool(_TONE.fullmatch(tone)))


def tone_of(character: str) -> int | None:
    """Return the skin tone that a character stands for, or None."""
    tone = ord(character) - _FIRST_TONE + 2 if len(character) == 1 else 0
    return tone if tone in range(2, 7) else None


def _flag(region: str) -> str:
    return "".join(chr(_REGIONAL_A + ord(letter) - ord("a")) for letter in region)


def _codes(shown: str) -> str:
    return "-".join(f"{ord(c):x}" for c in shown)
