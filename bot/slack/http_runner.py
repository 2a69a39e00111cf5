"""`stancebook serve`: the app over HTTP, until a signal stops it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from time import sleep
from typing import TYPE_CHECKING, NamedTuple

from bot.slack.endpoints.asgi_app import PATH, create_asgi_app
from bot.slack.endpoints.http_server import HttpServer
from bot.slack.endpoints.probes import Probes
from bot.slack.endpoints.prometheus_measures import PrometheusMeasures
from bot.slack.endpoints.slack_endpoint import SlackEndpoint
from bot.slack.opened_bot import OpenedBot, open_bot
from bot.slack.ports import open_port
from bot.slack.runner import serve

if TYPE_CHECKING:
    import socket

    from bot.slack.outgoing.ending import Ending
    from bot.slack.settings import Settings

_log = logging.getLogger(__name__)


class Listening(NamedTuple):
    """Where requests come in, and for how many seconds they still do once the bot is to stop."""

    bind: str
    port: int
    drain: float


@dataclass(frozen=True)
class ServingHttp:
    """The bot, and the server that its requests come to."""

    bot: OpenedBot
    server: HttpServer
    probes: Probes
    measures: PrometheusMeasures
    drain: float

    def begin(self) -> None:
        self.probes.connect(self.bot.runtime, self.bot.swappable)

    def close(self) -> None:
        """Have a balancer send requests elsewhere, end those that have begun, and close."""
        self.probes.is_stopping = True
        if self.drain:
            _log.info("stopping: not ready any more, and answering for %g seconds", self.drain)
            sleep(self.drain)
        self.server.stop()
        self.bot.finish()
        self.bot.close()
        self.measures.close()


def serve_http(where: Listening) -> int:
    """Serve over HTTP until a signal; return the exit code, and raise, as serve() does."""
    return serve(lambda chosen, ending: _listen(chosen, ending, where))


def _listen(chosen: Settings, ending: Ending, where: Listening) -> ServingHttp:
    chosen.http_secrets()  # what is wrong with either is said before the port is taken
    listener = open_port(where.bind, where.port, "--port")
    host = f"[{where.bind}]" if ":" in where.bind else where.bind
    _log.info("listening at http://%s:%d%s", host, listener.getsockname()[1], PATH)
    return served_at(listener, chosen, ending, where.drain)


def served_at(
    listener: socket.socket, chosen: Settings, ending: Ending, drain: float = 0
) -> ServingHttp:
    """Return the bot, served at a port; raise as open_bot() does.

    The server answers before the bot is opened, which may take long: it is alive, and not ready.
    """
    measures, probes = PrometheusMeasures(), Probes()
    requests = SlackEndpoint(chosen.signing_secret(), measures)
    server = HttpServer(create_asgi_app(requests, probes, measures), listener)
    server.start()
    try:
        bot = open_bot(chosen, ending, measures)
    except BaseException:
        server.stop()
        measures.close()
        raise
    requests.connect(bot.app, bot.runtime.pools)
    measures.watch(bot.runtime, bot.swappable)
    bot.watch(chosen.stancebook_watch)
    return ServingHttp(bot, server, probes, measures, drain)
