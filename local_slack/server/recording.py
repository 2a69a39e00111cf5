"""Files that only their owner can read: the record of what passes, and what an app needs."""

from __future__ import annotations

import json
import logging
import os
import re
import stat
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from local_slack.workspace.journal import Journal, JournalEntry

_log = logging.getLogger(__name__)
_TOKEN = re.compile(
    r"\bxox[a-z](?:\.xox[a-z])?-[\w-]+|\bxapp-[\w-]+|(?<=ticket=)[\w-]+|(?<=/actions/)[\w/-]+"
)
_SECRET_FIELDS = {"token", "upload_url", "upload"}
_ONLY_OURS = {"change"}  # what the page draws; not a request and not a reply
_OWNER_ONLY = 0o600
REDACTED = "[redacted]"


@contextmanager
def recording(journal: Journal, path: Path) -> Iterator[None]:
    """Append what passes to a file, as lines of JSON without tokens and secret addresses."""
    with _open_private(path, os.O_APPEND) as file:

        def write(entry: JournalEntry) -> None:
            if entry.kind not in _ONLY_OURS and not file.closed:
                line = json.dumps(redact(entry.as_json()), ensure_ascii=False, default=str)
                try:
                    file.write(line + "\n")
                    file.flush()
                except OSError as error:  # such as a full disk: the app under test goes on
                    _log.warning("%s: The record ends here: %s.", path, error.strerror)
                    with suppress(OSError):
                        file.close()

        journal.listen(write)
        yield


def write_private(path: Path, text: str) -> None:
    """Write a text into a file, in place of what it held; raise OSError that names it."""
    try:
        with _open_private(path, os.O_TRUNC) as file:
            file.write(text)
    except OSError as error:
        error.filename = str(path)
        raise


def _open_private(path: Path, how: int) -> TextIO:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | how, _OWNER_ONLY)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):  # not of /dev/null, which is everybody's
        os.fchmod(descriptor, _OWNER_ONLY)  # also of a file that was there
    return os.fdopen(descriptor, "a", encoding="utf-8")


def redact(part: Any) -> Any:  # noqa: ANN401 (any JSON)
    """Return JSON without tokens and secret addresses."""
    if isinstance(part, dict):
        return {k: REDACTED if k in _SECRET_FIELDS else redact(v) for k, v in part.items()}
    if isinstance(part, list):
        return [redact(item) for item in part]
    return _TOKEN.sub(REDACTED, part) if isinstance(part, str) else part
