"""Words that make a clause the condition of another, or that say on what terms something holds."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.frame_words import BEFORE

# "If", "unless", "in return for", "had the meeting gone ahead", "as soon as".
CONDITIONING: Final = tuple(rule.pattern for rule in BEFORE if rule.kind == "condition")
# "Must unfold in a way that", "meetings that do not include", "will not ..., but could".
LIMITING: Final = re.compile(
    r"\b(?:must|ha(?:s|ve|d) to|need(?:s|ed)? to|requir\w+|demand\w*|condition\w*|terms?"
    r"|(?:that|which|who) (?:do|does|did|is|are|was|were|has|have|had|will|would|can|could) not"
    r"|not\b.*\bbut)\b",
    re.IGNORECASE,
)
# Words that say that there is no condition.
CONDITIONLESS: Final = re.compile(
    r"^(?:without (?:any )?(?:pre)?conditions?|unconditional(?:ly)?|no matter)\b", re.IGNORECASE
)
# "If", "unless": a stance whose grounds have one of these is mostly conditional.
MOSTLY_CONDITIONAL: Final = re.compile(
    r"\b(?:unless|(?<!\bas )(?<!\()if|provided that|on condition that|only (?:if|when|after))\b",
    re.IGNORECASE,
)
