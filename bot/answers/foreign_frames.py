"""Who says a quotation in a sentence of another language: "Kono sagte: …", "selon Kono, …"."""

from __future__ import annotations

import re
from typing import Final

from knowledge.check_quote import blank_quotations, has_marks
from knowledge.questions import MAX_LENGTH

_SAID: Final = (
    "sagte sagten sagt meinte erklärte dijo afirmó declaró afirmou declarou disse dit заявил "
    "заявила сказал сказала"
).split()
_IN_ENGLISH: Final = {
    **dict.fromkeys(_SAID, "said"),
    **dict.fromkeys(["a dit", "a déclaré", "a affirmé", "a-t-il dit", "a-t-elle dit"], "said"),
    **dict.fromkeys(["a-t-il vraiment dit", "a-t-elle vraiment dit"], "really said"),
    **dict.fromkeys(["ha dicho", "ha detto", "ha dichiarato", "hat gesagt", "hat erklärt"], "said"),
    **dict.fromkeys(["selon", "d'après", "d’après", "laut", "según", "secondo"], "according to"),
    **dict.fromkeys(["oder", "oder von", "ou", "ou de"], "or"),
    **dict.fromkeys(["wirklich", "vraiment", "realmente", "davvero"], "really"),
}
_FRAME: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _IN_ENGLISH), key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)
# Around a question of German: "Hat Kono „…“ gesagt?", "Ist „…“ von Kono?".
_HAS_SAID: Final = re.compile(r"\W{0,3}(hat)\s(?=.*\s(gesagt)\W*\Z)", re.IGNORECASE | re.DOTALL)
_IS_BY: Final = re.compile(r"\W{0,3}(ist)\s+(von)\s", re.IGNORECASE)


def put_in_english(text: str) -> str:
    """Return a text whose words around quotations that say who said them are English.

    No word of a quotation and none that may be part of a name is changed.
    """
    if not has_marks(text) or len(text) > MAX_LENGTH:
        return text
    beside = blank_quotations(text)
    frames = ((m, _IN_ENGLISH[m[0].lower()]) for m in _FRAME.finditer(beside))
    found = [(*m.span(), english) for m, english in frames if not _may_be_a_name(m[0], english)]
    if asks := _HAS_SAID.match(beside):
        found += [(*asks.span(1), "did"), (*asks.span(2), "say")]
    elif asks := _IS_BY.match(beside):
        found += [(*asks.span(1), "is"), (*asks.span(2), "by")]
    for start, end, english in sorted(found, reverse=True):
        text = f"{text[:start]}{english}{text[end:]}"
    return text


def _may_be_a_name(typed: str, english: str) -> bool:
    """Return whether a word between two names is one itself: "Ou Yang"."""
    return english == "or" and typed[0].isupper()
