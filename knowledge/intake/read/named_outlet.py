"""The outlet that a head names: in its first line, beside the day, or in a line of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.text.english.head_words import (
    AGENCY,
    LABEL,
    MASTHEAD_END,
    OFFICIAL_BODY,
    OUTLET_LABEL,
    PAPER,
)
from knowledge.text.head_dates import without_days

if TYPE_CHECKING:
    from collections.abc import Sequence

_PARTS: Final = re.compile(r"\s*(?:[|·•\[\]]|\s[-–—]+(?:\s|$)|,\s*$|,\s(?=\s*\W*$))\s*")
_SMALL: Final = frozenset("of the and on for in to".split())
_WORDS: Final = 5
_OFFICIAL_WORDS: Final = 12
_PLAIN_WORDS: Final = 2  # of an outlet that no word shows to be one


def find_outlet(lines: Sequence[str], titles: Sequence[str]) -> str | None:
    """Return the first line where it names a paper or a ministry, or is a name above a headline.

    Another line names the outlet if it says so, or ends as names of papers do.
    """
    for at, line in enumerate(lines):
        if OUTLET_LABEL.match(line):
            name = _read_name(OUTLET_LABEL.sub("", line))
        else:
            name = _read_first(line, titles) if at == 0 else _read_other(line, titles)
        if name:
            return name
    return None


def _read_first(line: str, titles: Sequence[str]) -> str | None:
    name, others = _read_name(line), [title for title in titles if title != line]
    if others and _is_official(line):
        return line
    if name is None:
        return None
    dated = name != line and without_days(line) != line
    if PAPER.search(name) or (others and is_masthead(line)) or (dated and others):
        return name
    short = len(name.split()) <= _PLAIN_WORDS and name == line and not name.isupper()
    return name if short and titles else None


def is_masthead(line: str) -> bool:
    """Return whether a line is a name alone that ends as those of publications do."""
    return (
        _read_name(line) == line and MASTHEAD_END.fullmatch(line.rsplit(maxsplit=1)[-1]) is not None
    )


def _is_official(line: str) -> bool:
    """Return whether a line is the name of a body of a state, and nothing more."""
    line = re.split(r"\s[-–—|]\s", line)[-1]  # "Republic of Borland - Office of the President"
    words = line.split()
    capital = [word[:1].isupper() or word in _SMALL for word in words]
    return all(capital) and len(words) <= _OFFICIAL_WORDS and bool(OFFICIAL_BODY.fullmatch(line))


def _read_other(line: str, titles: Sequence[str]) -> str | None:
    """Return an outlet that stands below the headline: its last word is one of papers' names."""
    name, headline = _read_name(line), next(iter(titles), None)
    ends = name and PAPER.fullmatch(name.split()[-1])
    return name if ends and headline not in {line, name} else None


def _read_name(line: str) -> str | None:
    """Return the names that a line begins with, before its day and its section."""
    bare = without_days(line)
    name = next((part for part in _PARTS.split(bare) if part.strip(" ,.")), "").strip(" ,")
    words = name.split()
    capital = [word[:1].isupper() or word in _SMALL for word in words]
    if not (words and words[0][:1].isupper() and all(capital) and len(words) <= _WORDS):
        return None
    return None if LABEL.match(name) or AGENCY.fullmatch(name) else name
