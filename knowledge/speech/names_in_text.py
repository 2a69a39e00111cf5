"""The names that a text prints, indexed by place and by word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.model import Kind
from knowledge.speech.name_parts import find_name, is_body, list_runs
from knowledge.speech.post_references import list_post_words, may_go_back
from knowledge.text.article_text import Span
from knowledge.text.english.titles import GENERATIONS, HONORIFIC_TITLES
from knowledge.text.title_case import is_title_case

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.speech.known_names import KnownNames, Mention
    from knowledge.text.article_text import Text

_PROSE: Final = re.compile(r"[.?!:,]['\")\]]*(?:\s\([^)]*\))?$")
# Two names in full: "Mayor Ada Finch of Lund and Mayor Per Dahl".
_TWO_PEOPLE: Final = re.compile(
    r"((?:(?!and )[\w.'-]+ ){1,5}(?!and )[\w.'-]+) and ((?:(?!and )[\w.'-]+ ){1,5}(?!and )[\w.'-]+)"
)
_SEAT_BEFORE: Final = 30  # characters
_SEAT: Final = re.compile(
    r"\b(?:MP|MPs|MEP|MSP|TD|member|[Bb]ishop|[Aa]rchbishop|[Dd]uke|[Dd]uchess|[Ee]arl|[Mm]ayor"
    r"|[Gg]overnor) (?:for|of) $"
)


class PrintedName(NamedTuple):
    """A run of capitalised words, the name in it, and the words of the title before that."""

    whole: Span
    span: Span
    name: str
    title: frozenset[str]


@dataclass
class NamesInText:
    """The names of one text."""

    text: Text
    known: KnownNames

    @cached_property
    def mentions(self) -> list[Mention]:
        """The names that the corpus knows, in order."""
        return self.known.find_mentions(self.text.folded)

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.span.start for mention in self.mentions]

    def find_inside(self, span: Span) -> list[Mention]:
        first = bisect_left(self._mention_starts, span.start)
        last = bisect_left(self._mention_starts, span.end)
        return [m for m in self.mentions[first:last] if m.span.end <= span.end]

    @cached_property
    def _people(self) -> dict[str, list[Mention]]:
        """The mentions of people by each word that is printed of their names."""
        found = defaultdict(list)
        for mention in self.mentions:
            if mention.kind is Kind.PERSON:
                for word in self.text[mention.span].split():
                    found[word].append(mention)
        return found

    def find_person(self, word: str, before: int) -> Mention | None:
        """Return the last person on record before a place who is called by a word."""
        called = self._people.get(word, [])
        return next((m for m in reversed(called) if m.span.end <= before), None)

    @cached_property
    def _names(self) -> list[PrintedName]:
        found = []
        for whole in self._list_runs():
            words = self._prose[slice(*whole)]
            if own := find_name(words):
                span = Span(whole.start + own.start(), whole.start + own.end())
                title = list_post_words(words[: own.start()]) if own.start() else frozenset[str]()
                found.append(PrintedName(whole, span, own[0], title))
        return found

    def _list_runs(self) -> Iterator[Span]:
        """Yield the runs of capitalised words, those of two people each by itself."""
        for run in list_runs(self._prose):
            words = self._prose[slice(*run)]
            joined = _TWO_PEOPLE.fullmatch(words)
            if joined and not is_body(words):
                yield from (Span(run.start + a, run.start + b) for a, b in map(joined.span, (1, 2)))
            else:
                yield run

    @cached_property
    def _ends(self) -> list[int]:
        return [name.whole.end for name in self._names]

    @cached_property
    def _by_word(self) -> dict[str, list[PrintedName]]:
        found = defaultdict(list)
        for name in self._names:
            for word in {*name.name.split(), *name.title}:
                found[word].append(name)
        return found

    @cached_property
    def _by_surname(self) -> dict[str, list[PrintedName]]:
        """The names of more than a word by their last word, and behind them those by any other."""
        found = defaultdict(list)
        whole = [(name, words) for name in self._names if len(words := name.name.split()) > 1]
        for name, words in whole:
            found[words[-2] if words[-1].lower().strip(".") in GENERATIONS else words[-1]].append(
                name
            )
        lasts = set(found)
        for name, words in whole:
            for word in {*words} - lasts:
                found[word].append(name)
        return found

    def find_full_name(self, surname: str, before: int) -> PrintedName | None:
        """Return the last name before a place that ends with a surname, or else has it."""
        named = self._by_surname.get(surname, [])
        at = bisect_right(named, before, key=lambda name: name.whole.end)
        return named[at - 1] if at else None

    def find_titled(self, words: frozenset[str], before: int) -> PrintedName | None:
        """Return the last name before a place whose title has all of some words."""
        if not words:
            return None
        rarest = min((self._by_word.get(word, []) for word in words), key=len)
        named = (n for n in reversed(rarest) if n.whole.end <= before)
        return next((n for n in named if words <= n.title and may_go_back(words, n.title)), None)

    def find_last(self, before: int, near: int) -> list[PrintedName]:
        """Return the names in full, or after "Ms.", shortly before a place, the last first."""
        first, last = bisect_left(self._ends, before - near), bisect_right(self._ends, before)
        named = reversed(self._names[first:last])
        found = (n for n in named if " " in n.name or n.title & HONORIFIC_TITLES)
        return [n for n in found if not self._is_seat(n)]

    def _is_seat(self, name: PrintedName) -> bool:
        """Return whether a name is the place of somebody's seat: "the MP for Ostby East"."""
        before = self.text.folded[max(0, name.whole.start - _SEAT_BEFORE) : name.whole.start]
        return _SEAT.search(before) is not None

    @cached_property
    def _prose(self) -> str:
        """The text without its headlines and lists, whose capitals are no names."""
        lines = list(self.text.folded)
        for paragraph in self.text.paragraphs:
            lines[paragraph.end : paragraph.end + 1] = ["\0"] * (paragraph.end < len(lines))
            words = self.text[paragraph]
            if not _PROSE.search(words) or is_title_case(words):
                lines[slice(*paragraph)] = ["\0"] * (paragraph.end - paragraph.start)
        return "".join(lines)
