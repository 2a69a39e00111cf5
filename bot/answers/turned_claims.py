"""Claims without the “not” of the words that are found for them: "he said this is the time"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.text import NOT_WORDS, OPEN_QUESTIONS, SAYING, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.citations import CitedStatement
    from knowledge.questions import Question


def find_turn(question: Question, said: Iterable[CitedStatement]) -> str | None:
    """Return a word that denies something, if each statement has one and the claim has none."""
    words = set(question.words)
    if not words & SAYING or words & (OPEN_QUESTIONS | NOT_WORDS):
        return None
    turns = [_turn(statement) for statement in said]
    return turns[0] if turns and all(turns) else None


def _turn(statement: CitedStatement) -> str | None:
    found = (token.folded for quote in statement.quotes for token in tokenize(quote.exact))
    return next((word for word in found if word in NOT_WORDS), None)
