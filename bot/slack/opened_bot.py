"""The bot, opened: its corpus judged, its state at hand, and its token taken by Slack.

What Slack sends comes to it over sockets or over HTTP, which others see to.
"""

from __future__ import annotations

import logging
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from slack_bolt.error import BoltError
from slack_sdk.errors import SlackApiError

from bot.slack import logs
from bot.slack.app import create_app
from bot.slack.awaited_state import await_state
from bot.slack.corpus_watcher import Watcher, begin, opened
from bot.slack.outgoing.destination import ChannelDestination
from bot.slack.outgoing.runtime import Runtime, open_runtime
from bot.slack.outgoing.slack_errors import BAD_TOKEN, ErrorKind, in_words, kind_of
from bot.slack.sockets.starting import patiently
from bot.slack.stopping import StoppedError
from bot.slack.tokens import TOKENS
from knowledge.corpus import SettingsError
from knowledge.kb import SHIPPED, SwappableKb, find_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_bolt import App

    from bot.block_kit.message import Message
    from bot.slack.incoming.guarded_app import GuardedApp
    from bot.slack.measures import Measures
    from bot.slack.outgoing.ending import Ending
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
_SAME_NEWS = 60.0  # seconds in which other processes see a change too
_DOCS = "https://docs.slack.dev/reference/methods/"


@dataclass(frozen=True)
class OpenedBot:
    """What answers, and who watches its corpus, if it can change."""

    app: GuardedApp
    runtime: Runtime
    swappable: SwappableKb
    watcher: Watcher | None

    def watch(self, seconds: float) -> None:
        """Tell what is wrong with the corpus, and look at it every so many seconds from now on."""
        if self.watcher:
            self.watcher.start(seconds)

    def finish(self) -> None:
        """Stop watching, and end the posts that have begun."""
        if self.watcher:
            self.watcher.stop()
        self.runtime.finish_posts()

    def close(self) -> None:
        """Close what is not asked any more."""
        self.runtime.close()
        self.swappable.close()


def open_bot(chosen: Settings, ending: Ending, measures: Measures | None = None) -> OpenedBot:
    """Return the bot as it is set.

    Raises SettingsError where a setting is wrong or Slack refuses the token, UnservedError where no
    version of the corpus ever passed its check, and StoppedError once the process is to end.
    """
    entries, articles = find_entries(chosen.stancebook_corpus), chosen.articles
    begun = begin(entries, articles) if entries else None
    swappable = SwappableKb(opened(begun.served.kb if begun else SHIPPED, articles))
    store = await_state(chosen.state_url, chosen.stancebook_state_days, ending.ended)
    runtime = open_runtime(chosen.stancebook_threads, store, ending, measures)
    _log.info("connecting to Slack at %s", chosen.slack_api_url)
    with slack_errors_in_words("SLACK_BOT_TOKEN", ending):
        app = patiently(
            lambda: create_app(swappable, chosen, runtime=runtime),
            chosen.slack_api_url,
            ending.ended,
        )
    if not entries or not begun:  # the package's own kb, which no one changes
        return OpenedBot(app, runtime, swappable, None)
    tell = _posting_to_curators(app, runtime, chosen.stancebook_curators)
    return OpenedBot(app, runtime, swappable, Watcher(swappable, entries, articles, begun, tell))


def _posting_to_curators(
    app: App, runtime: Runtime, channel: str | None
) -> Callable[[Message], None]:
    """Return what posts to the curators' channel; where that fails, the log says why.

    Of several processes that see the same change, the first tells of it. What happens again within
    a minute is news again: the last word in the channel has to be true.
    """
    sender, store = runtime.sender(runtime.pools.posts), runtime.once.store
    told: list[tuple[float, str]] = []  # what this process had to tell lately

    def tell(message: Message) -> None:
        now = time.monotonic()
        told[:] = [(at, text) for at, text in told if now - at < _SAME_NEWS]
        before = sum(text == message.text for _, text in told)
        told.append((now, message.text))
        news = f"{channel}:{before}:{message.text}"
        if channel and store.claim("news", news, lease_seconds=_SAME_NEWS).is_ours:
            sender.send(ChannelDestination(app.client, channel), message.payload(), _report)

    return tell


def _report(outcome: PostOutcome) -> None:
    if not outcome.is_sent:
        _log.warning("could not post to the curators: %s", in_words(outcome.code))


def _code(error: Exception) -> str:
    """Return Slack's own code of a refusal."""
    found = logs.ERROR_CODE.search(str(error))
    return found[1] if found else "no reason given"


def describe_refusal(variable: str, code: str) -> str:
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
def slack_errors_in_words(variable: str, ending: Ending) -> Iterator[None]:
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
        raise SettingsError(describe_refusal(variable, code)) from None
