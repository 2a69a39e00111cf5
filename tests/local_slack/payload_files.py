"""Slack's payloads as files, where STANCEBOOK_PAYLOADS says they are."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

WHERE = "STANCEBOOK_PAYLOADS"


def _folder() -> Path | None:
    named = os.environ.get(WHERE)
    return Path(named).resolve() if named and Path(named).is_dir() else None


FOLDER = _folder()  # read before a test hides the project's settings


def names(prefix: str) -> list[str]:
    """Return the names of the files that begin so; without the folder, none."""
    return sorted(p.stem for p in FOLDER.glob(f"{prefix}*.json")) if FOLDER else []


def read(name: str) -> dict:
    """Read one file; skip the test outside a place that has them."""
    if FOLDER is None:
        pytest.skip(f"no payloads: {WHERE} does not name a folder")
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def event(name: str) -> dict:
    """Return the event of a file, or the message that it is."""
    body = read(name)
    return body.get("event", body)
