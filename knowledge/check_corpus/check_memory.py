"""What earlier checks found nothing wrong with, and what they read: so that it is not done again.

An entry and a text are known by their bytes. What the outcome of a check depends on besides is part
of its key; code of another version has a memory of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from knowledge.corpus.entry import Entry, read_entry
from knowledge.corpus.file_digests import FileDigests
from knowledge.corpus.folder import LARGEST_ENTRY, LARGEST_TEXT, read_entry_file, read_text_file
from knowledge.corpus.yaml_tree import YamlTree
from knowledge.text.article_text import Text
from knowledge.text.folding import tokenize

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.corpus.entry import M_co
    from knowledge.corpus.errors import Location


class KnownText(NamedTuple):
    """A text that was read before: its fingerprint, and its folded words, each once."""

    fingerprint: str
    words: tuple[str, ...]


@dataclass
class CheckMemory:
    """What is known from before, and what of it a check used or added: all else is forgotten."""

    files: FileDigests = field(default_factory=FileDigests)
    known_passes: frozenset[bytes] = frozenset()
    known_entries: Mapping[str, str] = field(default_factory=dict)
    known_texts: Mapping[str, KnownText] = field(default_factory=dict)
    passes: set[bytes] = field(default_factory=set)
    entries: dict[str, str] = field(default_factory=dict)
    texts: dict[str, KnownText] = field(default_factory=dict)

    def has_passed(self, key: bytes) -> bool:
        """Return whether a check with this key found nothing before."""
        if key in self.known_passes:
            self.passes.add(key)
        return key in self.passes

    def note_pass(self, key: bytes) -> None:
        self.passes.add(key)

    def read_entry(self, file: Path, name: str, model: type[M_co], folder: Path) -> Entry[M_co]:
        """Read one file as entry.read_entry() does; of one that is known the model is kept."""
        digest = self._find_digest(file, LARGEST_ENTRY, folder)
        key = f"{name}\0{digest}"
        if kept := self.known_entries.get(key):
            self.entries[key] = kept
            return _read_kept(kept, LinesOnDemand(file, folder), name, model, digest)
        entry = read_entry(file, name, model, folder)
        if entry.digest == digest and entry.numbers is None and not entry.unread:
            self.entries[key] = _keep(entry)
        return entry

    def read_text(self, file: Path, folder: Path) -> KnownText:
        """Return the fingerprint and the words of a text; raise OSError."""
        digest = self.files.find(file, LARGEST_TEXT, folder)
        if digest not in self.texts:
            known = self.known_texts.get(digest)
            self.texts[digest] = known or _know(Text(read_text_file(file, folder)))
        return self.texts[digest]

    def _find_digest(self, file: Path, most: int, folder: Path) -> str:
        try:
            return self.files.find(file, most, folder)
        except OSError:
            return ""  # read_entry() says why


def make_key(*parts: str) -> bytes:
    """Return a short key of all that the outcome of a check depends on."""
    return sha256("\0".join(parts).encode()).digest()[:16]


def list_words(folded: str) -> set[str]:
    """Return the words of a folded text, in both ways in which names are looked for in it."""
    words = {token.folded for token in tokenize(folded)}
    apart = "".join(c if c.isalnum() or c == "_" else " " for c in folded.casefold())
    return words | set(apart.split())


def _know(text: Text) -> KnownText:
    return KnownText(text.fingerprint, tuple(sorted(list_words(text.folded))))


def _keep(entry: Entry[M_co]) -> str:
    data = entry.model.model_dump_json(by_alias=True, exclude_defaults=True)
    return json.dumps([entry.format, data])


def _read_kept(
    kept: str, lines: Mapping[Location, int], name: str, model: type[M_co], digest: str
) -> Entry[M_co]:
    number, data = json.loads(kept)
    return Entry(name, model.model_validate_json(data), lines, number, digest)


class LinesOnDemand(Mapping["Location", int]):
    """The line of each field of a file, which is read again for them: few entries have faults."""

    def __init__(self, file: Path, folder: Path) -> None:
        self._file, self._folder = file, folder

    @cached_property
    def _lines(self) -> dict[Location, int]:
        return YamlTree(read_entry_file(self._file, self._folder).decode("utf-8")).lines

    def __getitem__(self, where: Location) -> int:
        return self._lines[where]

    def __iter__(self) -> Iterator[Location]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)
