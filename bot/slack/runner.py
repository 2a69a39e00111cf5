"""`stancebook run`: the app over Socket Mode, until a signal stops it."""

from __future__ import annotations

import gc
import logging
import signal
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from slack_bolt.error import BoltError
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.slack import logs, settings, slack_errors
from bot.slack.app import create_app
from bot.slack.corpus_watcher import Watcher, begin, opened
from bot.slack.envelopes import EnvelopeHandler
from knowledge.corpus import SettingsError
from knowledge.kb import SHIPPED, SwappableKb, find_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_bolt import App

    from bot.block_kit.message import Message
    from bot.slack.guarded_app import GuardedApp
    from bot.slack.settings import Settings

_PING = 2  # seconds; the SDK takes a connection for lost after a few pings without an answer
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Serving:
    """The connected bot, and who watches its corpus, if it can change."""

    handler: EnvelopeHandler
    swappable: SwappableKb
    watcher: Watcher | None

    def close(self) -> None:
        """Stop watching, disconnect, and close what is not read any more."""
        if self.watcher:
            self.watcher.stop()
        self.handler.close()
        self.handler.client.disconnect()  # a connection that was being renewed meanwhile
        self.swappable.close()


def serve() -> None:
    """Connect and serve; raise SettingsError where a token is missing, swapped or refused.

    Raises UnservedError where the corpus does not pass its check, and none of it ever did.
    """
    chosen = settings.load()
    logs.set_up(chosen.stancebook_log)
    serving = connected(chosen)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    gc.collect()
    gc.freeze()  # what is made by now is kept for good: no collection needs to look at it
    _log.info("serving; stop with Ctrl-C or SIGTERM")
    stop.wait()
    serving.close()
    _log.info("stopped")


def connected(chosen: Settings) -> Serving:
    """Return the bot, connected; raise as serve() does."""
    app_token = chosen.token("slack_app_token")
    chosen.token("slack_bot_token")
    entries, articles = find_entries(chosen.stancebook_corpus), chosen.articles
    begun = begin(entries, articles) if entries else None
    swappable = SwappableKb(opened(begun.served.kb if begun else SHIPPED, articles))
    with _slack_errors_in_words("SLACK_BOT_TOKEN", chosen):
        app = create_app(swappable, chosen)
    handler = _connect(app, app_token, chosen)
    if not entries or not begun:  # the package's own kb, which no one changes
        return Serving(handler, swappable, None)
    tell = _posting_to_curators(app, chosen.stancebook_curators)
    watcher = Watcher(swappable, entries, articles, begun, tell)
    watcher.start(chosen.stancebook_watch)
    return Serving(handler, swappable, watcher)


def _posting_to_curators(app: App, channel: str | None) -> Callable[[Message], None]:
    """Return what posts to the curators' channel; where that fails, the log says why."""

    def tell(message: Message) -> None:
        if channel is None:
            return
        try:
            app.client.chat_postMessage(
                channel=channel, unfurl_links=False, unfurl_media=False, **message.payload()
            )
        except (SlackClientError, OSError) as error:
            code = _code(error)
            why = slack_errors.WORDS.get(code, "Slack did not take the message")
            _log.warning("could not post to the curators: %s (%s)", why, code)

    return tell


def _code(error: Exception) -> str:
    """Return Slack's own code of a refusal."""
    found = logs.ERROR_CODE.search(str(error))
    return found[1] if found else "no reason given"


def _what_to_do(variable: str, error: Exception) -> str:
    if _code(error) == "missing_scope":
        return "Install the app again with the scopes of its manifest."
    _, place = settings.TOKENS[variable.lower()]
    return f"Copy the token again from your Slack app: {place}."


def _connect(app: GuardedApp, app_token: str, chosen: Settings) -> EnvelopeHandler:
    handler = EnvelopeHandler(
        app, app_token, concurrency=chosen.stancebook_threads, ping_interval=_PING
    )
    with _slack_errors_in_words("SLACK_APP_TOKEN", chosen):
        handler.connect()
    return handler


@contextmanager
def _slack_errors_in_words(variable: str, chosen: Settings) -> Iterator[None]:
    """Raise SettingsError in a sentence where Slack refuses a token or cannot be reached."""
    try:
        yield
    except (SlackApiError, BoltError) as error:
        msg = f"{variable}: Slack refused it ({_code(error)}). {_what_to_do(variable, error)}"
        raise SettingsError(msg) from None
    except OSError as error:
        reason = getattr(error, "reason", error)
        msg = f"Slack cannot be reached at {chosen.slack_api_url} ({reason})"
        raise SettingsError(msg) from None
