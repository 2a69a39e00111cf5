"""Who of a state said what was shown last: "who in Seoul said that?" asks who said that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.corpus import Kind
from knowledge.questions import read, states_of
from knowledge.text import compile_later

if TYPE_CHECKING:
    from bot.answers.last_question import LastQuestion
    from knowledge.kb import KnowledgeBase

_IN_A_PLACE: Final = compile_later(
    r"(?P<who>(?:(?:and|so|but)\s+)?who)\s+(?:in|from)\s+(?P<where>\S.{0,48}?\S)\s+"
    r"(?P<said>(?:said|says|wrote)\s+(?:that|this|it|so)\W*)",
    re.IGNORECASE,
)
_LONGEST: Final = 100  # characters


def leave_out_place(kb: KnowledgeBase, typed: str, last: LastQuestion) -> str:
    """Return "who said that?" where the place that is named is that of whoever was asked about."""
    asks = _IN_A_PLACE.fullmatch(typed.strip()) if len(typed) <= _LONGEST else None
    if asks is None or not last.who:
        return typed
    states = {s for who in last.who if who in kb.entities for s in states_of(kb, who)}
    named = _find_state(kb, asks["where"])
    return f"{asks['who']} {asks['said']}" if states == {named} else typed


def _find_state(kb: KnowledgeBase, words: str) -> str | None:
    """Return the state that all of the words name, if there is one."""
    question = read(kb, words)
    names = [n for f in question.found if f.clear for n in f.names]
    whole = len(names) == 1 and not question.unclear and not question.strangers
    own = kb.entities.get(names[0].target) if whole else None
    is_state = own is not None and own.kind is Kind.ORGANIZATION and own.state == own.id
    return own.id if own and is_state else None
