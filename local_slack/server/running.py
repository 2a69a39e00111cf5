"""Running a local Slack in a thread, for tests and for whoever wants to try an app.

    from local_slack import running

    with running("manifest.yml") as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.base_url)
        SocketModeHandler(App(client=client), slack.app_token).connect()
        assert slack.command("/echo", "hello").text == "hello"

`docs/local-slack.md` says what else `slack` can do.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

import uvicorn

from local_slack.core import Core, Timing
from local_slack.server.driving import LocalSlack
from local_slack.server.recording import recording
from local_slack.server.routes import create_server
from local_slack.transport.loopback import is_loopback
from local_slack.workspace.manifest import load_manifest
from local_slack.workspace.rates import Rates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from local_slack.refusal import Payload

_log = logging.getLogger(__name__)
PEOPLE = ("Alice", "Bob")
CHANNELS = ("general", "random")
_READY_WITHIN = 10  # seconds
_GRACE = 1


class _Server(uvicorn.Server):
    """uvicorn in a thread; `ready` is set once it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self.loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.loop = asyncio.get_running_loop()
        self.ready.set()

    def abort(self, client: tuple[str, int] | None) -> None:
        """Break a connection without a word to the other end."""
        for connection in list(self.server_state.connections):
            if getattr(connection, "client", None) == client:
                connection.transport.abort()


def create_core(
    manifest: Payload | str | Path,
    *,
    people: Sequence[str] = PEOPLE,
    channels: Sequence[str] = CHANNELS,
    allow_builtin: bool = False,
    **options: Any,  # noqa: ANN401 (Core's)
) -> Core:
    """Build a workspace with people and channels; the bot is in the first channel only."""
    _check_names("people", people)
    _check_names("channels", channels)
    core = Core(load_manifest(manifest, allow_builtin=allow_builtin), **options)
    for name in people:
        core.workspace.add_user(name)
    for number, name in enumerate(channels):
        core.workspace.add_channel(name, bot=number == 0)
    return core


def _check_names(what: str, names: Sequence[str]) -> None:
    """Raise ValueError unless there are names; no two channels have one name."""
    example = f"{what}={list(PEOPLE if what == 'people' else CHANNELS)}"
    if isinstance(names, str) or not names or not all(map(_is_name, names)):
        msg = f"`{what}` must be a list of one name or more, like {example}."
        raise ValueError(msg)
    if what == "channels" and len(set(names)) < len(names):
        msg = f"`{what}` has a name twice. Name each once, like {example}."
        raise ValueError(msg)


def _is_name(name: object) -> bool:
    return isinstance(name, str) and bool(name.strip())


@contextmanager
def running(  # noqa: PLR0913 (each has a sensible default)
    manifest: Payload | str | Path,
    *,
    port: int = 0,
    host: str = "127.0.0.1",
    people: Sequence[str] = PEOPLE,
    channels: Sequence[str] = CHANNELS,
    allow_builtin: bool = False,
    rates: bool = True,
    timing: Timing | None = None,
    record: Path | None = None,
) -> Iterator[LocalSlack]:
    """Run a local Slack until the block ends; raise ManifestRefused, or OSError for its port.

    Raise ValueError or TypeError for another argument that it does not take.
    `port=0` takes a free one. `allow_builtin=True` takes commands that Slack keeps for itself.
    `rates=False` switches rate limits off. `timing` shortens what Slack waits. `record` names a
    file that gets every request and reply.
    """
    if not is_loopback(host):
        msg = f"{host} is not this machine. A local Slack listens on loopback only."
        raise ValueError(msg)
    if not isinstance(timing, (Timing, type(None))):
        msg = f"`timing` must be a local_slack.Timing, not {timing!r}."
        raise TypeError(msg)
    core = create_core(
        manifest,
        people=people,
        channels=channels,
        allow_builtin=allow_builtin,
        rates=Rates(on=rates),
        timing=timing or Timing(),
    )
    for warning in core.manifest.warnings:
        _log.warning("Not here: %s", warning)
    with _listening(host, port) as listener, _recorded(core, record):
        core.base_url = f"http://{host}:{listener.getsockname()[1]}/"
        yield from _serve(core, listener)


def _recorded(core: Core, record: Path | None) -> AbstractContextManager[None]:
    return recording(core.journal, record) if record else nullcontext()


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    listener = socket.create_server((host, port))
    try:
        yield listener
    finally:
        listener.close()


def _serve(core: Core, listener: socket.socket) -> Iterator[LocalSlack]:
    server = _Server(_configure(core))
    core.sockets.abort = server.abort
    thread = threading.Thread(
        target=server.run, kwargs={"sockets": [listener]}, name="local-slack", daemon=True
    )
    thread.start()
    if not server.ready.wait(_READY_WITHIN) or server.loop is None:
        msg = f"The local Slack did not start within {_READY_WITHIN} seconds."
        raise RuntimeError(msg)
    slack = LocalSlack(core, server.loop)
    try:
        yield slack
    finally:
        slack.do(core.stop())
        server.should_exit = True
        thread.join(_READY_WITHIN)


def _configure(core: Core) -> uvicorn.Config:
    return uvicorn.Config(
        create_server(core),
        log_config=None,
        access_log=False,
        lifespan="off",
        proxy_headers=False,  # nobody stands between, and a client does not say who it is
        http="h11",  # the same with and without other parsers, which take more of what is malformed
        ws="websockets-sansio",  # websockets deprecates the other one
        timeout_graceful_shutdown=_GRACE,
    )
