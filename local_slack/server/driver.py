"""How another thread reaches a running local Slack: work is done in the server's event loop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from local_slack.core import Core

T = TypeVar("T")
_PATIENCE = 60  # seconds; each wait has a shorter limit of its own


class Driver:
    """A running local Slack, and who and where stand in where no one and no place is named."""

    user: str
    channel: str

    def __init__(self, core: Core, loop: asyncio.AbstractEventLoop) -> None:
        self.core = core
        self._loop = loop

    def do(self, work: Coroutine[Any, Any, T]) -> T:
        """Run a coroutine in the server's event loop; return its result."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(_PATIENCE)

    def look(self, at: Callable[[], T]) -> T:
        """Call a function in the server's event loop, so that nothing changes meanwhile."""
        if _runs_here(self._loop):
            return at()

        async def looked() -> T:
            return at()

        return self.do(looked())

    def wait_for(self, ready: Callable[[], T], within: float = 5) -> T:
        """Return the result of `ready` once it is truthy; raise TimeoutError if it never is."""
        found = self.do(self.core.journal.until(ready, within))
        if not found:
            msg = f"It did not happen within {within} seconds."
            raise TimeoutError(msg)
        return found


def _runs_here(loop: asyncio.AbstractEventLoop) -> bool:
    """Return whether this is the server's own thread, which must not wait for itself."""
    try:
        return asyncio.get_running_loop() is loop
    except RuntimeError:
        return False
