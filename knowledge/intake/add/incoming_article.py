"""What comes in: bytes as an article's text and head, and a word on how they were taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.errors import IntakeError
from knowledge.intake.add.drafts import is_printed
from knowledge.intake.read.decoding import decode
from knowledge.intake.read.head import read_head
from knowledge.intake.read.web_page import is_page, read_page
from knowledge.text.article_text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.intake.read.head import Head

_PRINTED: Final = ("title", "publisher", "agency", "byline")
_LONG_LINE: Final = 120


class IncomingArticle(NamedTuple):
    """The text to keep, the same as quotes are held against it, and the head."""

    raw: str
    text: Text
    head: Head
    notes: tuple[str, ...] = ()


def read_article(content: bytes, given: Head) -> IncomingArticle:
    """Read a file's bytes; raise IntakeError for what holds no article's text."""
    decoded = decode(content, given.encoding)
    raw, found = split_head(decoded.raw)
    text = Text(raw)
    notes = [*_note_guess(decoded.guessed), *_note_unprinted(given, text)]
    return IncomingArticle(raw, text, found.override(**vars(given)), tuple(notes))


def split_head(raw: str) -> tuple[str, Head]:
    """Return an article's text with a blank line between paragraphs, and the head found in it."""
    raw = raw.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n")
    text, head = read_page(raw) if is_page(raw) else (_separate_paragraphs(raw), None)
    if not text.strip():
        msg = "holds no text of an article"
        raise IntakeError(msg)
    return text, head or read_head(text)


def _separate_paragraphs(raw: str) -> str:
    """Part paragraphs by blank lines where a text has each on one line of its own."""
    lines = [line for line in raw.splitlines() if line.strip()]
    single = "\n\n" not in raw.strip() and not re.search(r"\n[ \t]+\n", raw)
    long_ones = sum(len(line) > _LONG_LINE for line in lines)
    return "\n\n".join(lines) if single and long_ones * 2 >= len(lines) > 1 else raw


def _note_guess(encoding: str | None) -> Iterator[str]:
    if encoding:
        yield (
            f"read as {encoding}, since it does not say how it is written;"
            " where a letter looks wrong, name its encoding with --encoding"
        )


def _note_unprinted(given: Head, text: Text) -> Iterator[str]:
    """Say which of the words given the text does not print: an entry says no more than it."""
    for name in _PRINTED:
        words = getattr(given, name)
        if words and not is_printed(words, text.folded):
            yield (
                f"the text does not print {words!r}, so the entry has no {name};"
                " where the page shows it, add it above the text"
            )
