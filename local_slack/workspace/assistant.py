"""Threads with the app as an assistant: their title, status and suggested prompts."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from local_slack.refusal import refuse

if TYPE_CHECKING:
    from local_slack.refusal import Payload
    from local_slack.workspace.state import Workspace

_KEPT = 1_000


@dataclass
class AssistantThread:
    """A thread, and what the app shows beside its messages."""

    channel: str
    ts: str
    user: str = ""  # who opened it with the assistant; empty for other threads
    context: Payload = field(default_factory=dict)  # the channel that the person looks at
    title: str = ""
    status: str = ""
    loading_messages: list[str] = field(default_factory=list)
    prompts_title: str = ""
    prompts: list[Payload] = field(default_factory=list)


class AssistantThreads:
    """The threads that were opened with the assistant, or in which the app shows a status."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._threads: OrderedDict[tuple[str, str], AssistantThread] = OrderedDict()

    def at(self, channel: str, ts: str) -> AssistantThread:
        """Return what a thread shows; raise Refusal if there is no such thread."""
        if (channel, ts) not in self._threads:
            where = self._workspace.channels.get(channel) or refuse("channel_not_found")
            if self._workspace.find(where, ts) is None:
                refuse("invalid_thread_ts")
            self._keep(AssistantThread(channel, ts))
        return self._threads[channel, ts]

    def opened(self, channel: str, ts: str | None) -> AssistantThread | None:
        """Return a thread if somebody opened it with the assistant."""
        found = self._threads.get((channel, ts or ""))
        return found if found and found.user else None

    def open(self, thread: AssistantThread) -> None:
        self._keep(thread)
        self.announce(thread)

    def _keep(self, thread: AssistantThread) -> None:
        self._threads[thread.channel, thread.ts] = thread
        while len(self._threads) > _KEPT:
            self._threads.popitem(last=False)

    def clear_status(self, channel: str, ts: str | None) -> None:
        """Take the status away, as Slack does when the app answers."""
        found = self._threads.get((channel, ts or ""))
        if found and found.status:
            found.status = ""
            self.announce(found)

    def announce(self, thread: AssistantThread) -> None:
        """Note that a thread shows something else, so that the page shows it."""
        self._workspace.announce("assistant_thread", asdict(thread), thread.channel)

    def as_json(self) -> list[Payload]:
        return [asdict(thread) for thread in self._threads.values()]
