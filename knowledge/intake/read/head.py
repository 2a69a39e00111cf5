"""The head of an article: what the lines around its first paragraph print about it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from knowledge.corpus.model import Interval
from knowledge.intake.read import named_agency
from knowledge.intake.read.byline import is_byline, read_byline
from knowledge.intake.read.named_outlet import find_outlet, is_masthead
from knowledge.text.english.head_words import (
    AGENCY,
    BESIDE_A_DAY,
    CHANGED,
    CONDUCTED,
    DOTTED_END,
    LABEL,
    NAVIGATION,
    OFFICE_LINE,
    OUTLET_LABEL,
    PAGE_NUMBER,
    PLACE_ALONE,
    PUBLISHED,
)
from knowledge.text.english.label_words import SPOKEN_FORM
from knowledge.text.head_dates import days, unsure, without_days

_DATELINE: Final = re.compile(
    r"(?P<head>[A-Z(][^\n\"“—–]{1,80}?)\s+(?:—|–|--?)\s"
    r"(?:\s*(?P<day>[^\n\"“—–]{8,30}?)\s+(?:—|–|--?)\s)?"
)
_BARE_DATELINE: Final = re.compile(
    rf"(?P<place>[A-Z][^\n\"“—–()]{{1,60}} )?\({AGENCY.pattern}\)(?=\s+(?:[—–-]|[^a-z\s]))"
)
_ENDS: Final = re.compile(r"[.?!]['\"”’]?$")
_ASKS: Final = re.compile(r"[?!]['\"”’]?$")
_ASKED: Final = re.compile(r"(?:Q|A|QUESTION|ANSWER)\s?[:.]\s")  # no headline: "Q: Why?"
_WORD: Final = re.compile(r"\S*[^\W\d_]{2}\S*")
_BODY_WORDS: Final = 25  # a line of more, or with a full stop, is the article's own text
_STOPPED_WORDS: Final = 4
_TITLE_WORDS: Final = 3
_LINES: Final = 12  # of the head


@dataclass(frozen=True)
class Head:
    """What is known about an article beside its text; None where nothing prints it.

    `unsure` is a day that can be read two ways, and `encoding` how the file is written, where a
    curator says so.
    """

    title: str | None = None
    agency: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: Interval | None = None
    unsure: str | None = None
    encoding: str | None = None

    def override(self, **fields: str | Interval | None) -> Head:
        """Return the head with what a curator gave in place of what was found.

        The day that is printed stays as it is printed, however the curator wrote it.
        """
        given = {k: v for k, v in fields.items() if v is not None}
        if self._is_printed_day(given.get("published")):
            del given["published"]
        return replace(self, **given)  # type: ignore[arg-type]

    def _is_printed_day(self, given: str | Interval | None) -> bool:
        found = self.published
        if not isinstance(given, Interval) or found is None:
            return False
        return (given.from_, given.to) == (found.from_, found.to)


class _Lines(NamedTuple):
    """The lines above an article's text, those below its first paragraph, and its datelines."""

    above: list[str]
    below: list[str]
    datelines: list[str]


def read_head(text: str) -> Head:
    """Read the short lines around the first paragraph, and a dateline."""
    above, below, datelines = _split_lines(text)
    lines = [*above, *below]
    titles = [line for line in above if _is_title(line)]
    plain = [PAGE_NUMBER.sub("", line) for line in above if not is_byline(line)]
    outlet = find_outlet(plain[:1] if named_agency.find_in_head(lines) else plain, titles)
    own = [line for line in titles if line != outlet]
    own = [line for line in own if not OFFICE_LINE.match(line)] or own
    title = next(iter(own), None) or _find_short(above, outlet)
    days_of = [line for line in lines if _is_dated(line) and not CONDUCTED.search(line)]
    dated = _sort_by_change([*days_of, *datelines])
    placed = filter(None, map(named_agency.find_in_dateline, datelines))
    signed = named_agency.find_in_head(line for line in lines if line != title)
    return Head(
        title=title,
        publisher=outlet,
        agency=signed or next(placed, None) or named_agency.find_in_foot(text),
        byline=next((who for line in lines if (who := read_byline(line))), None),
        published=next((day for line in dated for day in days(line)), None),
        unsure=next((found for line in dated if (found := unsure(line))), None),
    )


