"""The app's manifest: its scopes, commands, events and addresses, and what Slack would refuse."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from local_slack import slack_limits
from local_slack.workspace.event_kinds import DELIVERED, EVENT_SCOPES
from local_slack.workspace.manifest_shape import shape_problems
from local_slack.workspace.manifest_warnings import find_warnings

if TYPE_CHECKING:
    from local_slack.refusal import Payload

_LISTS: dict[tuple[str, ...], type] = {
    ("features", "slash_commands"): dict,
    ("features", "shortcuts"): dict,
    ("oauth_config", "scopes", "bot"): str,
    ("settings", "event_subscriptions", "bot_events"): str,
}
_COMMAND = re.compile(r"/[a-z0-9_\-]{1,31}")


class ManifestRefused(ValueError):  # noqa: N818 (it is Slack that refuses)
    """A manifest that Slack would not take, with everything that is wrong in it."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class Manifest:
    """A manifest that passed the checks; absent parts read as empty."""

    source: Payload

    def part(self, *keys: str) -> Any:  # noqa: ANN401 (any JSON)
        found: Any = self.source
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        return found

    @property
    def name(self) -> str:
        shown = self.part("features", "bot_user", "display_name")
        return str(shown or self.part("display_information", "name") or "app")

    @cached_property
    def scopes(self) -> frozenset[str]:
        return frozenset(self.part("oauth_config", "scopes", "bot") or ())

    @cached_property
    def commands(self) -> dict[str, Payload]:
        listed = self.part("features", "slash_commands") or []
        return {str(c.get("command")): c for c in listed}

    @cached_property
    def shortcuts(self) -> dict[str, Payload]:
        return {str(s.get("callback_id")): s for s in self.part("features", "shortcuts") or []}

    @cached_property
    def events(self) -> frozenset[str]:
        return frozenset(self.part("settings", "event_subscriptions", "bot_events") or ())

    @property
    def socket_mode(self) -> bool:
        return bool(self.part("settings", "socket_mode_enabled"))

    @property
    def interactive(self) -> bool:
        return bool(self.part("settings", "interactivity", "is_enabled"))

    @property
    def home_tab(self) -> bool:
        return bool(self.part("features", "app_home", "home_tab_enabled"))

    @property
    def takes_messages(self) -> bool:
        home = self.part("features", "app_home") or {}
        read_only = home.get("messages_tab_read_only_enabled", True)
        return bool(home.get("messages_tab_enabled", True)) and not read_only

    @cached_property
    def warnings(self) -> list[str]:
        """Return what it names that does not happen in the local Slack."""
        return find_warnings(self.source, self.events, DELIVERED.keys())

    def request_url(self, kind: str, name: str = "") -> str | None:
        """Return where a command, an event, an interaction or a menu's options are sent."""
        found = {
            "slash_commands": self.commands.get(name, {}).get("url"),
            "events_api": self.part("settings", "event_subscriptions", "request_url"),
            "interactive": self.part("settings", "interactivity", "request_url"),
            "options": self.part("settings", "interactivity", "message_menu_options_url"),
        }[kind]
        return str(found) if found else None


def load_manifest(source: Payload | str | Path, *, allow_builtin: bool = False) -> Manifest:
    """Read a manifest from a file or from its content; raise ManifestRefused."""
    if not isinstance(source, (dict, str, Path)):
        raise ManifestRefused(
            [f"A manifest is a path or a mapping, not a {type(source).__name__}."]
        )
    content = source if isinstance(source, dict) else _read(Path(source))
    manifest = Manifest(content)
    # On what is not a list of the right things, nothing that is said below can be checked.
    problems = _misshapen_lists(manifest) or _problems(manifest, allow_builtin=allow_builtin)
    if problems := _with_shape(problems, content):
        raise ManifestRefused(problems)
    return manifest


def _with_shape(problems: list[str], content: Payload) -> list[str]:
    """Add what Slack's schema refuses, at each place of which nothing is said yet."""
    told = {problem.partition(": ")[0] for problem in problems}
    more = (p for p in shape_problems(content) if p.partition(": ")[0] not in told)
    return [*problems, *more]


