"""/cite STATEMENT… [as STYLE]: a form of quoted words to paste, with speaker, day and source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.answer import Answer, CitationStyle, Outcome
from bot.answers.command import Command
from bot.answers.pages import cut_more
from bot.answers.refusals import clip_typed
from bot.layout import wording
from bot.layout.forms_to_paste import citation_parts, list_citations, style_buttons
from knowledge.citations import within_budget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers.asked import Asked
    from bot.answers.example_questions import Sample
    from bot.block_kit.message import Part
    from knowledge.citations import CitedStatement

_AT_ONCE = 10  # statements
_ALL_READ: dict[str, object] = {"read_as": (), "not_understood": ()}  # ids, and no names


def answer(asked: Asked) -> Answer:
    """Answer with citations of the statements of these ids, in the order asked."""
    words, style = _style(cut_more(asked.question.typed).split())
    typed = list(dict.fromkeys(words))[:_AT_ONCE]
    by_id = {statement.id: statement for statement in asked.kb.statements(typed)}
    found = within_budget(by_id[name] for name in typed if name in by_id)
    if not found:
        return asked.answer(Outcome.NO_MATCH, reason=_unknown(asked), **_ALL_READ)
    return asked.answer(
        Outcome.ANSWER,
        asked=f"/cite {' '.join(statement.id for statement in found)} as {style}",
        statements=tuple(found),
        citation_style=style,
        citations=tuple(c for s in found for c in list_citations(s, _holder(asked, s), style)),
        **_ALL_READ,
    )


def _style(words: Sequence[str]) -> tuple[Sequence[str], CitationStyle]:
    """Return the words before "as chicago", and the style that they name."""
    *before, last = words or [""]
    style = next((s for s in CitationStyle if s == last.lower()), None)
    if style is None:
        return words, CitationStyle.PLAIN
    leading = bool(before) and before[-1].lower() in {"as", "in"}
    return (before[:-1] if leading else before), style


def _holder(asked: Asked, statement: CitedStatement) -> str | None:
    """Return whose position a statement is on, where it is one holder's."""
    holders = {stance.holder for stance in statement.stances}
    return asked.kb.name_of(holders.pop()) if len(holders) == 1 else None


def _unknown(asked: Asked) -> str:
    return (
        f"No statement on record has the id “{clip_typed(asked.question.typed)}”."
        f" Press Cite under an answer; {asked.typed('source')} shows the ids of an article."
    )


def parts(answer: Answer) -> list[Part]:
    """Lay each citation out by itself."""
    if answer.outcome is not Outcome.ANSWER:
        return [wording.not_answered(answer)]
    return citation_parts(answer.citations[answer.skip :])


def _examples(sample: Sample) -> tuple[str, ...]:
    return (sample.speech.statement,) if sample.speech else ()


COMMAND = Command(
    name="cite",
    usage="STATEMENT… [as chicago, ap or apa]",
    about="A form to paste: the words in marks, with their speaker, day and source.",
    examples=_examples,
    kinds=frozenset(),
    answer=answer,
    parts=parts,
    buttons=style_buttons,
    daily=False,
)
