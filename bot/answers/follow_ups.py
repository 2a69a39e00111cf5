"""What answers lead on to: others' positions, the articles they rest on, and a form to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.block_kit.buttons import IN_PLACE, Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.answer import Answer

_ARTICLES = 10  # that a button asks about at once
_CITED = 2  # statements of a card without their words
_AT_ONCE = 10  # statements that are cited at once


def follow_up_buttons(answer: Answer, room: int, shown: Sequence[str] = ()) -> list[Button]:
    """Return buttons to what others say, to the articles, and to the citations of what is shown.

    Without room for all, Compare is left out, and Sources stays.
    """
    past_the_end = answer.skip >= len(answer.statements)
    if answer.outcome is Outcome.CHOICE:
        return _between_choices(answer)
    if answer.command in {"source", "cite"} or past_the_end:
        return []
    articles = dict.fromkeys(statement.article.id for statement in answer.statements)
    told = [
        Button("Sources", f"/source {' '.join(list(articles)[:_ARTICLES])}"),
        Button("Cite", f"/cite {' '.join(list_cited(answer, shown))}"),
    ]
    return [*_with_others(answer), *told] if len(told) < room else told


def list_cited(answer: Answer, shown: Sequence[str]) -> list[str]:
    """Return the ids of the statements that are cited at once: those whose words are shown.

    Where none are, they are those that the answer has first.
    """
    first = [statement.id for statement in answer.statements[:_CITED]]
    return [*shown[:_AT_ONCE]] or first


def _with_others(answer: Answer) -> list[Button]:
    """Return a button that sets a state's one position beside those of others on record."""
    speaker = answer.person or answer.organization
    is_card = answer.command == "stance" and answer.is_card and len(answer.stances) == 1
    if speaker or not is_card or not answer.holders_on_record:
        return []
    stance = answer.stances[0]
    return [Button("Compare", f"/compare {stance.holder.id} on {stance.issue.id}{answer.dated}")]


def _between_choices(answer: Answer) -> list[Button]:
    """Return a button that sets all of those side by side whom a choice on one issue offers."""
    if answer.command != "stance" or answer.issue is None:
        return []
    asked = [c.question.partition(f"/stance {c.id} {answer.issue.id}") for c in answer.choices]
    who = [choice.id for choice in answer.choices]
    if len(who) < 2 or not all(found for _, found, _ in asked):  # noqa: PLR2004 (one beside nobody)
        return []
    question = f"/compare {', '.join(who)} on {answer.issue.id}{asked[0][2]}"
    return [Button("Compare", question, IN_PLACE)]
