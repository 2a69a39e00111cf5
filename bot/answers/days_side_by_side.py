"""A comparison of one position with itself on other days: all between them is what is asked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.questions import MAX_LENGTH, find_days_compared, read
from knowledge.text import NOW, OutOfStepsError, allow

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase

_STEPS = 20_000  # of work: a longer comparison is read as it is
# Without a year, or a word for now, no days are compared.
_DAYS = re.compile(rf"\d|\b(?:{'|'.join(sorted(NOW))})\b", re.IGNORECASE)


def find_timeline(kb: KnowledgeBase, compared: str) -> str | None:
    """Return the text of the timeline that a comparison's text means, if it compares days."""
    if not _DAYS.search(compared):
        return None
    try:
        with allow(_STEPS):
            return find_days_compared(kb, read(kb, compared[:MAX_LENGTH]), ordered=True)
    except OutOfStepsError:
        return None
