"""Words by which one takes up what another claims: "rejected a claim by Per Dahl that"."""

from __future__ import annotations

import re
from typing import Final

# Whoever does this says that the claim is not so, and has not made it.
_REJECTS: Final = (
    r"(?:reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)?|disput(?:ed|es|e|ing)|den(?:ied|ies|y|ying)"
    r"|rebuff(?:ed|s|ing)?|rebut(?:ted|s|ting)?|refut(?:ed|es|e|ing)|contest(?:ed|s|ing)?"
    r"|challeng(?:ed|es|e|ing)|contradict(?:ed|s|ing)?|mock(?:ed|s|ing)?|ridicul(?:ed|es|e|ing)"
    r"|condemn(?:ed|s|ing)?|denounc(?:ed|es|e|ing)|criticis(?:ed|es|e|ing)"
    r"|criticiz(?:ed|es|e|ing)|question(?:ed|s|ing)?|(?:brush|shrugg|laugh|wav)(?:ed|ing) (?:off"
    r"|aside|away)|push(?:ed|es|ing)? back (?:against|on|at)|scoff(?:ed|s|ing)? at"
    r"|play(?:ed|s|ing)? down|downplay(?:ed|s|ing)?|bristl(?:ed|es|ing) at|object(?:ed|s|ing)? to"
    r"|disagree(?:d|s|ing)? with)"
)
# And whoever does this may go on about a claim of their own.
_TAKES_UP: Final = (
    r"(?:welcom(?:ed|es|e|ing)|prais(?:ed|es|e|ing)|back(?:ed|s|ing)?|support(?:ed|s|ing)?"
    r"|endors(?:ed|es|e|ing)|echo(?:ed|es|ing)?|repeat(?:ed|s|ing)?|cit(?:ed|es|e|ing)"
    r"|recall(?:ed|s|ing)?|defend(?:ed|s|ing)?|shar(?:ed|es|e|ing)|not(?:ed|es|e|ing))"
)
# And whoever does this was asked to answer it.
_ANSWERS: Final = (
    r"(?i:respond(?:ed|s|ing)? to|react(?:ed|s|ing)? to|answer(?:ed|s|ing)?|comment(?:ed|s|ing)? on"
    r"|(?:asked|pressed|questioned|quizzed|challenged)(?: (?:about|on|over))?"
    r"|confronted with|contrary to|despite|amid|no basis (?:for|in)"
    r"|no (?:truth|substance) (?:in|to))"
)
_NOUN: Final = (
    r"(?:claims?|suggestions?|allegations?|accusations?|charges?|assertions?|arguments?|contentions?"
    r"|reports?|remarks?|statements?|comments?|complaints?|insinuations?|descriptions?|warnings?|threats?"
    r"|rumou?rs?|speculation|stor(?:y|ies)|view|notion|idea|criticism|insistence|prediction|promise|pledge)"
)
_NAMED: Final = r"(?:(?:the|an?|[a-z]+) )?(?:[a-z]+ ){0,3}[A-Z][^,;:\0]{0,60}?"
_DESCRIBED: Final = r"(?:the|an?|his|her|its|their|one) (?:[a-z-]+ ){0,3}?[a-z-]+"
_ASIDE: Final = r"(?:,[^,;:\0]{1,60},|\s(?:on|in|at)\s[\w' ]{1,30}?|\s\w+ly|\s(?:as|late)\s\w+)?"

# A claim in front of words between marks, up to them: `owner` in the possessive or `by` whom it is.
TAKEN_CLAIM: Final = re.compile(
    rf"\b(?:(?P<rejects>{_REJECTS}|{_ANSWERS})|{_TAKES_UP}){_ASIDE}\s"
    rf"(?:(?P<owner>(?:{_NAMED}|{_DESCRIBED})(?:'s|(?<=s)'))\s)?(?:[a-z-]+ ){{0,3}}?"
    rf"(?P<claim>{_NOUN})"
    r"(?:\s(?:made |put forward |raised )?(?:by|from|of)\s(?P<by>[^,;:\0]{1,80}?)"
    r"(?:,(?P<beside>[^,;:\0]{1,80}),)?)?\sthat\s[^;:\0]*(?=\0)"
)
# Behind words between marks: whose they are not, and perhaps whose they are.
NOT_THEIR_WORDS: Final = re.compile(
    r"\0,?\s(?:is|are|was|were)(?:\snot|n't|\snever)\s(?:his|her|their|its|the|[A-Z][\w' ]*'s?)"
    r"(?:\s(?:own|exact|actual))?\s(?:words?|phrase|remark|term|language|line|view|position)\b"
)
WORDS_OF: Final = re.compile(
    r"\b(?:words?|phrase|remark|term|line)"
    r"(?:\s(?:is|are|was|were|had been)\s(?:(?:those|that) of\s)?|\s(?:belong(?:s|ed)? to|c[ao]me"
    r" from)\s|,?\sbut\s(?:(?:those|that) of\s)?)(?P<who>[A-Z][^,.;:\0]{0,60}?)(?='?s?(?:[,.;:]|$))"
)
