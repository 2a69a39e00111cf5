"""Adding a folder, or a part of it: workers read and draft, one process writes, no stop loses."""

from __future__ import annotations

import json
import os
from collections import Counter, deque
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus import canonical
from knowledge.corpus.errors import IntakeError, StancebookError
from knowledge.intake.add.incoming_article import read_article, read_source
from knowledge.intake.add.shard import WHOLE
from knowledge.text.article_text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.corpus.model import Article
    from knowledge.intake.add.library import DraftReader, Library
    from knowledge.intake.add.shard import Shard
    from knowledge.intake.read.head import Head

_SUFFIXES: Final = {".txt", ".html", ".htm"}
_AHEAD: Final = 8  # files that a worker may be ahead of the writer: what keeps memory flat
_CHUNK: Final = 16
JOURNALS: Final = ".stancebook"


@dataclass
class BulkReport:
    """The counts of what adding a folder did."""

    outcomes: Counter[str] = field(default_factory=Counter)
    statements: int = 0
    left_out: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)
    done_before: int = 0

    @property
    def seen(self) -> int:
        return self.outcomes.total() + len(self.failed)

    @property
    def summary(self) -> str:
        done, drafts = self.outcomes, "statement" if self.statements == 1 else "statements"
        left_out = f"; {len(self.left_out)} left out" if self.left_out else ""
        return (
            f"{done['added']} added with {self.statements} draft {drafts},"
            f" {done['same']} already on record, {done['changed']} with a changed text,"
            f" {len(self.failed)} not added, {self.done_before} done in an earlier run{left_out}."
        )


class _Read(NamedTuple):
    raw: str
    entry: Article | None
    written: str
    left_out: list[str]
    fingerprint: str
    notes: tuple[str, ...] = ()
    problem: str | None = None


def list_files(folder: Path) -> list[Path]:
    """Return what is called a text; what is not a file is reported when it is read."""
    return sorted(f for f in folder.rglob("*") if f.suffix.lower() in _SUFFIXES and not f.is_dir())


def list_texts(folder: Path, shard: Shard = WHOLE) -> list[Path]:
    """Return the texts of a folder and its folders, or of one part of these.

    Raises IntakeError if the folder has none; a part may be empty.
    """
    found = list_files(folder)
    if not found:
        msg = (
            f"The folder holds no {', '.join(sorted(_SUFFIXES))} file, and neither do its folders."
        )
        raise IntakeError(msg)
    return [file for file in found if shard.has(file, folder)]


def add_folder(  # noqa: PLR0913 (two that a caller may leave out)
    library: Library,
    folder: Path,
    given: Head,
    report: BulkReport,
    *,
    shard: Shard = WHOLE,
    workers: int | None = None,
) -> Iterator[Path]:
    """Add every text of a folder, or of a part of it.

    Yields each file when it is done, and counts it in the report.
    """
    found, journal = list_texts(folder, shard), _Journal(library, folder, shard)
    waiting = [f for f in found if not journal.has(f)]
    report.done_before = len(found) - len(waiting)
    with journal:
        begun = library.reader, given, folder
        for file, read in _read_all(begun, waiting, workers or _count_cores()):
            if _keep_read(library, file, read, report):
                journal.note(file, read.fingerprint)
            yield file


