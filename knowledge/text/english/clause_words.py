"""Words that open, close or lift out a clause: conjunctions, prepositions, verbs."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.calendar_words import (
    COUNTED_IN_PRINT,
    MONTH,
    MONTH_NOT_A_NAME,
    NTH,
    WEEKDAY,
)
from knowledge.text.english.roles import KIN, ROLES

# Conjunctions and adverbs in front of a clause's own words.
LEADING: Final = re.compile(
    r"^(?:(?:but|and|while|yet|still|however|as|when|then|meanwhile|that|because|though|although"
    r"|so|what|how|whom|since|after|for|even|separately|earlier|later|also|where|with|unlike|like|now"
    r"|(?:in|to|from|of|by|under|on) which)\s+)+",
    re.IGNORECASE,
)
_COUNT: Final = rf"(?:{'|'.join(sorted(COUNTED_IN_PRINT, key=len, reverse=True))}|\d{{1,2}})"
# When a clause takes place, in front of its subject: "On Monday Ada Finch told", "Late on Friday".
TIME_IN_FRONT: Final = re.compile(
    rf"(?i:(?:late|early|earlier|only|just)\s)?"
    rf"(?:(?i:on|last|this|by|until|since)\s(?:(?:late|early|last)\s)?|(?i:late|early)\s){WEEKDAY}"
    rf"(?:\s(?:morning|afternoon|evening|night))?\s+(?=[A-Z]|(?:the|an?|his|her|their)\s)"
    rf"|(?i:in)\s{MONTH_NOT_A_NAME}\s+(?=[A-Z])"
    rf"|(?i:on)\s(?:\d{{1,2}}{NTH}\s{MONTH}|{MONTH}\.?\s\d{{1,2}}{NTH})\s+"
    r"(?=[A-Z]|(?:the|an?|his|her|their)\s)"
    rf"|(?i:{_COUNT}\s(?:hours?|days?|nights?|weeks?|months?|years?|decades?)"
    r"(?:\s(?:later|earlier|ago|before))?"
    r"|(?:that|the\s(?:next|following|previous|same))\s(?:day|night|morning|afternoon|evening|week"
    r"|month|year))\s+(?=[A-Z]|(?:the|an?|his|her|their)\s)"
    # "In Lund Ada Finch rose", "At the meeting Ada Finch rose"
    r"|(?:(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) (?:(?:New|San|Los|Las|Santa|El|La|Le|Hong|Kuala|Buenos"
    r"|North|South|East|West|Port|Cape|Saint|Rio|Tel|Abu|Addis|Fort) )?[A-Z][a-z]+"
    r"|(?i:in|at|during|after|before) (?:the|an?|his|her) (?:[a-z-]+ )?"
    r"(?!(?:with|of|for|by|to|from|and|or|at|on|in|about|between|against|over|near|behind|than) )"
    r"[a-z-]+)"
    r"\s(?=[A-Z][\w'-]+ [A-Z][\w'-]+(?: [a-z]|$))"
)
# What somebody says or says it in, in front of them: "In a written statement Harbor Lines said".
PAPER_IN_FRONT: Final = re.compile(
    r"in an? (?:[\w-]+ )?(?:statement|letter|email|e-mail|memo|message|note|filing|post|tweet"
    r"|reply)"
    r"(?: (?:to|from|on|late|early|earlier|last|this|that|the (?:next|same|following))"
    r" [\w' -]{1,30}?"
    r"(?:day|morning|afternoon|evening|night|week))?\s+(?=[A-Z]|(?:the|it|he|she|they)\s)",
    re.IGNORECASE,
)
# A fronted clause without its comma: "As he was led away Dahl turned round".
CLAUSE_IN_FRONT: Final = re.compile(
    r"(?:as|when|while|after|before) (?:he|she|they|it) [a-z][^,;:\0]{1,60}?\s"
    r"(?=[A-Z][\w'-]+(?: [A-Z][\w'-]+)*\s"
    r"(?:\w+ed|said|told|stood|rose|gave|wrote|shook|left|went)\b)",
    re.IGNORECASE,
)
# A chunk that begins with one of these is not a subject.
PREPOSITIONS: Final = frozenset(
    "in at on after before during for to with by from under over about asked speaking amid of "
    "regarding despite outside inside near behind across throughout beyond pressed questioned "
    "challenged confronted reached contacted approached told shown unlike like halfway "
    "midway".split()
)
# A chunk that says by a role whom something is held against, or done with: the name behind it is
# theirs, and no subject.
_OTHERS: Final = KIN | frozenset(
    "predecessor successor counterpart colleague opponent challenger ally boss friend".split()
)
OF_ANOTHER: Final = re.compile(
    rf"(?:{'|'.join(sorted(PREPOSITIONS))})\b(?: [\w'-]+){{0,4}}? (?:his|her|its|their|the|an?)"
    rf" (?:[\w'-]+ ){{0,4}}?(?:{'|'.join(sorted(ROLES | _OTHERS))})$",
    re.IGNORECASE,
)
NAME_ALONE: Final = re.compile(r"[A-Z][\w.'-]*(?: [\w.'-]+){0,2} [A-Z][\w.'-]*")
# A chunk that is one adverb, and not a subject.
ADVERB_ALONE: Final = re.compile(
    r"(?:\w+ly|meanwhile|however|moreover|still|then|instead|also)$", re.IGNORECASE
)
# A chunk that says when, and is not a subject either.
TIME_ALONE: Final = re.compile(
    r"(?:[\w-]+ ){0,3}(?:moments?|minutes?|hours?|days?|weeks?|months?|years?) "
    r"(?:later|earlier|ago|before|after(?:wards?)?)$|(?:\w+ )?\w+day(?: \w+)?$",
    re.IGNORECASE,
)
# A verb, before which a subject ends.
VERB: Final = re.compile(
    r"(?<!\b[Tt]he)\s(?:[a-z]\w*ed|is|was|are|were|has|have|had|will|would|may|might|can|could|should|must|shall|cannot|does|did|said|says|told"
    r"|spoke|met|came|went|left|made|gave|took|held|put|saw|sent|sought|began|became|knew|thought"
    r"|brought|felt|found|got|kept|led|lost|ran|sat|stood|threw|won|wrote|chose|drew|fell|rose|broke"
    r"|shook|hid|swore|wept|rode|tore|wore|woke|sank|struck|swept|stole|froze"
    r"|bought|sold|built|taught|caught|fought|paid|spent|grew|flew|drove|ate|slept|sang|spread"
    r"|turns|walks|leans|nods|smiles|goes|comes|sits|wants?|hopes?|(?:re)?mains?|focus(?:es)?|seeks?|seems?|appears?|begins?"
    r"|who|which|that|himself|herself|itself)\b"
)
# What a sentence can do without after its core. "And ..." may be part of what is said.
DISPENSABLE: Final = re.compile(
    r"(?:\w+ing\b(?! that\b)|which|who|whose|where|as|while|amid|following|after|before|unlike"
    r"|despite|with|although|though|in a|in an|in the|an?|its|his|her|their)\b"
)
# "a treaty, a shared toll and a bell", not "a city in the north and the capital since 1950".
LAST_OF_A_LIST: Final = re.compile(r"(?:an?|its|his|her|their) (?:[\w-]+ ){1,3}(?:and|or) \S")
# What stands beside a clause behind a comma: "according to ...", "noting that ...", "but ...".
BESIDE_ITS_CLAUSE: Final = re.compile(r"(?:according to|\w{2,}ing|and|but|or|yet|so)\b")
# What may be somebody's role, where it has no verb.
ROLE_ALONE: Final = re.compile(r"(?:an?|the) ")
# What joins a sentence to the one before it.
JOINS_ON: Final = re.compile(r"(?:But|And|Yet) ")
# What begins a clause about the noun before it.
RELATIVE: Final = re.compile(r"\b(?:who|whom|whose|which|that)\b")
# A clause in front of the main one.
FRONTED: Final = re.compile(r"(?:while|although|though|even as)\b", re.IGNORECASE)
# A part that goes on with the subject of the part before.
PREDICATE: Final = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|\w+s|\w+ed)\b(?! (?:of|in|for|from)\b)"
)
# In front of a name that is the object of a role: "a spokesman for Per Dahl".
BEFORE_AN_OBJECT: Final = re.compile(r"\b(?:for|of|to|from|with|by|than|over)$")
