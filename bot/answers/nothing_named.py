"""A question in which nobody and no issue is named: it is told so, and what there is to name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from knowledge.text import PRONOUNS_OF_SOMEBODY

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.answers.asked import Asked
    from knowledge.corpus import Issue


def ask_for_a_name(asked: Asked) -> Answer | None:
    """Offer the issues where a question has no name in it; None where its words may be one.

    Those are most of its words: "/stance cheese".
    """
    question = asked.question
    named = question.found or question.strangers
    if named or question.empty or 2 * len(question.unclear) >= len(question.words):
        return None
    roots = (issue for issue in asked.kb.issues.values() if issue.parent is None)
    meant = next((word for word in question.words if word in PRONOUNS_OF_SOMEBODY), None)
    unnamed = "This question names nobody and no issue on record."
    unknown = f"I do not know whom “{meant}” means here."
    return asked.answer(
        Outcome.NO_MATCH,
        reason=f"{unknown if meant else unnamed} Choose an issue, or name somebody.",
        choices=tuple(asked.choice(asked.kb.name_as(i.id), _ask(asked, i)) for i in roots),
    )


def _ask(asked: Asked, issue: Issue) -> str:
    return f"/{asked.command} {issue.id}{asked.dated}"
