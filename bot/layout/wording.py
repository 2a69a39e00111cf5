"""Statements as the reader gets them: dates, ages and sourcing in words, the same everywhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bot.answers.answer import SCREEN
from bot.answers.phrases import listed, listed_few
from bot.block_kit.message import Part, refusal_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.answers.answer import Answer
    from knowledge.citations import CitedStatement

PAGE = 12  # statements tried on a further screen; Slack's limits leave fewer


def page(statements: Sequence[CitedStatement], answer: Answer) -> Sequence[CitedStatement]:
    """Return the statements of this screen, of all in the order they are shown."""
    size = PAGE if answer.asked_for_more else SCREEN
    return statements[answer.skip : answer.skip + size]


def settled_first(statements: Iterable[CitedStatement], answer: Answer) -> list[CitedStatement]:
    """Return the statements with those last that may be later than the day asked about."""
    return sorted(statements, key=lambda statement: statement.id in answer.maybe_later)


def doubt_of(statement: CitedStatement, answer: Answer) -> str:
    """Return how what was said may lie outside the days asked about, if it may."""
    said, first, last = statement.said, answer.first_day, answer.as_of
    early = first is not None and said.from_ < first <= said.to
    late = last is not None and said.from_ <= last < said.to
    outside = " or ".join([*(["earlier"] if early else []), *(["later"] if late else [])])
    days = "days" if first else "day"
    return f"may be {outside} than the {days} asked about" if outside else ""


def count_doubts(answer: Answer) -> list[str]:
    """Return how many statements may lie outside the days asked about, a sentence for each way."""
    doubts = Counter(filter(None, (doubt_of(s, answer) for s in answer.statements)))
    return [f"{count} statement{'s' * (count > 1)} {doubt}." for doubt, count in doubts.items()]


def not_answered(answer: Answer) -> Part:
    """Return why a question is not answered, who is on record on it, and the nearest names."""
    sentences = [answer.reason or "Nothing on record."]
    if answer.holders_on_record:
        names = listed_few([ref.name for ref in answer.holders_on_record])
        sentences.append(f"On record on it: {names}.")
    if answer.nearest:
        names = listed([ref.name for ref in answer.nearest], "or")
        sentences.append(f"Nearest names: {names}.")
    return refusal_part(*sentences)
