"""The record of `--record`: every request and reply as a line of JSON, without tokens."""

from __future__ import annotations

import json
import os
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from local_slack.workspace.journal import Journal, JournalEntry

_TOKEN = re.compile(r"\bxox[a-z](?:\.xox[a-z])?-[\w-]+|\bxapp-[\w-]+|(?<=ticket=)[\w-]+")
_SECRET_FIELDS = {"token", "upload_url", "upload"}
_ONLY_OURS = {"change"}  # what the page draws; not a request and not a reply
_OWNER_ONLY = 0o600
REDACTED = "[redacted]"


@contextmanager
def recording(journal: Journal, path: Path) -> Iterator[None]:
    """Append what passes to a file that only its owner can read."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _OWNER_ONLY)
    with os.fdopen(descriptor, "a", encoding="utf-8") as file:

        def write(entry: JournalEntry) -> None:
            if entry.kind not in _ONLY_OURS and not file.closed:
                line = json.dumps(redact(entry.as_json()), ensure_ascii=False, default=str)
                file.write(line + "\n")
                file.flush()

        journal.listen(write)
        yield


def redact(part: Any) -> Any:  # noqa: ANN401 (any JSON)
    """Return JSON without tokens and secret addresses."""
    if isinstance(part, dict):
        return {k: REDACTED if k in _SECRET_FIELDS else redact(v) for k, v in part.items()}
    if isinstance(part, list):
        return [redact(item) for item in part]
    return _TOKEN.sub(REDACTED, part) if isinstance(part, str) else part
