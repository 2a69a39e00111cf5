"""Words by which a text gives what was said as relayed: nameless people, anonymity, other media."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.roles import DOCUMENTS
from knowledge.text.later_pattern import compile_later

_PEOPLE: Final = (
    r"(?:sources?|people|persons|officials|diplomats|aides|insiders|negotiators|advis[eo]rs"
    r"|lawmakers)"
)
_ONE: Final = r"(?:official|diplomat|aide|person|insider)"
_SAY: Final = r"(?:said|says?|told|tells?|added|confirmed|disclosed|revealed|recounted)"
# What may stand between people and what they say: "familiar with the matter", "of the ministry".
_KNOWING: Final = r"(?:(?:familiar|briefed|close|privy|with|who|of|in|at|from)\b[^.;,\"]{0,60} )?"
_ANONYMOUS: Final = (
    r"(?:\bcondition of anonymity|\banonymously"
    r"|\b(?:ask|declin|refus|request|wish|prefer)\w* (?:not )?to be (?:named|identified|quoted)"
    r"|\bnot authori[sz]ed to (?:speak|talk|discuss|comment|brief))\b"
)
# A sentence that relays what it says.
RELAYED: Final = compile_later(
    rf"\bsources?\b[^.;]{{0,40}}\b{_SAY}\b"
    rf"|\b{_PEOPLE} {_KNOWING}{_SAY}\b"
    rf"|\baccording to\b[^.;,]{{0,40}}\b(?:{_PEOPLE}|{_ONE}|reports?)\b"
    r"|\bthey said\b|\bcarried by\b|\bstate(?:-run)? media\b|\b(?:quoted|cited) by\b"
    r"|\breportedly\b|\b(?:is|are|was|were) (?:said|reported|understood) to\b"
    rf"|{_ANONYMOUS}",
    re.IGNORECASE,
)
# The next sentence relays this one where it takes it up: "They asked not to be named."
TAKEN_UP: Final = compile_later(
    rf"(?:they|the {_PEOPLE}|those {_PEOPLE})\b[^.;]{{0,60}}?{_ANONYMOUS}"
    rf"|(?:that|this),? (?:(?:is|was) )?(?:what|how|according to)\b[^.;]{{0,40}}\b{_PEOPLE}\b"
    rf"|so {_SAY}\b[^.;]{{0,40}}\b{_PEOPLE}\b",
    re.IGNORECASE,
)
# People without a name, as whoever relayed the words is printed.
NAMELESS: Final = compile_later(rf"\b{_PEOPLE}\b|\b{_ONE}$", re.IGNORECASE)

# The medium that carried the words, and one that a state runs.
CARRIED_BY: Final = compile_later(
    r"\b(?:carried|reported|published|released|run|quoted as saying) by"
    r" (?P<via>(?:the |its )?[^,.;:\"\0]{1,80}?)"
    r"(?=\s(?:that|on|in|at|as|saying|said|late|early|last|this|today|yesterday|\w+day|has|have|had|is|was|shows?)\b"
    r"|[,.;:\"\0]|\s*$)"
)
STATE_RUN: Final = compile_later(r"\bstate[- ](?:run|owned|controlled)?\s?media\b|\bstate media\b")

# In front of whoever is told something, and relays nothing: "speaking to the media".
TOLD_TO: Final = compile_later(
    r"\b(?:(?<!according )to|told|telling|tells) (?:the )?$", re.IGNORECASE
)
# Where somebody speaks and does not write.
ORAL: Final = compile_later(
    r"\b(?:at|during) (?:an?|the) (?:[\w'-]+ ){0,4}?(?:conference|meeting|ministerial|hearing"
    r"|summit|briefing|rally|dinner|session|forum|talks|reception)\b"
    r"|\b(?:told|telling) (?:reporters|lawmakers|parliament|journalists|members)\b"
    r"|\bin an? (?:[\w-]+ )?(?:interview|speech|call)\b",
    re.IGNORECASE,
)
# What is written, and what somebody does who writes.
WRITTEN: Final = compile_later(
    rf"\b(?:{'|'.join(sorted(DOCUMENTS))}|wr(?:ites?|ote|itten|iting)|post(?:s|ed)?|tweet(?:s|ed)?"
    r"|e-?mail(?:s|ed)?|message|note|op-ed|column|essay|article|book|memoir|blog|website|publish\w+"
    r"|reads?|signed|minutes|transcript|law|agreement|accord|pact|communique|papers?|press release"
    r")\b",
    re.IGNORECASE,
)
# Behind it another has the word, who relays nothing of what stands before.
ANOTHERS_CLAUSE: Final = compile_later(r",? \b(?:but|while|whereas)\s")

# Those whom a state sends to another: "the Borduran embassy in Velmora", "its envoy to Velmora".
_SENT: Final = (
    r"(?i:embass(?:y|ies)|consulates?(?: general)?|missions?|legation|delegation"
    r"|high commission(?:er)?|ambassadors?|envoys?|consuls?(?: general)?|attach\w+|diplomats?)"
)
SENT_TO: Final = compile_later(rf"\b{_SENT}(?:\s(?:in|at|to|near)\s(?:the\s)?|,\s|\s)$")
# And between whose they are and what they are: "Borduria's Velmora embassy".
SENDERS: Final = compile_later(r"(?:'s|s')\s$")
SENT_HERE: Final = compile_later(rf"\s(?:[a-z]+\s)?{_SENT}\b")
# Or in front of whose they are: "the Velmora embassy of Borduria".
SENT_BY: Final = compile_later(rf"\s(?:[a-z]+\s)?{_SENT} of (?:the )?[A-Z]")
# The names of where they are: of "Borduria's embassy in Velmora", all but "Velmora".
HOSTS: Final = compile_later(
    rf"\b{_SENT}\s(?:in|at|to|near)\s(?:the\s)?[A-Z][\w-]*(?:\s[A-Z][\w-]*){{0,3}}"
    rf"|(?:'s|s')\s[A-Z][\w-]*(?:\s[A-Z][\w-]*){{0,3}}\s{_SENT}\b"
)
