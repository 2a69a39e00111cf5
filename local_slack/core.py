"""The parts of one local Slack, put together: what every other module works on."""

from __future__ import annotations

import asyncio
import secrets
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from local_slack import slack_limits
from local_slack.faults import Faults
from local_slack.journal import Journal
from local_slack.rates import Rates
from local_slack.response_urls import ResponseUrls
from local_slack.socket_mode import Sockets
from local_slack.state import Workspace
from local_slack.triggers import Triggers
from local_slack.views import Views

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from local_slack.manifest import Manifest

T = TypeVar("T")
BOT_TOKEN = "xoxb-local"  # noqa: S105 (opens nothing but this)
APP_TOKEN = "xapp-local"  # noqa: S105 (likewise)


@dataclass(frozen=True)
class Timing:
    """How long Slack waits, in seconds; tests shorten it."""

    answer: float = slack_limits.ANSWER_SECONDS
    trigger: float = slack_limits.TRIGGER_SECONDS
    response_url: float = slack_limits.RESPONSE_URL_SECONDS
    event_retries: int = 3
    http_retries: tuple[float, ...] = (0, 60, 300)
    no_socket: float = 300  # how long an event waits for a socket to be opened


@dataclass
class Core:
    """One workspace with one app in it; used from the server's own event loop only."""

    manifest: Manifest
    timing: Timing = field(default_factory=Timing)
    rates: Rates = field(default_factory=Rates)
    signing_secret: str = "local"  # noqa: S105 (signs requests on this machine)
    base_url: str = ""

    def __post_init__(self) -> None:
        self.journal = Journal()
        self.workspace = Workspace(self.journal, self.manifest.name)
        self.faults = Faults(self.journal)
        self.triggers = Triggers(self.timing.trigger)
        self.views = Views(self.workspace)
        self.urls = ResponseUrls(self.timing.response_url)
        self.sockets = Sockets(self.journal, self.faults)
        self.started = time.time()
        self.verification_token = secrets.token_hex(12)
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Run something beside; it is kept until it is done."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def stop(self) -> None:
        """End what still runs, and close the sockets."""
        self.journal.end()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.sockets.drop()
