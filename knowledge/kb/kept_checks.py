"""The memory of checks on disk: one file for each corpus, beside its notes in the user's cache.

It is read whole and written whole; where it is damaged or of other code, nothing is remembered.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Final

from knowledge.check_corpus.check_memory import CheckMemory, KnownText
from knowledge.corpus.atomic_file import replace_when_written
from knowledge.corpus.file_digests import FileDigests, FileState
from knowledge.kb import cache as user_cache
from knowledge.kb.schema import code_digest

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_TABLES: Final = """
CREATE TABLE meta (code TEXT NOT NULL, day TEXT NOT NULL) STRICT;
CREATE TABLE file (path TEXT NOT NULL, inode INTEGER NOT NULL, size INTEGER NOT NULL,
                   changed INTEGER NOT NULL, digest TEXT NOT NULL) STRICT;
CREATE TABLE pass (key BLOB NOT NULL) STRICT;
CREATE TABLE shortcut (short BLOB NOT NULL, key BLOB NOT NULL) STRICT;
CREATE TABLE entry (key TEXT NOT NULL, document TEXT NOT NULL) STRICT;
CREATE TABLE known_text (digest TEXT NOT NULL, fingerprint TEXT NOT NULL, words TEXT NOT NULL)
STRICT;
"""


def load_memory(entries: Path, today: date) -> CheckMemory:
    """Return what is remembered of a corpus; what passed on a later day than today is not."""
    with suppress(sqlite3.Error, OSError, ValueError):
        return _load(user_cache.memory_file(entries), today)
    return CheckMemory()


def _load(file: Path, today: date) -> CheckMemory:
    uri = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as db:
        ((code, day),) = db.execute("SELECT code, day FROM meta")
        if code != code_digest() or day > today.isoformat():
            return CheckMemory()
        files = db.execute("SELECT path, inode, size, changed, digest FROM file")
        texts = db.execute("SELECT digest, fingerprint, words FROM known_text")
        return CheckMemory(
            FileDigests({path: (FileState(*state), digest) for path, *state, digest in files}),
            frozenset(key for (key,) in db.execute("SELECT key FROM pass")),
            dict(db.execute("SELECT key, document FROM entry")),
            {digest: KnownText(f, tuple(words.split(" "))) for digest, f, words in texts},
            known_keys=dict(db.execute("SELECT short, key FROM shortcut")),
        )


def save_memory(entries: Path, memory: CheckMemory, today: date) -> None:
    """Keep what a check used or added; a cache that cannot be written remembers nothing."""
    target = user_cache.to_write(user_cache.memory_file(entries))
    with (
        suppress(sqlite3.Error, OSError),
        replace_when_written(target) as partial,
        closing(sqlite3.connect(f"{partial.absolute().as_uri()}?nolock=1", uri=True)) as db,
    ):
        db.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
        with db:
            _write(db, memory, today)
        user_cache.forget_memories()


def _write(db: sqlite3.Connection, memory: CheckMemory, today: date) -> None:
    db.execute("INSERT INTO meta VALUES (?, ?)", (code_digest(), today.isoformat()))
    files = ((path, *state, digest) for path, (state, digest) in memory.files.asked.items())
    db.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?)", files)
    db.executemany("INSERT INTO pass VALUES (?)", ((key,) for key in memory.passes))
    db.executemany("INSERT INTO shortcut VALUES (?, ?)", memory.keys.items())
    db.executemany("INSERT INTO entry VALUES (?, ?)", memory.entries.items())
    texts = ((d, known.fingerprint, " ".join(known.words)) for d, known in memory.texts.items())
    db.executemany("INSERT INTO known_text VALUES (?, ?, ?)", texts)
