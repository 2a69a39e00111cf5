"""The one way for tools to change entries: nobody else writes, all checks hold, all or nothing.

What a tool decides depends on what is on record, so it decides while the corpus is held.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from knowledge.check_corpus import comments, integrity, proof
from knowledge.check_corpus.kept_comments import join_comments, keep_comments
from knowledge.check_corpus.served_entries import choose_served
from knowledge.corpus import canonical
from knowledge.corpus.corpus_lock import hold_corpus
from knowledge.corpus.corpus_reader import KINDS, Corpus, load_or_begin
from knowledge.corpus.entry import parse_entry, read_entry
from knowledge.corpus.errors import CorpusError, IntakeError, RefusedEditError
from knowledge.corpus.folder import LARGEST_ENTRY, read_entry_file
from knowledge.corpus.joint_change import FileChange, write_jointly
from knowledge.corpus.model import Article
from knowledge.text.article_text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from knowledge.corpus.entry import Entry
    from knowledge.corpus.errors import Problem
    from knowledge.corpus.model import Event, Issue, Model, Organization, Person
    from knowledge.text.article_text import Text

    AnyEntry = Article | Event | Issue | Organization | Person

_FOLDERS: Final = {model: kind for kind, model in KINDS.items()}


class EntryChange(NamedTuple):
    """One entry as it is to be, in the folder of its kind; without a model it is removed.

    `what` says in words what changes, where that is more than "changed".
    """

    kind: str
    id: str
    model: Model | None
    what: str = ""

    @classmethod
    def of(cls, model: AnyEntry, what: str = "") -> EntryChange:
        return cls(_FOLDERS[type(model)], model.id, model, what)

    @property
    def file(self) -> str:
        return f"{self.kind}/{self.id}.yaml"


class MadeEdit(NamedTuple):
    """The changes that were made, and the corpus before and after them."""

    changes: list[EntryChange]
    before: Corpus
    after: Corpus


def edit_corpus(
    entries: Path,
    articles: Path,
    decide: Callable[[Corpus], Iterable[EntryChange]],
    *,
    today: date | None = None,
    dry_run: bool = False,
) -> MadeEdit:
    """Make the changes that `decide` returns for the corpus as it is now.

    Raises RefusedEditError, and writes nothing, where the check would find more wrong than before;
    IntakeError where a comment would be lost; FolderError where somebody wrote one of the entries
    meanwhile; CorpusError where an entry cannot be read.
    """
    with hold_corpus(entries):
        corpus = load_or_begin(entries)
        changes = list(decide(corpus))
        if found := find_new_problems(corpus, changes, proof.read_texts(articles), today):
            raise RefusedEditError(found)
        files = list(_list_files(entries, changes, read=corpus))
        if not dry_run:
            write_jointly(entries, files)
        return MadeEdit(changes, corpus, apply_changes(corpus, changes))


def apply_changes(corpus: Corpus, changes: Iterable[EntryChange]) -> Corpus:
    """Return the corpus as it would be read; raise CorpusError where it could not be."""
    kinds: dict[str, dict[str, Entry[Any]]] = {}
    for change in changes:
        kept = kinds.setdefault(change.kind, dict(getattr(corpus, change.kind)))
        kept.pop(change.id, None)
        if change.model is not None:
            kept[change.id] = _read_made(change, change.model)
    return replace(corpus, **kinds)  # type: ignore[arg-type]


def _read_made(change: EntryChange, model: Model) -> Entry[Any]:
    entry = parse_entry(canonical.write(model).encode(), change.file, type(model))
    if entry.unread:
        raise CorpusError(entry.unread)
    return entry


def find_new_problems(
    before: Corpus,
    changes: Iterable[EntryChange],
    texts: dict[str, Text],
    today: date | None = None,
) -> list[Problem]:
    """Return what the check would find wrong with the changes, and does not find without them.

    Quotes are held again against the texts of the articles that the changes can bear on. Nobody is
    served a draft, so that what becomes wrong with one refuses no change.
    """
    changes = list(changes)
    try:
        after = apply_changes(before, changes)
    except CorpusError as error:
        return error.problems
    touched, renamed = _find_touched(before, after, changes, texts), _list_renamed(changes)
    made = {change.id for change in changes}

    def find(corpus: Corpus) -> list[Problem]:
        return _find_problems(corpus, touched, texts, today, made)

    known, found = Counter(_know_again(problem, renamed) for problem in find(before)), []
    for problem in find(after):
        key = _know_again(problem, renamed)
        known[key] -= 1
        if known[key] < 0:
            found.append(problem)
    return found


def _find_problems(
    corpus: Corpus,
    touched: set[str],
    texts: dict[str, Text],
    today: date | None,
    made: Collection[str],
) -> list[Problem]:
    served = choose_served(corpus)
    articles = {name: e for name, e in served.articles.items() if name in touched}
    proved = proof.prove(replace(served, articles=articles), texts)
    return [*integrity.problems(served, today, made=made), *proved.problems]


def _list_renamed(changes: Iterable[EntryChange]) -> dict[str, str]:
    """Return the ids that entries and statements get, by those that they had."""
    models: list[Any] = [change.model for change in changes if change.model is not None]
    named = [*models, *(s for model in models for s in getattr(model, "statements", ()))]
    return {former: one.id for one in named for former in one.former_ids}


def _know_again(problem: Problem, renamed: Mapping[str, str]) -> tuple[str, str, str]:
    """Return what a problem has before and after a change: line, number and ids may be others."""
    file, why, what_to_do = problem.file, problem.why, problem.what_to_do
    for old, new in renamed.items():
        file = file.replace(f"/{old}.yaml", f"/{new}.yaml")
        why = why.replace(f"'{old}'", f"'{new}'").replace(f"/{old}.yaml", f"/{new}.yaml")
        what_to_do = what_to_do.replace(f"'{old}'", f"'{new}'")
    return file, why, what_to_do


def _find_touched(
    before: Corpus, after: Corpus, changes: list[EntryChange], texts: dict[str, Text]
) -> set[str]:
    """Return the articles that are changed, attest changed people, or print a changed name."""
    found = {change.id for change in changes if change.kind == "articles"}
    words = set[str]()
    for corpus in (before, after):
        for change in changes:
            entry = getattr(corpus, change.kind).get(change.id)
            found |= _list_attesting(entry.model) if entry else set()
            words |= _list_names(entry.model) if entry else set()
    for name, article in after.articles.items():
        text = texts.get(article.model.fingerprint)
        if text and any(word in text.caseless for word in words):
            found.add(name)
    return found


def _list_attesting(model: Any) -> set[str]:  # noqa: ANN401 (any entry)
    memberships = getattr(model, "memberships", ())
    attested = [*getattr(model, "descriptions", ()), *(a for m in memberships for a in m.attested)]
    return {attestation.article for attestation in attested}


def _list_names(model: Any) -> set[str]:  # noqa: ANN401 (any entry)
    """Return the names of an entity, and their words, as they would stand in a text."""
    if not hasattr(model, "aliases"):
        return set()
    names = {fold(n).casefold() for n in (model.name, *model.aliases, *model.weak_aliases)}
    return names | {word for name in names for word in name.split() if len(word) > 1}


def write_changes(
    entries: Path,
    changes: Iterable[EntryChange],
    also: Mapping[Path, str | bytes] | None = None,
    written: Mapping[str, str] | None = None,
) -> None:
    """Write entries together, `also` other files before them; hold the corpus meanwhile.

    `written` has the YAML of entries by file, where it is made already. A curator's comments stay;
    those of an entry that goes stand where its id leads. Raises IntakeError where one would be
    lost, or an entry is larger than one is read.
    """
    write_jointly(entries, _list_files(entries, list(changes), written), also)


def _list_files(
    entries: Path,
    changes: list[EntryChange],
    written: Mapping[str, str] | None = None,
    read: Corpus | None = None,
) -> Iterator[FileChange]:
    """Yield what is written to each file, and what it is to replace: what was `read`, or is now."""
    heirs = _list_heirs(changes)
    for change in changes:
        _refuse_unread(entries, change)
        old = _read_file(entries, change)
        before = _find_digest(read, change) if read else _hash(old)
        if change.model is not None:
            content = (written or {}).get(change.file) or canonical.write(change.model)
            content = _add_comments(entries, old, content, heirs.get(change.file, ()))
            _refuse_large(change, content)
            yield FileChange(change.file, content, before)
        else:
            if not any(change in gone for gone in heirs.values()):
                _refuse_comments(change, old)
            yield FileChange(change.file, None, before)


def _list_heirs(changes: list[EntryChange]) -> dict[str, list[EntryChange]]:
    """Return the entries that go, by the file of the one that their id leads to from now on."""
    gone = {(change.kind, change.id): change for change in changes if change.model is None}
    heirs: dict[str, list[EntryChange]] = {}
    for change in changes:
        former = ((change.kind, name) for name in getattr(change.model, "former_ids", ()))
        if found := [gone[key] for key in former if key in gone]:
            heirs[change.file] = found
    return heirs


def _read_file(entries: Path, change: EntryChange) -> str | None:
    try:
        return read_entry_file(entries / change.file, entries).decode()
    except FileNotFoundError:
        return None


def _hash(content: str | None) -> str | None:
    return None if content is None else sha256(content.encode()).hexdigest()


def _find_digest(read: Corpus, change: EntryChange) -> str | None:
    entry = getattr(read, change.kind).get(change.id)
    return entry.digest if entry else None


def _add_comments(entries: Path, old: str | None, made: str, gone: Iterable[EntryChange]) -> str:
    """Return what is written to a file, with the comments in it now, and in what it takes in."""
    kept = keep_comments(old, made) if old else made
    for change in gone:
        taken = _read_file(entries, change) or ""
        kept = join_comments(change.id, taken, kept) if old else keep_comments(taken, kept)
    return kept


def _refuse_unread(entries: Path, change: EntryChange) -> None:
    """Raise IntakeError where the file has drafts that cannot be read, and would be lost."""
    file = entries / change.file
    if change.kind != "articles" or not file.exists():
        return
    if unread := read_entry(file, change.file, Article, entries).unread:
        msg = f"Nothing was written, because a draft cannot be read. {unread[0]}"
        raise IntakeError(msg)


def _refuse_large(change: EntryChange, content: str) -> None:
    if len(content.encode()) > LARGEST_ENTRY:
        msg = (
            f"{change.file} would be larger than {LARGEST_ENTRY >> 20} MiB, and could not be read."
        )
        raise IntakeError(msg)


def _refuse_comments(change: EntryChange, old: str | None) -> None:
    if old and comments.curators(old):
        msg = f"{change.file} has a comment that would be lost. Move it to `note` first."
        raise IntakeError(msg)
