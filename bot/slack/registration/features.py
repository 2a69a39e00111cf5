"""What each feature asks Slack for: scopes and events with their reasons, and shortcuts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.answers.phrases import listed
from bot.commands import OPENING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answers.command import Command
    from bot.slack.settings import Settings


@dataclass(frozen=True)
class Shortcut:
    """An entry of the menu of a message, or of the one beside the composer."""

    name: str
    kind: str  # "message" or "global"
    callback_id: str
    about: str


@dataclass(frozen=True)
class Feature:
    """A feature of the app; a reason says what a scope or an event is for."""

    scopes: Mapping[str, str] = field(default_factory=dict)
    events: Mapping[str, str] = field(default_factory=dict)
    shortcuts: tuple[Shortcut, ...] = ()


_SHORTCUT = Feature(
    shortcuts=(
        Shortcut(
            "Check this quote",
            "message",
            "check_quote",
            "Whether our articles print what this message quotes",
        ),
    ),
)
_FORM = Feature(
    shortcuts=(
        Shortcut(
            "Ask Stancebook",
            "global",
            "ask_stancebook",
            "Where somebody stands on an issue: pick both from lists",
        ),
    ),
)
_POSTS = Feature(
    scopes={
        "chat:write": "to answer mentions and direct messages, and to tell the curators' channel"
    }
)
_MENTIONS = Feature(
    scopes={"app_mentions:read": "to see a mention of itself, and no other message of a channel"},
    events={"app_mention": "answered in its thread"},
)
_DIRECT_MESSAGES = Feature(
    scopes={
        "im:history": "to see the direct messages written to it, and whether its answer arrived"
    },
    events={"message.im": "answered where it stands"},
)
_WELCOME = Feature(
    events={"app_home_opened": "who opens its messages for the first time is welcomed; no scope"},
)
_PICTURES = Feature(scopes={"files:write": "to share the pictures of timelines"})
_WITHDRAWAL = Feature(
    events={
        "app_uninstalled": "there is nothing to serve any more: the bot ends",
        "tokens_revoked": "likewise",
    },
)


def features_of(chosen: Settings) -> list[Feature]:
    """Return the features that are switched on; one that a setting switches on is added here."""
    commands = _commands(registered_commands(chosen))
    pictures = [_PICTURES] if chosen.stancebook_pictures else []
    form = [_FORM] if chosen.stancebook_form else []
    always = [
        commands,
        _SHORTCUT,
        *form,
        _POSTS,
        _MENTIONS,
        _DIRECT_MESSAGES,
        _WELCOME,
        _WITHDRAWAL,
    ]
    return [*always, *pictures]


def registered_commands(chosen: Settings) -> list[Command]:
    """Return the commands that Slack is to know, first the one after which the others are words."""
    found = [command for command in chosen.commands.values() if command.is_registered]
    return sorted(found, key=lambda command: (command.name != OPENING, command.typed))


def _commands(registered: list[Command]) -> Feature:
    names = [command.typed for command in registered]
    return Feature(scopes={"commands": f"to be asked by {listed([*names, 'shortcuts'])}"})
