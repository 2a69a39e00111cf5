"""`stancebook mcp`: the engine as tools for assistants, by the Model Context Protocol."""

from __future__ import annotations

import logging
import os
import re
from contextlib import ExitStack
from typing import TYPE_CHECKING, Final

import click

from bot.cli.options import ARTICLES, CORPUS
from bot.slack import logs
from bot.slack.ports import open_port
from bot.slack.proxies import is_this_machine
from bot.slack.stopping import stop_by
from bot.slack.tokens import MCP_TOKEN
from knowledge.corpus import SettingsError

try:
    import anyio
    import uvicorn

    from bot.assistants.served_kb import serve_kb
    from bot.assistants.tool_server import make_http_app, make_server
except ImportError as error:
    _MISSING = f"`stancebook mcp` needs {error.name}: pip install 'stancebook[mcp]'"
    raise SettingsError(_MISSING) from None

if TYPE_CHECKING:
    from pathlib import Path

    from mcp.server import MCPServer

_log = logging.getLogger(__name__)
_HERE: Final = "127.0.0.1"
_LOCAL: Final = (_HERE, "localhost", "[::1]")
_NAME: Final = re.compile(r"[A-Za-z0-9.-]+")
_SHORTEST: Final = 16  # characters of a token


@click.command("mcp")
@CORPUS
@ARTICLES
@click.option("--http", "port", type=click.IntRange(0, 65535), help="Serve over HTTP on this port.")
@click.option("--bind", default=_HERE, show_default=True, help="The address of that port.")
@click.option("--host", "hosts", multiple=True, help="A name that requests may be sent to.")
def command(
    corpus: Path | None, articles: Path | None, port: int | None, bind: str, hosts: tuple[str, ...]
) -> None:
    """Serve assistants by the Model Context Protocol.

    An assistant starts it, and speaks with it over standard input and output. With --http PORT it
    is served at /mcp; requests then need the token in STANCEBOOK_MCP_TOKEN, which may be left out
    on 127.0.0.1 alone.
    """
    if port is None and (hosts or bind != _HERE):
        given = f"--host {hosts[0]}" if hosts else f"--bind {bind}"
        option = given.partition(" ")[0]
        msg = f"{given} works only over HTTP. Add --http PORT, or leave {option} out."
        raise SettingsError(msg)
    logs.set_up("plain")
    # It logs each request, as the end of a session that was none, and each refused call.
    logging.getLogger("mcp").setLevel(logging.WARNING)
    token = os.environ.get(MCP_TOKEN) or None
    if port is not None:
        _refuse_open_door(bind, hosts, token)
    with ExitStack() as closing:
        server = make_server(closing.enter_context(serve_kb(corpus, articles)))
        if port is None:
            stop_by(lambda: _leave(closing))
            anyio.run(server.run_stdio_async)
        else:
            _serve_http(server, port, bind, hosts, token)


def _leave(closing: ExitStack) -> None:
    """Close what is open, and end: the thread that reads standard input would be waited for."""
    closing.close()
    os._exit(0)


def _refuse_open_door(bind: str, hosts: tuple[str, ...], token: str | None) -> None:
    """Raise SettingsError where anybody on the network could ask, or guess the token."""
    if wrong := next((host for host in hosts if not _NAME.fullmatch(host)), None):
        msg = f"--host {wrong}: give the name alone, such as stancebook.example.org"
        raise SettingsError(msg)
    if token is None and (hosts or not is_this_machine(bind)):
        asked = f"--host {hosts[0]}" if hosts else f"--bind {bind}"
        msg = (
            f"{asked} needs {MCP_TOKEN}: without a token, serve on 127.0.0.1 alone, without --host"
        )
        raise SettingsError(msg)
    if token is not None and len(token) < _SHORTEST:
        msg = (
            f"{MCP_TOKEN} is too short: take {_SHORTEST} characters or more, such as of a password"
        )
        raise SettingsError(msg)


def _serve_http(
    server: MCPServer, port: int, bind: str, hosts: tuple[str, ...], token: str | None
) -> None:
    hosts = tuple(host.lower() for host in hosts)
    names = [*hosts, *(f"{host}:*" for host in (*_LOCAL, *hosts))]
    app = make_http_app(server, names, token)
    config = uvicorn.Config(app, log_config=None, access_log=False)
    with open_port(bind, port, "--http") as listening:
        at = listening.getsockname()
        _log.info("serving at http://%s:%d/mcp; stop with Ctrl-C or SIGTERM", bind, at[1])
        serving = uvicorn.Server(config)
        stop_by(lambda: setattr(serving, "should_exit", True))
        serving.run([listening])
