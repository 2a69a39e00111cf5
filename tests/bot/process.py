"""The installed program, as a process with an environment of its own."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

STANCEBOOK = Path(sys.executable).parent / "stancebook"


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Only what is set here, and a home of its own; the kb is built there. Warnings are errors."""
    kept = {n: os.environ[n] for n in ("PATH", "LANG", "PYTHONPATH") if n in os.environ}
    return {**kept, "HOME": str(folder), "PYTHONWARNINGS": "error", **settings}


def signals(process: subprocess.Popen[bytes], which: str) -> set[int]:
    """Return the signals that a process catches (`SigCgt`) or ignores (`SigIgn`)."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    mask = int(status.partition(f"{which}:")[2].split()[0], 16)
    stops = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
    return {number for number in stops if mask >> (number - 1) & 1}


def wait_until_it_listens(process: subprocess.Popen[bytes], to: int = signal.SIGHUP) -> None:
    """Wait until a process has begun to run its program; before that, only Python runs."""
    while to not in signals(process, "SigCgt"):
        assert process.poll() is None
        time.sleep(0.005)
