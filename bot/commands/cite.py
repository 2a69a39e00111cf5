"""/cite STATEMENT…: a form of quoted words to paste, which keeps speaker, day and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Answer, Outcome
from bot.answers.command import Command
from bot.answers.refusals import clip_typed
from bot.layout import wording
from bot.layout.forms_to_paste import citation_parts
from knowledge.citations import within_budget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.asked import Asked
    from bot.answers.example_questions import Sample
    from bot.block_kit.message import Part
    from knowledge.citations import CitedStatement

_AT_ONCE = 10  # statements
_ALL_READ: dict[str, object] = {"read_as": (), "not_understood": ()}  # ids, and no names


def answer(asked: Asked) -> Answer:
    """Answer with the statements of these ids, in the order asked."""
    typed = list(dict.fromkeys(asked.question.typed.split()))[:_AT_ONCE]
    by_id = {statement.id: statement for statement in asked.kb.statements(typed)}
    found = within_budget(by_id[name] for name in typed if name in by_id)
    if not found:
        return asked.answer(Outcome.NO_MATCH, reason=_unknown(asked), **_ALL_READ)
    return asked.answer(
        Outcome.ANSWER,
        asked=f"/cite {' '.join(statement.id for statement in found)}",
        statements=tuple(found),
        holder=_holder(asked, found),
        **_ALL_READ,
    )


def _holder(asked: Asked, found: Iterable[CitedStatement]) -> object:
    """Return whose position the statements are on, where it is one holder's."""
    holders = {stance.holder for statement in found for stance in statement.stances}
    return asked.ref(holders.pop()) if len(holders) == 1 else None


def _unknown(asked: Asked) -> str:
    return (
        f"No statement on record has the id “{clip_typed(asked.question.typed)}”."
        f" Press Cite under an answer; {asked.typed('source')} shows the ids of an article."
    )


def parts(answer: Answer) -> list[Part]:
    """Lay each citation out by itself."""
    if answer.outcome is not Outcome.ANSWER:
        return [wording.not_answered(answer)]
    return citation_parts(answer.statements, answer.holder.name if answer.holder else None)


def _examples(sample: Sample) -> tuple[str, ...]:
    return (sample.speech.statement,) if sample.speech else ()


COMMAND = Command(
    name="cite",
    usage="STATEMENT…",
    about="A form to paste: the words in marks, with their speaker, day and source.",
    examples=_examples,
    kinds=frozenset(),
    answer=answer,
    parts=parts,
    daily=False,
)
