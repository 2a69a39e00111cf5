"""How prose says that somebody speaks: titles, occasions, adverbs and verbs, as patterns."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text import SAYING
from knowledge.text.english.calendar_words import MONTH, SHORT_WEEKDAY
from knowledge.text.english.cue_words import CLAIMED
from knowledge.text.english.titles import PRINTED_TITLES
from knowledge.text.later_pattern import compile_later

# A word begins, and no part of a name: not the "in" of "Jae-in".
WORD_BEGINS: Final = r"(?<![\w‐‑-])"
# Words of titles that are also a pronoun or an adverb: "told us Kono said", "met, then Kono said".
_PLAIN: Final = {"us", "then"}
_TITLES: Final = "|".join(map(re.escape, sorted(PRINTED_TITLES - _PLAIN)))
TITLES: Final = (
    rf"(?:(?:the|his|her|its|their|our|{_TITLES}|acting|leader|head|official|spokes\w{{1,6}}"
    r"|counterpart|colleague|PM|FM|[\w.]{1,20}[’']s)\.?\s+){0,5}"
)
VERB: Final = (
    rf"(?:{CLAIMED}|{'|'.join(sorted(SAYING - {'use', 'used', 'uses', 'using'}))}"
    r"|(?:is|was|been)\s+(?:quoted|cited|reported)\s+as\s+saying"
    r"|quoting|cit(?:ed|es|ing)|offer(?:ed|s)|puts? it|we?nt on|goes on"
    r"|(?:shot|hit|fired|shoots|hits|fires) back)"
)
# When and in what somebody spoke, between the name and the verb: "Kono on Tuesday said".
_OCCASION: Final = (
    r"(?:(?:on|in|at|last|late|this|that|the|same|earlier|early|next)\s+){0,4}"
    rf"(?:{SHORT_WEEKDAY}\.?|yesterday|today|tonight|(?:{MONTH}\.?(?:\s+\d{{1,2}})?|\d{{1,2}}\s+{MONTH})(?:,?\s+\d{{4}},?)?"
    r"|\d{4}|week|month|year|day|time|morning|afternoon|evening|night|statement|response|reply|turn"
    r"|(?:an?|its|his|her|their)\s+(?:statement|response|reply|speech|interview|tweet|post|letter))"
)
ADVERBS: Final = (
    rf"(?:(?:who|also|then|later|once|has|had|have|\w{{1,12}}ly|{_OCCASION})\s+){{0,3}}"
)
# What describes a speaker further: a source close to the talks said.
_KNOWING: Final = (
    r"(?:close\s+to|familiar\s+with|briefed\s+on|with\s+(?:direct\s+)?knowledge\s+of"
    r"|knowledgeable\s+(?:about|of)|involved\s+in|privy\s+to|near)"
)
ASIDE: Final = (
    r"(?P<aside>\s*(?:,[^,“”\n]{1,120},|\([^()“”\n]{1,60}\)"
    r"|<[^<>“”\n]{0,60}>"
    rf"|\b{_KNOWING}\s[^,.;:“”\n]{{1,60}}?))?"
)
JOINS: Final = compile_later(rf"\s*(?:,\s*)?(?:\b(?:and|or)\b|[&/])\s*{TITLES}", re.IGNORECASE)
# "She said", "she met Kono and said".
PRONOUN_SPEAKS: Final = compile_later(
    rf"\b(?:he|she|they|it)\s+(?:[^,;:“”\n]{{1,80}}\sand\s+)?{ADVERBS}{VERB}\b", re.IGNORECASE
)
