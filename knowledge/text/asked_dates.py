"""Dates in a question: "as of march 2021", "2018", "26 Feb 2018"; the last day of what is named."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year{0}>(?:19|20)\d\d)"
_DAY = r"(?P<day{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_SHAPES = [
    _YEAR + r"[-/.](?P<month{0}>\d{{1,2}})(?:[-/.](?P<day{0}>\d{{1,2}}))?",
    _DAY + r"\s+(?:of\s+)?" + _MONTH + r",?\s+" + _YEAR,
    _MONTH + r"\s+" + _DAY + r",?\s+" + _YEAR,
    _MONTH + r",?\s+" + _YEAR,
    _YEAR + r"\s+" + _MONTH,
    _YEAR,
]
_LEAD = r"(?P<lead>as\s+of|as\s+at|as\s+on|up\s+to|in|by|on|until|till|at|back\s+in|end\s+of)"
_WORD_END = r"(?![\w-]|[./]\d)"
_DATE = re.compile(
    rf"(?<![\w/.-])(?:{_LEAD}\s+(?:the\s+end\s+of\s+)?)?(?:"
    + "|".join(shape.format(i) for i, shape in enumerate(_SHAPES))
    + rf"){_WORD_END}",
    re.IGNORECASE | re.ASCII,
)
_AS_OF = re.compile(r"\bas\s+of\b\s*(?P<what>\S+)?", re.IGNORECASE)
# "since 2018" asks for what came after: it is no "as of", and not read as one.
_OTHER_WAY = re.compile(
    r"\b(?:since|after|from|before)\s+(?:the\s+)?(?:(?:end|start|beginning|middle)\s+of\s+"
    r"|(?:early|late|mid)[\s-]+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | {"\N{NO-BREAK SPACE}": " "})


@dataclass(frozen=True, slots=True)
class AskedDate:
    """The day an "as of" means and where it was typed; `day` is None for one that is no date."""

    day: date | None
    start: int
    end: int


def find(typed: str) -> AskedDate | None:
    """Return the first date of a question, or what stands after "as of" and is none."""
    # Length is kept: offsets are those of what was typed.
    text = typed if typed.isascii() else typed.translate(_DASHES)
    for match in _DATE.finditer(text) if any(map(str.isdecimal, text)) else ():
        if not _OTHER_WAY.search(text, 0, _number_at(match)) and (day := _last_day(match)):
            return AskedDate(day, *match.span())
    if unread := _AS_OF.search(text):
        return AskedDate(None, *unread.span())
    return None


def _number_at(match: re.Match[str]) -> int:
    """Return where the date itself begins, after "as of" or "the end of"."""
    return min(match.start(k) for k, v in match.groupdict().items() if v and k != "lead")


def _last_day(match: re.Match[str]) -> date | None:
    groups = {k.rstrip("0123456789"): v for k, v in match.groupdict().items() if v is not None}
    month = _number(groups.get("month", "12"))
    year = int(groups["year"])
    if not 1 <= month <= len(_MONTHS):
        return None
    last = monthrange(year, month)[1]
    day = int(groups.get("day", last))
    return date(year, month, day) if 1 <= day <= last else None


def _number(month: str) -> int:
    return int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
