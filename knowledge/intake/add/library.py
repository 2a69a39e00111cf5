"""The library: a corpus and its folder of texts, to which articles are added."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from knowledge.check_corpus.article_budget import ArticleBudget
from knowledge.check_corpus.article_check import ArticleCheck
from knowledge.check_corpus.corpus_edit import EntryChange, write_changes
from knowledge.corpus import corpus_reader as entries
from knowledge.corpus.corpus_lock import finish_change, hold_corpus
from knowledge.corpus.entry import read_entry
from knowledge.corpus.errors import IntakeError
from knowledge.corpus.folder import watched
from knowledge.corpus.model import Article
from knowledge.corpus.partial_file import remove_abandoned
from knowledge.intake.add import article_store, drafts
from knowledge.intake.add.article_store import AddedText, AddOutcome, ArticleIndex
from knowledge.intake.add.changed_text import ChangedArticle, is_version, list_changes
from knowledge.intake.add.incoming_article import read_article
from knowledge.intake.add.read_files import ReadFiles
from knowledge.intake.read.candidate_search import find_candidates
from knowledge.speech.known_names import KnownNames

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from knowledge.check_corpus.article_budget import WordsLeft
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.intake.read.candidate import Candidate
    from knowledge.intake.read.head import Head
    from knowledge.text.article_text import Text


_ANOTHER: Final = "{} has the same head but another text, so this is an article of its own."
_UNDATED: Final = "The text prints {}. Give the day of publication, such as --published 2024-02-16."


@dataclass(frozen=True)
class DraftReader:
    """What drafting needs to know of a corpus; small, so that each worker has a copy."""

    known: KnownNames
    check: ArticleCheck

    @classmethod
    def of(cls, corpus: Corpus, today: date | None = None) -> DraftReader:
        return cls(KnownNames.of(corpus), ArticleCheck(corpus, today))

    def find_candidates(self, raw: str, found: Head) -> list[Candidate]:
        if found.published is None:
            raise IntakeError(_UNDATED.format(found.unsure or "no day of publication"))
        return find_candidates(raw, found.published, self.known, title=found.title)

    def draft_entry(self, raw: str, text: Text, found: Head) -> tuple[Article, list[str]]:
        """Return the entry with a draft for each attribution, and what was left out."""
        name = drafts.make_article_id(found, text)
        candidates = self.find_candidates(raw, found)
        made = drafts.make_statements(candidates, text, name)
        entry, left_out = drafts.draft_entry(found, text, made, name, self.check)
        return entry, left_out if made else drafts.explain_nothing(candidates)


@dataclass
class Library:
    """A corpus and its folder of texts, while articles are added.

    `today` is the day after which nothing on record can lie; None asks nothing of the future.
    """

    entries: Path
    articles: Path
    corpus: Corpus
    reader: DraftReader
    index: ArticleIndex
    today: date | None
    _files: ReadFiles
    _read_anew: bool = False  # others wrote entries that drafts depend on

    @classmethod
    def open(cls, folder: Path, articles: Path, today: date | None = None) -> Library:
        """Read the corpus; raise CorpusError if it cannot be read."""
        remove_abandoned(articles, folder, *watched(folder))
        finish_change(folder)
        files = ReadFiles(folder)  # before they are read: what is written meanwhile is read again
        corpus = entries.load_or_begin(folder)
        reader, index = DraftReader.of(corpus, today), ArticleIndex.of(corpus)
        return cls(folder, articles, corpus, reader, index, today, files)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Keep others from writing, and know all that they wrote before."""
        with hold_corpus(self.entries):
            self._read_changed()
            yield

    def _read_changed(self) -> None:
        """Read the entries that others wrote since; one that cannot be read keeps its id."""
        changed = [Path(name) for name in self._files.find_changed()]
        if not changed:
            return
        self.corpus = entries.read_again(self.entries, self.corpus, changed)
        self.index.read_again(self.corpus, {(file.parent.name, file.stem) for file in changed})
        if any(file.parent.name != "articles" for file in changed):
            self.reader = DraftReader.of(self.corpus, self.today)
            self._read_anew = True

    def find_known_text(self, text: Text) -> AddedText | None:
        name = self.index.find_same_text(text)
        return AddedText(AddOutcome.SAME, name) if name else None

    def keep(
        self, raw: str, text: Text, entry: Article, left_out: list[str], *, written: str = ""
    ) -> AddedText:
        """Write a text and its entry, or merge a changed text into the entry on record.

        `written` is the entry as YAML, if a worker has made it already. Choosing an id and writing
        are one step: whoever else writes waits, and what they wrote before is taken into account.
        Raises IntakeError where the entry does not pass the check.
        """
        with self.hold():
            if same := self.find_known_text(text):  # another has added it meanwhile
                return same
            if self._read_anew:
                entry, more = drafts.keep_passing(entry, text, self.reader.check)
                left_out, written = [*left_out, *more], "" if more else written
            return self._keep(raw, text, entry, left_out, written)

    def _keep(
        self, raw: str, text: Text, entry: Article, left_out: list[str], written: str
    ) -> AddedText:
        named_alike = self.index.find_same_head(entry)
        for name in named_alike:
            old = self.read_entry(name)
            before = article_store.find_text(self.articles, old.fingerprint)
            if is_version(old, before, entry, text):
                changed = self._keep_changed(old, before, raw, text, entry)
                return replace(changed, left_out=(*left_out, *changed.left_out))
        name = self.index.make_free_id(entry)
        if name != entry.id:
            entry, written = rename_article(entry, name), ""
        self.write(entry, (raw, text), written)
        notes = tuple(_ANOTHER.format(other) for other in named_alike)
        return AddedText(
            AddOutcome.ADDED,
            name,
            len(entry.statements),
            tuple(left_out),
            notes=notes,
            words_left=count_words_left(entry, text),
        )

    def _keep_changed(
        self, old: Article, before: Text | None, raw: str, text: Text, entry: Article
    ) -> AddedText:
        change = ChangedArticle(old, text, self.reader.check.names, ArticleBudget(text))
        merged = change.merge(entry)
        self._refuse_new_faults(old, before, merged, text)
        self.write(merged, (raw, text))
        return AddedText(
            AddOutcome.CHANGED,
            old.id,
            change.added,
            tuple(change.left_out),
            changes=tuple(list_changes(before, text)) if before else (),
            lost=tuple(change.lost),
            words_left=count_words_left(merged, text),
        )

    def _refuse_new_faults(
        self, old: Article, before: Text | None, merged: Article, text: Text
    ) -> None:
        """Raise IntakeError where the entry of a changed text has faults that it had not before."""
        check, texts = self.reader.check, {t.fingerprint: t for t in (before, text) if t}
        known = {f.why for f in check.find_faults(old, before or text, texts)}
        for fault in check.find_faults(merged, text, texts):
            if fault.why not in known:
                field = ".".join(map(str, fault.where))
                msg = f"articles/{old.id}.yaml: {field}: {fault.why} {fault.what_to_do}"
                raise IntakeError(msg)

    def write(
        self,
        entry: Article,
        kept: tuple[str, Text],
        written: str = "",
        others: Iterable[EntryChange] = (),
    ) -> None:
        """Write a text as it came and its entry behind `others`, all or nothing, while held.

        The text's name has the article's id and the fingerprint, so that none replaces another.
        """
        (raw, text), others = kept, list(others)
        beside = self.articles / f"{entry.id}-{text.fingerprint[:8]}.txt"
        change = EntryChange("articles", entry.id, entry)
        made = {change.file: written} if written else {}
        write_changes(self.entries, [*others, change], {beside: raw}, made)
        self.index.add(entry)
        if not others:  # what they change is read again before the next is written
            self._files.note_own(self.entries / change.file)

    def read_entry(self, name: str) -> Article:
        """Read an article's entry as it stands now."""
        file = f"articles/{name}.yaml"
        return read_entry(self.entries / file, file, Article, self.entries).model


def count_words_left(entry: Article, text: Text) -> WordsLeft:
    budget = ArticleBudget(text)
    for statement in entry.statements:
        budget.add_statement(statement)
    return budget.left


def rename_article(entry: Article, name: str) -> Article:
    """Return an article with another id, and its statements with theirs."""
    statements = [
        s.model_copy(update={"id": s.id.replace(entry.id, name, 1)}) for s in entry.statements
    ]
    return entry.model_copy(update={"id": name, "statements": tuple(statements)})


def add_text(library: Library, content: bytes, given: Head) -> AddedText:
    """Add one text with a draft of every candidate; raise IntakeError if it cannot be read."""
    read = read_article(content, given)
    if same := library.find_known_text(read.text):
        return same
    entry, left_out = library.reader.draft_entry(read.raw, read.text, read.head)
    added = library.keep(read.raw, read.text, entry, left_out)
    return replace(added, notes=(*read.notes, *added.notes))
