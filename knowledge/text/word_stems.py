"""Words as they are searched: "warned" and "warnings" have one stem, possessives are dropped."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.text.english.function_words import FUNCTION_WORDS
from knowledge.text.english.irregular_forms import VERB_OF
from knowledge.text.folding import fold
from knowledge.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

_LETTERS: Final = r"[^\W_]+(?:['’‘ʼ＇][^\W_]+)*"
_NUMBER: Final = r"\d+(?:[.,]\d+)+"
_INITIALS: Final = r"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?"
_PART: Final = rf"(?:{_NUMBER}|{_INITIALS}|{_LETTERS})"
_WORD: Final = re.compile(rf"{_PART}(?:[-‐‑–]{_PART})*")
_PARTS: Final = re.compile(_PART)
_DROPPED: Final = re.compile(r"['’‘ʼ＇]s$|['’‘ʼ＇.,]", re.IGNORECASE)
_KEPT: Final = 8192  # words that need not be stemmed again


class WordPart(NamedTuple):
    """A word, or what stands between the hyphens of one, and where it stands in the text."""

    stem: str
    start: int
    end: int


class SearchWord(NamedTuple):
    """A word by its stems: those of its parts, and that of the whole written as one word."""

    parts: tuple[WordPart, ...]
    joined: str

    @property
    def stems(self) -> tuple[str, ...]:
        return tuple(part.stem for part in self.parts)

    @property
    def start(self) -> int:
        return self.parts[0].start

    @property
    def end(self) -> int:
        return self.parts[-1].end


def search_words(text: str) -> list[SearchWord]:
    """Return the words of a text; "pre-mature" has the stem of "premature" too."""
    found = ((match.start(), _read(match[0])) for match in _WORD.finditer(text))
    return [_moved(word, by) if by else word for by, word in found if word]


def find_stems(text: str) -> Iterator[str]:
    """Yield the stems of a text; a word with a hyphen is there in parts and as one."""
    for match in _WORD.finditer(text):
        if word := _read(match[0]):
            yield from word.stems
            if len(word.parts) > 1:
                yield word.joined


def _moved(word: SearchWord, by: int) -> SearchWord:
    parts = tuple([WordPart(own, start + by, end + by) for own, start, end in word.parts])
    return SearchWord(parts, word.joined)


@lru_cache(maxsize=_KEPT)
def _read(typed: str) -> SearchWord | None:
    """Read one word, placed as if a text began with it."""
    plain = [(_plain(part[0]), part.span()) for part in _PARTS.finditer(typed)]
    kept = [(part, span) for part, span in plain if part]
    if not kept:
        return None
    parts = tuple(WordPart(stem(VERB_OF.get(part, part)), *span) for part, span in kept)
    joined = parts[0].stem if len(kept) == 1 else stem("".join(part for part, _ in kept))
    return SearchWord(parts, joined)


def _plain(part: str) -> str:
    """Fold a word to letters and digits: case, marks, possessive, dots and apostrophes."""
    plain = _DROPPED.sub("", part)
    return plain.lower() if plain.isascii() else fold(plain).replace(" ", "")


def meaningful_words(words: Iterable[str]) -> list[str]:
    """Return the words that mean something in what was said, each once: "late", but not "the".

    Capitals among other letters are a name: "US" is not "us".
    """
    each = [word for word in dict.fromkeys(words) if word]
    shouted = not any(map(str.islower, each))
    return [word for word in each if not _is_function_word(word, shouted=shouted)]


def _is_function_word(word: str, *, shouted: bool) -> bool:
    is_name = word.isupper() and len(word) > 1 and not shouted
    return _plain(word) in FUNCTION_WORDS and not is_name


def find_matches(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where a text has any of some words, in whatever form: spans that do not touch."""
    sought = [word for typed in words for word in search_words(typed)]
    if not sought:
        return []
    alone = {word.joined for word in sought}
    spans = [span for match in _WORD.finditer(text) for span in _own_spans(match, alone)]
    phrases = {word.stems for word in sought if len(word.parts) > 1}
    return _merged([*spans, *_phrase_spans(text, phrases)])


def _own_spans(match: re.Match[str], stems: Collection[str]) -> list[tuple[int, int]]:
    word, at = _read(match[0]), match.start()
    if word is None:
        return []
    if word.joined in stems:
        return [(at + word.start, at + word.end)]
    return [(at + start, at + end) for part, start, end in word.parts if part in stems]


def _phrase_spans(text: str, phrases: Collection[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    parts = [part for word in search_words(text) for part in word.parts] if phrases else []
    for length in {len(phrase) for phrase in phrases}:
        for first in range(len(parts) - length + 1):
            run = parts[first : first + length]
            if tuple(part.stem for part in run) in phrases:
                yield run[0].start, run[-1].end


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            start, end = merged[-1][0], max(end, merged.pop()[1])  # noqa: PLW2901
        merged.append((start, end))
    return merged
