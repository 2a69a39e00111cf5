"""The day that stands in words beside a quotation: it is told that it was not checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.check_quote import blank_quotations, has_marks
from knowledge.questions import read

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase


def find_typed_day(kb: KnowledgeBase, words: str) -> str | None:
    """Return the first day outside of marks, as it is typed."""
    beside = blank_quotations(words) if has_marks(words) else words
    day = read(kb, beside).asked_date if re.search(r"\d", beside) else None
    return beside[day.start : day.end] if day else None
