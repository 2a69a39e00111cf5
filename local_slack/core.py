"""One local Slack: a workspace with one app in it, and the ways to the app."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, TypeVar

from local_slack import slack_limits
from local_slack.transport.http_mode import SignedRequests
from local_slack.transport.socket_mode import Sockets
from local_slack.workspace.assistant import AssistantThreads
from local_slack.workspace.entered import EnteredInMessages
from local_slack.workspace.faults import Faults
from local_slack.workspace.functions import FunctionRuns
from local_slack.workspace.journal import Journal
from local_slack.workspace.rates import Rates
from local_slack.workspace.response_urls import ResponseUrls
from local_slack.workspace.scheduled import ScheduledMessages
from local_slack.workspace.state import Workspace
from local_slack.workspace.triggers import Triggers
from local_slack.workspace.views import Views
from local_slack.workspace.webhooks import Webhooks

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from local_slack.workspace.manifest import Manifest

T = TypeVar("T")


def _new_token(kind: str) -> Callable[[], str]:
    return lambda: f"{kind}-local-{secrets.token_hex(16)}"


@dataclass(frozen=True)
class Timing:
    """How long Slack waits, in seconds; tests shorten it."""

    answer: float = slack_limits.ANSWER_SECONDS
    trigger: float = slack_limits.TRIGGER_SECONDS
    response_url: float = slack_limits.RESPONSE_URL_SECONDS
    event_retries: int = 3
    http_retries: tuple[float, ...] = (0, 60, 300)
    no_socket: float = 300  # how long an event waits for a socket to open
    # How long whoever acts waits for the acks of events: at most, and where no socket is open.
    act: float = 30
    alone: float = 10

    def __post_init__(self) -> None:
        """Raise ValueError for what cannot be waited."""
        for each in fields(self):
            _check_timing(each.name, getattr(self, each.name))


def _check_timing(name: str, value: object) -> None:
    if name == "http_retries":
        if not isinstance(value, (tuple, list)) or not all(map(_is_wait, value)):
            msg = f"Timing: `{name}` must be a tuple of seconds, like (0, 60, 300), not {value!r}."
            raise ValueError(msg)
    elif not _is_wait(value) or (name == "event_retries" and not isinstance(value, int)):
        what = "a number of retries" if name == "event_retries" else "a number of seconds"
        msg = f"Timing: `{name}` must be {what}, 0 or more, not {value!r}."
        raise ValueError(msg)


def _is_wait(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0


@dataclass
class Core:
    """One workspace with one app in it; for the server's own event loop only."""

    manifest: Manifest
    timing: Timing = field(default_factory=Timing)
    rates: Rates = field(default_factory=Rates)
    # New at each start: a page or a program that was not given them cannot guess them.
    bot_token: str = field(default_factory=_new_token("xoxb"))
    app_token: str = field(default_factory=_new_token("xapp"))
    signing_secret: str = field(default_factory=lambda: secrets.token_hex(16))
    base_url: str = ""

    def __post_init__(self) -> None:
        self.journal = Journal()
        self.workspace = Workspace(self.journal, self.manifest.name)
        self.faults = Faults(self.journal)
        self.triggers = Triggers(self.timing.trigger)
        self.views = Views(self.workspace)
        self.urls = ResponseUrls(self.timing.response_url)
        self.assistant = AssistantThreads(self.workspace)
        self.entered = EnteredInMessages()
        self.functions = FunctionRuns(self.workspace)
        self.scheduled = ScheduledMessages()
        self.webhooks = Webhooks()
        self.revoked = ""  # what calls are answered once the app's token is revoked
        self.sockets = Sockets(self.journal, self.faults, self.start)
        self.requests = SignedRequests(self.journal, self.signing_secret, self.timing.answer)
        self.verification_token = secrets.token_hex(12)
        self._tasks: set[asyncio.Task[Any]] = set()

    def start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Start a coroutine in the background."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)  # the event loop itself keeps weak references only
        task.add_done_callback(self._tasks.discard)
        return task

    async def stop(self) -> None:
        """Cancel what still runs, and close the sockets."""
        self.journal.end()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.sockets.drop()
        self.requests.close()
