"""The corpus as files: where entries lie, and the digest that tells a kb is up to date."""

from __future__ import annotations

import hashlib
from pathlib import Path

from knowledge.schema import schema_digest

ENTRIES = Path(__file__).parent / "entries"
KINDS = ("articles", "events", "issues", "organizations", "people")


def entry_files(folder: Path) -> list[Path]:
    return sorted(file for kind in KINDS for file in (folder / kind).glob("*.yaml"))


def kb_digest(folder: Path) -> str:
    """Return the sha256 of all entries, names and bytes, and of the schema."""
    total = hashlib.sha256(schema_digest().encode())
    for file in entry_files(folder):
        name = file.relative_to(folder).as_posix()
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        total.update(f"{name}\0{content}\n".encode())
    return total.hexdigest()
