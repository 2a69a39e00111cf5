"""Read the YAML entries of a corpus into models, and report every problem as file:line at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from knowledge.corpus.entry import read_entry
from knowledge.corpus.errors import CorpusError
from knowledge.corpus.folder import ENTRIES, entry_files, find_unlisted
from knowledge.corpus.folder_faults import find_folder_faults
from knowledge.corpus.model import Article, Event, Issue, Organization, Person

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from knowledge.corpus.entry import Entry
    from knowledge.corpus.errors import Problem

    ReadEntry = Callable[[Path, str, type[Any], Path], Entry[Any]]

KINDS: dict[str, type[Article | Person | Organization | Issue | Event]] = {
    "articles": Article,
    "events": Event,
    "issues": Issue,
    "organizations": Organization,
    "people": Person,
}


@dataclass(frozen=True)
class Corpus:
    """All entries, by id."""

    articles: dict[str, Entry[Article]] = field(default_factory=dict)
    events: dict[str, Entry[Event]] = field(default_factory=dict)
    issues: dict[str, Entry[Issue]] = field(default_factory=dict)
    organizations: dict[str, Entry[Organization]] = field(default_factory=dict)
    people: dict[str, Entry[Person]] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)  # ids whose file could not be read
    unlisted: set[str] = field(default_factory=set)  # folders of which no id is known

    def entries(self) -> Iterator[Entry[Any]]:
        """Yield every entry that could be read."""
        for kind in KINDS:
            yield from getattr(self, kind).values()

    def entries_beside_articles(self) -> Iterator[Entry[Any]]:
        """Yield every entry that is not an article's."""
        for kind in KINDS:
            yield from getattr(self, kind).values() if kind != "articles" else ()

    def named(self) -> Iterator[Entry[Person | Organization | Issue]]:
        """Yield every entry that words can name."""
        yield from self.people.values()
        yield from self.organizations.values()
        yield from self.issues.values()

    def state_of(self, organization: str | None) -> str | None:
        """Walk up from an organization to its state; None where there is none."""
        seen: set[str] = set()
        while organization in self.organizations and organization not in seen:
            seen.add(organization)
            model = self.organizations[organization].model
            if model.classification == "state":
                return organization
            organization = model.parent
        return None


def load_corpus(folder: Path = ENTRIES) -> Corpus:
    """Read all entries; raise CorpusError with every problem where one cannot be read."""
    corpus, problems = read(folder)
    if problems:
        raise CorpusError(problems)
    return corpus


def load_or_begin(folder: Path) -> Corpus:
    """Read all entries as load_corpus() does; a new corpus, whose folders are empty, has none."""
    is_new = (folder / "articles").is_dir() and not entry_files(folder)
    return Corpus() if is_new else load_corpus(folder)


def read(folder: Path, read_one: ReadEntry = read_entry) -> tuple[Corpus, list[Problem]]:
    """Read what can be read, and say what cannot; `read_one` reads the entry of a file."""
    unlisted = list(find_unlisted(folder))
    corpus = Corpus(unlisted={problem.file for problem in unlisted})
    problems = find_folder_faults(folder, unlisted)
    for file in entry_files(folder):
        try:
            name = f"{file.parent.name}/{file.name}"
            entry = read_one(file, name, KINDS[file.parent.name], folder)
        except CorpusError as error:
            problems += error.problems
            corpus.unread.add(file.stem)
            continue
        getattr(corpus, file.parent.name)[file.stem] = entry
    return corpus, problems


def read_again(folder: Path, corpus: Corpus, files: Iterable[Path]) -> Corpus:
    """Return a corpus with the entries of some files as they are now.

    One that cannot be read stays as it was, and counts as unread.
    """
    kinds: dict[str, dict[str, Entry[Any]]] = {k: dict(getattr(corpus, k)) for k in KINDS}
    unread = set(corpus.unread)
    for file in files:
        kind, name = file.parent.name, file.relative_to(folder).as_posix()
        try:
            kinds[kind][file.stem] = read_entry(file, name, KINDS[kind], folder)
            unread.discard(file.stem)
        except CorpusError:
            unread.add(file.stem)
            if not file.exists():
                kinds[kind].pop(file.stem, None)
                unread.discard(file.stem)
    return replace(corpus, **kinds, unread=unread)  # type: ignore[arg-type]
