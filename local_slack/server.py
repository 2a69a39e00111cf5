"""Run a local Slack in a thread: for tests, and for whoever wants to try an app.

    from local_slack.server import running

    with running("manifest.yml") as slack:
        client = WebClient(token=slack.bot_token, base_url=slack.base_url)
        handler = SocketModeHandler(App(client=client), slack.app_token)
        handler.connect()

        seen = slack.command("/stance", "japan end-of-war")   # waits for the ack
        seen.text, seen.blocks, seen.error, seen.ms           # what that person sees
        said = slack.mention("where does japan stand on end of war?")
        said.answer.thread_ts == said.written.ts              # waits for the answer in the thread
        slack.dm("japan end-of-war").text
        slack.click(seen.answer, "Share", user=slack.user)    # by the words on it, or action_id
        slack.messages(slack.channel), slack.seen_by(slack.other, slack.channel)
        slack.calls("chat.postMessage")[-1].body              # what the app asked of the Web API
        slack.faults.rate_limit("chat.postMessage", times=2)
        slack.faults.drop_sockets()
        slack.wait_for(lambda: len(slack.calls("chat.postMessage")) == 3)

A person and a channel are named by id or by name; `slack.user`, `slack.other` and
`slack.channel` are the ones that are taken where none is named.
"""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

import uvicorn

import local_slack.methods  # noqa: F401 (registers the methods of the Web API)
from local_slack import manifest as manifests
from local_slack.core import Core, Timing
from local_slack.facade import LocalSlack
from local_slack.guard import is_loopback
from local_slack.rates import Rates
from local_slack.record import recording
from local_slack.routes import create_server

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from local_slack.refusal import Payload

PEOPLE = ("Alice", "Bob")
CHANNELS = ("general", "random")
_READY_WITHIN = 10  # seconds
_GRACE = 1


class _Server(uvicorn.Server):
    """uvicorn in a thread, which says when it is ready."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self.loop: asyncio.AbstractEventLoop | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.loop = asyncio.get_running_loop()
        self.ready.set()

    def abort(self, client: tuple[str, int] | None) -> None:
        """Break a connection, with no word to the other end."""
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
    core = Core(manifests.load(manifest, allow_builtin=allow_builtin), **options)
    for name in people:
        core.workspace.add_user(name)
    for number, name in enumerate(channels):
        core.workspace.add_channel(name, bot=number == 0)
    return core


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

    `rates=False` lets a load test call as often as it likes; `record` names a file.
    """
    if not is_loopback(host):
        msg = f"{host} is not this machine: a local Slack listens on loopback only"
        raise ValueError(msg)
    core = create_core(
        manifest,
        people=people,
        channels=channels,
        allow_builtin=allow_builtin,
        rates=Rates(on=rates),
        timing=timing or Timing(),
    )
    with _listening(host, port) as listener, _recorded(core, record):
        core.base_url = f"http://{host}:{listener.getsockname()[1]}/"
        yield from _served(core, listener)


def _recorded(core: Core, record: Path | None) -> AbstractContextManager[None]:
    return recording(core.journal, record) if record else nullcontext()


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    listener = socket.create_server((host, port))
    try:
        yield listener
    finally:
        listener.close()


def _served(core: Core, listener: socket.socket) -> Iterator[LocalSlack]:
    config = uvicorn.Config(
        create_server(core),
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="websockets-sansio",  # the other one is deprecated by websockets itself
        timeout_graceful_shutdown=_GRACE,
    )
    server = _Server(config)
    core.sockets.abort = server.abort
    thread = threading.Thread(
        target=server.run, kwargs={"sockets": [listener]}, name="local-slack", daemon=True
    )
    thread.start()
    if not server.ready.wait(_READY_WITHIN) or server.loop is None:
        msg = "the local Slack did not start"
        raise RuntimeError(msg)
    slack = LocalSlack(core, server.loop)
    try:
        yield slack
    finally:
        slack.do(core.stop())
        server.should_exit = True
        thread.join(_READY_WITHIN)
