"""`stancebook run`: the bot, connected to Slack over Socket Mode."""

from __future__ import annotations

import sys

import click

from bot.slack.runner import connected, serve


@click.command("run")
def command() -> None:
    """Serve a Slack workspace over Socket Mode.

    The tokens are read from SLACK_BOT_TOKEN and SLACK_APP_TOKEN.
    """
    sys.exit(serve(connected))
