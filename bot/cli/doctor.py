"""`stancebook doctor`: what a start would meet, a line each, before anybody asks a question."""

from __future__ import annotations

import sys

import click

from bot.block_kit.safe_text import safe
from bot.slack.checkup.examination import examine
from bot.slack.checkup.findings import Level


@click.command("doctor")
def command() -> None:
    """Look for what keeps the bot from serving.

    It asks Slack about the tokens and the scopes, compares the clocks, and looks at the state
    store, the knowledge base, the texts and the extras. Nothing is posted, and no socket is opened.
    It exits with 1 where something is wrong.
    """
    is_well = True
    for finding in examine():
        click.echo(safe(str(finding)))
        is_well &= finding.level is not Level.FAULT
    sys.exit(0 if is_well else 1)
