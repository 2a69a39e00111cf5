"""One file per command; each holds its answer() and its parts(), and none imports another."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from bot.answers.days_side_by_side import find_timeline
from bot.answers.reply import STEPS
from bot.answers.who_said import asks_who_said
from knowledge.check_quote import has_marks
from knowledge.questions import MAX_LENGTH, Intent, find_topic, read
from knowledge.text import OutOfStepsError, allow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from bot.answers.command import Command
    from knowledge.kb import KnowledgeBase

OPENING = "stance"  # the command after which each other is a word: /stance who NAME
_CHECK = "check"
_OF_ALL = frozenset({Intent.WHO_HOLDS, Intent.WHO_SAID})
_ALONE = {"cite", "compare", "issues", "source"}  # each answers by itself, and is nobody's name


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


def called(name: str, commands: Mapping[str, Command] | None = None) -> Command | None:
    """Return the command of a name: as Slack knows it, else its own, also in the plural."""
    plain = name.strip().removeprefix("/").lower()
    known = (commands or registry()).values()
    registered = (c for c in known if plain == c.registered)
    return next(registered, None) or next((c for c in known if _is_name(plain, c)), None)


def _is_name(plain: str, command: Command) -> bool:
    return plain in {command.name, f"{command.name}s"}


def routed(
    command: Command,
    text: str,
    kb: KnowledgeBase | None = None,
    commands: Mapping[str, Command] | None = None,
) -> tuple[Command, str]:
    """Return the command that a text's first word names ("/stance who funakoshi"), and the rest.

    With no rest, a word may be somebody's name: "/who Said". After /stance it is a command's,
    unless the kb has somebody of that name. One position compared over days has a timeline.
    """
    found, words = _route(command, text, kb, commands)
    over_days = find_timeline(kb, words) if kb and found.name == "compare" else None
    return ((commands or registry())["timeline"], over_days) if over_days else (found, words)


def _route(
    command: Command,
    text: str,
    kb: KnowledgeBase | None,
    commands: Mapping[str, Command] | None,
) -> tuple[Command, str]:
    first, _, rest = text.strip().partition(" ")
    if about := helped(text, commands):
        return about, "help"
    if command.name == "who" and has_marks(text) and asks_who_said("who", text.strip()):
        return (commands or registry())[_CHECK], f"who {text}"
    other = called(first.removesuffix(":"), commands)
    if other is None or not other.in_slack or _is_check(command, first, rest):
        return command, text
    if _asks_of_all(command, other, text, kb):
        return command, text
    is_lone = not rest and kb is not None and command.name == OPENING != other.name
    named = rest or other.name in _ALONE or (is_lone and kb and not kb.names.exact((other.name,)))
    return (other, rest) if named else (command, text)


def _is_check(command: Command, first: str, rest: str) -> bool:
    """Return whether words are to be checked, and begin with no command: '/check who said "…"?'."""
    if command.name != _CHECK or first.startswith("/"):
        return False
    return has_marks(rest) or asks_who_said(first, rest)


def _asks_of_all(command: Command, other: Command, text: str, kb: KnowledgeBase | None) -> bool:
    """Return whether "who" asks for all who said or hold something: "/stance who spoke of talks".

    It is then no command's name, and the words behind it are nobody's.
    """
    if kb is None or other.name != "who" or command.name != OPENING:
        return False
    try:
        with allow(STEPS):
            return find_topic(kb, read(kb, text[:MAX_LENGTH])).intent in _OF_ALL
    except OutOfStepsError:
        return False


def helped(text: str, commands: Mapping[str, Command] | None = None) -> Command | None:
    """Return the command about which "help source" asks."""
    first, _, rest = text.strip().partition(" ")
    found = called(rest, commands) if first.lower() in {"help", "/help"} else None
    return found if found and found.in_slack else None
