"""`stancebook run`: the app over Socket Mode, until it is told to stop."""

from __future__ import annotations

import gc
import logging
import signal
import threading
from typing import TYPE_CHECKING

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError

from bot import logs, settings
from bot.app import create_app
from knowledge.errors import SettingsError
from knowledge.shipped import open_kb

if TYPE_CHECKING:
    from slack_bolt import App

    from bot.settings import Settings

_log = logging.getLogger(__name__)


def serve() -> None:
    """Connect and serve; raise SettingsError where a token is missing, swapped or refused."""
    chosen = settings.load()
    app_token = chosen.token("slack_app_token")
    chosen.token("slack_bot_token")
    logs.set_up(chosen.stancebook_log)
    handler = _connect(_app(chosen), app_token, chosen)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    gc.collect()
    gc.freeze()  # what is made by now is kept for good: no collection needs to look at it
    _log.info("serving; stop with Ctrl-C or SIGTERM")
    stop.wait()
    handler.close()
    _log.info("stopped")


def _app(chosen: Settings) -> App:
    try:
        return create_app(open_kb(), chosen)
    except SlackApiError as error:
        msg = "SLACK_BOT_TOKEN"
        raise _refused(msg, error) from None


def _connect(app: App, app_token: str, chosen: Settings) -> SocketModeHandler:
    handler = SocketModeHandler(app, app_token, concurrency=chosen.stancebook_threads)
    try:
        handler.connect()
    except SlackApiError as error:
        msg = "SLACK_APP_TOKEN"
        raise _refused(msg, error) from None
    return handler


def _refused(variable: str, error: SlackApiError) -> SettingsError:
    return SettingsError(f"{variable}: Slack does not take it ({error.response.get('error')})")
