"""On which day the words of an article were last proved on this machine.

It is kept beside the kbs in the user's cache: a kb is the same on every machine. A check writes it,
an answer only reads it.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from knowledge.corpus.atomic_file import write_atomically
from knowledge.kb import cache as user_cache

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_KEPT = 50_000  # articles, those proved last


def note_proofs(keys: Iterable[str], today: date) -> None:
    """Remember that these were proved today; a cache that cannot be written remembers nothing."""
    proved = dict.fromkeys(keys, today.isoformat())
    if not proved:
        return
    others = {key: day for key, day in _read().items() if key not in proved}
    newest = list({**others, **proved}.items())[-_KEPT:]
    with suppress(OSError):
        write_atomically(user_cache.to_write(user_cache.proofs_file()), json.dumps(dict(newest)))


def proved_on(key: str) -> date | None:
    """Return the day on which what has this key was proved here last, if it ever was."""
    day = _read().get(key)
    try:
        return date.fromisoformat(day) if day else None
    except (ValueError, TypeError):
        return None


def _read() -> Mapping[str, str]:
    """Read the note; one that is not there, or damaged, remembers nothing."""
    file = user_cache.proofs_file()
    try:
        state = file.stat()
        data = _parse(file, state.st_ino, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


@lru_cache(maxsize=1)
def _parse(file: Path, *_state: int) -> object:
    """Parse the note, once as long as its state is the same: an answer asks for many articles."""
    return json.loads(file.read_text(encoding="utf-8"))
