"""Words that take up somebody named before: "the sources", "they", "the agency"."""

from __future__ import annotations

import re
from typing import Final

# What a phrase for people or a medium goes on with after its noun: "sources familiar with it".
AFTER_THE_NOUN: Final = re.compile(
    r"[\s,]+(?:of|in|at|from|with|by|on|for|to|who|which|that|familiar|close|briefed|privy|present"
    r"|based|near|inside)\b.*",
    re.IGNORECASE | re.DOTALL,
)
# Before the noun of somebody who is known already.
DEFINITE: Final = r"(?:the|those|these|both|its|the same|according to the) (?:[\w'-]+ ){0,2}"
BEGINS_DEFINITE: Final = re.compile(r"(?:the|those|these|both|they|its|the same)\b", re.IGNORECASE)
MEDIUM: Final = (
    r"agency|paper|newspaper|daily|weekly|outlet|station|broadcaster|channel|network|magazine"
    r"|website|site|report|media|news|radio|television|press"
)
SEVERAL: Final = re.compile(r"\bthey\b", re.IGNORECASE)
ONE: Final = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)
ONE_MEDIUM: Final = re.compile(rf"\b(?:it|the (?:{MEDIUM}))\b", re.IGNORECASE)
