"""What is set and has no effect: a name that is no setting's, or a file beside the token itself."""

from __future__ import annotations

import os
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pydantic_settings import DotEnvSettingsSource

from bot.slack.settings import TOKENS, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

_PREFIX = "STANCEBOOK_"


def find_doubts(chosen: Settings) -> Iterator[str]:
    """Yield a sentence for each setting that is passed over; no value of one is in it."""
    known = {name.upper() for name in Settings.model_fields}
    given = {name.upper() for name in (*os.environ, *DotEnvSettingsSource(Settings).env_vars)}
    for name in sorted(given - known):
        if name.startswith(_PREFIX):
            yield f"{name} is not a setting, and is passed over{_suggest(name, known)}"
    for token in TOKENS:
        if getattr(chosen, token) and getattr(chosen, f"{token}_file"):
            variable = token.upper()
            yield f"{variable} and {variable}_FILE are both set: the file is passed over"


def _suggest(name: str, known: set[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.8)
    return f". Is {near[0]} meant?" if near else ""
