"""What is set and has no effect: a name that is no setting's, or a file beside the token itself."""

from __future__ import annotations

import os
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_settings import DotEnvSettingsSource

from bot.slack.settings import Settings
from bot.slack.tokens import MCP_TOKEN, SIGNING_SECRET, TOKENS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

_PREFIX = "STANCEBOOK_"
# What the tests of a checkout read.
_OF_TESTS = frozenset(
    f"{_PREFIX}{name}" for name in ("HOSTILE", "MANIFEST_SCHEMA", "PAYLOADS", "QUESTIONS")
)
_LIKE = 0.8  # of 1: a name with our prefix is meant for us, and may be far off
_VERY_LIKE = 0.9  # another program's may be like one of ours


def find_doubts(chosen: Settings) -> Iterator[str]:
    """Yield a sentence for each setting that is passed over; no value of one is in it."""
    yield from find_misspelled()
    for token in (*TOKENS, SIGNING_SECRET):
        if getattr(chosen, token) and getattr(chosen, f"{token}_file"):
            variable = token.upper()
            yield f"{variable} and {variable}_FILE are both set: the file is passed over"


def find_misspelled(*, dotenv: bool = True) -> Iterator[str]:
    """Yield a sentence for each name that is no setting's but like one, also in the .env file."""
    known = {name.upper() for name in Settings.model_fields}
    given = {name.upper() for name in (*os.environ, *(_names_in_dotenv() if dotenv else ()))}
    for name in sorted(given - known - _OF_TESTS - {MCP_TOKEN}):
        if name.startswith(_PREFIX):
            yield f"{name} is not a setting, and is passed over{_suggest(name, known, _LIKE)}"
        elif suggested := _suggest(name, known - given, _VERY_LIKE):
            yield f"{name} is not a setting, and is passed over{suggested}"


def _names_in_dotenv() -> AbstractSet[str]:
    """Return the names in the .env file; that it cannot be read is said where it is needed."""
    with suppress(OSError, UnicodeDecodeError):
        if Path(".env").is_file():
            return DotEnvSettingsSource(Settings).env_vars.keys()
    return frozenset()


def _suggest(name: str, known: AbstractSet[str], likeness: float) -> str:
    near = get_close_matches(name, known, n=1, cutoff=likeness)
    return f". Is {near[0]} meant?" if near else ""
