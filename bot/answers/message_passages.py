"""The passages of a message, each with the label over or beside it that says whose words it is.

A heading holds for what stands below it until the next one; of a table's row, and of a form, the
cells say whose its quotation is; a name below words signs them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.check_requests import asks_to_check
from bot.answers.claimed_speaker import SOMEBODY
from bot.answers.form_fields import part_rows, read_forms
from bot.answers.printed_to_the_letter import is_printed_at_all
from bot.answers.quote_records import Column, read_columns, read_record
from bot.answers.speaker_labels import (
    divide_label,
    find_label,
    gives_itself,
    is_name_on_record,
    is_sure,
    names_a_person,
    names_anybody,
    read_heading,
)
from bot.answers.unmarked_speakers import divide_teller
from bot.answers.written_tables import part_cells
from bot.slack_text.message_parts import PartKind
from bot.slack_text.rows import Row
from knowledge.check_quote import has_marks, place_quotations, put_in_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.slack_text.message_parts import MessagePart
    from knowledge.kb import KnowledgeBase

# In these a line goes on in the next: what is set apart is one quotation, if no line names anybody.
_SET_APART: Final = frozenset(
    {PartKind.BLOCK_QUOTE, PartKind.CODE_BLOCK, PartKind.FORWARDED, PartKind.FILE_TEXT}
)
_WRITTEN: Final = frozenset({PartKind.CODE_BLOCK, PartKind.FILE_TEXT})  # a table may be written so
# One of these says nothing of the next one of its kind.
_APART: Final = frozenset({PartKind.ATTACHED, PartKind.FORWARDED, PartKind.PREVIEW})
_ONE: Final = {PartKind.FORWARDED_BESIDE: PartKind.FORWARDED}
_PROSE: Final = frozenset({PartKind.TYPED, PartKind.FORWARDED_BESIDE, PartKind.FILE_BESIDE})
_DASHES: Final = ("—", "–", "-")
_HEADING: Final = 100  # characters, at most
_NAME: Final = 9  # words of a name with what describes it, at most
_SENTENCE: Final = 4  # words of a line without marks that can be a quotation, at least
_MOST: Final = 200  # lines of one part that are read
_LATER: Final = 20  # parts behind a heading in which its words are sought
_OF_OTHERS: Final = re.compile(r"\b(?:this|that|it|these|those)\b", re.IGNORECASE)


@dataclass
class Passage:
    """Words of a message, and the label that names their speaker.

    `is_quote` says that a column or a field calls them a quotation, so that they need no marks.
    `depth` is that of an item of a list, and `goes_on` whether the next line may belong to them;
    `headed` says that the label stands in a line above, which holds for others, too.
    """

    kind: PartKind
    words: str
    label: str | None = None
    is_quote: bool = False
    depth: int = 0
    goes_on: bool = False
    headed: bool = False

    def write_out(self) -> str:
        """Return the words below their label, between marks if they are a quotation."""
        marked = has_marks(self.words)
        words = put_in_marks(self.words) if self.is_quote and not marked else self.words
        return f"{self.label}: {words}" if self.label and has_marks(words) else words


def read_passages(kb: KnowledgeBase, parts: Iterable[MessagePart]) -> list[Passage]:
    """Return the passages of the parts of a message, in order, each with its label."""
    reader, parts = _Reader(kb), list(parts)
    for number, part in enumerate(parts, 1):
        reader.read_part(part, parts[number : number + _LATER])
    reader.settle_turns()
    return reader.passages


def write_out(passages: Sequence[Passage]) -> str | None:
    """Return a message with each label right before its words; None where it has none."""
    if not any(p.is_quote or (p.label and has_marks(p.words)) for p in passages):
        return None
    return "\n".join(passage.write_out() for passage in passages)


def list_said(kb: KnowledgeBase, passages: Sequence[Passage]) -> str:
    """Return what to check of the passages that quote, each with whom it is given to."""
    said = [passage for passage in passages if has_marks(passage.write_out())]
    alone = len(said) == 1
    return "\n".join(_give(kb, passage, alone=alone) for passage in said)


def _give(kb: KnowledgeBase, passage: Passage, *, alone: bool) -> str:
    words = passage.write_out()
    told = alone or passage.label or names_anybody(kb, words)
    return words if told else f"{SOMEBODY}: {words}"


class _Heading(NamedTuple):
    """What a heading says of who spoke; it holds for lines that stand at least so deep."""

    depth: int
    reach: int
    label: str | None


class _Line(NamedTuple):
    """A line of a message, and where it stands."""

    kind: PartKind
    row: Row

    def may_be_quoted(self, *, beside_quotations: bool) -> bool:
        """Return whether the line is a quotation; beside others, it is none without marks."""
        if self.kind in _SET_APART or has_marks(self.row.words) or len(self.row.cells) > 1:
            return True
        return not beside_quotations and len(self.row.words.split()) >= _SENTENCE


def _written(part: MessagePart) -> list[Row]:
    return [row for row in part.rows[:_MOST] if row.words.strip()]


def is_remark(kb: KnowledgeBase, row: Row) -> bool:
    """Return whether a line asks about the others that it is set apart with: "can we print it?"."""
    if len(row.cells) > 1 or has_marks(row.words):
        return False
    asks = row.words.rstrip().endswith("?") and _OF_OTHERS.search(row.words)
    return bool(asks or asks_to_check(row.words)) and not is_printed_at_all(kb, row.words)


def _is_dashed(row: Row) -> bool:
    return row.mark in _DASHES or row.words.strip().startswith(_DASHES)


def _is_quotation(passage: Passage) -> bool:
    """Return whether words are set apart: by marks, in a list, or by where they stand."""
    return passage.kind not in _PROSE or bool(passage.depth) or has_marks(passage.words)


def _reach(row: Row, later: Sequence[_Line]) -> int:
    """Return how deep a line stands at least that a heading holds for: the next one as well."""
    return min(row.depth, later[0].row.depth) if later else row.depth


class _Reader:
    """Goes through a message line by line, under the headings that hold."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._headings: list[_Heading] = []
        self._last: PartKind | None = None
        self._leads = False  # whether the last line was a heading
        self._later: list[_Line] = []  # those of the parts that follow
        self._turns: list[str | Passage] = []  # names on lines of their own, and words below them
        self.passages: list[Passage] = []

    def settle_turns(self) -> None:
        """Doubt the names above words where a message ends with another one, which is below its.

        What stands above them all is what the message is about, if it is no name on record.
        """
        last = self._turns[-1] if self._turns else None
        if not isinstance(last, str) or not is_name_on_record(self._kb, last):
            return
        first, second = self._turns[:2] if self._turns[1:] else (last, last)
        heads = isinstance(first, str) and not is_name_on_record(self._kb, first)
        doubted, below = not (heads and isinstance(second, Passage)), last
        for turn in reversed(self._turns):
            if isinstance(turn, str):
                below = turn
            elif turn.label != below:
                turn.label = f"{turn.label} or {below}" if doubted else below

    def read_part(self, part: MessagePart, later: Iterable[MessagePart] = ()) -> None:
        if part.kind is PartKind.FOOTER:
            self._read_footer(part)
            return
        kind = _ONE.get(part.kind, part.kind)
        again = kind is self._last and (part.opens or part.kind is PartKind.ATTACHED)
        if again and kind in _APART and not self._leads:
            self._headings = []
        self._last = kind
        self._later = [_Line(one.kind, row) for one in later for row in _written(one)]
        lines = part_rows(part.rows[:_MOST])
        if part.kind in _WRITTEN:
            lines = part_cells(self._kb, lines)
        if part.kind in _SET_APART and len(lines) > 1:
            lines = [row for row in lines if not is_remark(self._kb, row)]
        forms, rows = read_forms(_join_quoted(lines))
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
        for row in _written(part):
            if self._find_unsigned() and names_a_person(self._kb, row.words):
                self._sign(row, ())

    def _read_table(self, kind: PartKind, rows: Sequence[Row]) -> None:
        rows = _turn_upright(rows)
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
        label = beside or next((h.label for h in reversed(self._headings) if h.label), None)
        return None if label is None or gives_itself(self._kb, words) else label

    def _read_lines(self, kind: PartKind, rows: Sequence[Row]) -> None:
        lines = [*(_Line(kind, row) for row in rows), *self._later]
        for number, row in enumerate(rows, 1):
            self._headings = [h for h in self._headings if h.reach <= row.depth]
            below = rows[number].depth if number < len(rows) else 0
            later = lines[number:]
            if below <= row.depth and self._signs(row, later):
                self._sign(row, later)
            elif not self._read_heading(kind, row, later, below) and not self._sign(row, later):
                self._read_words(kind, row)

    def _signs(self, row: Row, later: Sequence[_Line]) -> bool:
        """Return whether a head is a name that signs the words above: no others are below it."""
        above = self._find_unsigned() if row.is_head else None
        if above is None or find_label(self._kb, row.words) is None:
            return False
        in_list = bool(row.depth and later and later[0].row.depth >= row.depth)
        if _is_dashed(row) and not in_list:
            return True
        if later and later[-1].row.is_head and find_label(self._kb, later[-1].row.words):
            return True  # the message ends with a name that signs, and so does this one
        apart = above.kind in _SET_APART or has_marks(above.words)
        return not any(line.may_be_quoted(beside_quotations=apart) for line in later)

    def _read_heading(self, kind: PartKind, row: Row, later: Sequence[_Line], below: int) -> bool:
        """Take a line as the heading of those below; return whether it is nothing else."""
        holds = self._leads and self._headings[-1:] and self._headings[-1].label
        words = row.words.strip()
        leads = row.is_head or words.endswith(":") or below > row.depth
        self._leads = leads and len(words) <= _HEADING and not has_marks(words)
        if not self._leads or self._divide(words)[0]:
            return False
        self._close()
        label = read_heading(self._kb, words)
        if kind in _APART and holds and not (label and names_a_person(self._kb, words)):
            return True  # "Kono on pressure", "NK": the title below an author is no speaker
        reach = row.depth + 1 if below > row.depth else _reach(row, later)
        kept = [heading for heading in self._headings if heading.depth < row.depth]
        self._headings = [*kept, _Heading(row.depth, reach, label)]
        self._take_turn(row, label)
        return label is not None

    def _take_turn(self, row: Row, name: str | None) -> None:
        """Keep a name that stands alone on a line; what a colon or a list leads to is certain."""
        leads = name is None or row.depth or row.words.rstrip().endswith(":")
        self._turns = [] if name is None or leads else [*self._turns, name]

    def _sign(self, row: Row, later: Sequence[_Line]) -> bool:
        """Take a name alone as the signature of the words above, else as their heading."""
        words, self._leads = row.words.strip(), False
        if len(words.split()) > _NAME or has_marks(words):
            return False
        name = find_label(self._kb, words)
        if name is None:
            return False
        above = self._find_unsigned(headed=_is_dashed(row))
        if above:
            self._close()
            self._turns = []
            signed = name if is_sure(self._kb, name) or has_marks(above.words) else None
            above.label, above.headed = self._doubt(above.label, signed), False
            return True
        if _is_dashed(row) and any(map(_is_quotation, self.passages)):
            return False
        self._close()
        self._headings = [_Heading(row.depth, _reach(row, later), name)]
        self._take_turn(row, name)
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
        return above if _is_quotation(above) else None

    def _read_words(self, kind: PartKind, row: Row) -> None:
        own, words = self._divide(row.words.strip())
        above = self.passages[-1] if self.passages else None
        if above and above.goes_on and above.label and not own:  # each line names its speaker
            own, words = divide_teller(self._kb, words)
        if above and above.goes_on and not (own or row.depth or has_marks(words)):
            above.words += f"\n{words}"
            return
        label = own or self._label(words, None)
        goes_on = kind in _SET_APART and not row.depth
        passage = Passage(kind, words, label, depth=row.depth, goes_on=goes_on)
        passage.headed = label is not None and not own
        self.passages.append(passage)
        self._turns = [*self._turns, passage] if self._turns and label and not own else []


def _turn_upright(rows: Sequence[Row]) -> Sequence[Row]:
    """Return a table whose heads stand in its first column with these in its first row."""
    lying = _has_heads([row.cells[0] for row in rows]) and not _has_heads(rows[0].cells)
    turned = zip_longest(*(row.cells for row in rows), fillvalue="")
    return [Row(cells) for cells in turned] if lying else rows


def _has_heads(cells: Sequence[str]) -> bool:
    """Return whether cells are the heads of who spoke and of what was said."""
    return {Column.WHO, Column.QUOTE} <= set(read_columns(cells) or ())


def _join_quoted(rows: Sequence[Row]) -> list[Row]:
    """Join the lines of a quotation that goes over several."""
    joined: list[Row] = []
    ends, at = place_quotations("\n".join(row.words for row in rows)), 0
    for row in rows:
        inside = any(start < at < end for start, end in ends)
        if inside and not (row.depth or row.is_head or len(row.cells) > 1):
            above = joined.pop()
            cells = (*above.cells[:-1], f"{above.cells[-1]}\n{row.words}")
            joined.append(above._replace(cells=cells))
        else:
            joined.append(row)
        at += len(row.words) + 1
    return [row for row in joined if row.words.strip()]
