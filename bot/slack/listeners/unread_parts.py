"""What a message holds beside what is checked of it, so that no line of it goes unmentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.form_fields import part_rows
from bot.answers.quote_checks import tell_days
from bot.answers.speaker_labels import divide_label
from bot.answers.unchecked_sentences import list_unchecked
from bot.answers.unread_lines import list_days, list_dropped, list_unread, tell_unread
from bot.slack_text.message_parts import PART_NAMES, PartKind
from knowledge.check_quote import has_marks, read_quotations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.reply import Meant
    from bot.slack_text.message_parts import DecodedMessage
    from bot.slack_text.rows import Row
    from knowledge.kb import KnowledgeBase

UNREAD: Final = "I did not read the {}: ask me to check it."
_LABELS: Final = 5  # lines of a part that is left out which are looked at
# What stands apart is named as a whole, where nothing in it is read.
_APART: Final = PART_NAMES.keys() - {PartKind.ATTACHED, PartKind.TYPED}


class LeftOut(NamedTuple):
    """The sentences that name what is not checked, and the lines that may name a speaker."""

    told: str | None = None
    beside: Sequence[str] = ()


def _list_unchecked(kb: KnowledgeBase, rows: Iterable[Row], meant: Meant) -> Iterator[str]:
    """Yield the sentences beside quotations that the check has not, and that are not asked."""
    told = " ".join(f"{meant.text} {meant.also or ''}".split())
    for row in rows:
        quotes = has_marks(row.words)
        unchecked = list_unchecked(kb, row.words) if quotes else ()
        yield from (sentence for sentence in unchecked if sentence not in told)


def find_left_out(kb: KnowledgeBase, message: DecodedMessage, meant: Meant) -> LeftOut:
    """Return the parts and lines of a message that were not checked.

    Of a part that is left out as a whole, a line that says whose its words are speaks of no others.
    """
    if meant.command.name != "check" or meant.too_much or not read_quotations(meant.text):
        return LeftOut()
    lines: list[str] = []
    beside: list[str] = []
    apart: dict[str, None] = {}
    days: list[str] = []
    with_marks = [part.asked for part in message.parts if has_marks(part.asked)]
    marked = [words for asked in with_marks for words in read_quotations(asked)]
    for part in message.parts:
        rows = part_rows(part.rows)
        left = list_unread(kb, rows, meant.text, meant.also, marked)
        written = [row for row in rows if row.words.strip()]
        days += list_days(kb, rows, meant.text, left)
        if part.kind in _APART and left and len(left) == len(written):
            apart[UNREAD.format(PART_NAMES[part.kind])] = None
            beside += [line for line in left[:_LABELS] if not divide_label(kb, line)[0]]
        elif part.kind is not PartKind.FILE_TITLE:
            beside += left
            sentences = list(_list_unchecked(kb, rows, meant))
            dropped = list_dropped(kb, rows, meant.text, meant.also)
            lines += [*left, *(one for one in dropped if not any(one in s for s in sentences))]
            lines += sentences
    told = [tell_unread(lines), *apart, tell_days(days) if days else None]
    return LeftOut(" ".join(filter(None, told)) or None, beside)
