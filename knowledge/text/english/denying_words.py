"""Words that deny: that words were said or are true, or what a statement says."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.question_words import AUXILIARIES
from knowledge.text.english.turning_words import NEGATION, UNTRUE

# By these somebody says of words that nobody said them, or that they are not true.
DENYING: Final = re.compile(
    rf"{NEGATION.pattern}|\b(?:{UNTRUE}|ma[dk]e[ -]up|invent(?:s|ed|ion)?|bogus"
    r"|forge[dr]\w*|doctored|satir\w*|parod\w*|jok(?:e|es|ed|ing)|misquot\w*|misattribut\w*)\b",
    re.IGNORECASE,
)

# Beside what somebody said, each of them alone turns it.
NOT_WORDS: Final = frozenset("not never no cannot without neither nor".split())
DENY: Final = frozenset("deny denies denied denying".split())
# And these turn what a question says of somebody: "doesn't support", "nobody supports".
TURNING_A_CLAIM: Final = (
    NOT_WORDS | {word for word in AUXILIARIES if word.endswith("nt")} | DENY | {"nobody", "noone"}
)
# What somebody is claimed to have done with what was asked for: "Sordia refused to talk".
CLAIMED_DEEDS: Final = frozenset(
    "accept accepts accepted refuse refuses refused reject rejects rejected".split()
)
# A text without a match has none of those.
MAY_TURN_A_CLAIM: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(TURNING_A_CLAIM - AUXILIARIES))}|cannot)\b|n['’]?t\b", re.IGNORECASE
)
