"""How Slack's requests come in: over sockets by an app-level token, or over HTTP by a secret."""

from __future__ import annotations

import socket
from http.client import HTTPException
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from slack_sdk.errors import SlackApiError

from bot.slack.checkup.findings import fault, ok
from bot.slack.opened_bot import describe_refusal
from bot.slack.outgoing.post_outcome import outcome_of_error
from bot.slack.outgoing.web_client import web_client
from bot.slack.proxies import proxy_for, through
from bot.slack.sockets.starting import why_unreached
from knowledge.corpus import SettingsError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.slack.checkup.findings import Finding
    from bot.slack.settings import Settings

_APP_TOKEN: Final = "app-level token"  # noqa: S105 (what is looked at)
_SOCKETS: Final = "sockets"
_WITHIN: Final = 10  # seconds
_PORTS: Final = {"wss": 443, "ws": 80}


def examine_ways_in(chosen: Settings) -> Iterator[Finding]:
    """Yield what is found of each way that is set; at least one is needed."""
    has_app_token = bool(chosen.slack_app_token or chosen.slack_app_token_file)
    has_secret = bool(chosen.slack_signing_secret or chosen.slack_signing_secret_file)
    if not (has_app_token or has_secret):
        yield fault(
            "requests",
            "none can come in. Set SLACK_APP_TOKEN for `stancebook run`, or SLACK_SIGNING_SECRET"
            " for `stancebook serve`",
        )
    if has_app_token:
        yield from _examine_sockets(chosen)
    if has_secret:
        yield _examine_secret(chosen)


def _examine_secret(chosen: Settings) -> Finding:
    try:
        chosen.signing_secret()
    except SettingsError as error:
        return fault("signing secret", str(error))
    return ok("signing secret", "it is set; Slack proves it where it verifies your address")


def _examine_sockets(chosen: Settings) -> Iterator[Finding]:
    """Ask where a socket would open, which opens none: an open one would be sent requests."""
    try:
        token = chosen.token("slack_app_token")
        client = web_client(None, chosen.slack_api_url, _WITHIN)
        address = str(client.apps_connections_open(app_token=token).get("url"))
    except SettingsError as error:
        yield fault(_APP_TOKEN, str(error))
    except SlackApiError as error:
        yield fault(_APP_TOKEN, describe_refusal("SLACK_APP_TOKEN", outcome_of_error(error).code))
    except (OSError, HTTPException) as error:
        yield fault(_SOCKETS, f"{why_unreached(error, chosen.slack_api_url)}. Let the bot reach it")
    else:
        yield ok(_APP_TOKEN, "Slack takes it")
        yield _reach(address)


def _reach(address: str) -> Finding:
    """Connect to the host of the sockets, which is another than the Web API's, and say nothing."""
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 443)
    if proxy_for(address):
        return ok(_SOCKETS, f"they open at {host}{through(address)}, which I did not try")
    try:
        socket.create_connection((host, port), _WITHIN).close()
    except OSError as error:
        why = error.strerror or error
        return fault(_SOCKETS, f"{host}:{port} cannot be reached ({why}). Let the bot through")
    return ok(_SOCKETS, f"they open at {host}, which can be reached")
