"""Whether statements have a verb that is asked about: what somebody would do is not done."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.text import VERB_OF, find_stems, is_past, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement


_BEING: Final = frozenset("be been being is are was were get got".split())


def has_verb(asked: Asked, statement: CitedStatement, verb: str) -> bool:
    """Return whether a statement has a verb in any form; a "proposal" is not "proposed"."""
    parts = asked.kb.world.parts_of_speech
    return any("VERB" in parts(word) or word in VERB_OF for _, word in _list_forms(statement, verb))


def is_done(statement: CitedStatement, verb: str) -> bool:
    """Return whether a statement has a past form of a verb that is one: not "would meet" for "met".

    Behind a form of "be" it is done to somebody. Of a verb in another form any will do.
    """
    forms = list(_list_forms(statement, verb))
    if not is_past(verb):
        return bool(forms)
    return any(is_past(word) and before not in _BEING for before, word in forms)


def _list_forms(statement: CitedStatement, verb: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a statement that have the stem of a verb, each behind the one before."""
    stems = set(find_stems(verb))
    for text in (statement.summary, *(quote.exact for quote in statement.quotes)):
        words = ["", *(token.folded for token in tokenize(text))]
        for before, word in pairwise(words):
            if not stems.isdisjoint(find_stems(word)):
                yield before, word
