"""The words of a question as typed, and what each of them is used as."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.text.english.question_words import GRAMMAR
from knowledge.text.folding import Token, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.names.resolver import Names

_EMOJI: Final = re.compile(r":[a-z0-9_+'-]+:", re.IGNORECASE)
_BREAK: Final = re.compile(r"[,;:!?()\[\]“”\"–—|<>\n\t]|\s-|-\s|\.(?=\s)")
_OPENING: Final = re.compile(r"[!?:\n“\"]|\.\s")
APART: Final = 4  # characters between two words of one name at most: a quotation is longer
_TITLED: Final = 3  # content words that are all capitalized: then capitals tell nothing


class Use(Enum):
    """What a typed word is used as; the last three are not read."""

    NAME = "name"
    DATE = "date"
    MORE = "more"
    POST = "post"
    TITLE = "title"
    GRAMMAR = "grammar"
    WORD = "word"
    """An ordinary word that names nothing on record."""
    STRANGER = "stranger"
    """A word of a name that is not on record."""
    UNKNOWN = "unknown"
    """A word of no dictionary."""


UNREAD: Final = frozenset({Use.WORD, Use.STRANGER, Use.UNKNOWN})
PLAIN: Final = UNREAD - {Use.STRANGER}  # no part of a name, as far as it can be told


class Word(NamedTuple):
    """A folded word and how it stands in the text.

    `broken` says that punctuation parts it from the word before; `opens` that it begins a
    sentence; `capital` that its capital letter tells a name; `owns` that it ends with 's.
    """

    folded: str
    start: int
    end: int
    broken: bool
    opens: bool
    capital: bool
    owns: bool
    hyphened: bool


def blank_emoji(typed: str) -> str:
    """Blank the names of emoji out (":pray:"), keeping every offset."""
    return _EMOJI.sub(lambda found: " " * len(found[0]), typed) if ":" in typed else typed


def split_words(typed: str, names: Names) -> list[Word]:
    """Return the words of a question with what their surroundings tell.

    Scripts without spaces are divided by the names in them; their particles are left out.
    """
    tokens = [part for token in tokenize(typed) for part in _divide(token, names)]
    words: list[Word] = []
    end = 0
    for token in tokens:
        between = typed[end : token.start]
        first, apart = not words, between != " "
        words.append(
            Word(
                token.folded,
                token.start,
                token.end,
                broken=first or (apart and _is_broken(between)),
                opens=first or (apart and bool(_OPENING.search(between))),
                capital=typed[token.start].isupper(),
                owns=typed[token.end : token.end + 2].lower() in {"'s", "’s"},
                hyphened=not first and between in {"-", "‐", "‑"},
            )
        )
        end = token.end
    return words


def _is_broken(between: str) -> bool:
    return len(between) > APART or bool(_BREAK.search(between))


def _divide(token: Token, names: Names) -> Iterator[Token]:
    whole = len(token.folded) == token.end - token.start and not token.folded.isascii()
    segments = names.segment(token.folded) if whole else []
    for segment in segments:
        if not segment.particle:
            start, end = token.start + segment.start, token.start + segment.end
            yield Token(token.folded[segment.start : segment.end], start, end)
    if not segments:
        yield token


def capitals_tell(words: Sequence[Word]) -> bool:
    """Return whether capitals tell names in this text: not in a headline or in shouting."""
    content = [word for word in words if word.folded not in GRAMMAR and word.folded.isalpha()]
    return len(content) < _TITLED or not all(word.capital for word in content)
