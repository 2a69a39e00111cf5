"""Words in the headings of documents and speeches, and of those who speak in them."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.later_pattern import compile_later

_TEXT_OF: Final = r"(?:(?:the )?(?:full )?text of (?:the )?|(?:the )?)"
_KINDS: Final = (
    r"(?:joint|final|press|media|official|ministerial|trilateral|quadrilateral|bilateral|summit"
    r"|common|leaders'|ministers'|chair's|co-chairs')"
)
_PAPERS: Final = r"(?:statement|communiqué|communique|declaration)"
# A paper whose parties all speak in it: "Joint statement of the ministers of A and B".
WRITTEN_HEADING: Final = compile_later(
    rf"(?:{_TEXT_OF}(?:{_KINDS} )*{_PAPERS}(?: (?:by|of|from|between|issued by)\b.+|$)"
    rf"|[A-Z][^.:;?!]{{1,60}}\b(?:{_KINDS} )+{_PAPERS}(?: (?:by|of|on|at)\b.+|$))",
    re.IGNORECASE,
)
# What one person says: "Remarks by Mining Minister Otto Brandt at the forum".
SPOKEN_HEADING: Final = compile_later(
    rf"{_TEXT_OF}(?:(?:opening|closing|prepared|welcoming|keynote|inaugural|introductory) )*"
    r"(?:remarks|speech|address|keynote|testimony|lecture)(?: (?:given|delivered))?"
    r" (?:by|of|from) (?P<who>.+)",
    re.IGNORECASE,
)
# A paper of one person, who has a post in front: "Statement by President Ada Finch on the attack".
PERSONAL_HEADING: Final = compile_later(
    rf"{_TEXT_OF}(?:(?:press|media|official|personal|written|video|new year's|televised) )*"
    r"(?:statement|declaration|message|letter|open letter) (?:by|of|from) (?P<who>.+)",
    re.IGNORECASE,
)
# What ends a name in a heading: where and on what they spoke.
BEHIND_A_NAME: Final = compile_later(r"\s(?:at|on|to|in|before|during|after|ahead|for)\s|,")
# Where an outlet tells of a paper or a speech, it is neither.
TELLS_OF_IT: Final = compile_later(
    r"\b(?:said|says|told|added)\b(?<!\bI said)(?<!\bhave said)(?<!\bwe said)(?<!\bI told)"
    r"(?<!\bwe told)(?! (?:to )?(?:me|us)\b)|\baccording to\b",
    re.IGNORECASE,
)
# The parties of a paper, as it calls them.
PARTIES: Final = compile_later(
    r"\b(?:the (?:two |three |four |five |foreign |prime |defense )*(?:ministers|leaders|parties"
    r"|sides|participants|heads|presidents|delegations|governments|states|council|committee"
    r"|countries|members|signatories)|both (?:sides|parties|leaders|ministers|governments)"
    r"|they|we)\b",
    re.IGNORECASE,
)
# What follows a paper and is no part of it.
BEHIND_IT: Final = compile_later(
    r"(?:\W*(?:end|ends|background|contacts?|notes? to editors?|for (?:further|more) information"
    r"|media contacts?)\b|###|(?:done|signed) (?:at|in)\b)",
    re.IGNORECASE,
)
# What numbers a paragraph of a paper.
NUMBERED: Final = compile_later(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[•*-])\s+")
# What stands in front of the subject of a sentence: "In this regard,", "For its part,".
IN_FRONT_OF_PARTY: Final = compile_later(
    r"(?:(?:(?:In|On|At|For|As|With|During|After|Regarding|Concerning)\s[^.;,]{1,80}|Meanwhile"
    r"|Moreover|Furthermore|In addition|Finally),\s)?"
)
# A sentence of a paper that one of its parties says: who it is, and what they do.
PARTY_SUBJECT: Final = compile_later(
    r"(?P<who>(?:[Tt]he\s)?[^\W\d_a-z](?:[\w'.-]|\s(?=[^\W\d_a-z]|(?:of|the|and|for|side|delegation"
    r"|party|government|foreign|prime|minister|president|leader|ambassador|secretary)\b)){1,80}?"
    r"(?P<side>\s(?:side|delegation|party|government|minister|president|leader))?)"
    r"(?:,[^,.;]{1,60},)?\s(?:(?:also|further|once again|again|strongly|fully|firmly|warmly)\s)*"
    r"(?:reaffirm|express|note|state|welcome|reiterate|underlin|underscore|emphasi[sz]e|recall|thank"
    r"|inform|confirm|appreciate|stress|support|affirm|undertook|undertake|pledge|commit|propose"
    r"|call|brief|explain|declare|voice|highlight|acknowledge|condemn|urge|demand|reject|oppose"
    r"|offer|assure|praise|commend|insist|request|accept|announce|intend|said|say"
    r"|is (?:ready|prepared|committed|concerned)|was of the view|took note|takes note"
    r"|has no|regret)"
)
# Whoever is all of the parties.
ALL_PARTIES: Final = compile_later(
    r"^(?:the\s)?(?:foreign\s|prime\s)?(?:two|three|four|five|both|ministers|leaders|parties|sides|participants|heads"
    r"|presidents|delegations|governments|states|council|committee|countries|members|signatories"
    r"|they|we)\b",
    re.IGNORECASE,
)
# A capitalized word that may name a party.
OF_PARTY: Final = compile_later(r"(?<!^)\b[^\W\d_a-z]\w|^(?!The\b)[^\W\d_a-z]\w")
# A further sentence of whoever the one before is of.
GOES_ON: Final = compile_later(r"(?:It|He|She|Its|His|Her)\b")
