"""Pieces of sentences that answers are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.text import MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from knowledge.names import HeldPost


def day_in_words(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def listed(items: Sequence[str], last: str = "and") -> str:
    """Join items as a sentence does."""
    if len(items) < 2:  # noqa: PLR2004 (one item, or none)
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def years_of(post: HeldPost) -> str:
    """Return the years in which articles attest a post, or in which it began and ended."""
    days = [day for span in post.attested for day in span]
    if not days:
        return listed([text for text in (post.start, post.end) if text]) or "undated"
    first, last = min(days).year, max(days).year
    return str(first) if first == last else f"{first}–{last}"