def _count_cores() -> int:
    """Return how many cores are this process's own: a scheduler may keep some for others."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _keep_read(library: Library, file: Path, read: _Read, report: BulkReport) -> bool:
    """Write what a worker read; return False if it failed, so that the next run tries it again."""
    if read.problem or read.entry is None:
        report.failed.append(f"{file}: {read.problem}")
        return False
    if read.fingerprint in library.index.by_fingerprint:
        report.outcomes["same"] += 1
        return True
    text = Text(read.raw)
    try:
        added = library.keep(read.raw, text, read.entry, read.left_out, written=read.written)
    except StancebookError as error:  # such as what others have written since
        report.failed.append(f"{file}: {error}")
        return False
    report.outcomes[added.outcome.value] += 1
    report.notes.update(read.notes)
    report.statements += added.statements
    report.left_out += [f"{file}: {line}" for line in added.left_out]
    return True


def _read_all(
    begun: tuple[DraftReader, Head, Path], waiting: list[Path], workers: int
) -> Iterator[tuple[Path, _Read]]:
    context = get_context("spawn" if os.name == "nt" else "forkserver")
    with ProcessPoolExecutor(workers, context, _begin, begun) as pool:
        ahead: deque[tuple[list[Path], Future[list[_Read]]]] = deque()
        chunks = (waiting[i : i + _CHUNK] for i in range(0, len(waiting), _CHUNK))
        for chunk in chunks:
            ahead.append((chunk, pool.submit(_read_chunk, chunk)))
            if len(ahead) > workers * _AHEAD:
                yield from _pair(*ahead.popleft())
        while ahead:
            yield from _pair(*ahead.popleft())


def _pair(chunk: list[Path], future: Future[list[_Read]]) -> Iterator[tuple[Path, _Read]]:
    yield from zip(chunk, future.result(), strict=True)


_mine: list[tuple[DraftReader, Head, Path]] = []  # of a worker


def _begin(reader: DraftReader, given: Head, folder: Path) -> None:
    _mine[:] = [(reader, given, folder)]
    Thread(target=_end_with_writer, daemon=True).start()


def _end_with_writer() -> None:
    """End with the process that writes, even if it was killed."""
    if writer := parent_process():
        writer.join()
        os._exit(1)


def _read_chunk(chunk: list[Path]) -> list[_Read]:
    return [_read_file(file) for file in chunk]


def _read_file(file: Path) -> _Read:
    reader, given, folder = _mine[0]
    try:
        raw, text, found, notes = read_article(read_source(file, folder), given)
        entry, left_out = reader.draft_entry(raw, text, found)
    except (StancebookError, OSError, ValueError) as error:
        return _Read("", None, "", [], "", problem=str(error))
    return _Read(raw, entry, canonical.write(entry), left_out, text.fingerprint, notes)


class _Journal:
    """The files that were added, one a line: name, size and time, and the text's fingerprint.

    It saves reading them again. The corpus decides whether one is done: another may lack it.
    Each part of a folder writes its own, and all are read.
    """

    def __init__(self, library: Library, folder: Path, shard: Shard) -> None:
        place = library.articles / JOURNALS
        name = f"folder-{sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"
        part = "" if shard.is_whole else f"-{shard.part}-of-{shard.parts}"
        self._file, self._index = place / f"{name}{part}.jsonl", library.index
        place.mkdir(parents=True, exist_ok=True)
        noted = (self._file, *place.glob(f"{name}*.jsonl"))
        self._texts = {file: text for each in noted for file, text in _read_journal(each)}

    def has(self, file: Path) -> bool:
        try:
            return self._texts.get(_identify_file(file)) in self._index.by_fingerprint
        except OSError:  # reading it says why
            return False

    def note(self, file: Path, fingerprint: str) -> None:
        with suppress(FileNotFoundError):  # it was added, and is gone
            self._out.write(json.dumps([_identify_file(file), fingerprint]) + "\n")
            self._out.flush()

    def __enter__(self) -> None:
        self._out = self._file.open("a", encoding="utf-8")

    def __exit__(self, *_: object) -> None:
        self._out.close()


def _identify_file(file: Path) -> str:
    state = file.stat()
    return f"{os.path.realpath(file)}|{state.st_size}|{state.st_mtime_ns}"


def _read_journal(file: Path) -> Iterator[tuple[str, str]]:
    """Yield a journal's lines, without one that a power cut tore."""
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        try:
            mark, fingerprint = json.loads(line)
        except (ValueError, TypeError):
            continue
        yield str(mark), str(fingerprint)
