"""What comes in: bytes as an article's text and head, and a word on how they were taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.intake import head
from knowledge.intake.decoding import decode
from knowledge.intake.drafting import is_printed
from knowledge.quoting import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.intake.head import Head

_PRINTED: Final = ("title", "publisher", "agency", "byline")


class Incoming(NamedTuple):
    """The text to keep, the same as quotes are held against it, and the head."""

    raw: str
    text: Text
    head: Head
    notes: tuple[str, ...] = ()


def incoming(content: bytes, given: Head) -> Incoming:
    """Read a file's bytes; raise IntakeError for what holds no article's text."""
    decoded = decode(content, given.encoding)
    raw, found = head.read(decoded.raw)
    text = Text(raw)
    notes = [*_guessed(decoded.guessed), *_not_kept(given, text)]
    return Incoming(raw, text, found.given(**vars(given)), tuple(notes))


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
