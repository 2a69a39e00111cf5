"""Words by which somebody says of words that nobody said them, or that they are not true."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.turning_words import NEGATION, UNTRUE

DENYING: Final = re.compile(
    rf"{NEGATION.pattern}|\b(?:{UNTRUE}|ma[dk]e[ -]up|invent(?:s|ed|ion)?|bogus"
    r"|forge[dr]\w*|doctored|satir\w*|parod\w*|jok(?:e|es|ed|ing)|misquot\w*|misattribut\w*)\b",
    re.IGNORECASE,
)
