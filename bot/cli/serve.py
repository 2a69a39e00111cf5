"""`stancebook serve`: the bot, to which Slack sends its requests over HTTP."""

from __future__ import annotations

import sys

import click

from knowledge.corpus import SettingsError

try:
    from bot.slack.http_runner import Listening, serve_http
except ImportError as error:
    _MISSING = f"`stancebook serve` needs {error.name}: pip install 'stancebook[serve]'"
    raise SettingsError(_MISSING) from None


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True)
@click.option("--bind", default="127.0.0.1", show_default=True, help="The address of that port.")
@click.option(
    "--drain",
    type=click.FloatRange(0, 600),
    default=5.0,
    show_default=True,
    help="Seconds to go on answering once it is told to stop.",
)
def command(port: int, bind: str, drain: float) -> None:
    """Serve a Slack workspace over HTTP.

    Slack sends its requests to /slack/events, signed with SLACK_SIGNING_SECRET; answers are posted
    with SLACK_BOT_TOKEN. Whatever takes requests from the internet, with TLS, is to pass on this
    path alone: /health, /ready and /metrics are for whoever runs the bot.
    """
    sys.exit(serve_http(Listening(bind, port, drain)))
