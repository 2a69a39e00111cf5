"""What gives words to a name: a verb, a label, a preposition, or that they are its own."""

from __future__ import annotations

import re
from typing import Final

from knowledge.check_quote.sentence_places import Place, read_before
from knowledge.check_quote.speech_patterns import ADVERBS, ASIDE, TITLES, VERB
from knowledge.text.later_pattern import compile_later

_SPEAKS: Final = compile_later(rf"{ASIDE}(?:,(?=\s+who\b))?\s+{ADVERBS}{VERB}\b", re.IGNORECASE)
# Before a name: the words are given to it, whatever else stands there.
_GIVES: Final = compile_later(
    r"(?:\b(?:according\s+to|per|from|in\s+the\s+words\s+of"
    r"|(?:attribut|credit|ascrib|belong)\w*\s[^.;\n]*\bto"
    r"|(?:said|stated|written|quote[ds]?|words?|remarks?|statement)\s(?:[^.;”\n]*\s)?by)\s+"
    r"|(?:\bpin\w*\s[^.;\n]*\bon|\bput\s+down\s+to|\bpinned\s+on)\s+"
    rf"|”[\s,.]*(?:\(|[–—-]{{1,2}}|by\b|(?:as\s+)?{VERB}\b)\s*){TITLES}\Z",
    re.IGNORECASE,
)
# Around a name: "“…” is Kono’s".
_IT_IS: Final = compile_later(rf"”\s+(?:is|was|are|were)\s+{TITLES}\Z", re.IGNORECASE)
_THEIRS: Final = compile_later(r"[’']s?(?!\s*\w)")
# Behind a name: "Kono (on Friday): …", "Kono, Tokyo: …".
# "US view: …", "Kono’s response: …".
_LABELS: Final = compile_later(
    r"(?:(?P<of>[’']s?)?\s(?P<what>view|stance|position|line|take|statement|side|response|reaction|reax|reply"
    r"|answer|message|quote|comment|readout)s?)?\s*(?:\([^()]*\)\s*|,[^,:.“”\n]{1,40})?:",
    re.IGNORECASE,
)
# Behind a name that begins a line: "Kono at presser — “…”".
_DASHES: Final = compile_later(
    r"\s+(?:at|in|during)\s[^,:.;“”\n–—]{1,40}\s[–—-]{1,2}\s*“", re.IGNORECASE
)
_BEFORE_A_HEAD: Final = compile_later(rf"[^\w\n]*{TITLES}", re.IGNORECASE)
# Behind a name: "Kono’s “…”", "Kono’s remarks: “…”", "Kono’s line was “…”".
_OWNS_QUOTATION: Final = compile_later(
    r"[’']s?(?:\s+(?:latest|exact|full|own|famous|alleged))?"
    r"(?:\s+(?:quotes?|quotations?|words?|remarks?|lines?|comments?|statement|tweet|speech|take"
    r"|version|answer|reply|response|retort|message|verdict|wording)"
    r"(?:\s*:|\s+(?:is|was|were|are|reads?|ran|being)\b:?)?)?"
    r"\s*“"
)


def speaks(text: str, name: Place) -> bool:
    """Return whether a verb of speech stands behind a name."""
    return _SPEAKS.match(text, name[1]) is not None


def gives_words(text: str, name: Place) -> bool:
    """Return whether words before a name give a quotation to it: "according to Kono"."""
    return _GIVES.search(read_before(text, name)) is not None


def find_aside(text: str, name: Place) -> Place:
    """Return where words stand between commas behind a name: "Kono, who met Abe, said"."""
    told = _SPEAKS.match(text, name[1])
    return told.span("aside") if told else (0, 0)


def is_labeled(text: str, place: Place) -> bool:
    """Return whether words are the label of what follows: "Kono: …", "US view: …".

    In "the key quote: …" they are no name.
    """
    label = _LABELS.match(text, place[1])
    name = text[slice(*place)].removeprefix("the ").removeprefix("an ").removeprefix("a ")
    return label is not None and not (label["what"] and name[:1].islower())


def is_whose(text: str, name: Place) -> bool:
    """Return whether a quotation is said to be somebody's, whoever says so: "“…” is Kono’s"."""
    before = read_before(text, name)
    return bool(_THEIRS.match(text, name[1]) and _IT_IS.search(before))


def heads_line(text: str, name: Place) -> bool:
    """Return whether a line is of a name, an occasion and a quotation: "Kono at presser — “…”"."""
    before = text[text.rfind("\n", 0, name[0]) + 1 : name[0]]
    return bool(_DASHES.match(text, name[1]) and _BEFORE_A_HEAD.fullmatch(before))


def owns_quotation(text: str, name: Place) -> bool:
    """Return whether a quotation is somebody's: Kono’s “…”."""
    return bool(_OWNS_QUOTATION.match(text, name[1]))
