"""The journal: what passed between Slack and the app, with times and sizes, for whoever watches."""

from __future__ import annotations

import asyncio
import json
import time
from collections import deque
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    from local_slack.refusal import Payload

T = TypeVar("T")
ENTRIES = 1_000
ANYTHING = "*"  # the topic of every entry
WATCHER_BACKLOG = 2_000  # a watcher that falls further behind is stopped


@dataclass(frozen=True)
class JournalEntry:
    """One thing that happened: a call, an envelope, an ack, a socket, a change, a fault."""

    number: int
    at: float  # seconds since the epoch
    kind: str
    name: str
    body: Payload = field(default_factory=dict)
    reply: Payload | None = None
    ms: float | None = None  # how long it took
    size: int = 0  # characters of the body as JSON

    def as_json(self) -> Payload:
        return asdict(self)


class Journal:
    """The last entries, for the server's own event loop only."""

    def __init__(self) -> None:
        self._entries: deque[JournalEntry] = deque(maxlen=ENTRIES)
        self._number = 0
        self._watchers: set[asyncio.Queue[JournalEntry | None]] = set()
        self._listeners: list[Callable[[JournalEntry], None]] = []
        self._waiting: dict[str, set[asyncio.Future[None]]] = {}

    def note(  # noqa: PLR0913 (what an entry has)
        self,
        kind: str,
        name: str,
        body: Payload | None = None,
        *,
        reply: Payload | None = None,
        ms: float | None = None,
        topics: Iterable[str | None] = (),
    ) -> JournalEntry:
        """Keep an entry, and wake whoever waits for one of its topics."""
        self._number += 1
        shown = body or {}
        size = len(json.dumps(shown, ensure_ascii=False, default=str))
        entry = JournalEntry(self._number, time.time(), kind, name, shown, reply, ms, size)
        self._entries.append(entry)
        self._pass_on(entry)
        self._wake(ANYTHING, kind, *topics)
        return entry

    def _pass_on(self, entry: JournalEntry) -> None:
        for listener in self._listeners:
            listener(entry)
        for queue in list(self._watchers):
            if queue.qsize() >= WATCHER_BACKLOG:
                self._watchers.discard(queue)
                queue.put_nowait(None)
            else:
                queue.put_nowait(entry)

    def _wake(self, *topics: str | None) -> None:
        for topic in topics:
            for future in self._waiting.pop(topic or "", ()):
                if not future.done():
                    future.set_result(None)

    @property
    def last(self) -> int:
        """Return the number of the last entry, which dates a snapshot of the state."""
        return self._number

    def entries(self, kind: str | None = None) -> list[JournalEntry]:
        return [e for e in self._entries if kind in (None, e.kind)]

    def listen(self, listener: Callable[[JournalEntry], None]) -> None:
        """Call a function with every entry to come; it must not block."""
        self._listeners.append(listener)

    async def watch(self) -> AsyncIterator[JournalEntry]:
        """Yield every entry to come; stop if the watcher cannot keep up."""
        queue: asyncio.Queue[JournalEntry | None] = asyncio.Queue()
        self._watchers.add(queue)
        try:
            while (entry := await queue.get()) is not None:
                yield entry
        finally:
            self._watchers.discard(queue)

    def end(self) -> None:
        """Stop all watchers."""
        for queue in self._watchers:
            queue.put_nowait(None)

    async def until(self, ready: Callable[[], T], within: float, *topics: str) -> T:
        """Return the result of `ready` once it is truthy, or the last one after `within` seconds.

        `ready` is called again at each entry of a topic, or at every entry if no topic is named.
        Name topics where hundreds wait at once.
        """
        deadline = asyncio.get_running_loop().time() + within
        while not (found := ready()):
            left = deadline - asyncio.get_running_loop().time()
            if left <= 0:
                break
            await self._next(left, topics or (ANYTHING,))
        return found

    async def _next(self, within: float, topics: tuple[str, ...]) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        for topic in topics:
            self._waiting.setdefault(topic, set()).add(future)
        await asyncio.wait([future], timeout=within)
        for topic in topics:
            waiting = self._waiting.get(topic, set())
            waiting.discard(future)
            if not waiting:
                self._waiting.pop(topic, None)
