"""The app's manifest as data, with the reasons that its reader sees as comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.block_kit.limits import BUILT_IN_COMMANDS
from bot.commands import OPENING
from bot.slack.registration.commented_yaml import Noted
from bot.slack.registration.features import features_of, registered_commands

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bot.answers.command import Command
    from bot.slack.registration.commented_yaml import Node
    from bot.slack.registration.features import Shortcut
    from bot.slack.settings import Settings

_WRITABLE = "Without a writable Messages tab Slack blocks direct messages, and says nothing."
_BUILT_IN = (
    "/{name} is one of Slack's built-in commands: a manifest that asks for it is refused, and with"
    ' it every other command. The bot answers /{name} wherever it arrives, and "{opening} {name}'
    ' {usage}" too.'
)


def make_manifest(chosen: Settings, url: str | None = None) -> Mapping[str, Node]:
    """Return the manifest of the app with these settings: over HTTP at a URL, else over sockets."""
    features = features_of(chosen)
    at = {"request_url": url} if url else {}
    menus = {"message_menu_options_url": url} if url else {}
    return {
        "display_information": {
            "name": "Stancebook",
            "description": (
                "Who stands where on what, since when, in which exact words, per which source"
            ),
            "background_color": "#1d3557",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": False,
                "messages_tab_enabled": Noted(True, _WRITABLE),
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Stancebook", "always_online": True},
            "slash_commands": [_command(c, chosen, url) for c in registered_commands(chosen)],
            "shortcuts": [_shortcut(s) for feature in features for s in feature.shortcuts],
        },
        "oauth_config": {"scopes": {"bot": _with_reasons(f.scopes for f in features)}},
        "settings": {
            "event_subscriptions": {
                **at,
                "bot_events": _with_reasons(f.events for f in features),
            },
            "interactivity": {"is_enabled": True, **at, **menus},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not url,
            "token_rotation_enabled": False,
        },
    }


def list_scopes(chosen: Settings) -> list[str]:
    """Return the scopes that the app needs with these settings."""
    return list(dict.fromkeys(scope for f in features_of(chosen) for scope in f.scopes))


def _command(command: Command, chosen: Settings, url: str | None) -> Node:
    stanza: dict[str, Node] = {
        "command": command.typed,
        **({"url": url} if url else {}),
        "description": command.about.rstrip("."),
        "usage_hint": command.usage,
        "should_escape": True,  # else a name typed as @ann arrives as the bare words
    }
    if command.name not in BUILT_IN_COMMANDS:
        return stanza
    opening = chosen.commands[OPENING].typed
    return Noted(stanza, _BUILT_IN.format(name=command.name, opening=opening, usage=command.usage))


def _shortcut(shortcut: Shortcut) -> Node:
    return {
        "name": shortcut.name,
        "type": shortcut.kind,
        "callback_id": shortcut.callback_id,
        "description": shortcut.about,
    }


def _with_reasons(asked_for: Iterable[Mapping[str, str]]) -> list[Node]:
    """Return each name once, with the reasons of all features that ask for it."""
    reasons: dict[str, list[str]] = {}
    for feature in asked_for:
        for name, why in feature.items():
            reasons.setdefault(name, []).append(why)
    return [Noted(name, "; ".join(why)) for name, why in reasons.items()]
