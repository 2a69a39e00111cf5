"""Words around a verb of saying, by which its subject is found."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.calendar_words import MONTH_NOT_A_NAME, PRINTED_YEAR, WEEKDAY
from knowledge.text.english.roles import BODIES, DOCUMENTS

# Before a verb that nobody does: "was told", "as said".
PASSIVE: Final = re.compile(
    r"(?:\b(?:is|was|are|were|be|been|being|(?<!used )to|as|so-called|of|[Tt]he|an?|[Hh]is|[Hh]er"
    r"|[Ii]ts|[Tt]heir|no|not|any|when|if|(?<!had )(?<!has )(?<!have )once|unless|until)|'s?)"
    r"\s+(?:\w+ly\s+)?$"
)
# Before a participle that is the verb of its sentence: "He is claiming".
PROGRESSIVE: Final = re.compile(
    r"(?:\b(?:is|was|are|were|be|been|am)|'(?:s|re|m))\s+(?:\w+ly\s+)?$"
)
# Between a subject and its verb.
ADVERBS: Final = re.compile(
    r"(?:(?:[\s,]+|'(?=(?:s|ve|d|re)(?:\s|$)))(?:used to"
    r"|has|have|had|was|were|are|is|s|ve|d|re|being|been|also|often|repeatedly|still|now|just|never|even|first|would|always|sometimes|himself|then|later|once|further|only|again|both|reportedly"
    r"|firmly|publicly|himself|herself|itself|[a-z]+ly))+\s*$"
)
# What ends the subject of an inverted verb: "said Marrow in Oslo".
STOPS: Final = re.compile(
    r"[,.;:()\"]|\s(?:in|at|on|during|after|before|when|while|who|which|as|by|to|that|late|early"
    rf"|last|earlier|yesterday|today|{WEEKDAY})\b|\s-{{1,2}}\s|\0"
)
# Where somebody works of whom no name is printed: "said an aide in the mayor's office".
PLACE_OF_SOMEBODY: Final = re.compile(
    r"(?:an?|one|another) [^,.;:()\"\0]{1,60}?"
    r" (?:in|at|from) (?:the|his|her|its|their) [^,.;:()\"\0]{1,60}?"
    rf"(?:{'|'.join(sorted(BODIES))}|team|camp|circle|world)(?=[,.;:\"\0]|\s*$)"
    r"|(?:an?|one|another) [\w '-]{1,60}? (?:close to|briefed on|involved in)"
    r" [^,.;:()\"\0]{1,60}(?=[,.;:\"\0]|\s*$)"
)
# A participle's own subject: "after the minister telling parliament".
OWN_SUBJECT: Final = re.compile(
    r".*(?:\b(?:to|with|by|from|after|despite|following|has|have|had|shows?|showed|heard|caught"
    r"|captures?|captured|recorded|filmed)|[,\0])\s*"
    rf"(?P<who>(?:(?:the|an?|her|his) |[A-Z])[^,\0]*?|(?:{'|'.join(sorted(DOCUMENTS))})s?)\s$"
)
# When and where somebody says that another said: "reported on Tuesday that", before the other.
BEHIND_ITS_VERB: Final = re.compile(
    r"\s(?:on|in|at|during|over|late|early|earlier|last|this|yesterday|today|from|via)\s"
    r"[^,;:\0]{0,60}?\bthat\s(?=\S)"
)
# When something was said, between its speaker and the verb: "Her ministry on Monday repeated".
TIME: Final = re.compile(
    r"\s(?:(?:on|late|early|last|this)\s)+(?:\w+day|week|month|year|night|weekend)$"
    r"|\s(?:today|yesterday|tonight)$"
    rf"|\sin\s(?:{PRINTED_YEAR}|{MONTH_NOT_A_NAME}(?:,? {PRINTED_YEAR})?)$"
)
# A post beside a name: "Marrow, the new envoy".
POST_BESIDE: Final = re.compile(r", (?P<post>(?:the|an?|former|[A-Z])[^,.;:\"\0]+)")
# A verb that shares the subject of the verb before: "and indicated".
JOINED: Final = re.compile(r"\b(?:and|but)\s+(?:\w+ly\s+)?$")
# Before and behind a verb whose subject follows it without a mark: "It is late, adds Ada Finch."
INVERTED: Final = re.compile(r"\w,\s*$")
NAMED_BEHIND: Final = re.compile(
    r"\s(?P<who>(?:(?:the|an?) )?(?:[a-z]+ ){0,3}[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3})"
    r"(?=[.,]\s*|\s*$)"
)
# The like in front of what is said, named or not: "They lost, said the leader, Per Dahl: "...".
BEHIND_TO_A_COLON: Final = re.compile(
    r"\s(?:(?:the|an?|his|her|its|their|one|another)\s|(?:[a-z-]+\s){0,3}[A-Z])"
    r"[^,:;\0]{1,80}(?:,[^,:;\0]{1,80}){0,2}:\s?\0"
)
# What goes on behind an aside: "Velmora, said Dahl, has no say".
GOES_ON_BEHIND: Final = re.compile(
    r", (?:has|have|had|is|was|are|were|will|would|can|could|may|might|should|must|does|did"
    r"|[a-z]+ed|[a-z]+s)\b"
)
# What an inverted speaker speaks of: "said Finch of Dahl's plan".
ABOUT_A_THING: Final = re.compile(
    r" (?:of|about|on) (?:[A-Z][\w.-]* ){0,3}[A-Z][\w.-]*(?:'s|(?<=s)') [a-z]"
)
# In front of who does something to the subject of a sentence: "Lasa, whom Dahl had called".
WHOM: Final = re.compile(r"\b(?:whom|which)\s$")
# Who calls something so, inside a clause about it: "replaces what a court termed".
WHAT_SOMEBODY: Final = re.compile(
    r"\bwhat\s(?P<who>(?:(?:an?|the|some|many|most|its|his|her|their)\s)?"
    r"(?:[a-z][\w'-]*\s){0,4}?[a-z][\w'-]*)$"
)
# Whoever a clause with a conjunction is about: "The statement came a day after Finch called".
AFTER_SOMEBODY: Final = re.compile(
    r"\b(?:after|before|because|since|when|while)\s(?P<who>(?:(?:the|an?|his|her|its)\s)?"
    r"(?:[a-z-]+\s){0,4}?[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*){0,4})$"
)
# Another clause with its own subject: "Velmora is out, but its critics".
ANOTHER_CLAUSE: Final = re.compile(
    r"[,;] (?:but|and|yet|so|while|whereas) (?:the|an?|its|his|her|their|[A-Z])"
)
# Before "saying": whom somebody quotes, and who does.
QUOTED: Final = re.compile(
    r"(?:\b(?:quot(?:ed|es|ing)|cit(?:ed|es|ing)|report(?:ed|s|ing))\s(?P<whom>(?!by\b)[A-Za-z][^\0,;]{0,80}?)"
    r"|(?:^|[,;\0]\s*)(?P<subject>[^\0,;]{1,80}?)(?:,\s(?P<beside>[^\0,;]{1,80}),)?"
    r"\s(?:was|were|is|are|been)\s(?:quoted|cited)(?:\sby\s[^\0,;]{1,80}?)?)"
    r"\sas\s$"
)
QUOTERS: Final = re.compile(
    r"(?:(?P<who>(?:[Tt]he )?[A-Z][^\0,;]{0,80}?)(?<!was)(?<!were)(?<!\bis)(?<!been)\s"
    r"(?P<verb>quot(?:ed|es)|cit(?:ed|es)|report(?:ed|s))\s[^\0,;]{1,80}?\sas"
    r"|\b(?:quoted|cited)\s(?P<passive>by)\s(?P<by>[^\0,;]{1,80}?)\sas)"
    r"\s(?:saying|telling|writing|warning|calling|describing)\b"
)
# Who told somebody: "I was informed by the office, by email, that the post was ..."
TOLD_BY: Final = re.compile(
    r"\b(?:informed|told|assured|advised|warned) by (?P<who>[^,;:\0]{1,60}?)"
    r"(?:, [^,;:\0]{1,40},)? that\s[^,;:\0]*(?=\0)"
)
# Who writes in a paper: "He handed up a letter in which his client wrote".
IN_WHICH: Final = re.compile(r"\b(?:at|in|by|to|from|during|after) which (?P<who>[^,;:\0]{1,60})$")
# What somebody speaks on, where a colon stands for the verb: "Finch on the ferry: ..."
ON_WHAT: Final = re.compile(
    r"(?<=\w)\s(?:on|about|of)\s(?:the|an?|his|her|its|their|what|how|why)\b"
)
# Whose paper a colon brings words of: "Here is a line from the panel's letter: ..."
OWN_PAPER: Final = re.compile(
    r"\b(?:from|in|of) (?P<who>(?:the |an? )?[^,;:\0]{1,60}?)(?:'s|(?<=s)') "
    rf"(?:(?!as |its )[\w-]+ ){{0,2}}?(?:{'|'.join(sorted(DOCUMENTS))})(?:, [^,;:\0]{{1,60}})?$"
)
_NO_LINK: Final = r"(?!(?:of|from|by|to|in|for|with|on) )"
# What a relative clause is about: the last words with a name or an article in front of it.
ANTECEDENT: Final = re.compile(
    rf"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:{_NO_LINK}[a-z][\w-]* ){{0,3}}?)?"
    r"\b[A-Z][\w.'-]*(?: (?:(?:of|and|for|the|on|von|van|de) ){0,2}[A-Z][\w.'-]*)*$"
    rf"|\b(?:the|an?|his|her|their|its) (?:{_NO_LINK}[\w'-]+ ){{0,3}}[a-z][\w'-]+$"
)
# Whose paper it is behind them: "the union, whose letter states".
WHOSE_PAPER: Final = re.compile(rf"whose (?:[\w-]+ ){{0,2}}(?:{'|'.join(sorted(DOCUMENTS))})$")
# Whom a speaker quotes word by word: "he said, quoting Finch's own words:".
QUOTED_AFTER: Final = re.compile(
    r"\b(?P<verb>quoting)\s(?P<whom>(?:[a-z]+ ){0,3}[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,4}?)"
    r"(?:'s?\s[^\0,;:]{1,60}?)?(?::|,)?(?= \0)"
)
# What somebody reports another as saying, up to the marks: "told Finch that the plan "is late"".
REPORTS_THAT: Final = re.compile(r"\bthat\s[^,;:\0]*$")
# In front of the verb of a relative clause: "Dahl, who once called".
RELATIVE_SUBJECT_BEFORE: Final = re.compile(
    r"\b(?:who|which|whose(?:\s[\w'-]+){1,3})"
    r"\s(?:(?:has|have|had|once|\w+ly|in \d{4}|in [A-Z][a-z]+)\s){0,2}$"
)
# Behind a verb of saying: a clause, and no subject that follows its verb.
CLAUSE_BEHIND: Final = re.compile(
    r"\s(?:(?:that|it|there|this|these|those)\s[\w']|(?:he|she|they|we)\s(?:\w+ed|was|is|had|has|have|were|are"
    r"|would|will|could|can|should|may|might|must|did|does|do|never|no|not)\b)"
)
# What parts two clauses, of which neither relays the other.
SETS_APART: Final = re.compile(r"\b(?:but|while|whereas|although|though|and)\s+$")
# In front of a plain verb that says what somebody is to do: "should resign, and say".
WANTED_BEFORE: Final = re.compile(
    r"\b(?:should|must|shall|can|could|may|might|ought to|has to|have to|needs? to|let)\s"
    r"(?:[^.;:\0]{1,200}\b(?:and|or|but)\s)?(?:\w+ly\s|then\s|also\s)?$"
)
PLAIN_VERB: Final = re.compile(
    r"(?:say|state|argue|contend|claim|insist|warn|complain|allege|call|describe|explain|tell|read)\b"
)
# What somebody without a name is called, beside them: "who gave her name only as Finch".
GIVES_NAME: Final = re.compile(
    r"(?:who\b[^\0,]{0,40}?\s)?"
    r"(?:(?:gave|gives|giving)(?: only)? (?:his|her|their) (?:\w+ )?name(?: only)? as"
    r"|(?:known|identified)(?: (?:him|her)self)?(?: \w+ly)?(?: by [^\0,]{1,40}?)? as|goes by"
    r"|(?:calls|called) (?:him|her)self|nicknamed|named)"
    r" (?P<name>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,3})$"
)
# Between a verb and whoever said what it tells of: "recalled that", "told reporters how".
RETELLING: Final = re.compile(r"\s(?:(?:to )?[\w'.-]+(?: [\w'.-]+){0,4} )?(?:that|how) ")
RETOLD: Final = re.compile(r"(?: [\w'.-]+){0,4}, ")  # "told him, Finch recalled"
# Who somebody is to another: "his rival".
WHOSE_POST: Final = re.compile(r"(?:his|her|its|their) (?:[\w'-]+ ){0,3}[\w'-]+$")
# The last of a list whose name stands behind a comma: "Finch and her counterpart, Per Dahl".
COUNTERPART: Final = re.compile(
    r"(?P<first>.+?),? and (?P<post>(?:his|her|its|their|the|an?) [^,]{1,80})$"
)
# In front of its subject, and of the words that it brings: "Said Ada Finch on Friday: ".
OPENING_VERB: Final = re.compile(
    r"(?:(?:And|But|Then)\s)?(?P<verb>[Ss]aid|[Ss]ays|[Aa]dded|[Aa]dds|[Ww]rote|[Ww]rites|[Rr]eplied"
    r"|[Rr]eplies|[Tt]weeted|[Qq]uipped|[Ww]arned|[Ww]arns|[Cc]ontinued|[Cc]oncluded|[Dd]eclared"
    r"|[Ee]xplained|[Ee]xplains|[Aa]nswered|[Ii]nsisted|[Rr]ecalled|[Rr]emarked)\s"
    r"(?=[A-Za-z][^:;\0]{0,150}[:,]\s?\0)"
)
# What somebody answers, without a verb: "Not so, counters Per Dahl".
SHORT_REPLY: Final = re.compile(
    r"\s*(?:Not|No|Yes|Never|Nonsense|Wrong|True|Rubbish|Perhaps|Maybe)\b(?: \w+){0,3},\s*$"
)
# Whom somebody told, in front of another subject: "told reporters the minister had said".
TOLD_LISTENERS: Final = re.compile(
    r"(?:told|tells|telling)\s(?:reporters|journalists|lawmakers|parliament|delegates|diplomats"
    r"|supporters|voters|the\s(?:media|press|parliament|council|assembly|committee))\s"
    r"(?=(?:the|an?|his|her|its|their)\s|[A-Z])"
)
