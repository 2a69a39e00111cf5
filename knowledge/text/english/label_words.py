"""Words in the labels of speech: who asks, who answers, and which first words label nobody."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.later_pattern import compile_later

# Labels of whoever asks or answers in an interview, whose names stand above it.
ASKING: Final = frozenset(
    "q question questioner interviewer reporter reporters journalist moderator host".split()
)
# First words of labels that say that nobody knows who speaks: "UNIDENTIFIED MALE", "SPEAKER 2".
NAMELESS_LABELS: Final = frozenset(
    "unidentified unknown unnamed audience voice voices male female caller participant crowd all "
    "inaudible translator interpreter operator announcer narrator".split()
)
ANSWERING: Final = frozenset("a answer interviewee respondent".split())
# Lines that begin so are an editor's, not a speaker's.
NO_LABELS: Final = frozenset(
    """correction corrections clarification clarifications note notes update updated updates
    photo photos photograph image picture caption source sources related watch listen read
    summary analysis background context live transcript interview by from to cc bcc subject re
    date time place location venue contact contacts tel telephone phone fax email website web
    tags topics topic filed published posted breaking warning disclaimer copyright table figure
    chart map step part chapter section pros cons monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october
    november december details facts timeline agenda ps nb headline title author authors editor
    panel roundtable opinion comment commentary editorial column explainer factbox obituary
    profile exclusive feature letter letters essay forum review watchlist quiz
    key more also see dateline embargo edit edited excerpt excerpts abstract
    keywords tx item items cue slug dur fx sfx atmos music clip on
    in at after before during since when while""".split()
)
# Those that are also somebody's name, which the text has to show.
NAMES_TOO: Final = frozenset("march april may june august key".split())
# What stands in front of a sentence about somebody, and is nobody's name: "On Monday", "Later".
IN_FRONT: Final = compile_later(
    r"(?:(?:On|In|At|By|From|During|After|Before|Since|Under|Amid|Outside|Inside|Behind|Near)\s"
    r"|(?:Later|Earlier|Then|Now|Still|Instead|Afterwards?|Meanwhile|Yesterday|Today|Tonight"
    r"|Finally|Eventually|Once|Again|Soon|Next|There|Here)$)"
)
# What stands in front of a month, and is nobody's first name.
BEFORE_A_MONTH: Final = re.compile(
    r"(?:In|On|Last|Next|This|Since|Until|Till|By|From|To|Of|Early|Late|Mid|During|Between|Before"
    r"|After|Through|And|Or|The|Every|Each|Around|About|For|Back|As|Only|If|You|We|They|It|He|She"
    r"|There|That|What|Who|How|When|Where)$",
    re.IGNORECASE,
)
# A verb of speech: words with one are a sentence's.
SAYS_INSIDE: Final = compile_later(
    r"\b(?:said|says|told|tells|asked|added|replied|wrote|writes|answered|insisted|warned|responded"
    r"|declared|announced|explained|shouted|tweeted|recalled|argued|retorted|continued)\b"
    r"|^(?:(?:And|But|Then) )?(?:Said|Says|Added|Adds|Wrote|Writes|Replied|Warned|Explained)\b"
)
# Words inside a label that are not capitalized: "Minister for the Sea".
SMALL_IN_LABELS: Final = frozenset(
    "of for the and at in de der den van von da du al el bin".split()
)
# Who speaks of themselves or to somebody, or asks: an outlet's own line seldom does.
SPEAKS: Final = compile_later(
    r"\bI(?:'\w+)?\b|\b(?i:we|our|ours|us|my|me|mine|you|your|yours|let's|thanks?)\b"
    r"|^(?i:yes|no|well|sure|thank)\b|\?\s*$"
)
# What stands before the name of who is interviewed. "Interview by" stands before who asks.
INTERVIEWED: Final = compile_later(
    r"\b(?:(?:interview|conversation|q ?& ?a|questions and answers|debate|discussion|briefing)\b"
    r"[^.\n]{0,30}?\b(?:with|of)|briefing\b[^.\n]{0,30}?\bby)\s+"
    r"|\b(?:we|I)\s(?:asked|met|interviewed|spoke (?:to|with))\s+",
    re.IGNORECASE,
)
# Heads of what is printed with the day on which it was said, and of what may be printed later.
OF_ONE_DAY: Final = compile_later(
    r"\b(?:transcript|briefing|(?:press|news) conference|hearing|press availability)\b",
    re.IGNORECASE,
)
OF_ANY_DAY: Final = compile_later(r"\b(?:interview|interviewed|podcast|q ?& ?a)\b", re.IGNORECASE)
# What says that somebody answered an outlet: "He spoke to the Review", "We met her", "The interview
# took place". What they did otherwise dates nothing: "She became minister in March".
_OUTLET: Final = (
    r"(?:us|me|our\s\w+|this\s(?:news)?(?:paper|room|site|magazine)"
    r"|the\s[A-Z][\w'&-]*+(?:\s[A-Z][\w'&-]*+)*+"
    r"(?!\s(?!in|on|at|by|about|for|from|over|after|before|during|late"
    r"|early|earlier|last|this|as|via|and|to|with|yesterday|today)[a-z])"
    r"|(?:[A-Z][\w'&-]*\s){0,5}(?:Radio|TV|Television|News|Reuters|Times|Post|Press|Journal|Review"
    r"|Magazine)(?:\s[A-Z][\w'&-]*)*)"
)
_HOW: Final = r"(?:\s(?:briefly|exclusively|again|at length|by (?:tele)?phone|by e-?mail))?"
ANSWERED_OUTLET: Final = compile_later(
    rf"\b(?:(?:spoke|talked|met|sat\s+down|was\s+speaking){_HOW}(?:\s(?:to|with))?\s{_OUTLET}"
    r"|(?:[Ww]e|I|[Tt]he(?:\s[A-Z][\w'&-]*)+)\s(?:met|(?:spoke|talked|sat\s+down)\s(?:to|with)|asked"
    r"|reached|interviewed)(?:\s(?:with|him|her|them))?"
    r"|interviewed|(?:answered|took)\s(?:[\w']+\s){0,3}questions"
    r"|(?:interview|conversation)\b[^.,;\n]{0,60}?\s(?:was|were)\s(?:conducted|held|recorded|done)"
    r"|(?:interview|conversation)\b[^.,;\n]{0,60}?\stook\splace|interview)\b"
)
OF_ANSWERING: Final = compile_later(r"(?:He|She|They|We|The\s(?:interview|conversation))\b")
# What is asked, or said to whoever answers.
ASKS_SOMEBODY: Final = compile_later(r"\?\s*$|\byour?s?\b", re.IGNORECASE)
# How somebody who asks gives their name first: "Hi, Ada Finch with the Courier."
GIVES_OWN_NAME: Final = compile_later(
    r"(?:[^.?!:]{0,60}?[,.!]\s)??(?:(?:it's|this is|I'm|my name is)\s)?"
    r"(?P<name>(?:[^\W\da-z_][\w'-]*\.?\s){1,3}[^\W\da-z_][\w'-]*),?"
    r"\s(?:with|from|of|for|at|here)\s(?:the\s)?[^\W\da-z_]"
)
# What a line says of who is interviewed: "She spoke to the Courier."
SPOKE_TO: Final = compile_later(
    r"\b(?P<pronoun>(?:She|He) )?(?:spoke|speaks|talked|talks) (?:to|with) (?:[Tt]he|this|our|us)\b"
)
# A sentence that begins so turns the one before it.
TURNS_BACK: Final = compile_later(
    r"(?:But|However|Yet|Still|Although|Though|Unless|Until|Except|Only|Provided|Assuming|If"
    r"|That said|Not)\b"
)
# What a head says of a text of speech.
SPOKEN_FORM: Final = compile_later(
    r"\b(?:transcripts?|interviews?|q ?& ?a|q and a|questions? and answers?|debate|hearing|briefing"
    r"|press conference|news conference|remarks|in conversation|town hall|testimony|podcast|speech"
    r"|hansard|minutes)\b",
    re.IGNORECASE,
)
