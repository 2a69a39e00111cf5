"""`stancebook run`: the app over Socket Mode, until a signal stops it."""

from __future__ import annotations

import gc
import logging
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from slack_bolt.error import BoltError
from slack_sdk.errors import SlackApiError

from bot.slack import logs, settings
from bot.slack.app import create_app
from bot.slack.corpus_watcher import Watcher, begin, opened
from bot.slack.outgoing.destination import ChannelDestination
from bot.slack.outgoing.ending import EXIT_CODE, Ending
from bot.slack.outgoing.runtime import Runtime, open_runtime
from bot.slack.outgoing.slack_errors import BAD_TOKEN, ErrorKind, in_words, kind_of
from bot.slack.setting_doubts import find_doubts
from bot.slack.sockets.kept_sockets import SocketMode
from bot.slack.sockets.starting import patiently
from bot.slack.stopping import StoppedError, stop_at_once, stop_in_order, stop_no_more
from bot.slack.tokens import TOKENS
from bot.state import open_state
from knowledge.corpus import SettingsError
from knowledge.kb import SHIPPED, SwappableKb, find_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_bolt import App

    from bot.block_kit.message import Message
    from bot.slack.outgoing.post_outcome import PostOutcome
    from bot.slack.settings import Settings

_log = logging.getLogger(__name__)
_SCOPES = {
    "SLACK_BOT_TOKEN": "Install the app again with the scopes that `stancebook manifest` prints.",
    "SLACK_APP_TOKEN": (
        "Make an app-level token with the scope connections:write: Basic Information, App-Level"
        " Tokens."
    ),
}
_METHODS = {"SLACK_BOT_TOKEN": "auth.test", "SLACK_APP_TOKEN": "apps.connections.open"}
_DOCS = "https://docs.slack.dev/reference/methods/"
# Seconds after which the main thread looks up: a signal that arrives in the moment before it waits
# does not wake it, and is handled when it wakes.
_WAKING = 0.5


@dataclass(frozen=True)
class Serving:
    """The connected bot, and who watches its corpus, if it can change."""

    sockets: SocketMode
    runtime: Runtime
    swappable: SwappableKb
    watcher: Watcher | None

    def close(self) -> None:
        """Stop watching, end what has begun, disconnect, and close what is not read any more."""
        if self.watcher:
            self.watcher.stop()
        self.runtime.finish_posts()
        self.sockets.close()
        self.runtime.close()
        self.swappable.close()


def serve() -> int:
    """Connect and serve until a signal, or until Slack withdraws the app; return the exit code.

    Raises SettingsError where a token is missing, swapped or refused, or the app is not let in, and
    UnservedError where the corpus does not pass its check, and none of it ever did.
    """
    ending = Ending()
    stop_at_once(ending.ended)
    chosen = settings.load()
    with closing(logs.set_up(chosen.stancebook_log)):
        for doubt in find_doubts(chosen):
            _log.warning("%s", doubt)
        return _serve(chosen, ending)


def _serve(chosen: Settings, ending: Ending) -> int:
    try:
        serving = connected(chosen, ending)
        stop_in_order(ending.ended)
    except StoppedError:
        stop_no_more()
        _log.info("stopped before it served")
        return EXIT_CODE if ending.code else 0
    gc.collect()
    gc.freeze()  # what is made by now is kept for good: no collection needs to look at it
    _log.info("serving; stop with Ctrl-C or SIGTERM")
    while not ending.ended.wait(_WAKING):
        pass
    serving.close()
    stop_no_more()
    _log.info("stopped")
    return EXIT_CODE if ending.code else 0


def connected(chosen: Settings, ending: Ending | None = None) -> Serving:
    """Return the bot, connected; raise as serve() does, and StoppedError once it is to end."""
    app_token = chosen.tokens()["slack_app_token"]
    entries, articles = find_entries(chosen.stancebook_corpus), chosen.articles
    begun = begin(entries, articles) if entries else None
    swappable = SwappableKb(opened(begun.served.kb if begun else SHIPPED, articles))
    store = open_state(chosen.state_url, days=chosen.stancebook_state_days)
    runtime = open_runtime(chosen.stancebook_threads, store, ending)
    stop = runtime.ending.ended
    _log.info("connecting to Slack at %s", chosen.slack_api_url)
    with _slack_errors_in_words("SLACK_BOT_TOKEN", runtime.ending):
        app = patiently(
            lambda: create_app(swappable, chosen, runtime=runtime), chosen.slack_api_url, stop
        )
    sockets = SocketMode(app, app_token, runtime, chosen.stancebook_sockets)
    with _slack_errors_in_words("SLACK_APP_TOKEN", runtime.ending):
        patiently(sockets.connect, chosen.slack_api_url, stop)
    if not entries or not begun:  # the package's own kb, which no one changes
        return Serving(sockets, runtime, swappable, None)
    tell = _posting_to_curators(app, runtime, chosen.stancebook_curators)
    watcher = Watcher(swappable, entries, articles, begun, tell)
    watcher.start(chosen.stancebook_watch)
    return Serving(sockets, runtime, swappable, watcher)


def _posting_to_curators(
    app: App, runtime: Runtime, channel: str | None
) -> Callable[[Message], None]:
    """Return what posts to the curators' channel; where that fails, the log says why."""
    sender = runtime.sender(runtime.pools.posts)

    def tell(message: Message) -> None:
        if channel:
            sender.send(ChannelDestination(app.client, channel), message.payload(), _report)

    return tell


def _report(outcome: PostOutcome) -> None:
    if not outcome.is_sent:
        _log.warning("could not post to the curators: %s", in_words(outcome.code))


def _code(error: Exception) -> str:
    """Return Slack's own code of a refusal."""
    found = logs.ERROR_CODE.search(str(error))
    return found[1] if found else "no reason given"


def _refusal(variable: str, code: str) -> str:
    """Return what Slack refused, and what to do: only some codes say that the token is at fault."""
    if code == "missing_scope":
        return f"{variable}: Slack refused it ({code}). {_SCOPES[variable]}"
    if code in BAD_TOKEN:
        _, place = TOKENS[variable.lower()]
        return (
            f"{variable}: Slack refused it ({code}). Copy the token again from your Slack app:"
            f" {place}."
        )
    method = _METHODS[variable]
    why = in_words(code, of_app_token=variable == "SLACK_APP_TOKEN")
    return f"Slack does not let the bot in: {why}. Its codes are at {_DOCS}{method}"


@contextmanager
def _slack_errors_in_words(variable: str, ending: Ending) -> Iterator[None]:
    """Raise SettingsError in a sentence where Slack refuses a call that a token is for.

    Where the app is withdrawn, end as a bot that serves does.
    """
    try:
        yield
    except (SlackApiError, BoltError) as error:
        code = _code(error)
        if kind_of(code) is ErrorKind.ENDING:
            ending.end(code, of_app_token=variable == "SLACK_APP_TOKEN")
            raise StoppedError from None
        raise SettingsError(_refusal(variable, code)) from None
