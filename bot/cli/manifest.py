"""`stancebook manifest`: the app as Slack is to know it, with the features that are switched on."""

from __future__ import annotations

from urllib.parse import urlsplit

import click

from bot.slack import settings
from bot.slack.proxies import is_this_machine
from bot.slack.registration.app_manifest import make_manifest
from bot.slack.registration.commented_yaml import to_json, to_yaml
from bot.slack.tokens import SENDABLE
from knowledge.corpus import SettingsError

_HEAD = (
    "The Slack app, as `stancebook manifest` prints it.\n"
    "Paste it at api.slack.com/apps → Create New App → From a manifest."
)


@click.command("manifest")
@click.option("--json", "prints_json", is_flag=True, help="Print JSON, which has no comments.")
@click.option("--url", help="Where Slack reaches `stancebook serve`; without it, Socket Mode.")
def command(*, prints_json: bool, url: str | None) -> None:
    """Print the manifest of the Slack app.

    It has the commands that are registered, and the scopes and events that the features
    switched on need. Paste it at api.slack.com/apps, and again when a setting changes it.
    """
    if url:
        _refuse_other_address(url)
    click.echo(format_manifest(settings.load(), as_json=prints_json, url=url), nl=False)


def _refuse_other_address(url: str) -> None:
    """Raise SettingsError where Slack would send nothing to an address."""
    try:
        parts = urlsplit(url)
        host, is_sound = parts.hostname or "", bool(SENDABLE.fullmatch(url)) and "@" not in url
    except ValueError:
        host, is_sound = "", False
    if not (host and is_sound and (parts.scheme == "https" or is_this_machine(host))):
        msg = (
            "--url: Slack sends to an address that begins with https:// alone, such as"
            " https://stancebook.example.org/slack/events"
        )
        raise SettingsError(msg)


def format_manifest(chosen: settings.Settings, *, as_json: bool, url: str | None = None) -> str:
    """Return the manifest as it is printed: as YAML with comments, or as JSON."""
    manifest = make_manifest(chosen, url)
    return f"{to_json(manifest)}\n" if as_json else to_yaml(manifest, _HEAD)
