"""Name the one of two whom "the former" or "the latter" means, where two were asked about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.question_in_full import CompletedQuestion
from bot.answers.ref import Ref
from bot.answers.taken_over import TakenOver
from knowledge.text import BEFORE_A_TOPIC, GRAMMAR, POLARITY, SAYING, compile_later, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.last_question import LastQuestion
    from knowledge.kb import KnowledgeBase

_PAIR: Final = 2
_ONE: Final = compile_later(
    r"\b(?:the\s+)(?P<which>former|latter|first\s+one|second\s+one)\b(?P<owns>['’]s\b)?",
    re.IGNORECASE,
)
_FIRST: Final = frozenset({"former", "first"})
# What may follow; before another word it is an adjective: "the former president".
_GOING_ON: Final = GRAMMAR | SAYING | POLARITY | BEFORE_A_TOPIC | {"stand", "in", "as", "against"}


def name_one_of_two(kb: KnowledgeBase, typed: str, last: LastQuestion) -> CompletedQuestion | None:
    """Return a question with the name of whom it means; None where not two were asked about."""
    pair = _list_pair(last)
    found = _ONE.search(typed) if pair else None
    if found is None or not _stands_alone(typed, found):
        return None
    who = pair[0 if found["which"].split()[0].lower() in _FIRST else 1]
    name = kb.name_of(who)
    owns = "'s" if found["owns"] else ""
    text = f"{typed[: found.start()]}{name}{owns}{typed[found.end() :]}"
    return CompletedQuestion(text, TakenOver(names=(Ref(id=who, name=name),)))


def _list_pair(last: LastQuestion) -> Sequence[str]:
    """Return the two who were asked about, at once or one after the other."""
    if len(last.who) == _PAIR:
        return last.who
    return last.lately if len(last.who) < _PAIR and len(last.lately) == _PAIR else ()


def _stands_alone(typed: str, found: re.Match[str]) -> bool:
    after = tokenize(typed[found.end() :])
    return bool(found["owns"]) or not after or after[0].folded in _GOING_ON
