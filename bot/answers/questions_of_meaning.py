"""Questions of what a few words in marks mean or tell: it is these words that are looked up.

Whoever is named beside them need not have said them: "Does “chat” mean that Japan gave up?".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.unmarked_words import is_name
from knowledge.check_quote import (
    has_marks,
    outline_quotations,
    place_quotations,
    put_in_marks,
    read_quotations,
)
from knowledge.questions import Intent
from knowledge.text import compile_later, tokenize

if TYPE_CHECKING:
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import Topic

_ASKED: Final = compile_later(
    r"\b(?:does|do|did|would|could|can|might|may|will)\s+\Z", re.IGNORECASE
)
_MEANS: Final = compile_later(
    r"\s+(?:(?:really|actually|just|also|not|still|even)\s+)?"
    r"(?:mean|say|tell|imply|suggest|signal|show|indicate|reveal|reflect|refer|amount|apply|count"
    r"|describe|stand|sound|prove|express)\b",
    re.IGNORECASE,
)
_NEAR: Final = 20  # characters in front of a quotation that are looked at


def find_meant_words(kb: KnowledgeBase, text: str) -> str | None:
    """Return what to check where it is asked what one quotation means: "does “…” mean no?"."""
    places = place_quotations(text) if has_marks(text) else ()
    if len(places) != 1:
        return None
    ((start, end),), outlined = places, outline_quotations(text)
    asked = _ASKED.search(outlined, max(start - _NEAR, 0), start)
    return _mark(kb, text) if asked and _MEANS.match(outlined, end) else None


def find_swallowed_words(kb: KnowledgeBase, text: str, topic: Topic) -> str | None:
    """Return what to check where words in marks would be sought together with a question's own.

    Of "Did Japan give up, as in “dead end”?" nobody asked who said "give dead end".
    """
    if not has_marks(text) or topic.issues or not topic.words:
        return None
    marked = {token.folded for words in read_quotations(text) for token in tokenize(words)}
    sought = {token.folded for word in topic.words for token in tokenize(word)}
    joined = sought - marked and (topic.intent is Intent.POSITION or not sought & marked)
    return _mark(kb, text) if joined else None


def _mark(kb: KnowledgeBase, text: str) -> str | None:
    """Return the quotations of a text alone, where none is what somebody or something is called."""
    quoted = read_quotations(text)
    named = any(is_name(kb, words) for words in quoted)
    return None if named else " ".join(map(put_in_marks, quoted))
