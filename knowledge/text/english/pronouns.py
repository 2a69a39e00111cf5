"""Pronouns, and other words that go back to somebody named before."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.roles import KIN, ROLES
from knowledge.text.later_pattern import compile_later

# As the subject of a verb of saying, or as whose speech it is.
SPEAKING_PRONOUN: Final = compile_later(
    r"^(he|she|it|they|hers|theirs|(?:his|her|its|their)$|the (?:man|woman))\b", re.IGNORECASE
)
# As the subject of the outlet's own sentence. "It is possible" goes back to nobody.
PRONOUN_IN_FRONT: Final = compile_later(
    r"(?:it|they|he|she)\b(?! is (?:possible|clear|likely|unlikely|unclear)\b)", re.IGNORECASE
)
# As the subject of a clause inside a clause: "what he described".
INNER_SUBJECT: Final = compile_later(r"(?<=\s)(?:he|she|it|they)$")
# As the subject behind when or where something was: "At seven she turned to me".
INNER_PRONOUN: Final = compile_later(
    r"(?<=\s)(?P<who>he|she|they|it) "
    r"(?:\w+ed|said|told|stood|rose|gave|wrote|shook|left|went|took)\b"
)
# Whom a possessive goes back to.
SUBJECT_OF_POSSESSIVE: Final = {"his": "he", "her": "she", "its": "it", "their": "they"} | {
    "hers": "she",
    "theirs": "they",
}
# How a sentence goes on about its own subject: "Mwale told the paper that he would stay".
CALLS_ITS_SUBJECT: Final = {
    which: compile_later(rf"\b(?:that|as|when|while|before|after|because|and) {which}\b")
    for which in ("he", "she")
}
# In front of a name that is not anybody's: "the ferry Santa Marta".
THING_WITH_A_NAME: Final = compile_later(
    r"\b(?:ferry|ship|vessel|trawler|tanker|boat|yacht|frigate|destroyer|submarine|cruiser|freighter"
    r"|liner|hurricane|typhoon|cyclone|storm|operation|project|satellite|locomotive|ward|horse|dog"
    r"|cat|hotel|restaurant|cafe|street|square|bridge|island|river|mount|lake) $",
    re.IGNORECASE,
)
# Between two people of whom "he" may be either: "Ada Finch of Lund and the mayor, Per Dahl".
AND_ANOTHER: Final = compile_later(
    r"(?:,? (?:of|from|in) [A-Z][\w'-]*)?,? and (?:(?:the|his|her|its|their|[a-z-]+),? ){0,4}"
)
# Somebody described, of whom no name is printed.
SOMEBODY: Final = compile_later(
    r"(?:the|an?|another|one|some|many|several|two|three|four|five|both|other|most|his|her|their|its"
    r"|our|my|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,2}'s?) (?:[\w'.-]+ ){0,5}?[\w'-]+"
    r"(?: (?:of|on|in|at|for|from|with|to|by) [\w '.-]{1,60})?$"
    r"|(?:another|others|one|some|many|both)$",
    re.IGNORECASE,
)
# Whose statement something is: "Its statement said", "His opening line: ...".
_OWN_WORDS: Final = (
    r"(?:statement|letter|email|e-mail|memo|message|note|filing|memorandum|tweet|post|line|verdict"
    r"|comment|answer|reply|response|retort|advice|reaction|conclusion|summary|parting shot"
    r"|last words|words)(?: to (?:[\w'-]+ ){0,4}?[\w'-]+)?"
)
OWN_STATEMENT: Final = compile_later(
    rf"(?P<whose>his|her|its|their) (?:[\w-]+ ){{0,2}}?{_OWN_WORDS}$",
    re.IGNORECASE,
)
WORDS_OF_SOMEBODY: Final = compile_later(
    r"(?P<whose>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4}?)'s (?:[\w-]+ ){0,2}?"
    r"(?:line|verdict|comment|answer|reply|response|retort|advice|reaction|conclusion|parting shot"
    r"|words)(?: to (?:[\w'-]+ ){0,4}?[\w'-]+)?$"
)
# A part of a paper, which is the paper's: "Paragraph 14 of the agreement".
PART_OF_A_PAPER: Final = compile_later(
    r"(?:paragraph|article|section|clause|chapter|page|rule|annex|appendix|schedule)"
    r" [\w.()]{1,6} of (?P<who>.+)$",
    re.IGNORECASE,
)
# Whoever somebody's own people are: "Brandt's camp".
OWN_PEOPLE: Final = compile_later(
    r"(?P<who>(?:[^\W\da-z_][\w'-]*?\s)*[^\W\da-z_][\w-]*)(?:'s|(?<=s)') (?!(?:"
    + "|".join(sorted(ROLES | KIN))
    + r")s?\b)[a-z]"
)
# Two who speak or act together.
BOTH_SIDES: Final = compile_later(
    r"^(?:the|both|these)?\s*(?:two|both)\s+(?:governments|countries|sides|nations|states|allies"
    r"|neighbou?rs)\b|^both$",
    re.IGNORECASE,
)

# Whom a sentence about something else brings in: "It drew a frown from Ada Finch, who".
INTRODUCED: Final = compile_later(
    r"\b(?:(?:from|to|by|beside|with|met|of) "
    r"|(?:an?|the|their|our) (?:[\w-]+ )?(?:man|woman|boy|girl) (?:named|called) "
    r"|(?:an?|the|[Tt]heir|[Oo]ur|[Hh]is|[Hh]er) (?:[\w-]+ ){0,2}[a-z]+, )"
    r"(?P<who>(?:[^\W\da-z_][\w'-]*\.? )*[^\W\da-z_][\w'-]+)"
    r"(?=,? who\b|, (?:an?|the) |, (?:was|is|had|has) )"
)
# Relative pronouns: alone between commas,
RELATIVE_ALONE: Final = compile_later(r"^(?:who|which|that)$", re.IGNORECASE)
# in front of a part that says nothing of a post,
RELATIVE_OPENER: Final = compile_later(r"(?:who|which|that|whose|where|when)\b")
# as the subject of a part that goes on about the holder before,
RELATIVE_SUBJECT: Final = compile_later(r"(?:which|who|whose)\b")
# the owner of a subject, who does not speak,
WHOSE: Final = compile_later(r"whose\s+")
# and with the whole clause, whose dates are not those of the verb.
RELATIVE_CLAUSE: Final = compile_later(r"\b(?:who|which|whose|whom|where)\b[^,;\0]*")

# Words for a man and for a woman: titles, kin, and what people are called by.
CALLED_HE: Final = frozenset(
    "himself mr sir lord king prince father husband brother son man boy spokesman chairman "
    "congressman councilman businessman assemblyman alderman gentleman anchorman grandfather "
    "uncle".split()
)
CALLED_SHE: Final = frozenset(
    "herself mrs ms miss lady dame queen princess mother wife sister daughter woman girl "
    "spokeswoman chairwoman congresswoman councilwoman businesswoman assemblywoman actress mum mom "
    "grandmother aunt".split()
)
# What somebody is, in front of a name: "her colleague ", "the harbor's treasurer ", "Party chair ".
DESCRIBING: Final = compile_later(
    r"(?:(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]he|[Aa]n?|[Aa]nother|[A-Z][\w-]+(?:'s?)?)\s)"
    r"(?:[\w'-]+\s){0,3}?"
    r"(?!(?:after|before|since|until|when|while|if|that|and|or|but|as|against|about|behind|in|on|at"
    r"|under|between|among|like|unlike|around|near|via|per|because)\s)[a-z][\w-]+\s"
)
# Inside a subject: what follows is about it.
RELATIVE_INSIDE: Final = compile_later(r"(?<=\w)\s(?:(?:who|which)\b.*|that)$")
# Between those who speak together.
LIST: Final = compile_later(r",? and |, ")
# Behind the name of one of them: "Ada Finch of Borland".
OF_A_PLACE: Final = compile_later(
    r"\s(?:of|from)\s(?:the\s)?[A-Z][\w'-]*(?:\s(?:(?:of|for)\s)?[A-Z][\w'-]*){0,4}$"
)
# Between somebody and the place or body that they are from: "Lena Ost of the University of Lund".
WHENCE: Final = compile_later(r"(?:^|\s)(?:of|from|in|at|near|outside|with)\s")
# One each of several states: "the foreign ministers of Velmora and South Tarsk".
ONE_OF_EACH: Final = compile_later(
    r"(?:(?:[Tt]he|[Aa]n?|[Tt]heir)\s)?(?:[\w'-]+\s){0,3}?"
    r"(?P<what>[A-Za-z-]+s(?=\sof)"
    r"|[a-zé]+(?=\s(?:of|by|from|between)\sthe\s[\w ]{1,40}s\sof\s[A-Z]))"
    r"\s(?:of|by|from|between)\s(?:the\s[\w ]{1,40}s\sof\s)?"
    r"(?P<whose>[A-Z][^;:]{0,120}\sand\s[^;:]{1,40})$"
)
# One of two who share a surname, and which is told by age alone: "the younger Finch".
ONE_OF_A_FAMILY: Final = compile_later(
    r"(?:[Tt]he|[Hh]is|[Hh]er) (?:younger|elder|older|eldest|youngest|senior|junior)"
    r" (?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][\w'-]*$"
    r"|(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][\w'-]*,?"
    r" (?:[Tt]he (?:[Yy]ounger|[Ee]lder)|[Ss]enior|[Jj]unior)$"
)
# A title with "and" in it: "Trade and Industry Minister Per Dahl".
ONE_TITLE: Final = compile_later(
    r"[A-Z][a-z]+(?:, [A-Z][a-z]+){0,3},? and [A-Z][a-z]+ (?:Minister|Secretary|Commissioner"
    r"|Spokes\w+|Chief|Chair\w*|Director|Committee|Editor|Correspondent)\b"
)
# Several states by their names alone.
STATES: Final = compile_later(
    r"(?:[Bb]oth\s|[Tt]he\sgovernments\sof\s)?"
    r"(?P<whose>(?:[Tt]he\s)?[A-Z][\w'-]*(?<!'s)(?:\s[A-Z][\w'-]*(?<!'s)){0,3}"
    r"(?:,\s[A-Z][\w'-]*(?<!'s)(?:\s[A-Z][\w'-]*(?<!'s)){0,3}){0,30},?"
    r"\sand\s(?:the\s)?[A-Z][\w'-]*(?<!'s)(?:\s[A-Z][\w'-]*(?<!'s)){0,3})"
)
# Whose spokesman somebody is, whom "the minister" in the same sentence means: "a spokesman for Dahl
# denied that the minister".
SPOKESMAN_OF: Final = compile_later(
    r"\b(?:spokes(?:man|woman|person)|aide|adviser|advisor|lawyer|attorney|press secretary)"
    r" (?:for|to|of) (?:[a-z]+ ){0,3}(?P<who>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4})"
    r"(?=\s[a-z]|,)[^.?!\0]{0,120}$"
)
# Which of two who were named before, no rule tells.
ONE_OF_TWO: Final = compile_later(r"[Tt]he (?:latter|former)")
# Several people by what they are: "the three mayors", in front of their names.
SEVERAL: Final = compile_later(
    r"(?:the|both|all|two|three|four|five)\s(?:[\w'-]+\s){0,4}?[a-z][\w-]*(?:s|men)(?:\sof\s.*)?$",
    re.IGNORECASE,
)
# Who wrote what is printed as saying something, and not whom it was sent to.
SENDER: Final = compile_later(
    r"(?:the|an?|his|her|one|another)\s(?:[\w-]+\s){0,3}?(?:e-?mail|letter|memo|note|message|tweet|text"
    r"|post|postcard|cable|telegram)\s(?:that was\s)?(?:from|by|written by|sent by)\s"
    r"(?P<who>.*?[A-Z][\w.'-]*)(?:\sto\s.*|$)",
    re.IGNORECASE,
)
