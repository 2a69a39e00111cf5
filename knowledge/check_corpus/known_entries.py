"""Entries whose files were read before: their models are kept, and made without parsing YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.corpus.entry import Entry, read_entry
from knowledge.corpus.folder import LARGEST_ENTRY, read_entry_file
from knowledge.corpus.yaml_tree import YamlTree

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.check_corpus.check_memory import CheckMemory
    from knowledge.corpus.entry import M_co
    from knowledge.corpus.errors import Location


class KnownEntries:
    """Reads entries with what is known of them from earlier checks."""

    def __init__(self, memory: CheckMemory) -> None:
        self._memory = memory

    def read(self, file: Path, name: str, model: type[M_co], folder: Path) -> Entry[M_co]:
        """Read one file as read_entry() does; of one that is known nothing is read."""
        digest = self._find_digest(file, folder)
        key = f"{name}\0{digest}"
        if kept := self._memory.known_entries.get(key):
            self._memory.entries[key] = kept
            number, _, data = kept.partition(" ")
            lines = LinesOnDemand(file, folder)
            return Entry(name, model.model_validate_json(data), lines, int(number), digest)
        entry = read_entry(file, name, model, folder)
        if entry.digest == digest and entry.numbers is None and not entry.unread:
            self._memory.entries[key] = _keep(entry)
        return entry

    def _find_digest(self, file: Path, folder: Path) -> str:
        try:
            return self._memory.files.find(file, LARGEST_ENTRY, folder)
        except OSError:
            return ""  # read_entry() says why


def _keep(entry: Entry[M_co]) -> str:
    data = entry.model.model_dump_json(by_alias=True, exclude_defaults=True)
    return f"{entry.format} {data}"


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