def _read(path: Path) -> Payload:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise ManifestRefused(["This file is not UTF-8. Save it as UTF-8."]) from None
    try:
        content = json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
    except json.JSONDecodeError as error:
        raise ManifestRefused([f"line {error.lineno}: This is not JSON: {error.msg}."]) from None
    except yaml.MarkedYAMLError as error:
        raise ManifestRefused([_explain(error)]) from None
    except (ValueError, yaml.YAMLError) as error:
        raise ManifestRefused([f"This file cannot be read: {error}"]) from None
    if not isinstance(content, dict):
        raise ManifestRefused(["A manifest is a mapping of keys to values, and this file is not."])
    return content


def _explain(error: yaml.MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    line = f"line {mark.line + 1}: " if mark else ""
    return f"{line}This is not YAML: {error.problem or error.context}."


def _misshapen_lists(manifest: Manifest) -> list[str]:
    """Return what is not a list of the right things."""
    return [
        f"/{'/'.join(path)}: This must be a list of {'words' if kind is str else 'mappings'}."
        for path, kind in _LISTS.items()
        if (found := manifest.part(*path)) is not None
        and not (isinstance(found, list) and all(isinstance(item, kind) for item in found))
    ]


def _problems(manifest: Manifest, *, allow_builtin: bool) -> list[str]:
    return [
        *_missing_parts(manifest),
        *_command_problems(manifest, allow_builtin=allow_builtin),
        *_event_problems(manifest),
        *_url_problems(manifest),
    ]


def _missing_parts(manifest: Manifest) -> list[str]:
    wrong = []
    if not manifest.part("display_information", "name"):
        wrong.append("/display_information/name: the app needs a name.")
    if not manifest.part("features", "bot_user"):
        wrong.append("/features/bot_user: an app with a bot token needs a bot user.")
    if not manifest.scopes:
        wrong.append("/oauth_config/scopes/bot: an app with a bot token needs scopes.")
    return wrong


def _command_problems(manifest: Manifest, *, allow_builtin: bool) -> list[str]:
    listed = manifest.part("features", "slash_commands") or []
    wrong = []
    if listed and "commands" not in manifest.scopes:
        wrong.append("/oauth_config/scopes/bot: slash commands need the scope commands.")
    for number, command in enumerate(listed):
        at = f"/features/slash_commands/{number}"
        name = str(command.get("command", ""))
        if not _COMMAND.fullmatch(name):
            wrong.append(f"{at}/command: {name!r} is not a command name. Write it like /stance.")
        elif name[1:] in slack_limits.BUILT_IN_COMMANDS and not allow_builtin:
            wrong.append(f"{at}/command: {name} is built into Slack. Choose another name.")
        if not command.get("description"):
            wrong.append(f"{at}/description: a command needs a description.")
    if len(manifest.commands) < len(listed):
        wrong.append("/features/slash_commands: a command is listed twice.")
    return wrong


def _event_problems(manifest: Manifest) -> list[str]:
    at = "/settings/event_subscriptions/bot_events"
    wrong = []
    for event in sorted(manifest.events & EVENT_SCOPES.keys()):
        scopes = EVENT_SCOPES[event]
        if scopes and not manifest.scopes & set(scopes):
            wrong.append(f"{at}: {event} needs the scope {' or '.join(scopes)}.")
    return wrong


def _url_problems(manifest: Manifest) -> list[str]:
    if manifest.socket_mode:
        return []
    wrong = [
        f"/features/slash_commands: {name} needs a url, or Socket Mode."
        for name in manifest.commands
        if not manifest.request_url("slash_commands", name)
    ]
    if manifest.events and not manifest.request_url("events_api"):
        wrong.append("/settings/event_subscriptions/request_url: events need one, or Socket Mode.")
    if manifest.interactive and not manifest.request_url("interactive"):
        wrong.append(
            "/settings/interactivity/request_url: interactivity needs one, or Socket Mode."
        )
    return wrong
