"""Words that deny: that words were said or are true, or what a statement says."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.question_words import AUXILIARIES, POLARITY, SAYING
from knowledge.text.english.turning_words import NEGATION, UNTRUE
from knowledge.text.later_pattern import compile_later

# By these somebody says of words that nobody said them, or that they are not true.
DENYING: Final = compile_later(
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
# By these somebody turns away what is said, asked or offered: "refused to say", "dismissed it".
REFUSING: Final = DENY | frozenset(
    """avoid avoided avoiding avoids decline declined declines declining denounce denounced
    denounces dismiss dismissed dismisses dismissing dispute disputed disputes disputing doubt
    doubted doubting doubts fail failed failing fails oppose opposed opposes opposing refuse
    refused refuses refusing reject rejected rejecting rejects resist resisted resisting
    resists""".split()
)
# Verbs that say how somebody takes what they speak of: what is sought is not all that was asked.
ATTITUDES: Final = REFUSING | frozenset(
    """accept accepted accepting accepts agree agreed agreeing agrees approve approved approves
    backed backing backs criticise criticised criticises criticize criticized criticizes endorse
    endorsed endorses endorsing favor favored favors favour favoured favours praise praised
    praises support supported supports welcome welcomed welcomes welcoming""".split()
)
# Verbs by which a question says something of somebody: "said", "thinks", "does".
CLAIMING: Final = SAYING | POLARITY | AUXILIARIES
# A question with one of these asks, and claims no deed.
ASKING: Final = AUXILIARIES | frozenset("who what which where when why how whether if".split())
# Beside one of these, "don't" asks somebody, or asks for a yes: "don't they?", "I don't know".
ASKED_OR_ASKING: Final = frozenset("i we you it he she they u".split())
# Verbs of saying, also as they follow "did not" and "denied".
UTTERING: Final = SAYING | frozenset("having ever utter uttered claiming stating".split())
# A text without a match has none of the words that turn a claim.
MAY_TURN_A_CLAIM: Final = compile_later(
    rf"\b(?:{'|'.join(sorted(TURNING_A_CLAIM - AUXILIARIES))}|cannot)\b|n['’]?t\b", re.IGNORECASE
)

# What leads to words, for which NUL stands, that somebody denies to have said or is said not to
# have said, or that others claim: "denied that he had called her \0", "claimed she called it \0".
_SAID: Final = (
    r"(?:said|told|called|described|termed|labell?ed|branded|dubbed|wrote|written|claimed|used"
    r"|uttered|says|tells|calls|describes|asked|promised|warned|threatened|urged|ordered|pledged"
    r"|vowed|agreed|insisted|demanded|admitted|declared|offered|advised|accused|instructed"
    r"|referred)\b"
)
_SAYING: Final = (
    r"(?:saying|telling|calling|describing|writing|branding|labell?ing|dubbing|using|uttering"
    r"|asking|promising|threatening|urging|ordering|warning|offering|pledging|vowing"
    r"|demanding|instructing)\b"
)
# Up to the words; what follows "but", or another verb of the same subject, is no longer denied.
_ON: Final = r"(?:(?!\s(?:but|and (?:said|told|called|added|insisted))\s)[^,;:\0])*"
_ASIDE: Final = r"(?:\s(?:on|in|at|to)\s[\w' ]{1,30}?|,[^,;:\0]{1,60},|\s\w+day)?"
# "A press report that".
_A_CLAIM: Final = (
    r"(?:an?|the|any|all) (?:[a-z]+ )?"
    r"(?:reports?|claims?|allegations?|rumou?rs?|suggestions?|accusations?|stor(?:y|ies)) that"
)
_UNTRUE_THAT: Final = r"\b(?:not true|untrue|false|an? (?:lie|myth)|no (?:truth|evidence)) that\s"
DENIED_WORDS: Final = compile_later(
    rf"\b(?:den(?:ied|ies|ying)|disput(?:ed|es|ing)){_ASIDE}\s(?:ever\s)?"
    rf"(?:{_SAYING}|having\s(?:ever\s)?{_SAID}"
    rf"|(?:{_A_CLAIM}|that|he|she|they|[A-Z][\w'-]*)\s{_ON}\b{_SAID}){_ON}$"
    r"|(?:\b(?:did|does|do|has|have|had)(?:\snot|n't)|\bnever)\s(?:ever\s|\w+ly\s)?"
    rf"(?:say|tell|call|describe|claim|write|{_SAID})\b"
    rf"(?!\s(?:who|what|why|how|when|where|whether|if)\b){_ON}$"
    rf"|{_UNTRUE_THAT}{_ON}\b{_SAID}{_ON}$"
)
# In front of whoever only may say or do something: "If he says that it is \0", "whether Dahl".
_SUPPOSED: Final = r"(?:(?:^|[,;]\s)(?:[Ii]f|[Uu]nless)|\b[Ww]hether)\s(?:[^\s,;:\0]+\s){0,6}?"
SUPPOSED_WORDS: Final = compile_later(rf"{_SUPPOSED}(?:say|{_SAID})\b{_ON}$")
SUPPOSED_OF: Final = compile_later(rf"{_SUPPOSED}$")
_CLAIM: Final = (
    r"\b(?:claim(?:ed|s|ing)|alleg(?:ed|es|ing))\s(?:that\s)?"
    r"(?:he|she|they|(?:the|its|his|her|their)(?:\s[a-z][\w'-]*){1,3}"
    r"|[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,3})\s(?:(?:had|has|once)\s)*"
)
# What tells of words that others report, up to their clause: "a report in the Sun that Lasa had".
_TOLD_OF: Final = (
    r"\b(?i:reports?|rumou?rs?|suggestions?|speculation|allegations?|accusations?|claims?|charges?"
    r"|assertions?|insinuations?|contentions?|notion|idea|gossip|tales?|stor(?:y|ies))"
    r"(?:\s(?:by|from|of|in|on|among|made)\s[^,;:\0]{1,80}?|,[^,;:\0]{1,60},)?\sthat\s"
    rf"(?!(?:had\s|has\s|also\s|\w+ly\s)?{_SAID})"  # "a report that said"
)
_TO_THE_WORDS: Final = (
    rf"(?:{_ON}(?:,(?!\s(?:said|says|told|but|and|who|which)\b)[^,;:\0]{{1,60}},{_ON})?)"
)
HEARSAY: Final = compile_later(
    rf"{_TOLD_OF}{_TO_THE_WORDS}\b(?:{_SAID}|(?:say|call|describe|tell)\b)[^,;:\0]*"
    r"(?:\0+,?\s(?:and|or)\s(?:to\s)?)?$"
)
CLAIMED_WORDS: Final = compile_later(
    rf"{_CLAIM}{_SAID}{_ON}$"
    rf"|\baccus(?:ed|es|ing)\s[^,;:\0]{{1,60}}?\sof\s(?:having\s{_SAID}|{_SAYING}){_ON}$"
)
# In front of what somebody is claimed to have said or done.
CLAIMED_OF: Final = compile_later(rf"{_CLAIM}$|{_TOLD_OF}(?:(?!\s(?:and|but)\s)[^,;:\0]){{0,120}}$")
# In front of what somebody is said not to have done: "denied that the minister had".
DENIED_OF: Final = compile_later(
    rf"\b(?:den(?:ied|ies|ying)|disput(?:ed|es|ing)){_ASIDE}\s"
    rf"(?:{_A_CLAIM}|that|he|she|they|[A-Z][\w'-]*)\s(?:(?!\s(?:and|but)\s)[^,;:\0])*$"
    rf"|{_UNTRUE_THAT}{_ON}$"
)
# What somebody only may have said: "Dahl is said to have told them", in front of words or behind.
_IS_SAID_TO: Final = (
    r"\b(?:is|are|was|were)\s(?:\w+ly\s)?(?:said|reported|alleged|rumou?red|believed|understood"
    r"|thought|reputed|claimed|supposed)\sto\shave\s\w+"
)
HEARSAY_BEHIND: Final = compile_later(rf"\0,?\s[^,;:.\0]{{1,80}}?{_IS_SAID_TO}")
HEARSAY_IN_FRONT: Final = compile_later(rf"{_IS_SAID_TO}\b[^;.\0]{{0,120}}$")
# A question that somebody is asked, and the words in it: "Asked whether it was".
IN_A_QUESTION: Final = compile_later(
    r"(?:(?:When|Once|After being) )?(?:asked|pressed|questioned|quizzed|challenged)\b[^,;:\0]*$",
    re.IGNORECASE,
)
