"""The real bot in a local Slack, to which it is connected over sockets or over HTTP."""

from __future__ import annotations

import json
import socket
from contextlib import contextmanager

from bot.cli.manifest import format_manifest
from bot.slack.app import create_app
from bot.slack.endpoints.asgi_app import PATH, create_asgi_app
from bot.slack.endpoints.http_server import HttpServer
from bot.slack.endpoints.probes import Probes
from bot.slack.endpoints.prometheus_measures import PrometheusMeasures
from bot.slack.endpoints.slack_endpoint import SlackEndpoint
from bot.slack.outgoing.runtime import open_runtime
from bot.slack.settings import Settings
from bot.slack.sockets.kept_sockets import SocketMode
from local_slack import running

MODES = ("sockets", "http")


def settings_for(slack, **more):
    """Return the settings of a bot in this Slack, whatever the machine sets."""
    return Settings(
        _env_file=None,
        slack_bot_token=slack.bot_token,
        slack_app_token=slack.app_token,
        slack_signing_secret=slack.signing_secret,
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


@contextmanager
def bot_over_http(slack, kb, listener, **more):
    """Yield the app, served at a port that is open already, until the block ends."""
    settings = settings_for(slack, **more)
    measures, probes = PrometheusMeasures(), Probes()
    runtime = open_runtime(settings.stancebook_threads, measures=measures)
    app = create_app(kb, settings, runtime=runtime)
    requests = SlackEndpoint(slack.signing_secret, measures)
    requests.connect(app, runtime.pools)
    server = HttpServer(create_asgi_app(requests, probes, measures), listener)
    server.start()
    try:
        yield app
    finally:
        server.stop()
        runtime.close()
        measures.close()


@contextmanager
def slack_with_bot(mode, kb, **more):
    """Yield a local Slack with the bot in it, which is connected in one of the modes."""
    if mode == "sockets":
        with running("manifest.yml", rates=False) as slack, connected_bot(slack, kb, **more):
            yield slack
        return
    listener = socket.create_server(("127.0.0.1", 0))
    manifest = manifest_at(url_of(listener), **more)
    with running(manifest, rates=False) as slack, bot_over_http(slack, kb, listener, **more):
        yield slack


def url_of(listener):
    return f"http://127.0.0.1:{listener.getsockname()[1]}{PATH}"


def manifest_at(url, **more):
    """Return the manifest of an app that Slack reaches at a URL."""
    return json.loads(format_manifest(Settings(_env_file=None, **more), as_json=True, url=url))
