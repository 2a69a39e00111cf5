"""The real bot, connected to a local Slack."""

from __future__ import annotations

from contextlib import contextmanager

from bot.slack.app import create_app
from bot.slack.outgoing.runtime import open_runtime
from bot.slack.settings import Settings
from bot.slack.sockets.kept_sockets import SocketMode


def settings_for(slack, **more):
    """Return the settings of a bot in this Slack, whatever the machine sets."""
    return Settings(
        _env_file=None,
        slack_bot_token=slack.bot_token,
        slack_app_token=slack.app_token,
        slack_api_url=slack.base_url,
        **more,
    )


@contextmanager
def connected_bot(slack, kb, sockets=1, **more):
    """Yield the app and its sockets until the block ends; then it has nothing left to do."""
    settings = settings_for(slack, **more)
    runtime = open_runtime(settings.stancebook_threads)
    app = create_app(kb, settings, runtime=runtime)
    kept = SocketMode(app, slack.app_token, runtime, sockets)
    kept.connect()
    try:
        yield app, kept
    finally:
        kept.close()
        runtime.close()
