"""The days that stand in words beside a quotation: it is told that they were not checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.check_quote import blank_quotations, has_marks
from knowledge.questions import read

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase


def list_typed_days(kb: KnowledgeBase, words: str) -> list[str]:
    """Return the days outside of marks, as they are typed."""
    beside = blank_quotations(words) if has_marks(words) else words
    day = read(kb, beside).asked_date if re.search(r"\d", beside) else None
    return [beside[slice(*place)] for place in day.places] if day else []
