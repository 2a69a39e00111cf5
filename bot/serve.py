"""`stancebook run`: the app over Socket Mode, until it is told to stop."""

from __future__ import annotations

import gc
import logging
import re
import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.error import BoltError
from slack_sdk.errors import SlackApiError

from bot import logs, settings
from bot.app import create_app
from knowledge.errors import SettingsError
from knowledge.shipped import open_kb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slack_bolt import App

    from bot.settings import Settings

_CODE = re.compile(r"'error': '(\w+)'")
_PING = 5  # seconds until a lost connection is noticed
_log = logging.getLogger(__name__)


def serve() -> None:
    """Connect and serve; raise SettingsError where a token is missing, swapped or refused."""
    chosen = settings.load()
    logs.set_up(chosen.stancebook_log)
    handler = connected(chosen)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    gc.collect()
    gc.freeze()  # what is made by now is kept for good: no collection needs to look at it
    _log.info("serving; stop with Ctrl-C or SIGTERM")
    stop.wait()
    handler.close()
    _log.info("stopped")


def connected(chosen: Settings) -> SocketModeHandler:
    """Return the bot, connected; raise SettingsError as serve() does."""
    app_token = chosen.token("slack_app_token")
    chosen.token("slack_bot_token")
    return _connect(_app(chosen), app_token, chosen)


def _app(chosen: Settings) -> App:
    with _told("SLACK_BOT_TOKEN", chosen):
        kb = open_kb(chosen.stancebook_articles)
        kb.passages  # noqa: B018 (the texts at hand are read now, and not by the first who asks)
        return create_app(kb, chosen)


def _connect(app: App, app_token: str, chosen: Settings) -> SocketModeHandler:
    handler = SocketModeHandler(
        app, app_token, concurrency=chosen.stancebook_threads, ping_interval=_PING
    )
    with _told("SLACK_APP_TOKEN", chosen):
        handler.connect()
    return handler


@contextmanager
def _told(variable: str, chosen: Settings) -> Iterator[None]:
    """Say in a sentence that Slack refuses a token, or that it cannot be reached."""
    try:
        yield
    except (SlackApiError, BoltError) as error:
        code = _CODE.search(str(error))
        msg = f"{variable}: Slack does not take it ({code[1] if code else 'no reason given'})"
        raise SettingsError(msg) from None
    except OSError as error:
        reason = getattr(error, "reason", error)
        msg = f"Slack cannot be reached at {chosen.slack_api_url} ({reason})"
        raise SettingsError(msg) from None
