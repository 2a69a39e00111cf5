"""The installed program, as a process with an environment of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

STANCEBOOK = Path(sys.executable).parent / "stancebook"


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Only what is set here, and a home of its own; the kb is built there. Warnings are errors."""
    kept = {n: os.environ[n] for n in ("PATH", "LANG", "PYTHONPATH") if n in os.environ}
    return {**kept, "HOME": str(folder), "PYTHONWARNINGS": "error", **settings}
