"""What earlier checks found nothing wrong with, and what they read: so that it is not done again.

An entry and a text are known by their bytes. What the outcome of a check depends on besides is part
of its key; code of another version has a memory of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.file_digests import FileDigests
from knowledge.corpus.folder import LARGEST_TEXT, read_text_file
from knowledge.text.article_text import Text
from knowledge.text.folding import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


_WORD: Final = re.compile(r"\w+")


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
    known_keys: Mapping[bytes, bytes] = field(default_factory=dict)
    keys: dict[bytes, bytes] = field(default_factory=dict)

    def has_passed(self, key: bytes) -> bool:
        """Return whether a check with this key found nothing before."""
        if key in self.known_passes:
            self.passes.add(key)
        return key in self.passes

    def find_key(self, short: bytes, make: Callable[[], bytes]) -> bytes:
        """Return a key that is dear to make, by another that always leads to it."""
        if short not in self.keys:
            self.keys[short] = self.known_keys.get(short) or make()
        return self.keys[short]

    def note_pass(self, key: bytes) -> None:
        self.passes.add(key)

    def read_text(self, file: Path, folder: Path) -> KnownText:
        """Return the fingerprint and the words of a text; raise OSError."""
        digest = self.files.find(file, LARGEST_TEXT, folder)
        if digest not in self.texts:
            known = self.known_texts.get(digest)
            self.texts[digest] = known or _know(Text(read_text_file(file, folder)))
        return self.texts[digest]


def make_key(*parts: str) -> bytes:
    """Return a short key of all that the outcome of a check depends on."""
    return sha256("\0".join(parts).encode()).digest()[:16]


def list_words(folded: str) -> set[str]:
    """Return the words of a folded text, in both ways in which names are looked for in it."""
    return {token.folded for token in tokenize(folded)} | set(_WORD.findall(folded.casefold()))


def _know(text: Text) -> KnownText:
    return KnownText(text.fingerprint, tuple(sorted(list_words(text.folded))))
