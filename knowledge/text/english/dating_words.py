"""Words around a date, by which it dates a statement or something else."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.calendar_words import PRINTED_YEAR
from knowledge.text.english.roles import ROLES
from knowledge.text.later_pattern import compile_later

# Participles beside a verb that open no clause: "in a statement released on Friday".
ABOUT_PUBLISHING: Final = re.compile(
    r"\b(?:published|released|issued|posted|dated|carried|broadcast|aired|recorded|televised"
    r"|circulated|scheduled|closed|unrelated|united|by (?:tele)?phone|by e-?mail)\b",
    re.IGNORECASE,
)
# A date that something lasts from, until now: "finance minister since 2023".
SINCE: Final = re.compile(r"since\b", re.IGNORECASE)
# What opens another clause between a verb and a date.
CLAUSE_OPENER: Final = re.compile(
    r"\b(?:that|if|whether|because|as|when|while|after|before|until|till|unless|following|since|by"
    r"|from|through|between|than|ahead|despite|he|she|it|they|we"
    r"|[a-z]+ed|is|was|are|were|has|have|had|will|would|may|might|can|could|should|must|did|does"
    r"|went|came|took|made|met|left|broke|began|fell|won|lost|held|saw|put|sent|gave|got)\b"
    r"|\bto (?!(?:the|an?|his|her|its|their|our|reporters|journalists|media|lawmakers|parliament"
    r"|members|supporters|state|local|students|troops|staff|fans|party|[a-z]+(?:ers|ors|ists|ents"
    r"|ants|ians|ees))\b)[a-z]+"
)
# After a verb, what is talked about and not where: "on the talks", but not "on television".
ABOUT_A_TOPIC: Final = re.compile(
    r"\s*(?:of|about|over|regarding|against|on(?! (?:social media|state|television|TV|radio"
    r"|the (?:air|phone|record|sidelines)|X|Twitter|Facebook|Telegram|Instagram|Truth Social"
    r"|Weibo|YouTube)\b))\b"
)
# After a verb, the deed that it tells of, whose day is its own: "denies taking it in May".
WHAT_IS_DONE: Final = re.compile(
    r"\s(?:having\s|ever\s|\w+ly\s)?"
    r"(?!(?:during|morning|evening|including|spring|meeting|briefing|according|something|nothing"
    r"|everything|anything|speaking|talking|writing|testifying|appearing|addressing|king)\b)"
    r"[a-z]+ing\b"
)
# In front of the day of such a deed, which moves no story on.
DAY_OF_A_DEED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied)|admit(?:s|ted)?|accused of|charged with|convicted of|guilty of"
    r"|suspected of|acquitted of|confess(?:es|ed) to|regret(?:s|ted)?)\b[^,;:\0]*$"
)
# Before a date or an occasion: "on", "late", "during his".
BEFORE_AN_OCCASION: Final = re.compile(
    r"(?:^|\s)(?:(?:in|at|during)\s+(?:the|an?|his|her|its|their)|on|in|at|late|early|during|over)\s*$",
    re.IGNORECASE,
)
# Between words and their date: "at a briefing".
OCCASION: Final = re.compile(
    r"(?:in|at|during) (?:an?|the|his|her|its|their)(?: [\w'-]+){1,4}", re.IGNORECASE
)
# Before a date that belongs to a thing: "the Jan. 3 shooting".
OF_A_THING: Final = re.compile(r"\b(?:the|an?|this|that|his|her|its|their|[A-Z]\w*'s)\s*$")
# After a date that is a subject: "Friday is".
DATE_AS_SUBJECT: Final = re.compile(
    r"\s+(?:is|was|are|were|will|would|has|had|may|might|can|could|should|must)\b"
)
# What a clause that leads with its date begins with.
LEADING_TO_A_DATE: Final = re.compile(
    r"\s*(?:(?:and|but)\s+)?(?:(?P<asked>speaking|addressing|asked|writing|talking|reached|contacted"
    r"|interviewed|questioned|pressed)|in|on|at|during"
    r"|late|early|earlier|over)\b",
    re.IGNORECASE,
)
# A part between a leading date and the verb that opens no clause of its own.
PARTICIPLE_OPENER: Final = re.compile(r"\s*(?:[a-z]+ed|[a-z]+ing|who|which|whose|where|when)\b")
# What somebody does while they speak, between a verb and its date: "said as she signed the bill
# Friday", "said, speaking on Friday"; and a day that has a name: "on Election Day, Nov. 5".
AT_THE_SAME_TIME: Final = re.compile(
    r"\s(?:as|while|when) (?:he|she|they) (?:(?!(?:that|if|whether|because|who|whose|which|until"
    r"|before|after|since|said|says|told)\b)[\w'-]+\s)*(?:[\w'-]+)?$"
    r"|, (?:speaking|talking|writing|testifying|appearing|addressing)\b[^,;:\0]*$"
    r"|\s(?:on|at|for) (?:[A-Z][\w'-]*\s)*(?:Day|Eve|Night), $"
)
# The subject of a verb, which opens no other clause in front of it.
PRONOUN_ALONE: Final = re.compile(r"\s*(?:he|she|it|they)\s*(?:also\s|then\s|had\s|has\s)?")
# What the same subject did before they spoke: "in May he stood on the quay and told".
DID_BEFORE: Final = re.compile(r"^\s*(?:he|she|they)\s+(?!said|says)[a-z]+\s(?P<rest>.*\s)?and\s*$")
# The auxiliary of a verb, right in front of it; and what is of another verb before that.
HAD: Final = re.compile(
    r"\s(?:had|has|have)(?:\s(?:already|also|even|once|earlier|previously|then|first|just|only"
    r"|never|always|often|repeatedly|publicly|similarly|himself|herself|itself|themselves))*\s*$"
)
OF_ANOTHER_VERB: Final = re.compile(
    r"\b(?:said|says|told|tells|wrote|writes|what|who|whom|whose|which|where|how|why)\b"
)
# In front of a date in a clause about somebody: "Dahl, who had in 2015 called it".
RELATIVE_WITH_HAD: Final = re.compile(r"^\s*(?:who|which)(?:\s(?:had|has|have))?(?=\s)")
# What tells back from the news, and begins no story: "In 2019 the mayor had called it".
FLASHBACK: Final = re.compile(
    r"\b(?:had|'d)\s(?:\w+ly\s|once\s|already\s|even\s)?[a-z]+(?:ed|aid|old|en|ought)\b"
)
# A sentence that answers the one before.
RESPONDING: Final = re.compile(r"(?:In (?:response|reply)|Responding|In turn)\b")
# Words for a time whose days no rule tells: holidays, what was "back then", "a decade earlier".
_HOLY: Final = (
    r"(?:Easter|Christmas|Thanksgiving|Passover|Ramadan|Diwali|Whit|Eid(?: al-\w+)?|Good|Palm|Ash"
    r"|Lunar New Year|Halloween|Hanukkah|Yom Kippur|Nowruz|Midsummer)"
)
_SOME: Final = (
    r"(?:[Aa]n?|[Oo]ne|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|many)"
)
UNREAD_TIME: Final = compile_later(
    rf"\b(?:{_HOLY}(?: (?:Eve|Day|Night|Week|Sunday|Monday|Friday|Saturday|Wednesday|Thursday))?"
    r"|(?:[A-Z][\w'-]+ ){1,3}(?:Day|Eve)"
    rf"|(?:[Aa]t|[Aa]round) th(?:e|at) time|[Bb]ack then|{_SOME} (?:years?|decades?|months?|weeks?)"
    r" (?:earlier|before|later|after)|[Oo]n the eve of [^,;:\0]{1,40})\b"
)
# Those that a day in the same sentence may tell: "who quit in July, said at the time".
LONG_BEFORE: Final = compile_later(r".*(?:time|then|earlier|before|later|after)$")
AT_THE_TIME: Final = compile_later(r"[Aa]t th(?:e|at) time(?! of\b)|[Bb]ack then")
OF_A_YEAR: Final = compile_later(rf" of [^,;:\0]{{1,40}}?\b(?P<year>{PRINTED_YEAR})\b")
# In front of a verb of saying: what somebody said again and again, and does no more.
_USED_TO: Final = (
    r"(?:(?:used|liked|loved|was fond of|were fond of)(?: to)? |would (?:always|often) )$"
)
# What begins with a time of somebody's life that is over.
_THEN: Final = rf"(?:child|boy|girl|student|teenager|{'|'.join(sorted(ROLES))})"
_OUT_OF_IT: Final = r"in (?:office|opposition|government|power|exile|charge)"
_A_TIME_OF_LIFE: Final = (
    r"(?:and |but )?(?:(?:back )?when|while)"
    r" (?:i|he|she|they|we|[\w.'-]+(?: [\w.'-]+){0,2}) (?:was|were)"
    rf" (?:(?:still|just|only) )?(?:an? |the )?(?:[\w-]+ ){{0,3}}?(?:{_THEN}|{_OUT_OF_IT})\b"
    rf"|(?:and |but )?while (?:still )?{_OUT_OF_IT}\b"
    rf"|(?:and |but )?as (?:an? )?(?:young|teenage|junior|little) (?:[\w-]+ ){{0,2}}?{_THEN}\b"
    r"|during (?:my|his|her|their|our) (?:time|years|days|stint|spell|childhood|youth)\b"
)
LONG_OVER: Final = compile_later(rf"\s*(?:{_A_TIME_OF_LIFE})", re.IGNORECASE)
USED_TO: Final = compile_later(rf"\b{_USED_TO}", re.IGNORECASE)
