"""Pronouns, and other words that go back to somebody named before."""

from __future__ import annotations

import re
from typing import Final

# As the subject of a verb of saying, or as whose speech it is.
SPEAKING_PRONOUN: Final = re.compile(
    r"^(he|she|it|they|(?:his|her|its|their)$|the (?:man|woman))\b", re.IGNORECASE
)
# As the subject of the outlet's own sentence. "It is possible" goes back to nobody.
PRONOUN_IN_FRONT: Final = re.compile(
    r"(?:it|they|he|she)\b(?! is (?:possible|clear|likely|unlikely|unclear)\b)", re.IGNORECASE
)
# As the subject of a clause inside a clause: "what he described".
INNER_SUBJECT: Final = re.compile(r"(?<=\s)(?:he|she|it|they)$")
# Whom a possessive goes back to.
SUBJECT_OF_POSSESSIVE: Final = {"his": "he", "her": "she", "its": "it", "their": "they"}
# Somebody described, of whom no name is printed.
SOMEBODY: Final = re.compile(r"(?:the|an?|another|one) (?:[\w'-]+ ){0,3}[\w'-]+$", re.IGNORECASE)
# Two who speak or act together.
BOTH_SIDES: Final = re.compile(
    r"^(?:the|both|these)?\s*(?:two|both)\s+(?:governments|countries|sides|nations|states|allies"
    r"|neighbou?rs)\b|^both$",
    re.IGNORECASE,
)

# Relative pronouns: alone between commas,
RELATIVE_ALONE: Final = re.compile(r"^(?:who|which|that)$", re.IGNORECASE)
# in front of a part that says nothing of a post,
RELATIVE_OPENER: Final = re.compile(r"(?:who|which|that|whose|where|when)\b")
# as the subject of a part that goes on about the holder before,
RELATIVE_SUBJECT: Final = re.compile(r"(?:which|who|whose)\b")
# and with the whole clause, whose dates are not those of the verb.
RELATIVE_CLAUSE: Final = re.compile(r"\b(?:who|which|whose|whom|where)\b[^,;\0]*")
