"""Claims without the “not” of the words that are found for them: "he said this is the time"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.text import SAYING, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge.citations import CitedStatement
    from knowledge.questions import Question

DENYING: Final = frozenset({"not", "never", "no", "cannot", "without", "neither", "nor"})
# Who asks one of these claims nothing.
_ASKING: Final = frozenset("what who whom whose which how where when why anything ever".split())


def find_turn(question: Question, said: Iterable[CitedStatement]) -> str | None:
    """Return the word by which all statements deny something, where a claim of it has none."""
    words = set(question.words)
    if not words & SAYING or words & (_ASKING | DENYING):
        return None
    turns = [_turn(statement) for statement in said]
    return turns[0] if turns and all(turns) else None


def _turn(statement: CitedStatement) -> str | None:
    found = (token.folded for quote in statement.quotes for token in tokenize(quote.exact))
    return next((word for word in found if word in DENYING), None)
