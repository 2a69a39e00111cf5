"""One file per command; each holds its answer() and its parts(), and none imports another."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answers.command import Command

_ALONE = {"issues", "source"}  # each answers by itself, and is nobody's name


@cache
def registry() -> dict[str, Command]:
    """Return every command by name: one a file in this folder."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    found = [module.COMMAND for module in modules if hasattr(module, "COMMAND")]
    return {command.name: command for command in found}


def called(name: str) -> Command | None:
    """Return the command of a name, plain or as Slack knows it."""
    plain = name.strip().removeprefix("/").lower()
    return next((c for c in registry().values() if plain in {c.name, c.registered}), None)


def routed(command: Command, text: str) -> tuple[Command, str]:
    """Return the command that a text's first word names ("/stance who funakoshi"), and the rest.

    With no rest, a word may be somebody's name: "/who Said".
    """
    first, _, rest = text.strip().partition(" ")
    other = called(first.removesuffix(":"))
    named = other and other.in_slack and (rest or other.name in _ALONE)
    return (other, rest) if other and named else (command, text)
