"""Who is only spoken to or of beside a quotation, and does not speak."""

from __future__ import annotations

import re
from typing import Final

from knowledge.check_quote.handled_words import is_handling
from knowledge.check_quote.sentence_places import Place, read_before
from knowledge.check_quote.speaking_names import gives_words, owns_quotation
from knowledge.check_quote.speech_patterns import ADVERBS, TITLES, WORD_BEGINS
from knowledge.text.english.spoken_of_words import SPOKEN_OF, SPOKEN_TO
from knowledge.text.later_pattern import compile_later

_NOT_THEM: Final = {"after", "before", "than", "beside", "besides", "not", "unlike"}
# Before a name: it is somebody spoken to or of, and not the one who speaks.
_SPOKEN_OF: Final = compile_later(
    rf"{WORD_BEGINS}(?:{'|'.join(sorted(SPOKEN_OF | SPOKEN_TO | _NOT_THEM))}"
    r"|told|tells|telling|asked|asks|asking|met|meets|meeting|answering|addressing"
    rf"|(?:thank|warn|urg|prais|interrupt)(?:ed|s|es|ing))\s+{TITLES}\Z",
    re.IGNORECASE,
)
# Before a name: another's words are set beside theirs, "how does “…” compare with what Kono said".
_COMPARED: Final = compile_later(
    rf"”[^“”.;\n]*\b(?:with|from|than|to|against)\s+what(?:ever)?\s+{TITLES}\Z", re.IGNORECASE
)
# Behind a name: somebody reacts to a quotation, or asks about it, or is asked.
_REACTS: Final = compile_later(
    r"\s+(?:[\w’'.-]{1,20}\s+){0,4}(?:(?:react\w*|respon\w+|answer\w*|repl(?:y|ies|ied)"
    r"|object\w*)\s+to|(?:dis)?agree\w*\s+(?:with|on)"
    r"|(?:asked|questioned|pressed|grilled|quizzed|challenged)\s+(?:about|on|over))\s+"
    r"(?:(?:the|that|this|an?|his|her|their|[\w.]{1,20}[’']s?)\s+){0,2}“",
    re.IGNORECASE,
)
# Behind a name: it is a colleague who needs the answer.
_WANTS_TO_KNOW: Final = compile_later(
    r"(?:\s+(?:from|at|in|on|of)\s[^“”.:;,\n]{1,40}?)?\s+"
    r"(?:(?:wants?|would\s+like|needs?)\s+(?:to\s+know|this|us|me\s+to|it)"
    r"|(?:is|was|keeps)\s+(?:asking|wondering)|(?:asks|asked)\s+(?:me|us))\b",
    re.IGNORECASE,
)
# Behind a name: somebody is told the words, or should say them.
_TOLD_THEM: Final = (
    r"(?:offered|promised|told|given|handed|sent|warned|accused|urged|asked|assured|informed"
    r"|reminded|threatened|advised|pressed|suspected|invited|presented)\b"
)
_IS: Final = r"(?:is|are|was|were|be|gets?|got|(?:has|have|had)\s+been)"
_IS_TOLD: Final = compile_later(
    rf"\s+{_IS}\s+(?:(?:not|being)\s+)?{ADVERBS}{_TOLD_THEM}"
    r"|\s+(?:received?|receives|gets?|got|heard|learn(?:ed|t)|faces?|faced|awaits?|awaited)\s"
    r"|\s+(?:should|must|ought\s+to|needs?\s+to|had\s+better)\s+(?!have\b)",
    re.IGNORECASE,
)
# "Was Kono told “…”?"
_ASKED_IF_TOLD: Final = compile_later(
    rf"\b(?:is|are|was|were|has|have|had)\s+{TITLES}\Z", re.IGNORECASE
)
_TOLD: Final = compile_later(rf"\s+(?:been\s+|being\s+)?{ADVERBS}{_TOLD_THEM}", re.IGNORECASE)
# A name that only says what something is about: "the Kono profile".
_TOPIC: Final = compile_later(
    r"\s+(?:(?:fact\s?)?box|timeline|explainer|profile|photo|picture|caption|obit|obituary|story|feature|sidebar|graphic|page|pic)s?\b",
    re.IGNORECASE,
)
# In “…”, Kono’s phrase, the words are his.
_OWNS: Final = compile_later(
    r"[’']s?\s+(?!(?:phrase|words?|term|expression|line|quip|formula)s?[\s,.;)])\w", re.IGNORECASE
)
# "Distracted by Velmora’s “…”": what is in marks is called so by somebody else.
_DONE_BY: Final = compile_later(r"ed\s+(?:by|in|over|at)\s+(?:the\s+)?\Z", re.IGNORECASE)


def is_spoken_of(text: str, name: Place) -> bool:
    """Return whether a name is somebody spoken to or of, and not the one who speaks."""
    owns = owns_quotation(text, name)
    if (owns and is_done_by(text, name)) or is_handling(text, name):
        return True
    if gives_words(text, name):
        return False
    own = _OWNS.match(text, name[1]) and not owns  # in "Kono’s line was “…”" he speaks
    about = own or is_addressed(text, name) or _COMPARED.search(read_before(text, name))
    return bool(about) or _is_only_named(text, name)


def is_done_by(text: str, name: Place) -> bool:
    """Return whether something is done to another by a name: "distracted by Velmora’s “…”"."""
    return _DONE_BY.search(read_before(text, name)) is not None


def is_addressed(text: str, name: Place) -> bool:
    """Return whether words before a name say that it is spoken to or of: "to Kono"."""
    return _SPOKEN_OF.search(read_before(text, name)) is not None


def reacts(text: str, name: Place) -> bool:
    """Return whether somebody reacts to a quotation: "Kono responded to “…”"."""
    return _REACTS.match(text, name[1]) is not None


def _is_only_named(text: str, name: Place) -> bool:
    """Return whether somebody reacts to a quotation, asks of it, or is what a text is about."""
    if is_told(text, name) or reacts(text, name):
        return True
    return any(pattern.match(text, name[1]) for pattern in (_WANTS_TO_KNOW, _TOPIC))


def is_told(text: str, name: Place) -> bool:
    """Return whether somebody is told words, or should say something: "Kono should agree"."""
    asked = _TOLD.match(text, name[1]) and _ASKED_IF_TOLD.search(read_before(text, name))
    return bool(asked or _IS_TOLD.match(text, name[1]))
