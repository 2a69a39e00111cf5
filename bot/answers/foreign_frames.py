"""Who says a quotation in a sentence of another language: "Kono sagte: …", "selon Kono, …"."""

from __future__ import annotations

import re
from typing import Final

from knowledge.check_quote import blank_quotations, has_marks
from knowledge.questions import MAX_LENGTH

_SAID: Final = (
    "sagte sagten sagt meinte meint erklärte betonte ergänzte schrieb dijo afirmó declaró "
    "añadió aseguró señaló escribió afirmou declarou acrescentou disse dit déclare déclarait "
    "ajoute affermato dichiarò powiedział powiedziała oświadczył oświadczyła stwierdził "
    "stwierdziła заявил заявила сказал сказала"
).split()
_WARNED: Final = "warnte warnt warnten advirtió advierte alertó advertiu ostrzegł ostrzegła".split()
_OF: Final = ["de", "d’un", "d'un", "d’une", "d'une"]
# Offices as they stand before a name, which they are no part of.
_OFFICES: Final = {
    "foreign minister": "außenminister außenministerin canciller chanceler".split(),
    "minister": "ministro ministra ministre ministerin".split(),
    "president": "präsident präsidentin presidente président présidente".split(),
    "secretary": "secretario secretaria segretario".split(),
    "spokesman": ["porte-parole", "sprecher", "portavoz", "portavoce", "porta-voz"],
}
_ARTICLES: Final = r"(?:(?:der|die|le|la|el|il|o|a)\s)?"
_IN_ENGLISH: Final = {
    **dict.fromkeys(_SAID, "said"),
    **dict.fromkeys(["a dit", "a déclaré", "a affirmé", "a-t-il dit", "a-t-elle dit"], "said"),
    **dict.fromkeys(["a-t-il vraiment dit", "a-t-elle vraiment dit"], "really said"),
    **dict.fromkeys(["a ajouté", "a souligné", "a écrit", "ha añadido", "ha aggiunto"], "said"),
    **dict.fromkeys(["ha affermato", "ha sottolineato", "ha afirmado", "ha declarado"], "said"),
    **dict.fromkeys([*_WARNED, "a averti", "a mis en garde", "ha avvertito"], "warned"),
    **dict.fromkeys([f"a parlé {of}" for of in _OF], "spoke of"),
    **dict.fromkeys(["sprach von", "habló de", "falou de", "ha parlato di"], "spoke of"),
    **dict.fromkeys(["ha dicho", "ha detto", "ha dichiarato", "hat gesagt", "hat erklärt"], "said"),
    **dict.fromkeys(["selon", "d'après", "d’après", "laut", "según", "secondo"], "according to"),
    **dict.fromkeys(["oder", "oder von", "ou", "ou de"], "or"),
    **dict.fromkeys(["wirklich", "vraiment", "realmente", "davvero"], "really"),
}
_FRAME: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _IN_ENGLISH), key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)
_TITLED: Final = {
    english: re.compile(rf"(?<![\w-]){_ARTICLES}(?:{'|'.join(foreign)})(?=\s+[A-Z])", re.IGNORECASE)
    for english, foreign in _OFFICES.items()
}
# Behind a quotation and before nothing but a name: "„…“, so Kono".
_SO: Final = re.compile(r"[”\"»“],?\s(so)(?=(?:\s[A-ZÄÖÜ][\w.-]{0,30}){1,4}(?:\.|\s)?(?:\n|\Z))")
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
    for english, title in _TITLED.items():
        found += [(*m.span(), english) for m in title.finditer(beside)]
    found += [(*so.span(1), "said") for so in _SO.finditer(text)]
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
