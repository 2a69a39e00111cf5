"""Who agrees with somebody, on no issue: agreement is told issue by issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Outcome
from bot.answers.issues_on_record import keep_of_the_days, list_issues
from bot.answers.phrases import with_article
from knowledge.questions import is_sided_with
from knowledge.text import WHO

if TYPE_CHECKING:
    from bot.answers.answer import Answer
    from bot.answers.asked import Asked
    from knowledge.questions import Topic


def ask_on_which_issue(asked: Asked, found: Topic) -> Answer | None:
    """Offer the issues that somebody is on record on: "who agrees with Sordia" names none."""
    sided = [a for a in (*found.objects, *found.subjects) if is_sided_with(asked.question, a.first)]
    whose = next((actor.target for actor in sided if actor.target), None)
    if found.issues or whose is None or WHO.isdisjoint(asked.question.words[:1]):
        return None
    name = with_article(asked.kb.name_of(whose))
    issues = keep_of_the_days(asked, [whose], list_issues(asked, whose))
    choices = tuple(
        asked.choice(
            asked.kb.name_as(issue),
            f"/issues {issue}{asked.dated}",
            f"Everyone on {asked.kb.name_of(issue)}",
        )
        for issue in issues
    )
    told = f"{name} is on record on these:" if choices else f"Nothing on record from {name}."
    return asked.answer(
        Outcome.CHOICE if choices else Outcome.NO_MATCH,
        reason=f"Who agrees with somebody is told issue by issue. {told}",
        choices=choices,
        not_understood=(),
    )
