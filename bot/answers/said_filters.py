"""What narrows a search for words, as it is typed: by NAME, on ISSUE, on-record; words in marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.pages import cut_more
from knowledge.check_quote import blank_quotations, has_marks, put_in_marks, read_quotations
from knowledge.corpus import Kind
from knowledge.names import ResolutionKind
from knowledge.text import meaningful_words, search_words, tokenize

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from bot.answers.asked import Asked
    from knowledge.names import Name

SPEAKERS = frozenset({Kind.PERSON, Kind.ORGANIZATION})
_ON_RECORD = re.compile(r"(?<!\S)(?:--)?on[-‐‑\s]+(?:the\s+)?record\b", re.IGNORECASE)
_UP_TO = re.compile(r"(?<!\S)to\s+$", re.IGNORECASE)
_OPENING = frozenset({"by", "on"})  # words that open a filter


class NamedFilter(NamedTuple):
    """A filter as typed, from its opening word on, and the names that it may mean."""

    start: int
    end: int
    typed: str
    names: tuple[Name, ...]
    exact: bool


@dataclass(frozen=True, slots=True)
class SaidFilters:
    """The words that are sought, and what narrows the search."""

    words: tuple[str, ...]
    by: NamedFilter | None
    on: NamedFilter | None
    on_record: bool
    up_to: bool  # whether the date was typed as an end: "to 2019"

    @property
    def speaker(self) -> str | None:
        return self.by.names[0].target if self.by and self.by.exact else None

    @property
    def issue(self) -> str | None:
        return self.on.names[0].target if self.on else None


def read_filters(asked: Asked) -> SaidFilters:
    """Read what was typed for /said; words between marks are sought, whatever they are."""
    typed = asked.question.typed
    text = blank_quotations(typed) if has_marks(typed) else typed
    text = cut_more(text) if asked.question.more else text
    date = asked.question.asked_date
    if date:
        text = _blanked(text, date.start, date.end)
    up_to = _UP_TO.search(text[: date.start]) if date and not date.is_range else None
    if flag := _ON_RECORD.search(text):
        text = _blanked(text, *flag.span())
    by, on = _find_by(asked, text), _find_on(asked, text)
    for found in filter(None, (by, on)):
        text = _blanked(text, found.start, found.end)
    quoted = read_quotations(typed) if has_marks(typed) else []
    words = [part[w.start : w.end] for part in (*quoted, text) for w in search_words(part)]
    return SaidFilters(
        tuple(meaningful_words(words) or dict.fromkeys(words)), by, on, bool(flag), bool(up_to)
    )


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _find_by(asked: Asked, text: str) -> NamedFilter | None:
    """Return the first "by" with a name on record behind it; else the last, with names near it."""
    found = list(_filters(asked, text, "by", SPEAKERS))
    return next((f for f in found if f.exact), found[-1] if found else None)


def _find_on(asked: Asked, text: str) -> NamedFilter | None:
    """Return the first "on" with one issue on record behind it; another "on" is a word."""
    found = _filters(asked, text, "on", {Kind.ISSUE})
    return next((f for f in found if f.exact and len(f.names) == 1), None)


def _filters(
    asked: Asked, text: str, opening: str, kinds: Collection[Kind]
) -> Iterator[NamedFilter]:
    tokens = tokenize(text)
    opened = [i for i, token in enumerate(tokens) if token.folded in _OPENING]
    for i, following in pairwise([*opened, len(tokens)]):
        run = tokens[i + 1 : following]
        if tokens[i].folded != opening or not run:
            continue
        folded = [token.folded for token in run]
        for length in range(len(run), 0, -1):
            after = run[length:]
            names = _exact(asked, folded[:length], kinds)
            if names and not (after and _may_be_a_name(asked, text[after[0].start : after[0].end])):
                start, end = tokens[i].start, run[length - 1].end
                yield NamedFilter(start, end, text[run[0].start : end], names, exact=True)
                break
        else:
            start, end = tokens[i].start, run[-1].end
            names = _near(asked, folded, kinds)
            yield NamedFilter(start, end, text[run[0].start : end], names, exact=False)


def _near(asked: Asked, folded: list[str], kinds: Collection[Kind]) -> tuple[Name, ...]:
    resolution = asked.kb.names.resolve(folded, kinds, asked.kb.world.is_surname)
    near = resolution.candidates if resolution.outcome is not ResolutionKind.NONE else ()
    return tuple(candidate.name for candidate in near)


def _exact(asked: Asked, folded: list[str], kinds: Collection[Kind]) -> tuple[Name, ...]:
    names = asked.kb.names
    candidates = names.resolve(folded, kinds).candidates if names.exact(folded) else ()
    return tuple(candidate.name for candidate in candidates if candidate.exact)


def _may_be_a_name(asked: Asked, typed: str) -> bool:
    """Return whether a word behind a name may be part of it: capitalized, or no word of English."""
    return not typed.islower() or not asked.kb.world.parts_of_speech(typed)


def said_question(asked: Asked, filters: SaidFilters) -> str:
    """Return the command in its plainest form."""
    date = asked.question.asked_date
    parts = [
        f"/said {put_in_marks(' '.join(filters.words))}",
        f"by {filters.speaker}" if filters.speaker else "",
        f"on {filters.issue}" if filters.issue else "",
        f"from {date.first}" if date and date.first else "",
        f"to {date.last}" if date and date.last else "",
        "on-record" if filters.on_record else "",
    ]
    return " ".join(filter(None, parts))
