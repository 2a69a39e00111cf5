"""Words at the edges of a cut: what may open or close a part that is lifted out of a sentence."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.calendar_words import CALENDAR_NOUN, DOTTED_MONTH, NUMBER, WEEKDAYS
from knowledge.text.english.cue_words import CLAIMED, SAYING
from knowledge.text.english.frame_words import FINITE
from knowledge.text.english.roles import KIN, ROLES
from knowledge.text.english.titles import PRINTED_TITLES

_FLAGS: Final = re.IGNORECASE
# A phrase of these is an adverbial. Not of "of", "to", "than" and "into", which only go on with a
# word, nor of a negation or a condition.
_PREPOSITIONS: Final = (
    "about across after alongside amid among around as at because before behind beside besides "
    "between beyond by concerning despite during following for from in inside like near on onto "
    "opposite outside over past regarding since through throughout toward towards under unlike "
    "upon via with within"
).split()
_CLAUSES: Final = "although and but or though when where whereas while".split()
_MARKS: Final = r"[,;:()]|-{1,2}(?=\s|$)"
_DAY: Final = (
    rf"(?:(?:{'|'.join(WEEKDAYS)})(?: (?:morning|afternoon|evening|night))?"
    rf"|{DOTTED_MONTH}(?: \d{{1,2}}(?!\d))?(?:,? \d{{4}})?|today|yesterday|tonight)"
)
_WHEN: Final = (
    rf"(?:(?:on|in|last|late|early|earlier|later|this|next|the) )*{_DAY}"
    rf"|(?:(?:on|in|late|early|earlier|later) )*(?:last|this|next|that|the same) {CALENDAR_NOUN}"
    rf"|(?:in|since) \d{{4}}|earlier|later"
    rf"|(?:about |some )?(?:{NUMBER}|several|a few|some) {CALENDAR_NOUN} (?:ago|before|after"
    r"|earlier|later)"
)
# The beginning of what is left out, where a part of the sentence begins.
OPENING: Final = re.compile(
    rf"\s*(?:{_MARKS}|(?:{'|'.join([*_PREPOSITIONS, *_CLAUSES])})\b|(?:{_WHEN})(?![\w'-]))", _FLAGS
)
MARKED: Final = re.compile(rf"\s*(?:{_MARKS})", _FLAGS)
ENDS_MARKED: Final = re.compile(r"(?:[,;:)]|\s-{1,2}|^-{1,2})\s*$")
# What tells a time and nothing else.
TIME: Final = re.compile(rf"\s*(?:{_WHEN})\s*", _FLAGS)
# An adverb that stands alone between commas, or begins a sentence.
ALONE: Final = re.compile(
    r"\s*(?:but|and|so|yet|still|however|meanwhile|moreover|furthermore|nevertheless|nonetheless"
    r"|also|too|then|thus|therefore|in turn|in response|in addition|for (?:its|his|her|their) part"
    r"|on the other hand|at the same time|separately|additionally|similarly|finally|recently"
    r"|initially|earlier|later)[\s,]*",
    _FLAGS,
)
# No part of a sentence ends with one of these.
DANGLING: Final = re.compile(
    rf"(?:\b(?:an?|the|its|his|her|their|our|my|your|this|these|those|every|each|some|any|no|not|very"
    r"|last|next|late|early"
    r"|more|most|less|such|too|only|also|just|even|to|of|than|into|against|without|if|unless|until"
    r"|that|which|who|whose|whom|whether|how|why|what|is|are|was|were|be|been|being|has|have|had"
    r"|having|do|does|did|will|would|can|could|may|might|must|shall|should|cannot|n't|it|he|she|they"
    rf"|we|I|{'|'.join([*_PREPOSITIONS, *_CLAUSES])})|'s|s')\s*$",
    _FLAGS,
)
# A noun phrase with its determiner, after which an infinitive only says what it is about.
NOUN_PHRASE: Final = re.compile(
    r"\b(?:an?|the|its|his|her|their|this|that|[A-Z][\w.]*'s?) (?:[\w.-]+ ){0,3}[\w.-]+\s*$"
)
INFINITIVE: Final = re.compile(
    r"\s*to (?!(?:an?|the|its|his|her|their|this|these|those|all|both|any)\b)[a-z]+\b"
)
# A verb of the clause that a preposition stands in: its subject would be left without it.
VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|may|might|can|could|should|must|do|does|did)\b"
)
SUBORDINATE: Final = re.compile(
    r"\b(?:that|which|who|whose|whom|where|when|as|because|after|before|since|while|what|how|why)\b",
    _FLAGS,
)
# "Acknowledge it [as a nuclear power]": what is left out completes the verb.
AS_WHAT: Final = re.compile(r"\s*as (?:an?|the|one|part|its|his|her|their)\b", _FLAGS)
TAKES_AS: Final = re.compile(
    r"\b(?:acknowledg|recogni[sz]|regard|see|saw|view|treat|describ|accept|us(?:e|ing)|brand"
    r"|portray|character|serv|act|work|classif|defin|denounc|condemn|dismiss|prais|hail|nam|appoint"
    r"|elect|refer|perce|present|cit|frame|interpret|reject|label|know)\w*(?: [\w.'-]+){0,7}\s*$"
)
JOINING: Final = re.compile(r"\s*(?:and|or)\b", _FLAGS)
HEDGED: Final = re.compile(r"\s*in what\b", _FLAGS)
# "The ministers said [in Lund] that ...": what is left out stands between a verb and its clause.
SAID: Final = re.compile(
    rf"\b(?:{'|'.join(SAYING)}|{CLAIMED}|telling|saying|stated|reporters|parliament|lawmakers"
    r"|members)\s*$",
    _FLAGS,
)
THAT: Final = re.compile(r"\s*that\b", _FLAGS)
# One of two things that somebody says: "said [on Monday that it rains, and] on Tuesday that ...".
THAT_THEN: Final = re.compile(rf"\s*(?:(?:{_WHEN})\s+)?that\b(?!.*\bthat\b)", _FLAGS)
SAID_THEN: Final = re.compile(rf"\s*(?:(?:{_WHEN})\s+)?that\b", _FLAGS)
ENDS_THAT: Final = re.compile(r"\bthat\s*$", _FLAGS)
JOINED: Final = re.compile(r"\b(?:and|but|or|so|yet)\s*$", _FLAGS)
# What only sets a clause beside another, and leaves it as it is said.
BESIDE_ANOTHER: Final = re.compile(r"\s*(?:while|whereas)\s*", _FLAGS)
# What concedes the clause behind it: as far as that goes, and no further.
CONCEDING: Final = re.compile(r"\b(?:(?:even )?though|although)\s*$", _FLAGS)
# A condition in the last clause of some words, which its own words may go on behind.
OPEN_CONDITION: Final = re.compile(r"\b(?:if|unless|until|provided that)\b[^,;:\"]+$", _FLAGS)
# What it opens goes on as a sentence without it and its comma: "Velmora, which signed it, ..."
RELATIVE: Final = re.compile(r"\s*,\s*(?:which|who)\s*", _FLAGS)
# What somebody who is kept also does or said, and not what they took back.
WHO_ALSO: Final = re.compile(
    r"\s*,\s*who\b(?!.*\b(?:den(?:y|ies|ied)|retract\w*|withdr[ae]w\w*|later|took|tak\w+|wrong\w*"
    r"|mis\w+|recant\w*|disown\w*|apologi[sz]\w*)\b)",
    _FLAGS,
)
# The speaker behind the verb: "said a spokesman for the ministry".
SAID_WHO: Final = re.compile(rf"\b(?:{'|'.join(SAYING)}) [^,;\"]+$", _FLAGS)
# A thing told of for the first time, and the participle that only says more of it: "a letter
# [seen by the Ledger]".
NEW_THING: Final = re.compile(r"\ban? (?:[\w-]+ )?[\w-]+\s*$")
PARTICIPLE: Final = re.compile(
    r"\s*(?:\w+(?:ed|en|wn) (?:by|in|on|at|from|last|earlier|late)\b|\w{2,}ing (?!to\b|that\b))"
)
# What a clause begins with that a time leads: "On Monday [he said]".
SUBJECT: Final = re.compile(r"\s*(?:[A-Z]|(?:he|she|it|they|an?|the|its|his|her|their)\b)")
RELATIVE_CLAUSE: Final = re.compile(r"[\s,;(-]*(?:which|who|whose|whom|where)\b", _FLAGS)
# A word after which a name is the same person's: "the president, Per Dahl".
_ROLES: Final = ROLES | KIN | PRINTED_TITLES | {"predecessor", "successor", "counterpart"}
ROLE: Final = re.compile(rf"\b(?:{'|'.join(sorted(_ROLES))})\b", _FLAGS)
ENDS_WITH_ROLE: Final = re.compile(rf"{ROLE.pattern}\s*$", _FLAGS)
# A preposition that governs what follows it.
GOVERNING: Final = re.compile(rf"\b(?:of|to|{'|'.join(_PREPOSITIONS)})\s*$", _FLAGS)
# What goes on without its subject.
PREDICATE: Final = re.compile(
    rf"\s*(?:(?:now|also|then|still|only|later|\w+ly) )?(?:{FINITE.pattern})"
)
WITHOUT_SUBJECT: Final = re.compile(
    rf"{PREDICATE.pattern}|\s*(?:\w{{2,}}ing|which|who|that|to|of)\b"
)
# A noun with a clause of its own: "its claim that ...", "the United States, which ...".
WITH_ITS_CLAUSE: Final = re.compile(
    r"\s*(?:[\w.'-]+ ){0,8}?(?:[\w.'-]+, (?:which|who)|[\w.'-]+'s? [\w-]+ (?:that|to)|\w+ing)\b"
)
# A clause that only stands beside the one that is kept, and says nothing of it.
BESIDE: Final = re.compile(
    r"[\s,;-]*(?:and|but|while|whereas|as|although|though|even though)\s"
    r"(?!(?:this|that|it|which|what|only|if|not)\b)",
    _FLAGS,
)
# What goes on meanwhile: "as it tries to settle", and not "as it claims".
AS_IT_DOES: Final = re.compile(
    r"[\s,;-]*as (?:it|they|he|she) "
    rf"(?!(?:is|was|were|are|has|have|had|do|does|did|put|see|sees|saw|call|{CLAIMED})\b)[a-z]+\b",
    _FLAGS,
)
# What a sentence sets its clause against, or says that it followed on.
AGAINST: Final = re.compile(r"[\s,;-]*(?:despite|in spite of|notwithstanding|amid)\s", _FLAGS)
FOLLOWING_ON: Final = re.compile(r"[\s,;-]*(?:after|following|since)\s", _FLAGS)
# What else a subject does, and in it a clause about something else: "and plans to join talks that".
ALSO_DOES: Final = re.compile(rf"[\s,]*and\b{PREDICATE.pattern}", _FLAGS)
# What somebody does in saying something: "Dahl said on Monday, rejecting the demand".
SAID_THEN_DOING: Final = re.compile(rf"\b(?:{'|'.join(SAYING)})(?: (?:{_WHEN}))?\s*$", _FLAGS)
DOING: Final = re.compile(r"\s*,\s*\w{2,}ing\b", _FLAGS)
OWN_CLAUSE: Final = re.compile(r"\b(?:that|which|who|whose|where)\b", _FLAGS)
# Of these, the one that says whose words they are.
AS: Final = re.compile(r"[\s,;-]*as\s", _FLAGS)
# A verb that the next words complete: "called [for talks]".
WANTS_OBJECT: Final = re.compile(
    r"\b(?:call|agree|ask|press|push|opt|vot|argu|insist|depend|rel[iy]|hint|object|react|respond"
    r"|refer|lead|led|result|consist|focus|aim|hop|plead|lobb[iy]|wait|pray|warn|caution|urg"
    r"|complain|refrain|abstain|benefit|suffer|recover|compl[iy])(?:ed|ing)$"
    r"|\b(?:to|will|would|could|can|may|might|must|should|not) (?:call|agree|ask|press|push|opt"
    r"|vote|argue|insist|depend|rely|hint|object|react|respond|refer|lead|focus|plead|lobby|wait"
    r"|withdraw)$"
)
DATE_GOES_ON: Final = re.compile(r"\s*(?:\d|this\b|last\b|next\b|and\b|or\b|-)", _FLAGS)
# A noun phrase that is kept with the preposition in front of it, apart from the rest.
SET_APART: Final = re.compile(r"\s*(?:unlike|despite)\b", _FLAGS)
# What the kept words begin with where they are a clause that is only joined on.
JOINED_ON: Final = re.compile(r"[\s,;]*(?:and|but|while|whereas)\b", _FLAGS)
OWNER: Final = re.compile(r"\b[\w.-]+'s\b")
# A time in front of what the verb before it is about: "asked them [last month to sign]".
GOES_ON: Final = re.compile(rf"\s*(?:{_WHEN}) to\b", _FLAGS)
CLAUSE_START: Final = re.compile(r"[,;:()\"]|\bthat\b")
# A word that may be a verb of the present, for what is refused only where there is none at all.
PERHAPS_VERB: Final = re.compile(r"\b[a-z]{3,}s\b")
_SAY: Final = rf"(?:{'|'.join(SAYING)}|say|telling|saying)"
# Nothing but who speaks, perhaps to whom, when and where.
ONLY_WHO: Final = re.compile(
    rf"(?:[^\s\"]+ )+{_SAY}(?: (?:reporters|lawmakers|parliament|\w+ parliament))?"
    rf"(?: (?:{_WHEN}|(?:in|at|on) (?:(?!that\b)[^,\"])+?))*\W*"
)
# One of several clauses of one "said", what goes on behind it, and what another clause hangs on.
SAID_THAT: Final = re.compile(rf"\b(?:{'|'.join(SAYING)})(?: [\w-]+){{0,3}} that\b", _FLAGS)
AND_THAT: Final = re.compile(r"\s*(?:,?\s*and|,) that\b", _FLAGS)
AND_THAT_THEN: Final = re.compile(r"\s*,?\s*and that\b", _FLAGS)
EMBEDS: Final = re.compile(
    rf"\b(?:that|whether|if|because|although|though|while|unless|until|{'|'.join(SAYING)}|says?"
    r"|claim\w*|believ\w*|think|thought|know|knew|hop\w+|fear\w*|agree\w*|announc\w+|promis\w+"
    r"|warn\w*|insist\w*|den(?:y|ied)\w*|suggest\w*|argu\w+|expect\w*|deem\w*|find|found)\b"
)
