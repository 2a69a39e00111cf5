"""Words by which a question asks for whoever has nothing on record: "who hasn't commented"."""

from __future__ import annotations

import re
from typing import Final

from knowledge.text.english.question_words import AUXILIARIES, POLARITY, SAYING
from knowledge.text.later_pattern import compile_later

_NOT: Final = "|".join(
    sorted({"not", "never", "cannot"} | {w for w in AUXILIARIES if w.endswith("nt")})
)
_BETWEEN: Final = r"(?:(?:yet|ever|so far|still|publicly|even|once|been|be|to|at all) )*+"
_SAY: Final = "|".join(
    [
        *sorted(SAYING - POLARITY | {"commenting", "mentioning"}),
        *("talk (?:about|of|on)", "weigh(?:ed)? in", "chime[ds]? in"),
    ]
)
_HAVING: Final = r"(?:take[ns]?|took|taking|have|has|had|having|hold|holds|held|state[ds]?|given?)"
_POSITIONS: Final = r"(?:positions?|stances?|sides?|stands?|views?|opinions?|lines?)"
_RECORDS: Final = r"(?:records?|statements?|comments?|quotes?|quotations?|words|remarks?|answers?)"
_ANY: Final = r"(?:(?:a|an|any|the|public|official|clear|known|formal|recorded) )*+"
# Up to here it is asked for somebody: "who", "which of the states", "is there anyone who".
_WHOEVER: Final = (
    r"^(?:(?:so|and|but|ok|please|(?:tell|show) me|list|name|(?:is|are) there|does|did|has) )*+"
    r"(?:whose|who|whos|any(?:one|body)|every(?:one|body)|any (?:state|country|government)s?"
    r"|(?:which|what) (?:of (?:the|these|those) )?(?:\w+ )?(?:states?|countr(?:y|ies)|governments?"
    r"|nations?|capitals|sides?|part(?:y|ies)|leaders?|officials?|people|holders?|one|ones))"
    r"(?: (?:who|that|which|else|has|have|had|is|are|was|were|does|do|did|still|also|remains?"
    r"|remain|remained|stays?|stayed|kept|keeps|seems?)\b)*+"
)
NO_POSITION: Final = compile_later(
    rf"{_WHOEVER} (?:"
    rf"(?:{_NOT}) {_BETWEEN}{_HAVING} {_ANY}{_POSITIONS}"
    rf"|(?:no|without|lack|lacks|lacking|missing) {_ANY}{_POSITIONS}\b(?! (?:of|like|than))"
    rf"|yet to (?:take|have|state) {_ANY}{_POSITIONS}"
    rf"|{_POSITIONS}\b.*\b(?:unknown|unclear|missing|undisclosed)$"
    r")",
    re.IGNORECASE,
)
NO_WORDS: Final = compile_later(
    rf"{_WHOEVER} (?:"
    rf"(?:{_NOT}) {_BETWEEN}(?:{_SAY})\b"
    rf"|(?:{_NOT}) {_BETWEEN}(?:on|in) (?:the )?record"
    rf"|(?:no|without|lack|lacks|lacking) {_ANY}{_RECORDS}\b"
    r"|(?:(?:say|says|said) )?nothing(?: (?:on|about|of|regarding|at all|to say|publicly|yet)\b|$)"
    rf"|yet to (?:{_SAY})\b"
    r"|(?:silent|mum|quiet|mute|missing|absent)\b"
    r")",
    re.IGNORECASE,
)
# Of these words a question like that is made; with others it asks for more than silence.
SILENT: Final = frozenset(
    """silent mum quiet mute missing absent unknown unclear undisclosed nothing never lack lacks
    lacking weigh weighed chime chimed remain remained stay stays stayed kept heard""".split()
)
