"""`stancebook manifest`: the app as Slack is to know it, with the features that are switched on."""

from __future__ import annotations

import click

from bot.slack import settings
from bot.slack.registration.app_manifest import make_manifest
from bot.slack.registration.commented_yaml import to_json, to_yaml

_HEAD = (
    "The Slack app, as `stancebook manifest` prints it.\n"
    "Paste it at api.slack.com/apps → Create New App → From a manifest."
)


@click.command("manifest")
@click.option("--json", "prints_json", is_flag=True, help="Print JSON, which has no comments.")
def command(*, prints_json: bool) -> None:
    """Print the manifest of the Slack app.

    It has the commands that are registered, and the scopes and events that the features
    switched on need. Paste it at api.slack.com/apps, and again when a setting changes it.
    """
    click.echo(format_manifest(settings.load(), as_json=prints_json), nl=False)


def format_manifest(chosen: settings.Settings, *, as_json: bool) -> str:
    """Return the manifest as it is printed: as YAML with comments, or as JSON."""
    manifest = make_manifest(chosen)
    return f"{to_json(manifest)}\n" if as_json else to_yaml(manifest, _HEAD)
