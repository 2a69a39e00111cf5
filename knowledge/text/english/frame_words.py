"""Words that frame a clause: without them, its words say more than the article does."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from knowledge.text.english.cue_words import ATTITUDE as STANCES
from knowledge.text.english.relay_words import RELAYED
from knowledge.text.english.turning_words import ATTITUDE, ATTRIBUTION, CONDITION, NEGATION

_FLAGS: Final = re.IGNORECASE


def _any(*patterns: str | re.Pattern[str]) -> re.Pattern[str]:
    sources = (p if isinstance(p, str) else p.pattern for p in patterns)
    return re.compile("|".join(f"(?:{source})" for source in sources), _FLAGS)


# Near the words these are a condition too; farther off they tell a time.
_WHEN: Final = (
    r"\b(?:when(?:ever)?|as soon as|by the time|(?:before|after) (?:it|they|he|she|\w+ing)|lest"
    r"|were (?:it|they|he|she) to|had (?:it|they|he|she))\b"
)
_CONDITIONS: Final = (
    r"\b(?:depend(?:s|ed|ing)? on|subject to|conditional|in (?:return|exchange) for|as far as"
    r"|suppos(?:e|ing)|given that|otherwise|(?:on|under) the (?:understanding|premise|assumption)"
    r"|no matter|pending|even if|when and only when|only (?:when|after))\b"
)
_NEGATIONS: Final = (
    r"\b(?:nowhere|scarcely|rarely|seldom|few|little|lack\w*|absence of|instead of|ha(?:s|d|ve) yet"
    r"|rather than|stop(?:s|ped)? short|far from|too \w+ to|no longer|rul(?:e|es|ed|ing) out"
    r"|prevent\w*|block\w*|abandon\w*|cancel\w*|drop(?:s|ped|ping)?|dismiss\w*|forb[ia]d\w*"
    r"|contradict\w*|disput\w*|false\w*|untrue|wrong\w*|myth|mistaken\w*|hoax|fabricat\w*"
    r"|rebut\w*|refut\w*|disagree\w*|declin\w*|withdr[ae]w\w*|withdrawn|ceas(?:e|es|ed|ing)"
    r"|give up|gave up|given up|scrap(?:s|ped)?|shelv(?:e|es|ed)|postpon\w*|delay\w*)\b"
)
_UNDONE: Final = (
    r"\b(?:ruled out|dismiss\w*|disput\w*|contradict\w*|cancel\w*|abandon\w*|false|untrue|wrong"
    r"|withdrawn|dropped|scrapped|shelved|postponed|delayed|forbidden|prevented|blocked|ridicul\w*"
    r"|question(?:ed|able)|far from|no longer|yet to)\b"
)
CONCESSION: Final = re.compile(
    r"\b(?:while|although|though|even (?:if|though|as)|despite|in spite of|notwithstanding|albeit"
    r"|whereas|but|however|(?<!has )(?<!have )(?<!had )yet|nevertheless|nonetheless|granted"
    r"|admittedly|regardless|unlike|in contrast|on the other hand|at the same time)\b",
    _FLAGS,
)
_HEDGES: Final = (
    r"\b(?:seem\w*|appear\w*|apparent\w*|possib\w*|perhaps|maybe|likely|likelihood|probab\w*|"
    r"potential\w*|suggest\w*|assum\w*|presum\w*|suppos\w*|so-called|purport\w*|ostensibl\w*"
    r"|would-be|pretend\w*|pretext|guis\w*|rumou?r\w*|speculat\w*|expect\w*|predict\w*|forecast\w*"
    r"|anticipat\w*|risk\w*|danger\w*|threat\w*|prospect\w*|chances?|question\w*|debat\w*|unclear"
    r"|uncertain\w*|unsure|remains? to be seen|hypothe\w*|theor\w*|in theory|partly|almost|nearly"
    r"|about to|difficult\w*|hard|tough|eas(?:y|ier)|early|late|time to|necess\w*|need\w*"
    r"|important\w*)\b"
)
_FEELINGS: Final = (
    r"\b(?:hope\w*|hoping|wish\w*|wonder\w*|fear\w*|worr\w*|concern\w*|alarm\w*|anxi\w*|dread\w*"
    r"|suspic\w*|suspect\w*|doubt\w*|sceptic\w*|skeptic\w*|regret\w*|believ\w*|belief\w*|thinks?"
    r"|thought|thinking|feels?|felt|feeling|consider\w*|imagin\w*|view\w*|opinion|impression|idea"
    r"|notion|perce\w*|interpret\w*|claim\w*|alleg\w*|accus\w*|assert\w*|argu\w*|insist\w*|contend\w*"
    r"|complain\w*|warn\w*|caution\w*|jok\w*|hint\w*|impl(?:y|ie)\w*|vow\w*|pledg\w*|promis\w*"
    r"|propos\w*|offer\w*|ask\w*|request\w*|demand\w*|urg\w*|call(?:s|ed|ing)? (?:for|on)|plead\w*"
    r"|encourag\w*|press(?:es|ed|ing)?|push\w*|want\w*|desir\w*|like to|plan\w*|intend\w*|intent\w*"
    r"|aim\w*|seek\w*|sought|try|tries|tried|trying|attempt\w*|effort\w*|strive\w*|prepar\w*|ready"
    r"|readiness|willing\w*|open to|keen|eager|determined|reluctan\w*|wary|hesita\w*|opposed?"
    r"|opposition|against|avoid\w*|support\w*|back(?:s|ed|ing)|welcom\w*|prefer\w*|accept\w*"
    r"|agree\w*|favou?r\w*|criticiz\w*|criticis\w*|condemn\w*|object\w*|stance|position)\b"
)
_SOURCES: Final = (
    r"\b(?:according to|quot\w+|cit(?:e|es|ed|ing)|report(?:s|ed|edly|ing)?|sources?|officials?"
    r"|diplomats?|analysts?|experts?|critics?|observers?|state(?:-run)? media|spokes\w+"
    r"|added|noted|stressed|emphasi[sz]ed|declared|announced|told|wrote|described|termed"
    r"|dubbed|indicated|underscored|reiterated|repeatedly|made clear)\b"
)
_MODALS: Final = r"\b(?:might|(?-i:may)|can|could|should|would|must|ought to|ha(?:ve|s|d) to)\b"
_ATTITUDES: Final = f"{ATTITUDE.pattern}|{STANCES.pattern}|{_FEELINGS}|{_HEDGES}"
# Right before the words, these make less of them: "some officials", "used to".
_LESSENING: Final = (
    r"\b(?:some|many|several|most|half|part(?:s)? of|certain|sometimes|often|occasionally|once"
    r"|formerly|previously|initially|originally|at first|used to|allegedly|only|almost|nearly"
    r"|hardly|partly|so-called)\b"
)
_NOUNS: Final = (
    r"(?:polic(?:y|ies)|threats?|positions?|stances?|plans?|support|efforts?|campaigns?|needs?"
    r"|commitments?|proposals?|possib\w*|offers?|ideas?|views?|priorit\w+|intentions?|promises?"
    r"|demands?|prospects?|questions?|debates?|agreements?|hard|early|late|easy|tough|attempts?)\b"
)
_LINKED: Final = r"[^,;:]*\b(?:to|that|of|for|about|at|on|whether|is|was|be)\b"
LINKS: Final = frozenset({"to", "that", "of", "for", "about", "at", "on"})
# Such a noun frames what follows if it leads into it, and nothing in front of it.
_BEFORE_IT: Final = rf"(?!{_NOUNS}(?!{_LINKED}))"
_BEHIND_IT: Final = rf"(?!{_NOUNS})"


class FrameRule(NamedTuple):
    """Words that frame others `reach` words off; if they `govern`, no comma stands between."""

    kind: str
    pattern: re.Pattern[str]
    reach: int
    governs: bool = False


_FAR: Final = 99
# What frames the words that follow it, the strongest first.
BEFORE: Final = (
    FrameRule("negation", _any(NEGATION, _NEGATIONS), 10, governs=True),
    FrameRule("condition", _any(CONDITION, _CONDITIONS), _FAR),
    FrameRule("condition", _any(_WHEN), 4),
    FrameRule("concession", CONCESSION, _FAR),
    FrameRule("modal", _any(_MODALS), 4, governs=True),
    FrameRule("attitude", _any(f"{_BEFORE_IT}(?:{_ATTITUDES})"), 12, governs=True),
    FrameRule("attitude", _any(_LESSENING), 2),
    FrameRule("attribution", _any(ATTRIBUTION, RELAYED, _SOURCES), 14),
)
# What frames the words in front of it.
AFTER: Final = (
    FrameRule("negation", _any(NEGATION, _UNDONE), 8),
    FrameRule("condition", _any(CONDITION, _CONDITIONS), _FAR),
    FrameRule("condition", _any(_WHEN), 4),
    FrameRule("concession", CONCESSION, _FAR),
    FrameRule("attitude", _any(f"{_BEHIND_IT}(?:{_ATTITUDES})"), 7),
    FrameRule("attribution", _any(ATTRIBUTION, RELAYED, _SOURCES), _FAR),
)
# A clause that ends with one of these says something of the next words, whatever it is.
LEADING_IN: Final = re.compile(r"\b(?:that|whether|if|how|why)[\s\"'“‘(]*$", _FLAGS)
# At the begin of a sentence these only join it to the one before.
JOINING: Final = frozenset(
    {"but", "however", "yet", "nevertheless", "nonetheless", "granted"}
    | {"at the same time", "in contrast", "on the other hand"}
)
# Of two frames in the same words, the first is told.
STRENGTH: Final = (
    *("condition", "negation", "concession", "attitude", "modal", "attribution"),
    *("question", "clause"),
)
# What a period after it ends no sentence.
ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof gov sen rep gen col lt sgt st no vs etc jr sr inc ltd jan feb mar apr jun "
    "jul aug sep sept oct nov dec u.s u.n u.k a.m p.m".split()
)
KINDS: Final = frozenset(STRENGTH)
