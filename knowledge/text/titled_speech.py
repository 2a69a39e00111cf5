"""Texts that are all of them somebody's words, as their headings say: communiqués and speeches.

A heading such as "Joint statement of the ministers of A and B" is the label of all that follows,
unless an outlet only tells of the paper or the speech under it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.text.article_text import Span
from knowledge.text.english.document_words import (
    BEHIND_A_NAME,
    BEHIND_IT,
    NUMBERED,
    PARTIES,
    PERSONAL_HEADING,
    SPOKEN_HEADING,
    TELLS_OF_IT,
    WRITTEN_HEADING,
)
from knowledge.text.english.label_words import SPEAKS
from knowledge.text.english.roles import ROLES
from knowledge.text.english.titles import PRINTED_TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.text.article_text import Text

_HEAD: Final = 8  # lines in which the heading stands
_WORDS: Final = 30  # of a heading
_ENDS: Final = re.compile(r"[.?!;:]['\")\]]*$")
_STOPPED: Final = re.compile(r"[.?!]['\"]?$")


class TitledSpeech(NamedTuple):
    """A heading and the paragraphs that it gives to somebody."""

    heading: Span
    parts: tuple[Span, ...]


def is_heading(words: str) -> bool:
    """Return whether a label is the heading of a document or a speech."""
    return is_written(words) or SPOKEN_HEADING.fullmatch(words) is not None


def is_written(words: str) -> bool:
    """Return whether a heading is that of a document, and not of a speech."""
    return WRITTEN_HEADING.fullmatch(words) is not None


def find_person_heading(words: str) -> re.Match[str] | None:
    """Return what names in a heading the one person whose words follow it, in group "who"."""
    personal = PERSONAL_HEADING.fullmatch(words)
    if personal and _has_post(personal["who"]):
        return personal
    return None if is_written(words) else SPOKEN_HEADING.fullmatch(words)


def _has_post(who: str) -> bool:
    """Return whether one person with a post in front is named: "President Ada Finch on"."""
    first = BEHIND_A_NAME.split(who)[0].split()
    post = [word for word in first if word.casefold() in ROLES | PRINTED_TITLES]
    return bool(post) and len(first) > len(post) and "and" not in who.split()


def find_titled_speech(text: Text) -> TitledSpeech | None:
    """Return the heading of a text that is all somebody's words, and these; else None."""
    headings = [line for line in text.lines[:_HEAD] if _is_alone(text[line])]
    if not headings:
        return None
    named = (line for line in headings if find_person_heading(text[line]))
    heading = next(named, headings[0])  # "Press statement" stands above whose it is
    parts = tuple(_find_parts(text, heading))
    told = any(TELLS_OF_IT.search(text[part]) for part in parts)
    return None if told or not _is_theirs(text, heading, parts) else TitledSpeech(heading, parts)


def _is_alone(line: str) -> bool:
    """Return whether a line is a heading, and no sentence."""
    return is_heading(line) and not _STOPPED.search(line) and len(line.split()) <= _WORDS


def _find_parts(text: Text, heading: Span) -> Iterator[Span]:
    for paragraph in text.paragraphs:
        words = text[paragraph]
        if paragraph.start < heading.end:
            continue
        if BEHIND_IT.match(words):
            return
        if _ENDS.search(words):
            number = NUMBERED.match(words)
            yield Span(paragraph.start + (number.end() if number else 0), paragraph.end)


def _is_theirs(text: Text, heading: Span, parts: Sequence[Span]) -> bool:
    """Return whether at least half of the paragraphs read as the words of who is in the heading.

    Nobody names themselves in a speech; the parties of a paper call themselves what they are.
    """
    words = text[heading]
    spoken = find_person_heading(words)
    speaks = SPEAKS if spoken else PARTIES
    count = sum(bool(speaks.search(text[part])) for part in parts)
    if not parts or count * 2 < len(parts):
        return False
    return not (spoken and _is_named(text, spoken["who"], parts))


def _is_named(text: Text, who: str, parts: Sequence[Span]) -> bool:
    """Return whether the paragraphs name who speaks: by the last word of their name."""
    name = re.match(r"(?:[A-Z][\w.'-]*\s?)+", who)
    last = name[0].split()[-1] if name else ""
    told = rf"\b{re.escape(last)}\b"
    return bool(last) and any(re.search(told, text[part]) for part in parts)
