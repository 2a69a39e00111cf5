"""The news agency of an article: in its dateline, in a line of its head or in its foot."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from knowledge.text.english.head_words import AGENCY, BROADCASTER, NAMED_AS_AGENCY, OF_A_PICTURE
from knowledge.text.head_dates import without_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CAPITAL: Final = "A-ZÀ-ÖØ-Þ"
# A dateline begins with a place in capitals: HARROW, SÃO PAULO, LA PAZ.
PLACE: Final = re.compile(rf"(?:[{_CAPITAL}]{{2}} )?[{_CAPITAL}][{_CAPITAL}.'’-]{{2,}}")
_IN_BRACKETS: Final = re.compile(r"\(([^()]*)\)(?=$| - )")
_ACRONYM: Final = re.compile(r"[A-Z]{2,6}")
_OWNED: Final = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright\b)\W{0,3}(?:\d{4}\s+)?(?:by\s+)?(?:[Tt]he\s+)?(?P<agency>"
    rf"{AGENCY.pattern})"
)
_ALONE: Final = re.compile(
    rf"[-–—(\[]*\s*(?:[Ss]ource:\s+|[Bb]y\s+)?(?:[Tt]he\s+)?(?P<agency>{AGENCY.pattern})\W*"
)
_FOOT: Final = 4  # lines
_SHORT: Final = 100  # characters of what a page marks as its byline or source
_MARKED: Final = ("byline", "author", "source", "agency", "provider")


def find_in_dateline(dateline: str) -> str | None:
    """Return the agency of "HARROW, March 14 (AP)", also one that is not widely known."""
    inside = _IN_BRACKETS.search(dateline)
    if inside is None or BROADCASTER.fullmatch(inside[1]):
        return None
    if known := AGENCY.search(inside[1]):
        return known[0]
    placed = PLACE.match(dateline) or without_days(dateline) != dateline
    acronym = placed and _ACRONYM.fullmatch(inside[1])
    return inside[1] if acronym or NAMED_AS_AGENCY.fullmatch(inside[1]) else None


def find_in_head(lines: Iterable[str]) -> str | None:
    """Return the first agency that lines of a head name, but for whose picture it is."""
    found = (AGENCY.search(line) for line in lines if not OF_A_PICTURE.search(line))
    return next((match[0] for match in found if match), None)


def find_in_foot(text: str) -> str | None:
    """Return the agency whose words these are, or that stands alone, in the last lines."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    found = (_OWNED.search(line) or _ALONE.fullmatch(line) for line in lines[-_FOOT:])
    return next((match["agency"] for match in found if match), None)


def find_on_page(tree: Any) -> str | None:  # noqa: ANN401 (lxml ships no types)
    """Return the agency in what a page marks as its byline or source, or as whose words it is."""
    if known := find_in_head(_list_marked(tree)):
        return known
    owned = _OWNED.search(" ".join(tree.xpath("//body")[0].text_content().split()))
    return owned["agency"] if owned else None


def _list_marked(tree: Any) -> Iterator[str]:  # noqa: ANN401 (likewise)
    """Yield the short words of the elements whose class or property is that of a byline."""
    for element in tree.iter():
        if not isinstance(element.tag, str):  # a comment
            continue
        names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower()
        if any(name in names for name in _MARKED):
            words = " ".join(element.text_content().split())
            if len(words) <= _SHORT:
                yield words
