"""Where an article goes: its text to the folder of texts, its entry to the corpus."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from knowledge import canonical
from knowledge.intake import budgeting, drafting
from knowledge.locating import locate
from knowledge.quoting import NotFound, Text, differences, fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.claims import Names
    from knowledge.corpus import Corpus
    from knowledge.intake.head import Head
    from knowledge.model import Article, Model, Statement

_OPENING: Final = 200  # characters by which a text without a headline is known again


class Outcome(StrEnum):
    ADDED = "added"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True)
class Added:
    """What adding one text came to.

    `changes` are sentences that differ, word by word; `notes` say how the text was taken.
    """

    outcome: Outcome
    article: str
    statements: int = 0
    left_out: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass
class Shelf:
    """The articles on record, by what each can be known again by; small strings, no texts."""

    by_fingerprint: dict[str, str] = field(default_factory=dict)
    by_head: dict[str, str] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, corpus: Corpus) -> Shelf:
        shelf = cls()
        for entry in corpus.articles.values():
            shelf.put(entry.model)
        return shelf

    def put(self, article: Article) -> None:
        self.ids.add(article.id)
        for fingerprint in (article.fingerprint, *article.earlier):
            self.by_fingerprint[fingerprint] = article.id
        for key in _keys(article):
            self.by_head[key] = article.id

    def same_text(self, text: Text) -> str | None:
        return self.by_fingerprint.get(text.fingerprint)

    def same_article(self, article: Article) -> str | None:
        """Return the article on record that this is another text of: the same address or head."""
        found = (self.by_head.get(key) for key in _keys(article))
        return next((name for name in found if name), None)

    def free(self, name: str, fingerprint: str) -> str:
        return name if name not in self.ids else f"{name[:35].rstrip('-')}-{fingerprint[:8]}"


def _keys(article: Article) -> Iterator[str]:
    if article.url:
        yield article.url
    if article.title:
        outlet = article.publisher or article.agency or ""
        yield "|".join([fold(outlet), fold(article.title), article.published.to.isoformat()])


def keep_text(folder: Path, name: str, raw: str, text: Text) -> Path:
    """Write a text where it is matched by its fingerprint; one never takes another's place."""
    file = folder / f"{name}-{text.fingerprint[:8]}.txt"
    folder.mkdir(parents=True, exist_ok=True)
    write(file, raw)
    return file


def write(file: Path, content: str) -> None:
    """Write a file whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f".{file.name}.{os.getpid()}.partial")
    try:
        partial.write_text(content, encoding="utf-8", newline="\n")
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)


def write_entry(folder: Path, kind: str, entry: Model, name: str) -> Path:
    file = folder / kind / f"{name}.yaml"
    write(file, canonical.write(entry))
    return file


def entry_text(entry: Model) -> str:
    return canonical.write(entry)


def changed(old: Article, before: Text | None, new: Article, after: Text) -> tuple[Article, Added]:
    """Return the entry for the changed text: both fingerprints, and quotes where they stand now."""
    lost = list[str]()
    statements = tuple(_moved(statement, after, lost) for statement in old.statements)
    merged = old.model_copy(
        update={
            "earlier": (*old.earlier, old.fingerprint),
            "fingerprint": new.fingerprint,
            "words": new.words,
            "statements": statements,
        }
    )
    told = tuple(text_changes(before, after)) if before else ()
    return merged, Added(Outcome.CHANGED, old.id, changes=told, lost=tuple(lost))


def _moved(statement: Statement, text: Text, lost: list[str]) -> Statement:
    quotes = []
    for quote in statement.quotes:
        spans = locate(text, quote)
        if isinstance(spans, NotFound):
            lost.append(f"{statement.id}: {quote.exact!r} {spans.why}")
            quotes.append(quote)
        else:
            at = {"start": spans[0].start, "end": spans[-1].end}
            quotes.append(quote.model_copy(update=at))
    return statement.model_copy(update={"quotes": tuple(quotes)})


def text_changes(before: Text, after: Text) -> Iterator[str]:
    """Yield the sentences that differ, with the words marked."""
    old = [before[s] for s in before.sentences]
    new = [after[s] for s in after.sentences]
    for op, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if op != "equal":
            yield differences(" ".join(old[i:j]), " ".join(new[k:m]))


def drafted(
    head: Head, text: Text, statements: list[Statement], name: str, names: Names
) -> tuple[Article, list[str]]:
    """Return an entry of all that holds against the text, and what was left out."""
    kept, spare = budgeting.within(statements, text)
    entry = drafting.article(head, text, name).model_copy(update={"statements": tuple(kept)})
    entry, refuted = drafting.proved(entry, text, names)
    return entry, [*refuted, *spare]
