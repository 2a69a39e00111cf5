"""Words that turn a sentence: what no cut may drop, and what `/check` points out.

The classes are those of the literature, the words those that news prints, with their tenses:
modals and semi-modals (Quirk et al., A Comprehensive Grammar of the English Language, 3.39-47),
hedges (Hyland, Metadiscourse, appendix), and what makes the complement of a word false or open:
Karttunen's implicatives ("fail to", "too ... to", "the last to") and the weak and negative cues of
Sauri and Pustejovsky's FactBank ("try", "plan", "allege", "deny").
"""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.later_pattern import compile_later

# Each form is written out: Denis and Stoppard are names.
_REFUSED: Final = (
    r"refus(?:e[sd]?|ing|als?)|reject(?:s|ed|ing|ions?)?|deny(?:ing)?|deni(?:e[sd]|ers?|als?|able)"
    r"|fail(?:s|ed|ing|ings|ures?)?|stop(?:s|ped|ping|pages?)?|halt(?:s|ed|ing)?"
)
# Without it, the sentence says the opposite.
NEGATION: Final = compile_later(
    r"\b(?:not|no|never|none|nor|neither|nobody|nothing|without|cannot|hardly|barely"
    rf"|{_REFUSED}|un(?:able|likely|willing)|im(?:possible|probable))\b|n't\b",
    re.IGNORECASE,
)
# Without it, a reluctant position reads as a plain one.
ATTITUDE: Final = compile_later(
    r"\b(?:reluctan|oppos|object|concern|avoid|wary|doubt|hesita|premature)\w*|\bagainst\b",
    re.IGNORECASE,
)
# Without it, a conditional position reads as unconditional.
CONDITION: Final = compile_later(
    r"\b(?:if|unless|until|only(?! (?:said|says?|told|stated|noted|added))"
    r"(?: (?:if|when|after|once))?|provided|whether|except|once|(?:as|so) long as|in case|"
    r"assuming|on (?:the )?condition)\b",
    re.IGNORECASE,
)
# Without it, more is said than the sentence says.
LIMIT: Final = compile_later(
    r"\b(?:merely|solely|exclusively|too\b(?![,.;:!?])|technically|nominally|theoretically"
    r"|hypothetically|in theory|on paper"
    r"|in principle|reportedly|allegedly|supposedly|purportedly|virtually|practically|nearly"
    r"|almost|partly|partially|largely|mostly|mainly|somewhat|temporarily|tentatively"
    r"|provisionally|conditionally|reluctantly|grudgingly|ostensibly)\b",
    re.IGNORECASE,
)
# A town "lies on the river", and nobody lies.
_UNTRUTH: Final = (
    r"lies?(?! (?:on|in|at|near|behind|beyond|beneath|between|within|along|across|beside|off|ahead"
    r"|(?:north|south|east|west|up|down)\w*)\b)"
)
# What is called so is not so.
UNTRUE: Final = (
    r"false\w*|falsif\w*|untrue|wrong\w*|erroneous\w*|mistaken\w*|myths?|hoax\w*|fabricat\w*|fakes?"
    rf"|faked|{_UNTRUTH}|lied|lying|nonsens\w*|absurd\w*|ridicul\w*|baseless|groundless|unfounded"
    r"|dismiss\w*|disput\w*|contradict\w*|rebut\w*|refut\w*|debunk\w*"
)
# Without it, the sentence says what somebody shuns or ends, or what is not so.
REVERSAL: Final = compile_later(
    rf"\b(?:{UNTRUE}|nowhere|scarcely|rarely|seldom|few|little|lack\w*|absence of"
    r"|instead(?: of)?|rather than|(?:stop(?:s|ped)?|fall(?:s|ing)?|fell) short|short of|far from"
    r"|anything but|too \w+ to|the last(?: [\w'-]+){0,3} (?:to|who|that)|no longer"
    r"|ha(?:s|d|ve) yet|yet to|rul(?:e|es|ed|ing) out"
    r"|prevent\w*|block(?:ed|ing)|blocks? (?:the|an?|any|its|all|every)|cancel\w*|forb[ia]d\w*"
    r"|abandon(?:s|ed|ing)? (?:the|an?|any|its|his|her|their|all)|drop(?:s|ped|ping)?"
    r"|disagree\w*|declin\w*|withdr[ae]w\w*|withdrawn|ceas(?:e|es|ed|ing)|call(?:s|ed|ing)? off"
    r"|give up|gave up|given up|scrap(?:s|ped)?|shelv(?:e|es|ed)|postpon\w*|delay\w*)\b",
    re.IGNORECASE,
)
# Without it, what may be so reads as what is so.
HEDGE: Final = compile_later(
    r"\b(?:seem\w*|appear\w*|apparent\w*|possib\w*|perhaps|maybe|likely|likelihood|probab\w*"
    r"|potentially|potential (?:for|to|of)|conceivabl\w*|arguabl\w*|assum\w*|presum\w*|suppos\w*"
    r"|so-called|self-(?:styled|proclaimed)|purport\w*|ostensibl\w*|would-be|pretend\w*|pretext"
    r"|guis\w*|alleg\w*|rumou?r\w*|gossip|speculat\w*|unclear|uncertain\w*|unsure"
    r"|remains? to be seen|hypothe\w*|theor\w*|question\w*|about to|set to|expected to)\b",
    re.IGNORECASE,
)
# Without it, what somebody wants or tries to do reads as what they do.
INTENT: Final = compile_later(
    r"\b(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|plan(?:s|ned|ning)?|seek\w*|sought|strive\w*"
    r"|intend\w*|intent\w*|aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)|wish(?:es|ed|ing)?"
    r"|want(?:s|ed|ing)?|like to|willing\w*|ready|readiness|prepared|open to|keen|eager|determined"
    r"|offer(?:s|ed|ing)?|threat(?:en)?\w*|vow\w*|pledg\w*|promis\w*|consider\w*|mull(?:s|ed|ing)?"
    r"|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|propos(?:e|es|ed|ing)"
    r"|agree(?:s|d|ing)? to)\b",
    re.IGNORECASE,
)
# Without it, relayed words read as the outlet's own.
ATTRIBUTION: Final = compile_later(
    r"\b(?:said|says|say|told|stated|according to|sources?|reported(?:ly)?|allegedly)\b",
    re.IGNORECASE,
)
# Without it, what may or must happen reads as what happens. "May" is the month.
MODAL: Final = compile_later(
    r"\b(?:must|might|can|could|shall|should|will|would|ought|cannot|(?-i:may))\b"
    r"|\b(?:ca|wo|could|would|should|must|might|sha)n't\b|'(?:ll|d)\b"
    r"|\bha(?:ve|s|d|ving) to\b|\bneed(?:s|ed)? to\b",
    re.IGNORECASE,
)

# What a cut of a narration may not drop where it reaches the words that are kept.
KEPT_IN_CUTS: Final = {
    "negation": NEGATION,
    "attitude": ATTITUDE,
    "condition": CONDITION,
    "attribution": ATTRIBUTION,
    "modal": MODAL,
    "reversal": REVERSAL,
    "hedge": compile_later(f"{HEDGE.pattern}|{LIMIT.pattern}", re.IGNORECASE),
    "intent": INTENT,
}
# What `/check` points out in words that differ. A difference shows an attitude by itself.
POINTED_OUT: Final = {
    "negation": NEGATION,
    "condition": CONDITION,
    "modal": MODAL,
    "limit": LIMIT,
}
