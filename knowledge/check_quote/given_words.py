"""Whether the words beside a name, or beside a description, give a quotation to it."""

from __future__ import annotations

import re
from typing import Final

from knowledge.check_quote.handled_words import is_handling
from knowledge.check_quote.names_spoken_of import is_addressed, reacts
from knowledge.check_quote.sentence_places import Place, read_before
from knowledge.check_quote.speaking_names import (
    gives_words,
    is_labeled,
    is_whose,
    owns_quotation,
    speaks,
)
from knowledge.check_quote.speech_patterns import TITLES
from knowledge.text.later_pattern import compile_later
from knowledge.text.work_budget import make_once, spend

_SEARCHES: Final = 30  # steps, for what is sought beside a name

# Before a name: it is asked whether the words are theirs.
_ASKED: Final = compile_later(
    rf"\b(?:(?:did|does)(?:n[’']t)?|(?:was|is)(?:n[’']t)?\s+it)\s+{TITLES}\Z", re.IGNORECASE
)
# Right after a quotation somebody does something with it: “…”, a diplomat coined that.
_QUOTATION_BEFORE: Final = compile_later(r"”\s*,\s*\Z")
_ARTICLE: Final = compile_later(r"(?:an?|one|the|some)\s", re.IGNORECASE)
_DOES: Final = compile_later(r"\s+(?!(?:for|of|on|about|to|in|at|please|pls)\b)[a-z]")


def is_given(text: str, place: Place, *, owns: bool = True) -> bool:
    """Return whether the words beside a place give a quotation to whoever is named there.

    In Kono’s “…” they do so if it `owns` them. Of each place it is found out once in a request.
    """
    return make_once(("given", text, place, owns), lambda: _is_given(text, place, owns=owns))


def _is_given(text: str, place: Place, *, owns: bool) -> bool:
    spend(_SEARCHES)
    if is_handling(text, place):
        return False
    if gives_words(text, place) or _is_asked(text, place) or is_whose(text, place):
        return True
    if _does_something(text, place):
        return True
    told = speaks(text, place) or is_labeled(text, place)
    own = owns and owns_quotation(text, place)
    return (told or own) and not (is_addressed(text, place) or reacts(text, place))


def _is_asked(text: str, name: Place) -> bool:
    """Return whether it is asked if the words are somebody's: "did Kono"."""
    return _ASKED.search(read_before(text, name)) is not None


def _does_something(text: str, place: Place) -> bool:
    """Return whether somebody does something right behind a quotation: "“…”, a diplomat coined"."""
    behind = _QUOTATION_BEFORE.search(read_before(text, place))
    return bool(behind and _ARTICLE.match(text, place[0]) and _DOES.match(text, place[1]))
