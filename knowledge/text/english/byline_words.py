"""Words around the names in an article's head and foot: who wrote it, and who published it."""

from __future__ import annotations

import re
from typing import Final

# In front of whoever wrote an article, in a line of its own or behind the text.
BEFORE_A_BYLINE: Final = re.compile(
    r"(?:^|\b(?:reporting|editing|writing|story|additional reporting|interview) )by "
    r"(?:[^.;]{0,60}(?:,| and) )?$",
    re.IGNORECASE,
)
# Behind them: "Ada Finch is a reporter", "Ada Finch contributed to this article".
AFTER_A_BYLINE: Final = re.compile(
    r"[^.;]{0,40}\b(?:reporters?|correspondents?|editors?|writers?|columnists?|journalists?"
    r"|contribut\w+)\b",
    re.IGNORECASE,
)
# In front of an outlet that speaks of itself: "told the Ledger", "seen by the Ledger".
BEFORE_ITSELF: Final = re.compile(
    r"\b(?:told|with|to|seen by|obtained by|copyright|(?:c\)|©)|by) (?:the )?$", re.IGNORECASE
)
# Around a title in its line: a section in front, the outlet behind.
BEFORE_A_TITLE: Final = re.compile(r"[|>:•·-]\s*$")
AFTER_A_TITLE: Final = re.compile(r"\s*(?:[|•·(]|-{1,2}\s)")
