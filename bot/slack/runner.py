"""`stancebook run`: the app over Socket Mode, until a signal stops it; and serving until then."""

from __future__ import annotations

import gc
import logging
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.slack import logs, settings
from bot.slack.opened_bot import OpenedBot, open_bot, slack_errors_in_words
from bot.slack.outgoing.ending import EXIT_CODE, Ending
from bot.slack.setting_doubts import find_doubts
from bot.slack.sockets.kept_sockets import SocketMode
from bot.slack.sockets.starting import patiently
from bot.slack.stopping import StoppedError, stop_at_once, stop_in_order, stop_no_more

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.slack.settings import Settings
    from knowledge.kb import SwappableKb

_log = logging.getLogger(__name__)
# Seconds after which the main thread looks up: a signal that arrives in the moment before it waits
# does not wake it, and is handled when it wakes.
_WAKING = 0.5


class Served(Protocol):
    """What serves until it is closed."""

    def begin(self) -> None:
        """Be ready: from now on a signal ends in order what has begun."""

    def close(self) -> None:
        """End in order what has begun."""


@dataclass(frozen=True)
class Serving:
    """The bot, connected over sockets."""

    sockets: SocketMode
    bot: OpenedBot

    @property
    def swappable(self) -> SwappableKb:
        return self.bot.swappable

    def begin(self) -> None:
        """Nobody asks whether it is ready."""

    def close(self) -> None:
        """Stop watching, end what has begun, disconnect, and close what is not read any more."""
        self.bot.finish()
        self.sockets.close()
        self.bot.close()


def serve(connect: Callable[[Settings, Ending], Served]) -> int:
    """Connect and serve until a signal, or until Slack withdraws the app; return the exit code.

    Raises SettingsError where a setting is missing or wrong, or the app is not let in, and
    UnservedError where the corpus does not pass its check, and none of it ever did.
    """
    ending = Ending()
    stop_at_once(ending.ended)
    chosen = settings.load()
    with closing(logs.set_up(chosen.stancebook_log)):
        for doubt in find_doubts(chosen):
            _log.warning("%s", doubt)
        return _serve(lambda: connect(chosen, ending), ending)


def _serve(connect: Callable[[], Served], ending: Ending) -> int:
    try:
        serving = connect()
        stop_in_order(ending.ended)
        serving.begin()
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
    """Return the bot, connected over sockets; raise as open_bot() does."""
    app_token = chosen.tokens()["slack_app_token"]
    ending = ending or Ending()
    bot = open_bot(chosen, ending)
    sockets = SocketMode(bot.app, app_token, bot.runtime, chosen.stancebook_sockets)
    with slack_errors_in_words("SLACK_APP_TOKEN", ending):
        patiently(sockets.connect, chosen.slack_api_url, ending.ended)
    bot.watch(chosen.stancebook_watch)
    return Serving(sockets, bot)
