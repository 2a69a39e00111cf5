"""Adding a text: read, known again or new, drafted, and kept; one at a time or a whole folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from knowledge.check_corpus.statement_proof import NamesOf
from knowledge.corpus import corpus_reader as entries
from knowledge.corpus.entry import read_entry
from knowledge.corpus.errors import IntakeError
from knowledge.corpus.folder import entry_files
from knowledge.corpus.model import Article
from knowledge.intake.add import drafting, store
from knowledge.intake.add.budgeting import Budget
from knowledge.intake.add.changed_text import Changed, is_version, text_changes
from knowledge.intake.add.incoming import incoming
from knowledge.intake.add.shelf import Shelf
from knowledge.intake.add.store import Added, AddOutcome
from knowledge.intake.read.candidates import candidates
from knowledge.intake.read.known import Known

if TYPE_CHECKING:
    from pathlib import Path

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.read.head import Head
    from knowledge.text.article_text import Text


_ANOTHER: Final = "{} has the same head and another text: this is an article of its own"
_UNDATED: Final = "prints {}: give the day of publication with --published 2024-02-16"


@dataclass(frozen=True)
class Reader:
    """What reading needs of a corpus; small, so that each worker has its own."""

    known: Known
    names: NamesOf

    @classmethod
    def of(cls, corpus: Corpus) -> Reader:
        return cls(Known.of(corpus), NamesOf(corpus))

    def candidates(self, raw: str, found: Head) -> list[Candidate]:
        if found.published is None:
            raise IntakeError(_UNDATED.format(found.unsure or "no day of publication"))
        return candidates(raw, found.published, self.known, title=found.title)

    def draft(self, raw: str, text: Text, found: Head) -> tuple[Article, list[str]]:
        """Return the entry with a draft for each attribution, and what was left out."""
        name = drafting.article_id(found, text)
        made = drafting.statements(self.candidates(raw, found), text, name)
        return store.drafted(found, text, made, name, self.names)


@dataclass
class Library:
    """A corpus and its folder of texts, while articles are added."""

    entries: Path
    articles: Path
    corpus: Corpus
    reader: Reader
    shelf: Shelf

    @classmethod
    def open(cls, folder: Path, articles: Path) -> Library:
        """Read the corpus; raise CorpusError where it cannot be read.

        One that was only just made, its folders still empty, is begun by its first article.
        """
        made = (folder / "articles").is_dir() and not entry_files(folder)
        corpus = entries.Corpus() if made else entries.load(folder)
        return cls(folder, articles, corpus, Reader.of(corpus), Shelf.of(corpus))

    def known_text(self, text: Text) -> Added | None:
        name = self.shelf.same_text(text)
        return Added(AddOutcome.SAME, name) if name else None

    def keep(
        self, raw: str, text: Text, entry: Article, left_out: list[str], *, written: str = ""
    ) -> Added:
        """Write a text and its entry; the same article's changed text joins the entry on record.

        `written` is the entry's one form, where a worker has made it already.
        """
        named_alike = self.shelf.same_head(entry)
        for name in named_alike:
            old = self.article(name)
            before = store.text_of(self.articles, old.fingerprint)
            if is_version(old, before, entry, text):
                told = self._changed(old, before, raw, text, entry)
                return replace(told, left_out=(*left_out, *told.left_out))
        name = self.shelf.free(entry.id, text.fingerprint)
        if name != entry.id:
            entry, written = renamed(entry, name), ""
        store.keep_text(self.articles, name, raw, text)
        file = self.entries / "articles" / f"{name}.yaml"
        store.write(file, written or store.entry_text(entry))
        self.shelf.put(entry)
        notes = tuple(_ANOTHER.format(other) for other in named_alike)
        return Added(AddOutcome.ADDED, name, len(entry.statements), tuple(left_out), notes=notes)

    def _changed(
        self, old: Article, before: Text | None, raw: str, text: Text, entry: Article
    ) -> Added:
        change = Changed(old, text, self.reader.names, Budget(text))
        merged = change.merged(entry)
        store.keep_text(self.articles, old.id, raw, text)
        store.write_entry(self.entries, "articles", merged, old.id)
        self.shelf.put(merged)
        return Added(
            AddOutcome.CHANGED,
            old.id,
            change.added,
            tuple(change.left_out),
            changes=tuple(text_changes(before, text)) if before else (),
            lost=tuple(change.lost),
        )

    def article(self, name: str) -> Article:
        """Read an article's entry as it stands now."""
        file = f"articles/{name}.yaml"
        return read_entry(self.entries / file, file, Article).model


def renamed(entry: Article, name: str) -> Article:
    """Give an article another id, and its statements with it."""
    statements = [
        s.model_copy(update={"id": s.id.replace(entry.id, name, 1)}) for s in entry.statements
    ]
    return entry.model_copy(update={"id": name, "statements": tuple(statements)})


def add(library: Library, content: bytes, given: Head) -> Added:
    """Add one text with a draft of every candidate; raise IntakeError where it cannot be."""
    read = incoming(content, given)
    if same := library.known_text(read.text):
        return same
    entry, left_out = library.reader.draft(read.raw, read.text, read.head)
    added = library.keep(read.raw, read.text, entry, left_out)
    return replace(added, notes=(*read.notes, *added.notes))
