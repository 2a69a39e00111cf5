"""How a citation is written by a style of citing: its days, and what it calls the article.

The words, their speaker and how they came are the same in every style, and what of a date is not
printed stays in our brackets. Names of authors stand as printed: which part of a name is the
surname is not guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from bot.answers.answer import CitationStyle
from bot.layout.ages import first_upper
from bot.layout.days_in_words import days
from bot.layout.signature import outlet_or_headline
from knowledge.text import MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from knowledge.citations import Source
    from knowledge.corpus import Interval

_MONTH = re.compile(rf"\b({'|'.join(month[:3] for month in MONTHS)})\b")
_FULL = {month[:3]: month for month in MONTHS}
_OF_A_DAY = re.compile(r" \d{1,2}(?!\d)")
# The Associated Press spells the months of five letters and fewer, and all without a day.
_SHORT = {m[:3]: f"{'Sept' if m == 'September' else m[:3]}." for m in MONTHS if len(m) > 5}  # noqa: PLR2004
_ONE_YEAR = re.compile(r"(\D+(?:\d{1,2}(?:–\d{1,2})?)?),? (\[?\d{4}\]?)")
_UNTITLED = "untitled article"


class WrittenStyle(NamedTuple):
    """How a style writes days, an article within the text, and a reference beside it if any."""

    days: Callable[[Interval], str]
    within: Callable[[Source], str]
    reference: Callable[[Source], str]
    source: str = ""  # what leads up to the article after words of a speaker


def written(style: CitationStyle) -> WrittenStyle:
    """Return how a style writes."""
    return _STYLES[style]


def _plain_source(source: Source) -> str:
    """Return what an article is called where space is no matter, with its date and address."""
    name = f"{_whole_name(source)}, {days(source.published)}"
    return f"{name}, {source.url}" if source.url else name


def _long_days(value: Interval) -> str:
    """Return days with whole months: "October 19, [2021]"."""
    return _MONTH.sub(lambda found: _FULL[found[0]], days(value))


def _ap_days(value: Interval) -> str:
    """Return days as the Associated Press writes them: "Oct. 19, [2021]", "[November 2021]"."""
    told = days(value)

    def month(found: re.Match[str]) -> str:
        before_a_day = _OF_A_DAY.match(told, found.end())
        return _SHORT.get(found[0], _FULL[found[0]]) if before_a_day else _FULL[found[0]]

    return _MONTH.sub(month, told)


def _apa_days(value: Interval) -> str:
    """Return days with the year first: "[2021], October 19", "[2021, November]"."""
    told = _long_days(value)
    whole = told.startswith("[") and told.endswith("]")
    inner = told[1:-1] if whole else told
    if found := _ONE_YEAR.fullmatch(inner):
        inner = f"{found[2]}, {found[1].rstrip(',')}"
    return f"[{inner}]" if whole else inner


def _chicago(source: Source) -> str:
    """Return a note: author, title, newspaper or agency, day, address."""
    title = f"“{_with_end(_unquoted(source.title), ',')}”" if source.title else f"{_UNTITLED},"
    author = f"{source.byline}, " if source.byline else ""
    rest = [*_outlets(source), _long_days(source.published), source.url]
    return first_upper(f"{author}{title} {', '.join(filter(None, rest))}.")


def _apa(source: Source) -> str:
    """Return a reference: author (day). Title. Newspaper or agency. Address.

    What has no author is by who printed it, and by its title where that is not known either.
    """
    title = _with_end(source.title or "[Untitled news article]", ".")
    day = f"({_apa_days(source.published)})."
    author, outlets = _apa_author(source), ", ".join(_outlets(source))
    head = [_with_end(author, "."), day, title] if author else [title, day]
    printed_by = [f"{outlets}."] if outlets and outlets != author else []
    return " ".join([*head, *printed_by, *([source.url] if source.url else [])])


def _apa_author(source: Source) -> str:
    return source.byline or ", ".join(_outlets(source))


def _with_end(words: str, mark: str) -> str:
    """Return words with a mark at their end, unless they have one."""
    return words if words.endswith(("?", "!", ".")) else words + mark


def _unquoted(title: str) -> str:
    """Return a title with its own marks single, as between marks they are."""
    return title.replace("“", "‘").replace("”", "’")


def _outlets(source: Source) -> list[str]:
    return list(dict.fromkeys(n for n in (source.agency, source.publisher) if n))


def _year(source: Source) -> str:
    """Return what the reference begins with, and the year: "Kyodo, [2021]"."""
    told = _apa_days(source.published)
    year = told.split(",")[0] if "," in told else told
    closed = f"{year}]" if year.startswith("[") and not year.endswith("]") else year
    return f"{_with_comma(_apa_author(source) or outlet_or_headline(source))} {closed}"


def _with_comma(name: str) -> str:
    """Return a name and a comma, which American styles set inside the marks of a headline."""
    return f"{name[:-1]},”" if name.endswith("”") else f"{name},"


def _ap_source(source: Source) -> str:
    return f"{_with_comma(_whole_name(source))} {_ap_days(source.published)}"


def _whole_name(source: Source) -> str:
    """Return who printed an article, or its whole headline."""
    named = source.title and not _outlets(source)
    return f"“{_unquoted(source.title or '')}”" if named else outlet_or_headline(source)


def _none(_source: Source) -> str:
    return ""


_STYLES = {
    CitationStyle.PLAIN: WrittenStyle(days, _plain_source, _none, "Source: "),
    CitationStyle.CHICAGO: WrittenStyle(_long_days, outlet_or_headline, _chicago),
    CitationStyle.AP: WrittenStyle(_ap_days, _ap_source, _none, "As reported by "),
    CitationStyle.APA: WrittenStyle(_long_days, _year, _apa, "As cited in "),
}
