"""Words around a name by which it is the subject of a clause, or what the clause only tells of."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.cue_words import SAYING

# What stands between a preposition or a verb and the name: "to the then U.S. President Joe Biden".
BEFORE_A_NAME: Final = re.compile(
    r"(?:(?:\b(?:the|an?|its|his|her|their|any|some|every|then|former|late|neighbou?ring"
    r"|(?:(?:\w\.)+|[A-Z][\w'.-]*)))\s+)+$"
)
# The name behind one of these is an object.
PREPOSITION: Final = re.compile(
    r"\b(?:of|for|in|to|by|from|at|with|against|about|on|over|toward|towards|between|into|through"
    r"|under|via|than|like|unlike|alongside|despite|without|near|around|concerning|regarding"
    r"|including)\s+$",
    re.IGNORECASE,
)
_DONE: Final = (
    r"(?:urged|sent|met|asked|told|called|invited|thanked|praised|accused|blamed|criticized"
    r"|criticised|condemned|warned|joined|backed|pressed|visited|gave|offered|reminded|assured"
    r"|informed|briefed|persuaded|convinced|replaced|succeeded|naming|urging|telling|asking|meeting"
    r"|thanking|praising|accusing|blaming|inviting|calling|warning|reject|accept|support|oppose"
    r"|meet|tell|urge|ask|invite)"
)
# So is the one behind a verb that somebody is the object of.
OBJECT_OF: Final = re.compile(rf"\b{_DONE}\s+$")
# A clause of its own begins behind one of these, or behind a mark.
CLAUSE_BEFORE: Final = re.compile(
    r"(?:^|[,;:(\"\0]|\s-{1,2}|\b(?:that|and|but|or|nor|yet|so|as|while|whereas|when|where|if"
    r"|because|although|though|since|after|before|unless|until|whether|how|why"
    rf"|{'|'.join(sorted(SAYING))}))\s*$",
    re.IGNORECASE,
)
# Whose words they are, though the name is no subject: "was described by Dahl", "in the words of
# Dahl", "quoting Dahl", "For Dahl, it is over".
SPEAKER_BEFORE: Final = re.compile(
    r"\b(?:\w+(?:ed|en|wn|ld) by"
    r"|(?:words?|views?|opinion|eyes|accounts?|statements?|letters?|speech|remarks?|comments?"
    r"|interviews?|posts?|message|announcement|concerns?|unease|worr(?:y|ies)|fears?|doubts?"
    r"|reluctance|position|stance|support|backing|approval|praise|criticism|opposition|anger"
    r"|scorn|objections?|consent) (?:of|by|from|in|with|among)"
    r"|quot(?:ing|ed|es)|cit(?:ing|ed|es)|paraphrasing)\s+$"
    r"|^(?:for|to) $",
    re.IGNORECASE,
)
OWNS_WORDS: Final = re.compile(r"'s? (?:own )?(?:words|view|opinion|eyes|account|telling)\b")
ENDS_WITH_AND: Final = re.compile(r"\band (?:(?:her|his|their|the|an?) )?$")
POSSESSIVE: Final = re.compile(r"'s?(?!\w)")
# What begins a clause that is not the sentence's own: "which officials said was dropped".
SUBORDINATE_CLAUSE: Final = re.compile(
    r"(?:^|[,;:(]\s*|\s)(?:although|though|while|whereas|because|since|after|before|when|if|as|that"
    r"|which|who|whom|whose|where|what)\b[^,;:]*$",
    re.IGNORECASE,
)
# Who speaks for a body, by whom the body may be given as the speaker.
SPEAKS_FOR: Final = re.compile(r"\bspokes(?:man|woman|person|people)\b", re.IGNORECASE)
