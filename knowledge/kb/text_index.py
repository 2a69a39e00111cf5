"""The whole texts of a folder as an index of passages, beside the kbs in the user's cache.

Each text is read and cut into passages once, however often the bot starts or the corpus changes:
an index is made of the one before it, less what is gone and with what is new. It holds other
people's work, so that nobody else may read it; where the cache cannot be written it is a private
file that has lost its name.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.atomic_file import replace_when_written
from knowledge.corpus.file_digests import FileDigests, FileState
from knowledge.corpus.folder import LARGEST_TEXT, read_text_file, text_files
from knowledge.kb import cache as user_cache
from knowledge.kb.connections import Connections
from knowledge.kb.kb_seal import is_sealed, seal
from knowledge.kb.quote_index import Printed, fill, remove
from knowledge.kb.schema import quote_schema, schema_digest
from knowledge.kb.sqlite_errors import as_os_errors
from knowledge.kb.text_passages import passages_of
from knowledge.text.article_text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_INDEX: Final = "The index of the texts, among the temporary files"
_TABLES: Final = """
CREATE TABLE meta (code TEXT NOT NULL, next INTEGER NOT NULL) STRICT;
CREATE TABLE file (path TEXT NOT NULL, inode INTEGER NOT NULL, size INTEGER NOT NULL,
                   changed INTEGER NOT NULL, digest TEXT NOT NULL) STRICT;
CREATE TABLE fingerprint (digest TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) STRICT;
CREATE TABLE text (article TEXT PRIMARY KEY, raw TEXT NOT NULL) STRICT;
CREATE TABLE indexed (fingerprint TEXT PRIMARY KEY, article TEXT NOT NULL, shown INTEGER NOT NULL,
                      first INTEGER NOT NULL, next INTEGER NOT NULL) STRICT;
"""


class TextOwner(NamedTuple):
    """An article's id, and whether its text may be quoted."""

    article: str
    shown: bool


def open_index(folder: Path, heads: Mapping[str, TextOwner]) -> Connections:
    """Open the index of the texts of a folder that have one of the articles' fingerprints."""
    try:
        return Connections(update_index(folder, heads))
    except (OSError, sqlite3.Error):
        return _open_private(folder, heads)


def update_index(folder: Path, heads: Mapping[str, TextOwner]) -> Path:
    """Return the file of the index, made if there is none of these texts; raise OSError."""
    before = _find_newest(folder)
    at_hand = TextsAtHand(folder, before)
    wanted = {f: heads[f] for f in at_hand.places if f in heads}
    file = user_cache.texts_file(folder, _name(wanted))
    if before and before.file == file:
        return file
    target = user_cache.to_write(file)
    with replace_when_written(target) as partial, as_os_errors(target):
        partial.chmod(0o600)
        _write(partial, before, at_hand, wanted)
        seal(partial)
    user_cache.forget_texts(folder)
    return target


def _open_private(folder: Path, heads: Mapping[str, TextOwner]) -> Connections:
    """Make an index in a file that has its name only until it is open."""
    at_hand = TextsAtHand(folder, None)
    # Where an open file cannot be removed, the folder is left to whoever clears temporary files.
    with TemporaryDirectory(prefix="stancebook-", ignore_cleanup_errors=True) as private:
        file = Path(private) / "texts.sqlite"
        with as_os_errors(_INDEX):
            _write(file, None, at_hand, {f: heads[f] for f in at_hand.places if f in heads})
        return Connections(file)


def _name(wanted: Mapping[str, TextOwner]) -> str:
    """Return the name of an index: what it is of, and the code that made it."""
    of = repr((schema_digest(), sorted(wanted.items())))
    return hashlib.sha256(of.encode()).hexdigest()


class _Indexed(NamedTuple):
    """A text that an index has: whose it is, and the numbers of its first passage and the next."""

    head: TextOwner
    first: int
    next: int


class EarlierIndex(NamedTuple):
    """An index that was made before: its texts by fingerprint, and the files that it knows."""

    file: Path
    files: FileDigests
    fingerprints: dict[str, str]
    texts: dict[str, _Indexed]
    next: int


def _find_newest(folder: Path) -> EarlierIndex | None:
    for file in user_cache.texts_files(folder):
        with suppress(sqlite3.Error, OSError, ValueError):
            if is_sealed(file) and (found := _read(file)):
                return found
    return None


