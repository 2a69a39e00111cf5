"""An article file as it comes in: its text, its head, and notes on how it was read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.errors import IntakeError
from knowledge.corpus.regular_file import MIB, read_regular_file
from knowledge.intake.add.drafts import is_printed
from knowledge.intake.read.decoding import decode
from knowledge.intake.read.head import read_head
from knowledge.intake.read.parted_words import join_parted_words
from knowledge.intake.read.reading_limits import limit_time, require_length
from knowledge.intake.read.web_page import is_page, read_page
from knowledge.text.article_text import Text
from knowledge.text.language import is_other_language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from knowledge.intake.read.head import Head

_PRINTED: Final = ("title", "publisher", "agency", "byline")
_LONG_LINE: Final = 120
_SHOWN: Final = 3  # of the words that were joined
LARGEST: Final = 16 * MIB  # of a page with its pictures in it


class IncomingArticle(NamedTuple):
    """The text to keep, the same as quotes are held against it, and the head."""

    raw: str
    text: Text
    head: Head
    notes: tuple[str, ...] = ()


def read_source(file: Path, folder: Path | None = None) -> bytes:
    """Return the bytes of a file to add, of a folder if given; raise IntakeError."""
    try:
        return read_regular_file(file, LARGEST, folder)
    except OSError as error:
        why = f"This file cannot be read: {error.strerror or error}."
        msg = f"{why} Copy the article into a file of its own, or pipe it into 'stancebook add -'."
        raise IntakeError(msg) from None


@limit_time()
def read_article(content: bytes, given: Head) -> IncomingArticle:
    """Read a file's bytes; raise IntakeError if they hold no article text."""
    decoded = decode(content, given.encoding)
    raw = _read_lines(decoded.raw)
    whole, parted = (raw, []) if is_page(raw) else join_parted_words(raw)
    raw, found = split_head(whole)
    require_length(raw)
    text = Text(raw)
    notes = [
        *_note_guess(decoded.guessed),
        *_note_parted(parted),
        *_note_language(raw),
        *_note_unprinted(given, text),
    ]
    return IncomingArticle(raw, text, found.override(**vars(given)), tuple(notes))


def split_head(raw: str) -> tuple[str, Head]:
    """Return an article's text with a blank line between paragraphs, and the head found in it."""
    raw = _read_lines(raw)
    text, head = read_page(raw) if is_page(raw) else (_separate_paragraphs(raw), None)
    if not text.strip():
        msg = "The file holds no article text. Copy the text into it, and add it again."
        raise IntakeError(msg)
    return text, head or read_head(text)


def _read_lines(raw: str) -> str:
    """Return a file's text without its mark of encoding, its lines as they end elsewhere."""
    return raw.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n")


def _separate_paragraphs(raw: str) -> str:
    """Separate paragraphs by blank lines if each stands on one line."""
    lines = [line for line in raw.splitlines() if line.strip()]
    single = "\n\n" not in raw.strip() and not re.search(r"\n[ \t]+\n", raw)
    long_ones = sum(len(line) > _LONG_LINE for line in lines)
    return "\n\n".join(lines) if single and long_ones * 2 >= len(lines) > 1 else raw


def _note_guess(encoding: str | None) -> Iterator[str]:
    if encoding:
        yield (
            f"The file does not say how it is encoded, so I read it as {encoding}."
            " If letters look wrong, name the encoding with --encoding."
        )


def _note_parted(words: list[str]) -> Iterator[str]:
    if words:
        few = ", ".join(dict.fromkeys(words[:_SHOWN]))
        count = f"{len(words)} words" if len(words) > 1 else "a word"
        yield f"I joined {count} that the file parts at the end of a line: {few}."


def _note_language(raw: str) -> Iterator[str]:
    if is_other_language(raw):
        yield (
            "The text is not in English, which is all that I can read, so I propose no quotations."
            " Add the English version, if there is one."
        )


def _note_unprinted(given: Head, text: Text) -> Iterator[str]:
    """Yield a note for each given word of the head that the text does not print."""
    for name in _PRINTED:
        words = getattr(given, name)
        if words and not is_printed(words, text.folded):
            yield (
                f"The text does not print {words!r}, so the entry has no {name}."
                " If the page shows it, add it above the text."
            )
