"""The passages of a message, each with the label over or beside it that says whose words it is.

A heading holds for what stands below it until the next one; of a table's row, and of a form, the
cells say whose its quotation is; a name below words signs them.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from bot.answers.form_fields import part_rows, read_forms
from bot.answers.heading_labels import Heading, Headings
from bot.answers.interview_turns import is_beside_answers
from bot.answers.message_lines import (
    MOST,
    SET_APART,
    Line,
    find_reach,
    is_dashed,
    is_remark,
    join_quoted,
    list_written,
)
from bot.answers.name_lines import NameLines
from bot.answers.passage import Passage, is_quotation
from bot.answers.quote_records import Column, read_columns, read_record, turn_upright
from bot.answers.speaker_labels import (
    divide_label,
    find_label,
    gives_itself,
    is_name_on_record,
    is_sure,
    names_a_person,
    read_heading,
)
from bot.answers.unmarked_speakers import divide_teller
from bot.answers.written_tables import part_cells
from bot.slack_text.message_parts import PartKind
from knowledge.check_quote import has_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.slack_text.message_parts import MessagePart
    from bot.slack_text.rows import Row
    from knowledge.kb import KnowledgeBase

_WRITTEN: Final = frozenset({PartKind.CODE_BLOCK, PartKind.FILE_TEXT})  # a table may be written so
# One of these says nothing of the next one of its kind.
_APART: Final = frozenset({PartKind.ATTACHED, PartKind.FORWARDED, PartKind.PREVIEW})
_ONE: Final = {PartKind.FORWARDED_BESIDE: PartKind.FORWARDED}
_HEADING: Final = 100  # characters, at most
_NAME: Final = 9  # words of a name with what describes it, at most
_LATER: Final = 20  # parts behind a heading in which its words are sought


def read_passages(kb: KnowledgeBase, parts: Iterable[MessagePart]) -> list[Passage]:
    """Return the passages of the parts of a message, in order, each with its label."""
    reader, parts = _Reader(kb), list(parts)
    for number, part in enumerate(parts, 1):
        reader.read_part(part, parts[number : number + _LATER])
    reader.name_lines.settle()
    return reader.passages


class _Reader:
    """Goes through a message line by line, under the headings that hold."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._headings = Headings()
        self._last: PartKind | None = None
        self._leads = False  # whether the last line was a heading
        self._later: list[Line] = []  # those of the parts that follow
        self.name_lines = NameLines(kb)
        self.passages: list[Passage] = []

    def read_part(self, part: MessagePart, later: Iterable[MessagePart] = ()) -> None:
        if part.kind is PartKind.FOOTER:
            self._read_footer(part)
            return
        kind = _ONE.get(part.kind, part.kind)
        again = kind is self._last and (part.opens or part.kind is PartKind.ATTACHED)
        if again and kind in _APART and not self._leads:
            self._headings.clear()
        self._last = kind
        self._later = [Line(one.kind, row) for one in later for row in list_written(one)]
        lines = part_rows(part.rows[:MOST])
        if part.kind in _WRITTEN:
            lines = part_cells(self._kb, lines)
        if part.kind in SET_APART and len(lines) > 1:
            lines = [row for row in lines if not is_remark(self._kb, row)]
        forms, rows = read_forms(join_quoted(lines))
        for form in forms:
            self._read_record(part.kind, form.columns, form.values)
        for is_table, found in groupby(rows, key=lambda row: len(row.cells) > 1):
            read = self._read_table if is_table else self._read_lines
            read(part.kind, list(found))
        self._close()

    def _close(self) -> None:
        """Let nothing be added to the words above."""
        if self.passages:
            self.passages[-1].goes_on = False

    def _read_footer(self, part: MessagePart) -> None:
        """Take somebody whom a footer names as the signature of the words above it."""
        for row in list_written(part):
            if self._find_unsigned() and names_a_person(self._kb, row.words):
                self._sign(row, ())

    def _read_table(self, kind: PartKind, rows: Sequence[Row]) -> None:
        rows = turn_upright(rows)
        columns = read_columns(rows[0].cells)
        marked = any(has_marks(row.words) for row in rows)
        for row in rows[1:] if columns else rows:
            self._read_record(kind, columns, row.cells, marked=marked)

    def _read_record(
        self,
        kind: PartKind,
        columns: Sequence[Column] | None,
        cells: Sequence[str],
        *,
        marked: bool = False,
    ) -> None:
        record = read_record(self._kb, columns, cells)
        for words in record.quotes:
            own, said = self._divide(words)
            label = own or self._label(words, record.speaker)
            self.passages.append(Passage(kind, said, label, is_quote=marked or record.is_told))

    def _divide(self, words: str) -> tuple[str | None, str]:
        return (None, words) if has_marks(words) else divide_label(self._kb, words)

    def _label(self, words: str, beside: str | None) -> str | None:
        """Return the label of words that do not name their speaker themselves."""
        label = beside or self._headings.label
        return None if label is None or gives_itself(self._kb, words) else label

    def _read_lines(self, kind: PartKind, rows: Sequence[Row]) -> None:
        lines = [*(Line(kind, row) for row in rows), *self._later]
        for number, row in enumerate(rows, 1):
            self._headings.go_to(row.depth)
            below = rows[number].depth if number < len(rows) else 0
            later = lines[number:]
            if is_beside_answers(
                self._kb, row.words, set_apart=kind in SET_APART and len(rows) > 1
            ):
                self._close()
            elif below <= row.depth and self._signs(row, later):
                self._sign(row, later)
            elif not self._read_heading(kind, row, later, below) and not self._sign(row, later):
                self._read_words(kind, row)

    def _signs(self, row: Row, later: Sequence[Line]) -> bool:
        """Return whether a head is a name that signs the words above: no others are below it."""
        above = self._find_unsigned() if row.is_head else None
        if above is None or find_label(self._kb, row.words) is None:
            return False
        in_list = bool(row.depth and later and later[0].row.depth >= row.depth)
        if is_dashed(row) and not in_list:
            return True
        if later and later[-1].row.is_head and find_label(self._kb, later[-1].row.words):
            return True  # the message ends with a name that signs, and so does this one
        apart = above.kind in SET_APART or has_marks(above.words)
        return not any(line.may_be_quoted(beside_quotations=apart) for line in later)

    def _read_heading(self, kind: PartKind, row: Row, later: Sequence[Line], below: int) -> bool:
        """Take a line as the heading of those below; return whether it is nothing else."""
        holds = self._leads and self._headings.last_label
        words = row.words.strip()
        leads = row.is_head or words.endswith(":") or below > row.depth
        self._leads = leads and len(words) <= _HEADING and not has_marks(words)
        if not self._leads or self._divide(words)[0]:
            return False
        self._close()
        label = read_heading(self._kb, words)
        if kind in _APART and holds and not (label and names_a_person(self._kb, words)):
            return True  # "Kono on pressure", "NK": the title below an author is no speaker
        reach = row.depth + 1 if below > row.depth else find_reach(row, later)
        self._headings.add(Heading(row.depth, reach, label))
        self.name_lines.take_name(row, label)
        return label is not None

    def _sign(self, row: Row, later: Sequence[Line]) -> bool:
        """Take a name alone as the signature of the words above, else as their heading."""
        words, self._leads = row.words.strip(), False
        if len(words.split()) > _NAME or has_marks(words):
            return False
        name = find_label(self._kb, words)
        if name is None:
            return False
        above = self._find_unsigned(headed=is_dashed(row))
        if above:
            self._close()
            self.name_lines.clear()
            signed = name if is_sure(self._kb, name) or has_marks(above.words) else None
            above.label, above.headed = self._doubt(above.label, signed), False
            return True
        if is_dashed(row) and any(map(is_quotation, self.passages)):
            return False
        self._close()
        self._headings.replace(Heading(row.depth, find_reach(row, later), name))
        self.name_lines.take_name(row, name)
        self._leads = True
        return True

    def _doubt(self, head: str | None, signed: str | None) -> str | None:
        """Return whose words are signed below a head: who signs, or one of two who are named."""
        rival = head and head != signed and is_name_on_record(self._kb, head)
        return f"{head} or {signed}" if rival and names_a_person(self._kb, head or "") else signed

    def _find_unsigned(self, *, headed: bool = False) -> Passage | None:
        """Return the words right above, if they are a quotation that nobody is named beside.

        Or that a heading names somebody for, if those are wanted.
        """
        above = self.passages[-1] if self.passages else None
        labeled = above is not None and above.label and not (headed and above.headed)
        if above is None or labeled or gives_itself(self._kb, above.words):
            return None
        return above if is_quotation(above) else None

    def _read_words(self, kind: PartKind, row: Row) -> None:
        own, words = self._divide(row.words.strip())
        above = self.passages[-1] if self.passages else None
        if above and above.goes_on and above.label and not own:  # each line names its speaker
            own, words = divide_teller(self._kb, words)
        if above and above.goes_on and not (own or row.depth or has_marks(words)):
            above.words += f"\n{words}"
            return
        label = own or self._label(words, None)
        goes_on = kind in SET_APART and not row.depth
        passage = Passage(kind, words, label, depth=row.depth, goes_on=goes_on)
        passage.headed = label is not None and not own
        self.passages.append(passage)
        self.name_lines.take_words(passage)