def _split_lines(text: str) -> _Lines:
    """Part the head from the body; a byline or a day may stand below a standfirst."""
    found, paragraphs = _Lines([], [], []), 0
    stripped = (line.strip(" •\t") for line in text.splitlines())
    for line in [line for line in stripped if line and not NAVIGATION.match(line)][:_LINES]:
        if _is_body(line, found.above):
            paragraphs += 1
            found.datelines.extend(filter(None, [_read_dateline(line)]))
        else:
            (found.below if paragraphs else found.above).append(line)
        if found.datelines or paragraphs > 1:
            break
    return found


def _is_body(line: str, above: list[str]) -> bool:
    """Return whether a line is a paragraph; a question may be a headline until there is one."""
    words = len(line.split())
    if words > _BODY_WORDS or _read_dateline(line):
        return True
    if words < _STOPPED_WORDS or not _ENDS.search(line) or DOTTED_END.search(line):
        return False
    return not _ASKS.search(line) or any(_is_title(ln) and not is_masthead(ln) for ln in above)


def _read_dateline(line: str) -> str | None:
    """Return what stands before a paragraph's first words: "HARROW, March 14, 2025 (AP)"."""
    bare = _BARE_DATELINE.match(line)
    if bare and (not bare["place"] or named_agency.PLACE.match(line)):
        return bare[0]
    match = _DATELINE.match(line)
    if match is None:
        return None
    found = match["head"]
    if match["day"] and not _list_words_beside_day(match["day"]):
        found = f"{found} - {match['day']}"
    placed = named_agency.find_in_dateline(found) or named_agency.PLACE.match(found)
    return found if placed or _is_place_and_day(found) else None


def _is_place_and_day(head: str) -> bool:
    """Return whether words are a place in small letters and a day: "Ho Chi Minh City, May 3"."""
    place = without_days(head)
    return place != head and PLACE_ALONE.fullmatch(" ".join(place.split()).strip(" ,-")) is not None


def _is_dated(line: str) -> bool:
    if without_days(line) == line:
        return False
    return len(_list_words_beside_day(line)) <= 1 or _ends_with_day(line)


def _ends_with_day(line: str) -> bool:
    """Return whether a day closes a heading: "Interview with the mayor of Ostby, 14 March 2025"."""
    before = without_days(line).rstrip()
    return before.endswith((",", "-", "–", "—", "|", "(")) and line[-1:].isdigit()


def _list_words_beside_day(line: str) -> list[str]:
    """Return the plain words beside a line's days: many are a sentence's, no head's."""
    words = re.findall(r"(?<![\w.])[a-z][a-z.]+", without_days(line))
    return [word for word in words if word.strip(".") not in BESIDE_A_DAY]


def _sort_by_change(lines: list[str]) -> list[str]:
    """Sort the lines with a day: of a publication, of what was said, of a change."""
    return sorted(lines, key=_rank_day)


def _rank_day(line: str) -> tuple[bool, bool, bool]:
    spoken = SPOKEN_FORM.search(line) is not None
    return CHANGED.search(line) is not None, PUBLISHED.search(line) is None, spoken


def _is_title(line: str) -> bool:
    plain = not re.search(r"[.]['\"”’]?$|[|>@]|^https?:", line) and not LABEL.match(line)
    plain = plain and not (is_byline(line) or OUTLET_LABEL.match(line) or _ASKED.match(line))
    plain = plain and not PAGE_NUMBER.search(line)
    dated = _is_dated(line) and not (SPOKEN_FORM.match(line) and _ends_with_day(line))
    return plain and len(_WORD.findall(line)) >= _TITLE_WORDS and not dated


def _find_short(lines: list[str], outlet: str | None) -> str | None:
    """Return a headline of one or two words, where no line is a longer one."""
    for line in lines:
        other = (
            LABEL.match(line)
            or PAGE_NUMBER.search(line)
            or AGENCY.fullmatch(line)
            or _is_dated(line)
            or is_byline(line)
        )
        plain = not (other or re.search(r"[|>@\[]|https?:", line)) and _WORD.search(line)
        if plain and not (outlet and outlet in line):
            return line
    return None
