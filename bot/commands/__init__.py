"""One file per command; each holds its answer() and its parts(), and none imports another."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.answers.command import Command

OPENING = "stance"  # the command after which each other is a word: /stance who NAME
_ALONE = {"cite", "issues", "source"}  # each answers by itself, and is nobody's name


@cache
def registry() -> dict[str, Command]:
    """Return every command by name: one a file in this folder."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    modules = (importlib.import_module(f"{__name__}.{name}") for name in names)
    found = [module.COMMAND for module in modules if hasattr(module, "COMMAND")]
    return _named(found, [command.name for command in found if command.daily])


def commands_as(others: Mapping[str, str], registered: Collection[str]) -> dict[str, Command]:
    """Return every command as a workspace knows it: by other names, and those that are registered.

    `others` and `registered` are by the commands' own names.
    """
    found = registry().values()
    renamed = (replace(c, slack_name=others.get(c.name, c.slack_name)) for c in found)
    return _named(list(renamed), registered)


def _named(found: Collection[Command], registered: Collection[str]) -> dict[str, Command]:
    """Return commands by name, each with how all of them are typed."""
    opening = next(f"/{c.registered}" for c in found if c.name == OPENING)
    known = [command for command in found if command.in_slack]
    own = {c.name: f"/{c.registered}" for c in known if c.name in registered}
    names = {**{c.name: f"{opening} {c.name}" for c in known}, **own}
    return {command.name: replace(command, names=names) for command in found}


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
