"""Which entries a proof need not be made of again: the same words, texts, and names in them.

The texts are read only where a proof is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from knowledge.check_corpus.check_memory import make_key
from knowledge.check_corpus.related_names import RelatedNames, list_attestations
from knowledge.corpus.folder import read_text_file, text_files
from knowledge.corpus.model import Article
from knowledge.text.article_text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.check_corpus.check_memory import CheckMemory, KnownText
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.entry import Entry
    from knowledge.corpus.model import Person


class TextsOnDemand(Mapping[str, Text]):
    """The texts of a folder by fingerprint: what is known of each at once, the text when needed."""

    def __init__(self, folder: Path, memory: CheckMemory) -> None:
        self._folder = folder
        self.known: dict[str, KnownText] = {}
        self._files: dict[str, Path] = {}
        self._read: dict[str, Text] = {}
        for file in text_files(folder):
            with suppress(OSError):  # it counts as missing
                known = memory.read_text(file, folder)
                self.known[known.fingerprint], self._files[known.fingerprint] = known, file

    def __contains__(self, fingerprint: object) -> bool:
        return fingerprint in self._files

    def __getitem__(self, fingerprint: str) -> Text:
        if fingerprint not in self._read:
            self._read[fingerprint] = Text(read_text_file(self._files[fingerprint], self._folder))
        return self._read[fingerprint]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


class RememberedProofs:
    """The proofs of a corpus against texts that are known from earlier checks."""

    def __init__(self, corpus: Corpus, texts: TextsOnDemand, memory: CheckMemory) -> None:
        self._corpus, self._texts, self._memory = corpus, texts, memory

    @cached_property
    def _related(self) -> RelatedNames:
        return RelatedNames(self._corpus)

    def holds(self, entry: Entry[Article] | Entry[Person]) -> bool:
        return self._memory.has_passed(self._key(entry))

    def note(self, entry: Entry[Article] | Entry[Person]) -> None:
        self._memory.note_pass(self._key(entry))

    @cached_property
    def _names(self) -> str:
        """What differs whenever any entry does that words can name."""
        known = sorted((entry.file, entry.digest) for entry in self._corpus.named())
        return sha256(repr(known).encode()).hexdigest()

    def _key(self, entry: Entry[Article] | Entry[Person]) -> bytes:
        """Return what a proof depends on: the entry, its texts, and the entries they may name.

        Which those are is not sought again as long as no entry with a name changes.
        """
        model = entry.model
        article = model if isinstance(model, Article) else None
        told = [article] if article else self._attesting(model)  # type: ignore[arg-type]
        own = [f for one in told for f in (one.fingerprint, *one.earlier) if f in self._texts.known]
        held = ("proof", entry.file, entry.digest, str(entry.numbers), *own)

        def make() -> bytes:
            words = (word for f in own for word in self._texts.known[f].words)
            return make_key(*held, self._related.digest_of(words, article))

        return self._memory.find_key(make_key(*held, "names", self._names), make)

    def _attesting(self, person: Person) -> list[Article]:
        named = {attested.article for attested in list_attestations(person)}
        found = (self._corpus.articles.get(name) for name in sorted(named))
        return [entry.model for entry in found if entry]
