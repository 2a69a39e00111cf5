"""A line on standard error for each setting whose name is misspelled, before a command runs."""

from __future__ import annotations

import os
from typing import Final

import click

from bot.slack.tokens import MCP_TOKEN

_LOGS_IT: Final = "run"
_READ_DOTENV: Final = frozenset({"forget", "local", "manifest"})
# What is commonly set; with nothing else set, the settings need not be loaded.
_COMMON: Final = frozenset({"STANCEBOOK_ARTICLES", "STANCEBOOK_CORPUS", MCP_TOKEN})
_OURS: Final = ("STANC", "SLACK")


def tell_misspelled(subcommand: str | None) -> None:
    """Say which settings nobody reads, and the nearest names."""
    reads_dotenv = subcommand in _READ_DOTENV
    given = [name for name in os.environ if name.upper().startswith(_OURS)]
    if subcommand == _LOGS_IT or not (reads_dotenv or set(given) - _COMMON):
        return
    from bot.slack.setting_doubts import find_misspelled

    for doubt in find_misspelled(dotenv=reads_dotenv):
        click.echo(doubt, err=True)
