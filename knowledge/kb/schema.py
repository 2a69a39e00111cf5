"""The tables of the kb, and the digests that say whether a file is up to date."""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.corpus.file_digests import FileDigests
from knowledge.corpus.folder import LARGEST_ENTRY, entry_files

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[1]
# What a kb is built by; the other rooms read what was.
BUILT_BY = ("check_corpus", "citations", "corpus", "kb", "names", "speech", "text")


def schema() -> str:
    return f"{_source('tables.sql')}\n{quote_schema()}\n{_source('said.sql')}"


def quote_schema() -> str:
    """Return the tables that quotes are found in, by themselves."""
    return _source("quotes.sql")


def _source(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def kb_digest(folder: Path, known: FileDigests | None = None) -> str:
    """Return the sha256 of all entries, names and bytes, and of what builds a kb of them.

    Files whose digests are `known` are read again only where they changed.
    """
    total = hashlib.sha256(schema_digest().encode())
    for file in entry_files(folder):
        name = os.fsencode(f"{file.parent.name}/{file.name}")  # of any bytes
        total.update(name + f"\0{_content(file, folder, known or FileDigests())}\n".encode())
    return total.hexdigest()


def _content(file: Path, folder: Path, known: FileDigests) -> str:
    """Return the sha256 of an entry; reading it reports what cannot be read."""
    try:
        return known.find(file, LARGEST_ENTRY, folder)
    except OSError as error:
        return str(error.strerror)


@cache
def schema_digest() -> str:
    """Return the sha256 of the code that a kb is built by: of another's, it is built anew."""
    return source_digest(*(PACKAGE / room for room in BUILT_BY))


@cache
def code_digest() -> str:
    """Return the sha256 of all code that a check may run."""
    return source_digest(PACKAGE)


def source_digest(*folders: Path) -> str:
    """Return the sha256 of all code below some folders: names and bytes."""
    total = hashlib.sha256()
    for folder in folders:
        for file in sorted(_code(folder)):
            content = hashlib.sha256(file.read_bytes()).hexdigest()
            total.update(f"{file.relative_to(folder)}\0{content}\n".encode())
    return total.hexdigest()


def _code(folder: Path) -> Iterator[Path]:
    return (file for file in folder.rglob("*") if file.suffix in {".py", ".sql"})
