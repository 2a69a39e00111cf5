"""What somebody said that names an issue, where the record has no statement of theirs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.refusals import list_typed
from bot.answers.spoken_answer import answer_with, keep_in_time, list_spoken
from knowledge.corpus import Kind
from knowledge.text import are_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.answer import Answer
    from bot.answers.asked import Asked
    from knowledge.citations import CitedQuote


def answer_by_issue_words(asked: Asked, who: str, issues: Sequence[str]) -> Answer | None:
    """Answer with somebody's words that print the name of an issue as it was typed.

    "Nothing on record on it" would be false beside "a peaceful solution to the nuclear issue".
    """
    named = [f for f in asked.question.found if f.name.kind is Kind.ISSUE]
    typed = [f.typed for f in named if f.name.target in issues]
    if not typed:
        return None
    said = keep_in_time(asked, [who], list_spoken(asked, [who]))
    told = [s for s in said if all(_prints(s.quotes, words) for words in typed)]
    if not told:
        return None
    reason = f"No position coded. On record with {list_typed(typed)}:"
    return answer_with(asked, asked.topic, Outcome.ANSWER, told, reason=reason)


def _prints(quotes: Sequence[CitedQuote], words: str) -> bool:
    return any(are_among(words, quote.exact) for quote in quotes)
