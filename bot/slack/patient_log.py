"""Log lines, written by a thread of their own: a log that nobody reads holds up no answer.

What reads standard error can be stuck, and then a pipe takes nothing more. Lines wait meanwhile,
so many and no more; those that find no room are counted, and the log says how many once it can.
"""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from logging.handlers import QueueHandler
from queue import Full, Queue
from threading import Lock, Thread

STANDARD_ERROR = 2
_WAITING = 2_000  # lines
_PATIENCE = 2.0  # seconds at the end for what waits
_Waiting = Queue[logging.LogRecord | None]


class PatientLog(QueueHandler):
    """Writes to a file descriptor: a stream's lock would be held while nobody reads."""

    def __init__(self, descriptor: int = STANDARD_ERROR, room: int = _WAITING) -> None:
        self._waiting: _Waiting = Queue(room)
        super().__init__(self._waiting)
        self._descriptor = descriptor
        self._lost, self._counting = 0, Lock()
        self._thread = Thread(target=self._write_all, name="log", daemon=True)
        self._thread.start()

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        """Leave a record as it is: a filter has formed its message in the thread that logs."""
        return record

    def enqueue(self, record: logging.LogRecord) -> None:
        """Let a record wait for its turn; where there is no room, count it."""
        try:
            self._waiting.put_nowait(record)
        except Full:
            with self._counting:
                self._lost += 1

    def close(self) -> None:
        """Write what waits, for a moment; what nobody reads by then is lost."""
        with suppress(Full):
            self._waiting.put(None, timeout=_PATIENCE)
            self._thread.join(_PATIENCE)
        super().close()

    def _write_all(self) -> None:
        while (record := self._waiting.get()) is not None:
            self._write(record)
            self._tell_lost()

    def _tell_lost(self) -> None:
        """Say how many lines were lost, after those that waited."""
        if not self._waiting.empty():
            return
        with self._counting:
            lost, self._lost = self._lost, 0
        if lost:
            said = "%d log lines were lost, since nobody read the log"
            self._write(
                logging.LogRecord(__name__, logging.WARNING, __file__, 0, said, (lost,), None)
            )

    def _write(self, record: logging.LogRecord) -> None:
        left = f"{self.format(record)}\n".encode(errors="replace")
        with suppress(OSError):  # it is full, or nobody is there any more
            while left:
                left = left[os.write(self._descriptor, left) :]
