"""Words between a post and the name of its holder, and words that make another post of one."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.roles import ROLES
from knowledge.text.english.titles import HONORS, PRINTED_TITLES

_WORD: Final = (
    r"(?!(?:and|or|but|with|to|told|said|says|met|from|by|while|that|than)\b)"
    r"(?:(?:[a-z]\.)+|[\w'-]+)\s"
)
_HONORS: Final = rf"(?:(?:the )?(?:(?:{'|'.join(sorted(HONORS))})\.? ){{1,4}})"
# A title right before the name: "the envoy, Ambassador Per Dahl", "her deputy, State Secretary".
_TITLES: Final = (
    rf"(?:the )?(?:(?:(?:{'|'.join(sorted(re.escape(title) for title in PRINTED_TITLES | ROLES))})"
    r"|[a-z]{3,20}(?= (?:minister|secretary|commissioner)\b)) (?:of (?:the )?[a-z]{3,20} )?){1,4}"
)
# From a post to the name: "the envoy, Per Dahl", "the envoy of Velmora to the talks, Per Dahl",
# "the envoy, Prof Per Dahl", "the leader, known as Dahl".
TO_NAME: Final = (
    rf"(?:[\s,(\"-]+|, {_HONORS}|, {_TITLES}|, (?:better |also )?known as "
    rf"|,? (?:of|in|for|at|on|to) [^.;:,\"]{{1,60}}?,? {_HONORS}?)"
)
# From a name to the post: "Dahl, the new envoy", "Dahl (Velmora's envoy)", "Dahl is now envoy",
# "Dahl, who had been a judge until he became envoy".
TO_POST: Final = (
    rf"(?:\s?[,(-]\s?(?:{_WORD}){{0,4}}?|,? (?:is|was|as|became|the) (?:{_WORD}){{0,3}}?"
    r"|,? (?:who|whose|which)\b[^,.;:()\"]{0,120}? )"
)
# In front of a post, beside deputies and those who held it: "then President", "Prime Minister".
MORE_THAN_A_POST: Final = frozenset({"then", "prime", "ceremonial", "honorary", "incoming"})
# Who leads something, in a word that any leader is called by.
HEADS: Final = frozenset({"head", "chair", "director general", "chief"})
RULERS: Final = frozenset(
    {"leader", "head of state", "head of government", "spokesperson", "secretary of state"}
)
# A body within a ministry or a state, whose head is not its minister.
LESSER_BODY: Final = re.compile(
    r"\b(?:bureau|department|division|section|directorate|unit|desk|mission|delegation|committee)\b",
    re.IGNORECASE,
)
