"""A change of entries: held against all checks, told in words, then written whole or not at all."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from knowledge.check_corpus import corpus_diff, integrity
from knowledge.check_corpus.proof import prove, read_texts
from knowledge.corpus.corpus_reader import KINDS, load_or_begin
from knowledge.corpus.entry import read_entry
from knowledge.corpus.errors import UpkeepError, tell_problems
from knowledge.corpus.joint_change import FileChange, finish_change, write_jointly
from knowledge.upkeep.written_entry import write_anew

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.entry import Entry
    from knowledge.corpus.errors import Problem
    from knowledge.corpus.model import Article, Event, Issue, Organization, Person

    AnyEntry = Article | Event | Issue | Organization | Person

_REFUSED: Final = "Nothing is written, because the check would find this:"
_FOLDERS: Final = {model: kind for kind, model in KINDS.items()}


@dataclass(frozen=True)
class CorpusEdit:
    """What is to become of a corpus: entries as they will be, and the ids of those that go.

    `told` says it in sentences, and `changed` what changes in an entry, by its id; `renamed` are
    the new ids by the old ones.
    """

    told: tuple[str, ...]
    written: tuple[AnyEntry, ...]
    removed: tuple[str, ...] = ()
    changed: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class PreparedEdit:
    """An edit that passes all checks: its files, and in words what it does."""

    told: tuple[str, ...]
    files: tuple[FileChange, ...]


@dataclass(frozen=True)
class UpkeepDesk:
    """A corpus and its folders, while a curator looks after it."""

    folder: Path
    articles: Path
    corpus: Corpus

    @classmethod
    def open(cls, folder: Path, articles: Path) -> UpkeepDesk:
        """Read a corpus, once what was cut short is finished; raise CorpusError as reading does."""
        finish_change(folder)
        return cls(folder, articles, load_or_begin(folder))

    def prepare(self, edit: CorpusEdit) -> PreparedEdit:
        """Hold an edit against all checks; raise UpkeepError with each problem that it brings.

        What was wrong before does not stand in its way.
        """
        files = tuple(self._list_files(edit))
        after = self._apply(edit, files)
        if problems := self._find_new_problems(after, edit):
            raise UpkeepError("\n".join([_REFUSED, *tell_problems(sorted(problems))]))
        moved = (f"{file.file}: {_what(file, edit.changed)}" for file in files)
        return PreparedEdit((*edit.told, *moved, *corpus_diff.changes(self.corpus, after)), files)

    def write(self, prepared: PreparedEdit) -> None:
        """Write all files of an edit; raise FolderError if one changed since it was read."""
        write_jointly(self.folder, prepared.files)

    def find_entry(self, name: str) -> Entry[Any] | None:
        """Return the entry with an id, of whatever kind."""
        found = (getattr(self.corpus, kind).get(name) for kind in KINDS)
        return next(filter(None, found), None)

    def _list_files(self, edit: CorpusEdit) -> Iterator[FileChange]:
        for model in edit.written:
            kind = _FOLDERS[type(model)]
            source = self._find_source(edit, kind, model.id)
            _refuse_unread(source)
            old = (self.folder / source.file).read_text(encoding="utf-8") if source else None
            file, text = f"{kind}/{model.id}.yaml", write_anew(model, old)
            before = source.digest if source and source.file == file else None
            yield FileChange(file, text, before)
        for name in edit.removed:
            if entry := self.find_entry(name):
                yield FileChange(entry.file, None, entry.digest)

    def _find_source(self, edit: CorpusEdit, kind: str, name: str) -> Entry[Any] | None:
        """Return the entry that one is written from: its own, or the one that is renamed."""
        held = getattr(self.corpus, kind)
        old = next((o for o, new in edit.renamed.items() if new == name and o in held), None)
        found: Entry[Any] | None = held.get(name) or held.get(old or "")
        return found

    def _apply(self, edit: CorpusEdit, files: Iterable[FileChange]) -> Corpus:
        """Return the corpus with what the files of an edit will say, as it is read from them."""
        kinds: dict[str, Any] = {kind: dict(getattr(self.corpus, kind)) for kind in KINDS}
        for name in edit.removed:
            for held in kinds.values():
                held.pop(name, None)
        with tempfile.TemporaryDirectory() as place:
            for file in files:
                if file.content is not None:
                    entry = _read_again(Path(place), file.file, file.content)
                    kinds[file.file.partition("/")[0]][entry.model.id] = entry
        return replace(self.corpus, **kinds)

    def _find_new_problems(self, after: Corpus, edit: CorpusEdit) -> list[Problem]:
        texts = read_texts(self.articles)
        found = [*integrity.problems(after), *prove(after, texts).problems]
        if not found:
            return []
        before = [*integrity.problems(self.corpus), *prove(self.corpus, texts).problems]
        known = Counter(_key(problem, edit.renamed) for problem in before)
        new = []
        for problem in found:
            key = _key(problem, edit.renamed)
            known[key] -= 1
            if known[key] < 0:
                new.append(problem)
        return new


def _refuse_unread(source: Entry[Any] | None) -> None:
    """Raise UpkeepError where an entry has drafts that cannot be read, and would be lost."""
    if source and source.unread:
        msg = f"Nothing is written, because a draft cannot be read. {source.unread[0]}"
        raise UpkeepError(msg)


def _what(file: FileChange, changed: Mapping[str, str]) -> str:
    if file.content is None:
        return "removed"
    name = file.file.partition("/")[2].removesuffix(".yaml")
    return changed.get(name, "changed") if file.before else "new"


def _read_again(place: Path, name: str, content: str) -> Entry[Any]:
    file = place / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(content.encode())
    return read_entry(file, name, KINDS[file.parent.name])


def _key(problem: Problem, renamed: Mapping[str, str]) -> tuple[str, str]:
    """Return what makes a problem the same one under other ids."""
    words = problem.explanation
    for old, new in renamed.items():
        words = words.replace(f"'{old}'", f"'{new}'").replace(f"/{old}.yaml", f"/{new}.yaml")
    return problem.field, words
