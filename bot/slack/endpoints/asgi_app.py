"""The ASGI application: an address for what Slack sends, and three for whoever runs the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.routing import Route

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from bot.slack.endpoints.probes import Probes
    from bot.slack.endpoints.prometheus_measures import PrometheusMeasures
    from bot.slack.endpoints.slack_endpoint import SlackEndpoint

PATH: Final = "/slack/events"


def create_asgi_app(slack: SlackEndpoint, probes: Probes, measures: PrometheusMeasures) -> ASGIApp:
    """Return the application, which asks nobody to come back once the process is to stop."""
    routes = [
        Route(PATH, slack.answer, methods=["POST"]),
        Route("/health", probes.health),
        Route("/ready", probes.ready),
        Route("/metrics", measures.show),
    ]
    return _LastWords(Starlette(routes=routes), probes)


class _LastWords:
    """Closes each connection with its answer while the process stops.

    Who keeps connections open opens its next one elsewhere, and loses nothing with this one.
    """

    def __init__(self, app: ASGIApp, probes: Probes) -> None:
        self._app, self._probes = app, probes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and self._probes.is_stopping:
                message["headers"] = [*message["headers"], (b"connection", b"close")]
            await send(message)

        await self._app(scope, receive, sent)
