"""Lines without marks that each name their speaker, put between marks: a quotation each.

"Brandt: We will wait." and "Dask: not so" are two quotations, and no one quotation of both lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.interview_turns import is_beside_answers
from bot.answers.message_passages import read_passages
from bot.answers.printed_to_the_letter import is_printed_at_all
from bot.answers.quotable_passages import list_quotable
from bot.answers.quoted_messages import give
from bot.answers.speaker_labels import divide_label, find_label
from bot.answers.transcript_layout import ENDS_SENTENCE, lay_out_text
from bot.answers.typed_days import list_typed_days
from bot.answers.typed_rows import is_table, mark_rows
from bot.answers.unmarked_speakers import divide_speaker, find_request
from bot.answers.unmarked_words import may_be_told
from bot.slack_text.message_parts import MessagePart, PartKind
from bot.slack_text.rows import find_rows
from knowledge.check_quote import has_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.answers.passage import Passage
    from bot.slack_text.rows import Row
    from knowledge.kb import KnowledgeBase

_LINES: Final = 2  # at least
_MOST: Final = 60  # lines that are read


def mark_labeled_lines(kb: KnowledgeBase, text: str) -> str:
    """Return a text with the words of each speaker between marks behind the name.

    Return it unchanged where it has marks or no line names a speaker; but of a pasted post the
    words are its author's, and the questions of an interview are left out.
    """
    words = text if has_marks(text) else lay_out_text(kb, text[find_request(text) :])
    lines = [line for line in words.split("\n") if line.strip()]
    if words != text and has_marks(words):  # of a post that is pasted
        return "\n".join(filter(has_marks, lines))
    if not _LINES <= len(lines) <= _MOST or is_table(words):
        return text
    answers = [line for line in lines if not is_beside_answers(kb, line, set_apart=True)]
    asked = len(answers) < len(lines)
    if has_marks(text):
        return "\n".join(answers) if asked and any(map(has_marks, answers)) else text
    rows = "\n".join(answers)
    if (marked := mark_rows(rows)) != rows:
        return marked
    return _mark_passages(kb, words, asked=asked) or text


def _mark_passages(kb: KnowledgeBase, text: str, *, asked: bool) -> str | None:
    """Return what is said in lines that are read as those of a block quote are."""
    rows = find_rows(text)
    part = MessagePart(PartKind.BLOCK_QUOTE, text, text, rows=tuple(_set_apart(kb, rows)))
    passages = read_passages(kb, [part])
    labeled = any(passage.label for passage in passages)
    said = list_quotable(kb, PartKind.BLOCK_QUOTE, passages)
    kept = [p for p in said if p.label or not labeled or _is_said(kb, p)]
    return give([_give(kb, p, text) for p in kept]) if kept and (asked or labeled) else None


def _set_apart(kb: KnowledgeBase, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the lines; one behind the end of a speaker's sentence belongs to no other."""
    labeled = ended = False
    for row in rows:
        words = row.words.strip()
        goes_on = not words or words[:1].islower() or row.depth or not (labeled and ended)
        names = bool(divide_label(kb, words)[0] or find_label(kb, words))
        yield row if goes_on or names else row._replace(depth=1)
        labeled = labeled or names
        ended = bool(ENDS_SENTENCE.search(words)) if words else ended


def _is_said(kb: KnowledgeBase, passage: Passage) -> bool:
    """Return whether a line without a name is a quotation, and not a remark on the others."""
    return may_be_told(kb, passage.words) or is_printed_at_all(kb, passage.words)


def _give(kb: KnowledgeBase, passage: Passage, text: str) -> tuple[str | None, str]:
    """Return who is named for words, with the days that stand beside them, and the words."""
    if not passage.label:
        return divide_speaker(kb, passage.words)
    first = passage.words.split("\n")[0]
    lines = (line for line in text.split("\n") if first in line)
    beside = next(lines, "").replace(first, " ", 1)
    days = list_typed_days(kb, beside)
    return ", ".join([passage.label, *days]), passage.words
