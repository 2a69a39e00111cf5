"""The fields of a form as an app or a workflow posts it: "Speaker", a name, "Quote", the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.quote_records import Column, read_head
from knowledge.check_quote import has_marks, place_quotations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.slack_text.rows import Row

_FIELD: Final = re.compile(r"([^:\n]{1,40}):\s*(.*)", re.DOTALL)
_QUESTION: Final = re.compile(r"((?:Who|Whose|What)\b[^:?\n]{0,30}\?)\s*(.*)", re.DOTALL)
# On one line: "Speaker: Kono | Quote: … | Checked: no".
_INLINE: Final = re.compile(
    r"(?:\A|(?P<mark>[|;•·]))[^\w\n“”\"|;•·]*+(?P<head>[^\W\d_][\w’' ]{1,29}):(?=\s)"
)
_HEAD_AND_VALUE: Final = 2  # cells
_BETWEEN: Final = " \t|;•·"
_SENTENCE_ENDS: Final = (".", "!", "?", "…", "”", '"')
_SENTENCE: Final = 4  # words, at least
_NEEDED: Final = frozenset({Column.WHO, Column.QUOTE})
_SPEAKERS: Final = frozenset({Column.WHO, Column.FROM})


class Field(NamedTuple):
    """What a field holds by its name, and its value as far as that is read."""

    column: Column
    value: str
    name: str = ""

    def is_title_over(self, field: Field) -> bool:
        """Return whether this only announces what the other one, of another name, holds."""
        return not self.value and self.column is field.column and self.name != field.name


class Form(NamedTuple):
    """The fields of one form."""

    columns: tuple[Column, ...]
    values: tuple[str, ...]


def read_forms(rows: Sequence[Row]) -> tuple[list[Form], list[Row]]:
    """Return the forms in some lines, and the lines that belong to none.

    They are forms where fields are named for both the words and who said them.
    """
    fields = [_read_row(row) if len(row.cells) > 1 else _read_field(row) for row in rows]
    named = {field.column for field in fields if field}
    if Column.QUOTE not in named or named.isdisjoint(_SPEAKERS):
        return [], list(rows)
    left: list[Row] = []
    reader = _FormReader()
    for row, field in zip(rows, fields, strict=True):
        if not (reader.goes_on(row.words, field) or reader.begins(field)):
            left.append(row)
    return reader.end(), left


def part_fields(words: str) -> list[str]:
    """Return the fields of a form that is written on one line, a line each, else the line."""
    heads = [found for found in _INLINE.finditer(words) if found["mark"] or not found.start()]
    columns = [read_head(head["head"], alone=True) for head in heads]
    if Column.QUOTE not in columns or _SPEAKERS.isdisjoint(columns):
        return [words]
    inside = place_quotations(words)
    starts = [
        head.start()
        for head, column in zip(heads, columns, strict=True)
        if column is not Column.UNTOLD or head["mark"] != ";"
        if not any(start < head.start() < end for start, end in inside)
    ]
    pieces = zip([0, *starts], [*starts, len(words)], strict=True)
    return [own for piece in pieces if (own := words[slice(*piece)].strip(_BETWEEN))]


def part_rows(rows: Sequence[Row]) -> list[Row]:
    """Return lines with the fields of each that is a whole form, a line each."""
    parted = [part_fields(row.words) if len(row.cells) == 1 else [] for row in rows]
    return [
        one
        for row, fields in zip(rows, parted, strict=True)
        for one in ([row._replace(cells=(f,), lead="") for f in fields] if fields[1:] else [row])
    ]


def _read_field(row: Row) -> Field | None:
    named = _QUESTION.fullmatch(row.words) or _FIELD.fullmatch(row.words)
    name, value = (named[1], named[2]) if named else (row.words, "")
    if leads := bool(row.lead.endswith((":", "?")) and row.words.startswith(row.lead)):
        name, value = row.lead, row.words[len(row.lead) :].strip(" :")
    column = read_head(name, alone=not (named or leads or row.is_head))
    if column is Column.UNTOLD:
        return Field(column, value if leads else "") if row.is_head or leads else None
    is_other = column is Column.OTHER and has_marks(value)
    return None if is_other else Field(column, value, name.strip(" :"))


def _read_row(row: Row) -> Field | None:
    """Return the field that a row of two cells is: its head stands in the first."""
    if len(row.cells) != _HEAD_AND_VALUE or has_marks(row.cells[0]):
        return None
    column = read_head(row.cells[0])
    return None if column is Column.UNTOLD else Field(column, row.cells[1], row.cells[0])


def _may_go_on(value: str, words: str) -> bool:
    """Return whether a line may belong to a quotation above: it begins small, or is a sentence.

    "Entry 2" and "Submitted by Alice" are none of it.
    """
    sentences = value.rstrip().endswith(_SENTENCE_ENDS) and words.rstrip().endswith(_SENTENCE_ENDS)
    long = len(words.split()) >= _SENTENCE
    return words.strip()[:1].islower() or has_marks(words) or (sentences and long)


class _FormReader:
    """Puts fields together; one that was there already begins the next form."""

    def __init__(self) -> None:
        self._forms: list[list[Field]] = [[]]

    def goes_on(self, words: str, field: Field | None) -> bool:
        """Add words to the last field, where they are its value, and not a further field."""
        form = self._forms[-1]
        if not form or (field and field.column is not Column.UNTOLD):
            return False
        last = form[-1]
        if last.value and (field or last.column is not Column.QUOTE):
            return False
        if last.value and not _may_go_on(last.value, words):
            return False
        if last.column not in _NEEDED and (field or has_marks(words)):
            return False
        form[-1] = last._replace(value=f"{last.value}\n{words}".strip())
        return True

    def begins(self, field: Field | None) -> bool:
        if field is None:
            return False
        form = self._forms[-1]
        if form and field.column in _NEEDED and form[0].is_title_over(field):
            del form[0]
        if field.column in _NEEDED and field.column in {known.column for known in form}:
            first = form[0].column
            kept = [known for known in form if known.column is Column.WHO and first is Column.WHO]
            self._forms.append(kept if field.column is Column.QUOTE else [])
        self._forms[-1].append(field)
        return True

    def end(self) -> list[Form]:
        return [
            Form(tuple(f.column for f in form), tuple(f.value for f in form))
            for form in self._forms
            if form
        ]
