"""The desk of a curator who looks after a corpus: its edits are checked, told in words, written."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_corpus import corpus_diff
from knowledge.check_corpus.corpus_edit import EntryChange, edit_corpus
from knowledge.corpus.corpus_lock import finish_change
from knowledge.corpus.corpus_reader import load_or_begin
from knowledge.corpus.errors import CorpusError, UnreadEntryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from knowledge.check_corpus.corpus_edit import MadeEdit
    from knowledge.corpus.corpus_reader import Corpus


class CorpusEdit(NamedTuple):
    """What is to become of a corpus, in sentences, and the entries as they are to be."""

    told: tuple[str, ...]
    changes: tuple[EntryChange, ...]


@dataclass(frozen=True)
class UpkeepDesk:
    """A corpus and its folder of texts. What lies behind `today` is told, where it is given."""

    folder: Path
    articles: Path
    today: date | None = None

    @cached_property
    def corpus(self) -> Corpus:
        """The corpus when it was first asked for; reading raises UnreadEntryError."""
        finish_change(self.folder)
        with _tell_unread():
            return load_or_begin(self.folder)

    def make(
        self, decide: Callable[[Corpus], CorpusEdit], *, dry_run: bool = False
    ) -> tuple[str, ...]:
        """Make the edit that is decided on for the corpus as it is now; return what it did.

        Raises what `decide` raises, or edit_corpus() where nothing is written.
        """
        told = list[str]()

        def list_changes(corpus: Corpus) -> tuple[EntryChange, ...]:
            edit = decide(corpus)
            told.extend(edit.told)
            return edit.changes

        with _tell_unread():
            made = edit_corpus(
                self.folder, self.articles, list_changes, today=self.today, dry_run=dry_run
            )
        return (*told, *_tell_files(made), *corpus_diff.changes(made.before, made.after))


@contextmanager
def _tell_unread() -> Iterator[None]:
    try:
        yield
    except CorpusError as error:
        raise UnreadEntryError(error.problems) from None


def _tell_files(made: MadeEdit) -> Iterator[str]:
    """Yield what becomes of each file."""
    for change in made.changes:
        if change.model is None:
            yield f"{change.file}: removed"
        elif change.id in getattr(made.before, change.kind):
            yield f"{change.file}: {change.what or 'changed'}"
        else:
            yield f"{change.file}: new"
