"""Pieces of sentences that answers are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.corpus import Value
from knowledge.text import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from knowledge.names import HeldPost
    from knowledge.text import AskedDate, DatedOccasion


_FEW = "no one two three four five six seven eight nine ten".split()
_NAMED = 12  # of many that a sentence lists
# "the United States", "the Foreign Ministry": a name of common words takes an article.
_COMMON = re.compile(
    r"(?:United|Federated|Republic|Kingdom|Union|State) |.*(?:States|Isles|Islands|Emirates|Nations"
    r"|Ministry|Department|Council|House|Bureau|Office|Agency|Party|Assembly|Parliament)$"
)


def with_article(name: str) -> str:
    """Return a name as it stands in a sentence: "the United States"."""
    return f"the {name}" if _COMMON.match(name) else name


def count_of(number: int, noun: str) -> str:
    """Return a number of things, a small one in words: "four questions"."""
    count = _FEW[number] if number < len(_FEW) else f"{number:,}"
    return f"{count} {noun}{'s' * (number != 1)}"


def in_words(value: Value) -> str:
    """Return the side that a value is, as it is told: an undeclared one took none."""
    return "took no side" if value is Value.UNDECLARED else str(value)


def day_in_words(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """Join items as a sentence does."""
    if len(items) < 2:  # noqa: PLR2004 (one item, or none)
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def listed_few(items: Sequence[str], last: str = "and") -> str:
    """Join items as a sentence does, the first of many, with the number of the others."""
    if len(items) <= _NAMED:
        return listed(items, last)
    return f"{', '.join(items[:_NAMED])} {last} {len(items) - _NAMED} more"


def in_marks(words: str) -> str:
    """Return words between quotation marks, those inside them single."""
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


def months_of(post: HeldPost) -> str:
    """Return the months of one year in which articles attest a post, else the years."""
    days = [day for span in post.attested for day in span]
    if not days or min(days).year != max(days).year:
        return years_of(post)
    months = dict.fromkeys(MONTHS[day.month - 1][:3] for day in (min(days), max(days)))
    return f"{'–'.join(months)} {days[0].year}"


def years_of(post: HeldPost) -> str:
    """Return the years in which articles attest a post, or in which it began and ended."""
    days = [day for span in post.attested for day in span]
    if not days:
        return listed([text for text in (post.start, post.end) if text]) or "undated"
    first, last = min(days).year, max(days).year
    return str(first) if first == last else f"{first}–{last}"


def name_days_of(occasion: DatedOccasion, days: AskedDate) -> str:
    """Return which days an occasion tells, and which one it is."""
    first, last = day_in_words(occasion.first), day_in_words(occasion.last)
    own = first if first == last else f"{first} to {last}"
    side = f"after {last}" if days.first else f"before {first}"
    span = own if days.first and days.last else side
    whole = own in span or first == last
    name = occasion.name if whole else f"{occasion.name}, {own}"
    return f"{span} ({name})" if occasion.name else span
