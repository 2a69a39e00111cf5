"""What every answer that quotes leads on to: the articles it rests on, and a form to paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.block_kit.message import Button

if TYPE_CHECKING:
    from bot.answers.answer import Answer

_ARTICLES = 10  # that a button asks about at once
_CITED = 2  # statements that a card shows


def follow_up_buttons(answer: Answer) -> list[Button]:
    """Return buttons to the articles behind an answer, and to the citations of what leads it."""
    past_the_end = answer.skip >= len(answer.statements)
    if answer.command in {"source", "cite"} or past_the_end:
        return []
    articles = dict.fromkeys(statement.article.id for statement in answer.statements)
    leading = [*_told_first(answer), *(statement.id for statement in answer.statements)]
    cited = list(dict.fromkeys(leading))[:_CITED]
    return [
        Button("Sources", f"/source {' '.join(list(articles)[:_ARTICLES])}"),
        Button("Cite", f"/cite {' '.join(cited)}"),
    ]


def _told_first(answer: Answer) -> list[str]:
    """Return the statements that lead the one position of an answer."""
    return list(answer.stances[0].statements) if len(answer.stances) == 1 else []
