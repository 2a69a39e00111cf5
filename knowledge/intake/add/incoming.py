"""What comes in: bytes as an article's text and head, and a word on how they were taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.errors import IntakeError
from knowledge.intake.add.drafting import is_printed
from knowledge.intake.read.decoding import decode
from knowledge.intake.read.head import of_text
from knowledge.intake.read.web_page import is_page, of_page
from knowledge.text.article_text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.intake.read.head import Head

_PRINTED: Final = ("title", "publisher", "agency", "byline")
_LONG_LINE: Final = 120


class Incoming(NamedTuple):
    """The text to keep, the same as quotes are held against it, and the head."""

    raw: str
    text: Text
    head: Head
    notes: tuple[str, ...] = ()


def incoming(content: bytes, given: Head) -> Incoming:
    """Read a file's bytes; raise IntakeError for what holds no article's text."""
    decoded = decode(content, given.encoding)
    raw, found = read(decoded.raw)
    text = Text(raw)
    notes = [*_guessed(decoded.guessed), *_not_kept(given, text)]
    return Incoming(raw, text, found.given(**vars(given)), tuple(notes))


def read(raw: str) -> tuple[str, Head]:
    """Return an article's text with a blank line between paragraphs, and the head found in it."""
    raw = raw.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").replace("\r\n", "\n")
    text, head = of_page(raw) if is_page(raw) else (_paragraphs(raw), None)
    if not text.strip():
        msg = "holds no text of an article"
        raise IntakeError(msg)
    return text, head or of_text(text)


def _paragraphs(raw: str) -> str:
    """Part paragraphs by blank lines where a text has each on one line of its own."""
    lines = [line for line in raw.splitlines() if line.strip()]
    single = "\n\n" not in raw.strip() and not re.search(r"\n[ \t]+\n", raw)
    long_ones = sum(len(line) > _LONG_LINE for line in lines)
    return "\n\n".join(lines) if single and long_ones * 2 >= len(lines) > 1 else raw


def _guessed(encoding: str | None) -> Iterator[str]:
    if encoding:
        yield (
            f"read as {encoding}, since it does not say how it is written;"
            " where a letter looks wrong, name its encoding with --encoding"
        )


def _not_kept(given: Head, text: Text) -> Iterator[str]:
    """Say which of the words given the text does not print: an entry says no more than it."""
    for name in _PRINTED:
        words = getattr(given, name)
        if words and not is_printed(words, text.folded):
            yield (
                f"the text does not print {words!r}, so the entry has no {name};"
                " where the page shows it, add it above the text"
            )
