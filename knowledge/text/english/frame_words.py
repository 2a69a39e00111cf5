"""Words that frame a clause: without them, its words say more than the article does."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from knowledge.text.english.cue_words import ATTITUDE as STANCES
from knowledge.text.english.cue_words import CLAIMED
from knowledge.text.english.relay_words import RELAYED
from knowledge.text.english.turning_words import (
    ATTITUDE,
    ATTRIBUTION,
    CONDITION,
    HEDGE,
    INTENT,
    LIMIT,
    NEGATION,
    REVERSAL,
    UNTRUE,
)
from knowledge.text.later_pattern import compile_later

_FLAGS: Final = re.IGNORECASE


def _any(*patterns: str | re.Pattern[str]) -> re.Pattern[str]:
    sources = (p if isinstance(p, str) else p.pattern for p in patterns)
    return compile_later("|".join(f"(?:{source})" for source in sources), _FLAGS)


# Near the words these are a condition too; farther off they tell a time. "The day when" names one.
_WHEN: Final = (
    r"(?<!\bcome )(?<!\bday )(?<!\btime )(?<!\bmoment )"
    r"\b(?:when(?:ever)?|as soon as|by the time|(?:before|after) (?:it|they|he|she|\w+ing)|lest)\b"
)
_WHOM: Final = (
    r"(?:it|they|he|she|we|i|you|the|this|that|these|those|any|its|his|her|their|(?-i:[A-Z])\w+)"
)
_DONE: Final = (
    r"(?:been|\w+ed|gone|come|taken|given|made|held|kept|met|left|won|lost|known|broken|done)"
)
# "Had the meeting gone ahead": a condition without an "if", at the begin of its clause.
_TURNED_ROUND: Final = (
    r"(?:^[\s\"“(]*|(?<=[,;:(—] )|(?<=\bbut )|(?<=\band )|(?<=\bthat ))"
    rf"(?:had {_WHOM} (?:[\w-]+ ){{0,4}}?{_DONE}|were {_WHOM} (?:[\w-]+ ){{0,4}}?to"
    rf"|should {_WHOM}(?: [\w-]+){{1,4}})\b|^[\s\"“(]*without\b"
)
_CONDITIONS: Final = (
    r"\b(?:depend(?:s|ed|ing)? on|subject to|conditional|in (?:return|exchange) for|as far as"
    r"|suppos(?:e|ing)|given that|otherwise|(?:on|under) the (?:understanding|premise|assumption)"
    r"|no matter|pending|barring|permitting|even if|when and only when|only (?:when|after))\b"
)
_UNDONE: Final = (
    rf"\b(?:{UNTRUE}|ruled out|called off|cancel\w*"
    r"|(?:is|was|were|been|be) abandoned|withdrawn|dropped|scrapped|shelved|postponed|delayed"
    r"|forbidden|prevented|blocked"
    r"|question(?:ed|able)|far from|no longer|yet to)\b"
)
CONCESSION: Final = compile_later(
    r"\b(?:while|although|though|even (?:if|though|as)|despite|in spite of|notwithstanding|albeit"
    r"|whereas|but|however|(?<!has )(?<!have )(?<!had )yet|nevertheless|nonetheless"
    r"|granted(?=,|\s+that\b)|admittedly|regardless|unlike|in contrast|on the other hand"
    r"|at the same time)\b",
    _FLAGS,
)
_HEDGES: Final = (
    rf"{HEDGE.pattern}|\b(?:suggest\w*|expect\w*|predict\w*|forecast\w*|anticipat\w*|risk\w*"
    r"|danger\w*|threat\w*|prospect\w*|chances?|debat\w*|partly|almost|nearly|difficult\w*|hard"
    r"|tough|eas(?:y|ier)|(?:early|late)(?! (?:on|in|last|this|(?-i:[A-Z])))|time to|necess\w*"
    r"|need\w*|important\w*)\b"
)
_FEELINGS: Final = (
    rf"{INTENT.pattern}|\b(?:hope\w*|wish\w*|wonder\w*|fear\w*|worr\w*|concern\w*|alarm\w*"
    r"|anxi\w*|dread\w*|suspic\w*|suspect\w*|doubt\w*|sceptic\w*|skeptic\w*|regret\w*|believ\w*"
    r"|belief\w*|thinks?|thought|thinking|feels?|felt|feeling|imagin\w*|view\w*|opinion|impression"
    r"|idea|notion|perce\w*|interpret\w*|claim\w*|accus\w*|assert\w*|argu\w*|insist\w*|contend\w*"
    r"|complain\w*|warn\w*|caution\w*|jok\w*|hint\w*|impl(?:y|ie)\w*|propos\w*|offer\w*|ask\w*"
    r"|request\w*|demand\w*|urg\w*|call(?:s|ed|ing)? (?:for|on)|plead\w*|encourag\w*"
    r"|press(?:es|ed|ing)?|push\w*|want\w*|desir\w*|plan\w*|aim\w*|attempt\w*|effort\w*|prepar\w*"
    r"|reluctan\w*|wary|hesita\w*|opposed?|opposition|against|avoid\w*|support\w*"
    r"|back(?:s|ed|ing)|welcom\w*|prefer\w*|accept\w*|agree\w*|favou?r\w*|criticiz\w*|criticis\w*"
    r"|condemn\w*|object\w*|stance|position)\b"
)
_PEOPLE: Final = r"(?:official|diplomat|analyst|expert|critic|observer)s?"
_SAY: Final = (
    r"(?:sa(?:id|ys?|w)|t(?:old|ells?)|add(?:s|ed)|not(?:es?|ed)|writes?|wrote|warn(?:s|ed)?|think"
    r"|thought|believed?|(?:claim|argue?|confirm|acknowledge?|deni?|expect|fear|hope?)(?:s|d|ed)?"
    r"|call(?:s|ed)?|see|familiar|who|of)\b"
)
_SOURCES: Final = (
    r"\b(?:according to|quot(?:es?|ed|ing)|cit(?:e|es|ed|ing)|report(?:s|ed|edly|ing)?|sources?"
    rf"|{_PEOPLE}(?=,? (?:[\w'’]+ ){{0,6}}{_SAY})|state(?:-run)? media|spokes\w+|answered"
    r"|added|noted|stressed|emphasi[sz]ed|declared|announced|told|wrote|described|termed"
    r"|dubbed|indicated|underscored|reiterated|made clear)\b"
)
# "Could not" is told as what it is, a negation.
_MODALS: Final = (
    r"\b(?:might|(?-i:may)|can|could|should|would|must|ought to|ha(?:ve|s|d) to)\b(?! not\b)"
)
_ATTITUDES: Final = f"{ATTITUDE.pattern}|{STANCES.pattern}|{_FEELINGS}|{_HEDGES}"
# Right before the words, these make less of them: "some officials", "used to".
_LESSENING: Final = (
    r"\b(?:some|many|several|most|half|part(?:s)? of|certain|sometimes|often|occasionally|once"
    r"|formerly|previously|initially|originally|at first|used to|only(?! (?:said|says?|told))"
    r"|almost|nearly|hardly|partly|so-called|potential)\b"
)
_AGREED: Final = (
    r"(?:drafts?|plans?|proposals?|bills?|treat(?:y|ies)|deals?|agreements?|terms?|laws?|rules?"
    r"|scenarios?|circumstances|schemes?|blueprints?|options?|pacts?|accords?|arrangements?"
    r"|formulas?|models?|estimates?|versions?|compromises?|resolutions?|text)"
)
_WHOSE: Final = r"(?:the|this|that|these|those|an?|its|his|her|their|such|one|[\w.]+['’]s?)"
# "Under the draft": what is said holds of that alone.
_SCOPE: Final = rf"\b(?:under|in|by) {_WHOSE} (?:[\w-]+ ){{0,3}}?{_AGREED}\b"
_MOMENT: Final = (
    r"\b(?:in (?:theory|principle|private|public|part|some ways)|on paper|at (?:least|best|most)"
    r"|for now|for the (?:moment|time being)|at (?:present|the moment)|so far|to date|officially"
    r"|technically|privately|publicly|formally|nominally|to some extent|up to a point)\b"
)
_SCOPE_BEFORE: Final = (
    rf"(?:^[\s\"“(]*|(?<=[,;:] ))(?:but |and )?(?:{_SCOPE}|{_MOMENT})(?=[^,;:]*,)"
)
_SCOPE_AFTER: Final = rf"{_SCOPE}|(?<=, )(?:{_MOMENT})"
# What a condition may be called beside "if": in exchange for, had the meeting gone ahead.
OTHER_CONDITION: Final = _any(_CONDITIONS, _TURNED_ROUND)
_NOUNS: Final = (
    r"(?:polic(?:y|ies)|threats?|positions?|stances?|plans?|support|efforts?|campaigns?|needs?"
    r"|commitments?|proposals?|possib\w*|offers?|ideas?|views?|priorit\w+|intentions?|promises?"
    r"|demands?|prospects?|questions?|debates?|agreements?|hard|early|late|easy|tough|attempts?)\b"
)
_LINKED: Final = r"[^,;:]*\b(?:to|that|of|for|about|at|on|whether|is|was|be)\b"
LINKS: Final = frozenset({"to", "that", "of", "for", "about", "at", "on"})
# Such a noun frames what follows if it leads into it, and nothing in front of it.
_IN_FAVOR: Final = r"(?<!in its )(?<!in his )(?<!in her )(?<!in their )"
_BEFORE_IT: Final = rf"{_IN_FAVOR}(?!{_NOUNS}(?!{_LINKED}))"
_BEHIND_IT: Final = rf"{_IN_FAVOR}(?!{_NOUNS})"
# "It is for the members to say": nobody says it.
_SAID: Final = rf"(?<!\bto )(?:{ATTRIBUTION.pattern})"


# "As the opposition claimed, ..."
_AS_SAID: Final = rf"\bas (?:[\w'’.-]+ ){{1,6}}{CLAIMED}\b(?=[^,;:]*,)"


class FrameRule(NamedTuple):
    """Words that frame others `reach` words off; if they `govern`, no comma stands between."""

    kind: str
    pattern: re.Pattern[str]
    reach: int
    governs: bool = False


_FAR: Final = 99
# What frames the words that follow it, the strongest first.
BEFORE: Final = (
    FrameRule("negation", _any(NEGATION, REVERSAL), 10, governs=True),
    FrameRule("condition", _any(CONDITION, OTHER_CONDITION), _FAR),
    FrameRule("condition", _any(_WHEN), 4),
    FrameRule("concession", CONCESSION, _FAR),
    FrameRule("modal", _any(_MODALS), 4, governs=True),
    FrameRule("attitude", _any(f"{_BEFORE_IT}(?:{_ATTITUDES})"), 12, governs=True),
    FrameRule("attribution", _any(_SAID, RELAYED, _SOURCES), 14),
    FrameRule("attribution", _any(_AS_SAID), _FAR),
    FrameRule("limit", _any(_SCOPE_BEFORE), _FAR),
    FrameRule("limit", _any(LIMIT, _LESSENING), 2, governs=True),
)
# What frames the words in front of it.
AFTER: Final = (
    FrameRule("negation", _any(NEGATION, _UNDONE), 8),
    FrameRule("condition", _any(CONDITION, OTHER_CONDITION), _FAR),
    FrameRule("condition", _any(_WHEN), 8),
    FrameRule("concession", CONCESSION, _FAR),
    FrameRule("attitude", _any(f"{_BEHIND_IT}(?:{_ATTITUDES})"), 7),
    FrameRule("attribution", _any(_SAID, RELAYED, _SOURCES), _FAR),
    FrameRule("limit", _any(LIMIT, _SCOPE_AFTER), 3),
)
# A clause that ends with one of these says something of the next words, whatever it is.
LEADING_IN: Final = compile_later(r"\b(?:that|whether|if|how|why)[\s\"'“‘(]*$", _FLAGS)
# At the begin of a sentence these only join it to the one before.
JOINING: Final = frozenset(
    {"but", "however", "yet", "nevertheless", "nonetheless", "granted"}
    | {"at the same time", "in contrast", "on the other hand"}
)
_PASTS: Final = (
    r"\w{2,}ed|was|were|had|did|met|came|went|left|made|gave|took|held|saw|sent|said|told|began"
    r"|broke|lost|won|rose|fell|grew|rang|rode|ran|led|fled|built|kept|knew|drew|flew|threw|spoke"
    r"|wrote|chose|froze|stole|sold|bought|brought|sought|fought|caught|taught|thought|found|stood"
    r"|struck|swore|tore|wore|hit|shot|sank|sang|spent|paid|laid|heard|felt|got|drove|shook|became"
)
PAST: Final = compile_later(rf"\b(?:{_PASTS})\b")
# A verb that a clause of its own has.
FINITE: Final = compile_later(
    rf"(?<!\S)(?:[\w'’]+(?:['’](?:s|d|ll|re)|n['’]t)|{_PASTS}|is|are|has|have|will|would|may|might"
    r"|can|could|should|must|do|does|says|hopes?|wants?|plans?|asks?)\b"
)
# What joins a clause to the one before.
COORDINATED: Final = compile_later(r"(?:[,;] |(?<=\s)|^)(and|or|so|but|yet) (?!that\b)", _FLAGS)
# A clause that tells a time, if its verb is in the past.
PAST_TIME: Final = compile_later(
    r"(?:^[\s,]*|(?<=[,;:] ))(?:when|after|before|since)\b[^,;:]*", _FLAGS
)
# "Prime minister until 2024": until when somebody held an office, if it follows a noun.
DATED: Final = compile_later(r"until (?:\w+ ){0,2}\d{4}$", _FLAGS)
# Of two frames in the same words, the first is told.
STRENGTH: Final = (
    *("condition", "negation", "concession", "attitude", "modal", "attribution"),
    *("limit", "question", "clause"),
)
KINDS: Final = frozenset(STRENGTH)
