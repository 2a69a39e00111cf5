"""Lines without marks below "check:", of which each names its speaker, as where they are quoted.

"Brandt: We will wait." and "Dask: not so" are two quotations, and no one quotation of both lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.interview_turns import is_beside_answers
from bot.answers.message_passages import read_passages
from bot.answers.quotable_passages import list_quotable
from bot.answers.quoted_messages import give
from bot.answers.transcript_layout import lay_out_text
from bot.answers.typed_days import list_typed_days
from bot.answers.typed_rows import is_table, mark_rows
from bot.answers.unmarked_speakers import divide_speaker, find_request
from bot.slack_text.message_parts import MessagePart, PartKind
from bot.slack_text.rows import find_rows
from knowledge.check_quote import has_marks

if TYPE_CHECKING:
    from bot.answers.passage import Passage
    from knowledge.kb import KnowledgeBase

_LINES: Final = 2  # at least
_MOST: Final = 60  # lines that are read


def mark_labeled_lines(kb: KnowledgeBase, text: str) -> str:
    """Return a text with the words of each speaker between marks behind the name.

    The questions of an interview are left out. A text with marks, or of which no line names a
    speaker, stays as it is else.
    """
    words = text if has_marks(text) else lay_out_text(kb, text[find_request(text) :])
    lines = [line for line in words.split("\n") if line.strip()]
    answers = [line for line in lines if not is_beside_answers(line, set_apart=len(lines) > 1)]
    if not answers or not _LINES <= len(lines) <= _MOST or is_table(words):
        return text
    asked = len(answers) < len(lines)
    if has_marks(text):
        return "\n".join(answers) if asked and any(map(has_marks, answers)) else text
    rows = "\n".join(answers)
    if (marked := mark_rows(rows)) != rows:
        return marked
    return _mark_passages(kb, words, lines, asked=asked) or text


def _mark_passages(kb: KnowledgeBase, text: str, lines: list[str], *, asked: bool) -> str | None:
    """Return what is said in lines that are read as those of a block quote are."""
    part = MessagePart(PartKind.BLOCK_QUOTE, text, text, rows=find_rows(text))
    passages = read_passages(kb, [part])
    said = list_quotable(kb, PartKind.BLOCK_QUOTE, passages)
    labeled = len(passages) > 1 and any(passage.label for passage in said)
    return give([_give(kb, passage, lines) for passage in said]) if labeled or asked else None


def _give(kb: KnowledgeBase, passage: Passage, lines: list[str]) -> tuple[str | None, str]:
    """Return who is named for words, with the days that stand beside them, and the words."""
    if not passage.label:
        return divide_speaker(kb, passage.words)
    first = passage.words.split("\n")[0]
    beside = next((line.replace(first, " ", 1) for line in lines if first in line), "")
    days = list_typed_days(kb, beside)
    return ", ".join([passage.label, *days]), passage.words
