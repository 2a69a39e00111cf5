"""Words that turn a sentence: what no cut may drop, and what `/check` points out."""

from __future__ import annotations

import re
from typing import Final

# Without it, the sentence says the opposite.
NEGATION: Final = re.compile(
    r"\b(?:not|no|never|none|nor|neither|nobody|nothing|without|cannot|hardly|barely|"
    r"(?:refus|reject|den(?:y|i)|fail|stop|halt)\w*|un(?:able|likely|willing)|im(?:possible|probable))\b|n't\b",
    re.IGNORECASE,
)
# Without it, a reluctant position reads as a plain one.
ATTITUDE: Final = re.compile(
    r"\b(?:reluctan|oppos|object|concern|avoid|wary|doubt|hesita|premature)\w*|\bagainst\b",
    re.IGNORECASE,
)
# Without it, a conditional position reads as unconditional.
CONDITION: Final = re.compile(
    r"\b(?:if|unless|until|only(?! (?:said|says?|told|stated|noted|added))"
    r"(?: (?:if|when|after|once))?|provided|whether|except|once|(?:as|so) long as|in case|"
    r"assuming|on (?:the )?condition)\b",
    re.IGNORECASE,
)
# Without it, more is said than the sentence says.
LIMIT: Final = re.compile(
    r"\b(?:too\b(?![,.;:!?])|technically|nominally|theoretically|hypothetically|in theory|on paper"
    r"|in principle|reportedly|allegedly|supposedly|purportedly|virtually|practically|nearly"
    r"|almost|partly|partially|largely|mostly|mainly|somewhat|temporarily|tentatively"
    r"|provisionally|conditionally|reluctantly|grudgingly|ostensibly)\b",
    re.IGNORECASE,
)
# Without it, relayed words read as the outlet's own.
ATTRIBUTION: Final = re.compile(
    r"\b(?:said|says|say|told|stated|according to|sources?|reported(?:ly)?|allegedly)\b",
    re.IGNORECASE,
)
# Without it, what may or must happen reads as what happens. "May" is the month.
MODAL: Final = re.compile(
    r"\b(?:must|might|can|could|shall|should|will|would|ought|cannot|(?-i:may))\b"
    r"|\b(?:ca|wo|could|would|should|must|might|sha)n't\b|'(?:ll|d)\b"
    r"|\bha(?:ve|s|d|ving) to\b|\bneed(?:s|ed)? to\b",
    re.IGNORECASE,
)

# What a cut of a narration may not drop. A modal may go with its verb.
KEPT_IN_CUTS: Final = {
    "negation": NEGATION,
    "attitude": ATTITUDE,
    "condition": CONDITION,
    "attribution": ATTRIBUTION,
}
# What `/check` points out in words that differ. A difference shows an attitude by itself.
POINTED_OUT: Final = {
    "negation": NEGATION,
    "condition": CONDITION,
    "modal": MODAL,
    "limit": LIMIT,
}
