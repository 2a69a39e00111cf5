"""The store of articles: texts in their folder, entries in the corpus, and an index of both."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from knowledge.check_corpus import comments
from knowledge.check_corpus.proof import read_texts
from knowledge.corpus import canonical
from knowledge.corpus.atomic_file import write_atomically, write_together
from knowledge.corpus.errors import IntakeError
from knowledge.corpus.folder import read_entry_file, read_text_file
from knowledge.text.article_text import Text, fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.check_corpus.article_budget import WordsLeft
    from knowledge.corpus.corpus_reader import Corpus
    from knowledge.corpus.model import Article, Model


class AddOutcome(StrEnum):
    ADDED = "added"
    SAME = "same"
    CHANGED = "changed"


@dataclass(frozen=True)
class AddedText:
    """The result of adding one text.

    `changes` are sentences that differ, word by word, and `lost` are words that only an earlier
    text prints; `notes` say how the text was read.
    """

    outcome: AddOutcome
    article: str
    statements: int = 0
    left_out: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    words_left: WordsLeft | None = None


def keep_article(
    entries: Path, articles: Path, entry: Article, kept: tuple[str, Text], written: str = ""
) -> None:
    """Write a text as it came and its entry, both or neither; raise as write_entry() does.

    The text's name has the article's id and the fingerprint, so that none replaces another.
    """
    raw, text = kept
    file = entries / "articles" / f"{entry.id}.yaml"
    _refuse_comments(entries, file)
    beside = articles / f"{entry.id}-{text.fingerprint[:8]}.txt"
    write_together({beside: raw, file: written or canonical.write(entry)})


def write_entry(folder: Path, kind: str, entry: Model, name: str) -> None:
    """Write an entry; raise IntakeError if a curator's comment in its file would be lost."""
    file = folder / kind / f"{name}.yaml"
    _refuse_comments(folder, file)
    write_atomically(file, canonical.write(entry))


def _refuse_comments(folder: Path, file: Path) -> None:
    if file.exists() and comments.curators(read_entry_file(file, folder).decode()):
        name = file.relative_to(folder).as_posix()
        msg = f"{name} has a comment that would be lost. Move it to `note` first."
        raise IntakeError(msg)


def find_text(folder: Path, fingerprint: str) -> Text | None:
    """Return the text with a fingerprint, whatever its file's name; None if it is not there."""
    for file in folder.glob(f"*-{fingerprint[:8]}.txt"):
        with suppress(OSError):
            text = Text(read_text_file(file, folder))
            if text.fingerprint == fingerprint:
                return text
    return read_texts(folder).get(fingerprint)


@dataclass
class ArticleIndex:
    """An index of the articles on record; it holds no texts."""

    by_fingerprint: dict[str, str] = field(default_factory=dict)
    by_head: dict[str, list[str]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, corpus: Corpus) -> ArticleIndex:
        index = cls()
        for entry in corpus.articles.values():
            index.add(entry.model)
        return index

    def add(self, article: Article) -> None:
        self.ids.add(article.id)
        for fingerprint in (article.fingerprint, *article.earlier):
            self.by_fingerprint[fingerprint] = article.id
        for key in _list_keys(article):
            names = self.by_head.setdefault(key, [])
            if article.id not in names:
                names.append(article.id)

    def find_same_text(self, text: Text) -> str | None:
        return self.by_fingerprint.get(text.fingerprint)

    def find_same_head(self, article: Article) -> list[str]:
        """Return the articles with the same address, or with its outlet, headline and day.

        Each may be a version of the same article or another article; compare their texts.
        """
        found = [name for key in _list_keys(article) for name in self.by_head.get(key, ())]
        return list(dict.fromkeys(found))

    def make_free_id(self, name: str, fingerprint: str) -> str:
        return name if name not in self.ids else f"{name[:35].rstrip('-')}-{fingerprint[:8]}"


def _list_keys(article: Article) -> Iterator[str]:
    if article.url:
        yield article.url
    if article.title:
        outlet = article.publisher or article.agency or ""
        yield "|".join([fold(outlet), fold(article.title), article.published.to.isoformat()])
