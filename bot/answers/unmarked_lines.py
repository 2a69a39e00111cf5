"""Lines of a message without marks that an article prints, or nearly, and who is named beside."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.check_openings import asks_to_check
from bot.answers.interview_turns import may_be_quoted, strip_turn
from bot.answers.printed_to_the_letter import is_printed_at_all
from bot.answers.quoted_messages import find_speaker
from bot.answers.speaker_labels import find_asked_speaker, find_label, name_of, read_heading
from bot.answers.unmarked_speakers import divide_speaker
from bot.answers.unread_lines import is_denial
from knowledge.check_quote import Verdict, has_marks, read_quotations, verify_quote
from knowledge.text import OutOfStepsError, allow

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.slack_text.rows import Row
    from knowledge.check_quote import Comparison
    from knowledge.kb import KnowledgeBase

_SENTENCE: Final = 4  # words of a line that can be a quotation
_NAME: Final = 6  # words of a name that stands alone, at most
_MOST: Final = 40  # lines that are read
_LOOKED_UP: Final = 8  # of them
_HEADING: Final = 100  # characters, at most
_WORK: Final = 20_000  # steps that this may take: two sentences of an article take 15,000
_PRINTED: Final = frozenset(Verdict) - {Verdict.NOT_FOUND, Verdict.NOT_CHECKED}
_WHOLE: Final = frozenset({Verdict.EXACT, Verdict.NOT_THEIRS})
_TURNS: Final = 2  # lines of an interview, at least
_TITLE: Final = 8  # words of a title, at most
_FAR: Final = 3  # words of a line, of which one may be another than is printed
_SIGNS: Final = ("—", "–", "-", "(")


class _Line(NamedTuple):
    """A line, and the name that it is if it is a label, not words to check.

    `leads` says that it is a heading, and `signs` that it can be none.
    """

    words: str
    label: str | None
    leads: bool
    signs: bool


def find_printed_lines(kb: KnowledgeBase, rows: Iterable[Row]) -> list[tuple[str | None, str]]:
    """Return the lines that an article prints, or something near them, each with who is named.

    Whoever stands alone in the line above or below is named too: "Kono:", "*Kono*", "— Kono".
    """
    reader = _Reader(kb)
    try:
        with allow(_WORK):
            reader.read(_leave_out_questions([row for row in rows if row.words.strip()])[:_MOST])
    except OutOfStepsError:
        return reader.found
    return reader.found


def _leave_out_questions(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of an interview without its questions; a line alone may be one in doubt."""
    return [row for row in rows if len(rows) < _TURNS or may_be_quoted(row.words)]


class _Reader:
    """Goes through a message line by line, under the heading that holds."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._heading: str | None = None
        self._left = _LOOKED_UP
        self.found: list[tuple[str | None, str]] = []

    def read(self, rows: Sequence[Row]) -> None:
        lines = (_read_line(self._kb, row, is_last=i == len(rows)) for i, row in enumerate(rows, 1))
        runs: list[list[str]] = []
        for is_label, some in groupby(lines, key=lambda line: line.label is not None):
            if is_label:
                for line in some:
                    self._take_label(line)
            else:
                words = [line.words for line in some]
                self._look_up(words)
                runs.append(words)
        # What a name parts is not one quotation, and neither are the items of a list.
        if not self.found and len(runs) == 1 and not any(row.depth for row in rows):
            self._join(runs[0], _PRINTED)

    def _take_label(self, line: _Line) -> None:
        """Take a label as the signature of the words above, else as the heading of those below."""
        above = self.found[-1] if self.found else None
        if above and above[0] is None and not line.leads:
            self.found[-1] = line.label, above[1]
        elif not line.signs:
            self._heading = line.label

    def _look_up(self, lines: Sequence[str]) -> None:
        """Add the lines that are printed, or what they are together if one goes on in the next."""
        before = len(self.found)
        for line in lines:
            if self._left > 0 and (len(line.split()) >= _SENTENCE or self._is_told(line)):
                self._left -= 1
                self._add(line, _PRINTED)
        if any(map(_goes_on, lines[1:])) and self._join(lines, _WHOLE):
            del self.found[before:-1]

    def _is_told(self, line: str) -> bool:
        """Return whether a few words are somebody's, and in print: "Kono: charm diplomacy"."""
        name, words = divide_speaker(self._kb, line)
        return name is not None and is_printed_at_all(self._kb, words)

    def _join(self, lines: Sequence[str], verdicts: frozenset[Verdict]) -> bool:
        return len(lines) > 1 and self._add(" ".join(lines), verdicts)

    def _add(self, line: str, verdicts: frozenset[Verdict]) -> bool:
        name, words = divide_speaker(self._kb, line)
        quoted = next(iter(read_quotations(words)), "")
        compared = verify_quote(self._kb, quoted).comparison
        found = compared.verdict in verdicts and not _is_far(quoted, compared)
        if found:
            self.found.append((name or self._heading, words))
        return found


def _is_far(words: str, compared: Comparison) -> bool:
    """Return whether a few words differ so much that they are another line: a title."""
    changed = sum(max(len(d.asked.split()), len(d.printed.split())) for d in compared.differences)
    few = len(words.split()) <= _TITLE
    return few and compared.verdict is Verdict.DIFFERS and changed * _FAR > len(words.split())


def _goes_on(line: str) -> bool:
    return line[:1].islower() or len(line.split()) < _SENTENCE


def _read_line(kb: KnowledgeBase, row: Row, *, is_last: bool) -> _Line:
    words = strip_turn(row.words)
    leads = row.is_head or words.endswith(":")
    label = _read_label(kb, words, leads=leads)
    return _Line(
        words, label, leads and not is_last, row.mark in _SIGNS or words.startswith(_SIGNS)
    )


def _read_label(kb: KnowledgeBase, words: str, *, leads: bool) -> str | None:
    """Return whom a line names that is the label of the words above or below, and nothing else."""
    if len(words) > _HEADING or has_marks(words) or is_denial(words):
        return None
    short = len(name_of(words).split()) <= _NAME
    if short and (name := find_label(kb, words)):
        return name
    if leads:
        return read_heading(kb, words)
    asked = find_asked_speaker(kb, words)
    return asked or (find_speaker(kb, words) if asks_to_check(words) else None)
