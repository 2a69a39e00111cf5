"""Whether somebody else said the words checked last: "did Kono say that too?", "was it Kono?"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.question_in_full import CompletedQuestion
from bot.answers.taken_over import TakenOver
from knowledge.corpus import Kind
from knowledge.questions import read
from knowledge.text import ARTICLES, compile_later

if TYPE_CHECKING:
    from bot.answers.last_question import LastQuestion
    from knowledge.kb import KnowledgeBase

_WHO: Final = r"(?P<who>\S.{0,58}?\S)"
_OPENS: Final = r"\W*+(?:(?:and|or|but|so)\s+)?"
_ALSO: Final = r"(?:\s+(?:too|also|as\s+well|instead|first|then))?\W*"
_SAID_SO: Final = compile_later(
    rf"{_OPENS}(?:did|has|have)\s+{_WHO}\s+(?:(?:also|ever|really|actually)\s+)?"
    r"(?:say|said|write|written|use|used)\s+(?:that|this|it|so|the\s+same|th[eo]se\s+words)"
    rf"{_ALSO}",
    re.IGNORECASE,
)
_WAS_IT: Final = compile_later(
    rf"{_OPENS}(?:is|was)\s+(?:it|that|this)\s+(?:(?:by|from|really|not)\s+)?{_WHO}{_ALSO}",
    re.IGNORECASE,
)
_LONGEST: Final = 120  # characters


def ask_of_same_words(
    kb: KnowledgeBase, typed: str, last: LastQuestion
) -> CompletedQuestion | None:
    """Return a search for words of the one who is named, which asks for the words.

    Those that were checked are not kept, and a position would not tell whether they are theirs.
    """
    if last.command != "check" or len(typed) > _LONGEST:
        return None
    asks = _SAID_SO.fullmatch(typed) or _WAS_IT.fullmatch(typed)
    who = _find_name(kb, asks["who"]) if asks else None
    if who is None:
        return None
    return CompletedQuestion(f"/said by {who}", TakenOver(names=(), was_a_search=True))


def _find_name(kb: KnowledgeBase, words: str) -> str | None:
    """Return who is named, where all of the words are that one's name."""
    question = read(kb, words)
    names = {n.target for f in question.found for n in f.names if n.kind is not Kind.ISSUE}
    named = {i for f in question.found for i in range(f.first, f.last)}
    named |= {i for i, word in enumerate(question.words) if word in ARTICLES}
    return names.pop() if len(names) == 1 and len(named) == len(question.words) else None
