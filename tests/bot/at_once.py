"""A pool for tests in which a request leaves nothing to wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class AtOnce:
    """A pool whose work is done when it is handed over: a request leaves nothing to wait for."""

    is_open = True
    held = 0

    def __init__(self) -> None:
        self.waits: list[float] = []

    def submit(self, work: Callable[[], None]) -> bool:
        work()
        return True

    def submit_after(self, seconds: float, work: Callable[[], None]) -> bool:
        self.waits.append(seconds)
        return self.submit(work)

    def finish(self) -> None:
        pass

    def close(self) -> None:
        pass


class Full(AtOnce):
    """A pool that has no room."""

    def submit(self, work: Callable[[], None]) -> bool:
        return False
