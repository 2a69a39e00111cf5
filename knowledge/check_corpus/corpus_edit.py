"""The one way for tools to change entries: nobody else writes, all checks hold, all or nothing.

What a tool decides depends on what is on record, so it decides while the corpus is held.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from knowledge.check_corpus import comments, integrity, proof
from knowledge.check_corpus.kept_comments import keep_comments
from knowledge.corpus import canonical
from knowledge.corpus.atomic_file import write_together
from knowledge.corpus.corpus_lock import hold_corpus
from knowledge.corpus.corpus_reader import Corpus, load_corpus
from knowledge.corpus.entry import Entry, read_entry
from knowledge.corpus.errors import IntakeError, RefusedEditError
from knowledge.corpus.folder import LARGEST_ENTRY, read_entry_file
from knowledge.corpus.model import Article
from knowledge.text.article_text import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from knowledge.corpus.errors import Problem
    from knowledge.corpus.model import Model
    from knowledge.text.article_text import Text


class EntryChange(NamedTuple):
    """One entry as it is to be, in the folder of its kind; without a model it is removed."""

    kind: str
    id: str
    model: Model | None

    @property
    def file(self) -> str:
        return f"{self.kind}/{self.id}.yaml"


def edit_corpus(
    entries: Path,
    articles: Path,
    decide: Callable[[Corpus], Iterable[EntryChange]],
    *,
    today: date | None = None,
    dry_run: bool = False,
) -> list[EntryChange]:
    """Make the changes that `decide` returns for the corpus as it is now, and return them.

    Raises RefusedEditError, and writes nothing, where the check would find more wrong than before;
    IntakeError where a comment would be lost; CorpusError where an entry cannot be read.
    """
    with hold_corpus(entries):
        corpus = load_corpus(entries)
        changes = list(decide(corpus))
        if found := find_new_problems(corpus, changes, proof.read_texts(articles), today):
            raise RefusedEditError(found)
        if not dry_run:
            write_changes(entries, changes)
    return changes


def apply_changes(corpus: Corpus, changes: Iterable[EntryChange]) -> Corpus:
    """Return the corpus as it would be."""
    kinds: dict[str, dict[str, Entry[Any]]] = {}
    for change in changes:
        kept = kinds.setdefault(change.kind, dict(getattr(corpus, change.kind)))
        kept.pop(change.id, None)
        if change.model is not None:
            kept[change.id] = Entry(change.file, change.model, {})
    return replace(corpus, **kinds)  # type: ignore[arg-type]


def find_new_problems(
    before: Corpus,
    changes: Iterable[EntryChange],
    texts: dict[str, Text],
    today: date | None = None,
) -> list[Problem]:
    """Return what the check would find wrong with the changes, and does not find without them.

    Quotes are held again against the texts of the articles that the changes can bear on.
    """
    changes = list(changes)
    after = apply_changes(before, changes)
    touched = _find_touched(before, after, changes, texts)
    known = Counter(map(_know_again, _find_problems(before, touched, texts, today)))
    found = []
    for problem in _find_problems(after, touched, texts, today):
        known[_know_again(problem)] -= 1
        if known[_know_again(problem)] < 0:
            found.append(problem)
    return found


def _find_problems(
    corpus: Corpus, touched: set[str], texts: dict[str, Text], today: date | None
) -> list[Problem]:
    articles = {name: e for name, e in corpus.articles.items() if name in touched}
    proved = proof.prove(replace(corpus, articles=articles), texts)
    return [*integrity.problems(corpus, today), *proved.problems]


def _know_again(problem: Problem) -> tuple[str, str, str]:
    """Return what a problem has before and after a change: its line and number may move."""
    return problem.file, problem.why, problem.what_to_do


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

    `written` has the YAML of entries by file, where it is made already. A curator's comments stay.
    Raises IntakeError if one would go with its entry, or an entry is larger than one is read.
    """
    contents: dict[Path, str | bytes] = dict(also or {})
    removed = []
    for change in changes:
        file = entries / change.kind / f"{change.id}.yaml"
        _refuse_unread(entries, change)
        if change.model is None:
            _refuse_comments(entries, file)
            removed.append(file)
        else:
            content = (written or {}).get(change.file) or canonical.write(change.model)
            content = _add_comments(entries, file, content)
            _refuse_large(change, content)
            contents[file] = content
    write_together(contents)
    for file in removed:
        file.unlink(missing_ok=True)


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


def _add_comments(folder: Path, file: Path, made: str) -> str:
    """Return what is written to a file, with the comments that are in it now."""
    return keep_comments(read_entry_file(file, folder).decode(), made) if file.exists() else made


def _refuse_comments(folder: Path, file: Path) -> None:
    if file.exists() and comments.curators(read_entry_file(file, folder).decode()):
        name = file.relative_to(folder).as_posix()
        msg = f"{name} has a comment that would be lost. Move it to `note` first."
        raise IntakeError(msg)
