"""Words for who writes, sends or puts out a paper, and for the paper that then speaks."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.roles import DOCUMENTS
from knowledge.text.later_pattern import compile_later

_PAPER: Final = rf"(?:{'|'.join(sorted(DOCUMENTS))}|card|telegram|fax|text|caption|thread|reply)"
# The paper as what says something: "It reads", "the letter said".
PAPER_AS_SUBJECT: Final = compile_later(
    rf"it|(?:the|that|this|his|her) (?:[a-z-]+ )?{_PAPER}|(?:his|her) (?:[a-z]+ )?words",
    re.IGNORECASE,
)
# What somebody did in the sentence before, whose paper it is then. Who hands over or publishes one
# may not have written it, and "a letter from Dahl" is Dahl's.
AUTHORED: Final = compile_later(
    r"\b(?:wrote|writes|written|replied in writing"
    rf"|(?:answered|replied|responded|informed|thanked|urged|warned|told)\b[^.;\0]{{0,60}}?"
    rf" (?:in|by) an? (?:[a-z]+ ){{0,2}}{_PAPER}"
    r"|(?:sent|sends|issued|issues|posted|posts|released|releases|penned|put out|tweeted|left)\b"
    rf"[^.;\0]{{0,80}}?\b(?:an?|his|her) (?:[a-z]+ ){{0,2}}{_PAPER}"
    r"|(?:sent|sends)\b[^.;\0]{0,80}? with a (?:card|note))\b"
    r"(?! (?:from|by|of|which|that|in which)\b)"
)