def _read(file: Path) -> EarlierIndex | None:
    uri = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as db:
        ((code, number),) = db.execute("SELECT code, next FROM meta")
        if code != schema_digest():
            return None
        files = db.execute("SELECT path, inode, size, changed, digest FROM file")
        texts = db.execute("SELECT fingerprint, article, shown, first, next FROM indexed")
        return EarlierIndex(
            file,
            FileDigests({path: (FileState(*state), digest) for path, *state, digest in files}),
            dict(db.execute("SELECT digest, fingerprint FROM fingerprint")),
            {f: _Indexed(TextOwner(i, bool(shown)), *span) for f, i, shown, *span in texts},
            number,
        )


class TextsAtHand:
    """The texts of a folder by fingerprint; one that an earlier index knows is not read for it."""

    def __init__(self, folder: Path, before: EarlierIndex | None) -> None:
        self.folder = folder
        self.files = before.files if before else FileDigests()
        self.fingerprints: dict[str, str] = {}
        self.places: dict[str, Path] = {}
        known = before.fingerprints if before else {}
        for file in text_files(folder):
            with suppress(OSError):  # it counts as missing
                digest = self.files.find(file, LARGEST_TEXT, folder)
                found = known.get(digest) or Text(read_text_file(file, folder)).fingerprint
                self.fingerprints[digest] = found
                self.places.setdefault(found, file)

    def read(self, fingerprint: str) -> str:
        return read_text_file(self.places[fingerprint], self.folder)


def _write(
    file: Path, before: EarlierIndex | None, at_hand: TextsAtHand, wanted: Mapping[str, TextOwner]
) -> None:
    """Write an index, of the one before it where there is one."""
    if before:
        shutil.copyfile(before.file, file)
    known = before.texts if before else {}
    with closing(sqlite3.connect(f"{file.absolute().as_uri()}?nolock=1", uri=True)) as db:
        # Nothing is to be rolled back: a file that is not finished is thrown away.
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        db.executescript("" if before else f"{quote_schema()};{_TABLES}")
        with db:
            _remove(db, [text for f, text in known.items() if wanted.get(f) != text.head])
            new = {f: h for f, h in wanted.items() if f not in known or known[f].head != h}
            number = _add(db, before.next if before else 0, new, at_hand)
            _note(db, at_hand, number)


def _remove(db: sqlite3.Connection, gone: Iterable[_Indexed]) -> None:
    for text in gone:
        remove(db, text.first, text.next)
        db.execute("DELETE FROM text WHERE article = ?", (text.head.article,))
        db.execute("DELETE FROM indexed WHERE article = ?", (text.head.article,))


def _add(
    db: sqlite3.Connection, number: int, new: Mapping[str, TextOwner], at_hand: TextsAtHand
) -> int:
    """Write the passages of texts, the first with a number; return the number after the last."""
    fill(db, _passages(db, number, new, at_hand), number)
    ((last,),) = db.execute("SELECT IFNULL(MAX(next), 0) FROM indexed")
    return max(number, int(last))


def _passages(
    db: sqlite3.Connection, number: int, new: Mapping[str, TextOwner], at_hand: TextsAtHand
) -> Iterator[Printed]:
    """Yield the passages of texts; keep the texts of those articles that may be quoted."""
    for fingerprint, head in new.items():
        raw, first = at_hand.read(fingerprint), number
        text = Text(raw)
        if text.fingerprint != fingerprint:
            continue  # it was written to: whoever looks at the folder next reads it again
        if head.shown:
            db.execute("INSERT OR REPLACE INTO text VALUES (?, ?)", (head.article, raw))
        for kind, span in passages_of(text):
            number += 1
            yield Printed(head.article, span.start, kind, text.printed(span), head.shown)
        row = (fingerprint, head.article, head.shown, first, number)
        db.execute("INSERT OR REPLACE INTO indexed VALUES (?, ?, ?, ?, ?)", row)


def _note(db: sqlite3.Connection, at_hand: TextsAtHand, number: int) -> None:
    """Write down which files there are, so that none of them is read for its fingerprint again."""
    for table in ("meta", "file", "fingerprint"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 (ours)
    db.execute("INSERT INTO meta VALUES (?, ?)", (schema_digest(), number))
    files = ((path, *state, digest) for path, (state, digest) in at_hand.files.asked.items())
    db.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?)", files)
    db.executemany("INSERT INTO fingerprint VALUES (?, ?)", at_hand.fingerprints.items())
