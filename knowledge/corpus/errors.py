"""What can go wrong, in one tree; each error carries its data and is worded for the reader.

StancebookError
├── CorpusError            entries that cannot be read or do not hold: every problem, not the first
├── FolderError            a folder that is no corpus, or cannot become one
├── IntakeError            a text that cannot be taken in as it is
├── JudgingError           a check that broke off, so that nobody knows whether a corpus passes
├── KnowledgeBaseError     a kb that is missing, damaged, or of another version of the code
├── RefusedEditError       a change of entries that the check would find fault with
├── RevisionError          a git revision that the entries cannot be compared with
├── SettingsError          a setting that is missing or wrong
├── UpkeepError            a change of entries that cannot be made as it is asked for
├── UnservedError          a corpus of which nothing may be served: it does not pass its check
└── WithheldError          the same, of a bot that is running: what it served was contradicted
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_TOLD: Final = 100  # problems; who has more mends these first
_LONGEST: Final = 1000  # characters of a problem's part: what is wrong may be a megabyte long
_UNSEEN: Final = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
Location = tuple[str | int, ...]  # the way to a field of an entry: ("statements", 0, "quotes")


class StancebookError(Exception):
    """Base of every error that is expected and whose text is meant for the reader."""


@dataclass(frozen=True)
class Fault:
    """What a rule finds in an entry: in which field, what is wrong, and what to do about it.

    `nearest` is the text that is most like the words sought, and `differences` both in one run,
    the words that differ marked `[-so-]` and `{+so+}`.
    """

    where: Location
    why: str
    what_to_do: str
    nearest: str = ""
    differences: str = ""

    def within(self, *outer: str | int) -> Fault:
        """Return the same fault as seen from further out."""
        return replace(self, where=(*outer, *self.where))


@dataclass(frozen=True, order=True)
class Problem:
    """A fault on its line of a file, as the curator gets it; line 0 is the file, or folder, itself.

    `label` says what the nearest text is. What is too long is cut, and what cannot be seen escaped.
    """

    file: str
    line: int
    field: str
    why: str
    what_to_do: str = ""
    nearest: str = ""
    differences: str = ""
    label: str = "Nearest"

    def __post_init__(self) -> None:
        for part in ("file", "field", "why", "what_to_do", "nearest", "differences"):
            words = getattr(self, part)
            if len(words) > _LONGEST or not words.isprintable():
                words = _make_printable(words)
                place = part in {"file", "field"}
                object.__setattr__(self, part, words.replace("\n", r"\n") if place else words)

    @property
    def line_suffix(self) -> str:
        """What follows the file's name: its line, if it has one."""
        return f":{self.line}" if self.line else ""

    @property
    def what(self) -> str:
        """What is wrong in which field."""
        return f"{self.field}: {self.why}" if self.field else self.why

    @property
    def explanation(self) -> str:
        """What is wrong, what to do, and the nearest text or id if there is one."""
        nearest = self.differences or self.nearest
        parts = (self.why, self.what_to_do, nearest and f"{self.label}: {nearest}")
        return " ".join(part for part in parts if part)

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        return f"{self.file}{self.line_suffix}: {field}{self.explanation}"


def _make_printable(words: str) -> str:
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST // 2]} … {words[-_LONGEST // 2 :]}"
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", words)


def tell_problems(problems: Sequence[Problem]) -> list[str]:
    """Return problems as lines; the last says how many more there are."""
    more = tell_more(len(problems), "problem")
    return [*map(str, problems[:MOST_TOLD]), *([more] if more else [])]


def tell_more(count: int, noun: str) -> str:
    """Return how many are left out of a list that was cut, or nothing."""
    more = count - MOST_TOLD
    return f"And {more} more {noun}{'' if more == 1 else 's'}." if more > 0 else ""


class CorpusError(StancebookError):
    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(tell_problems(self.problems)))


class UnreadEntryError(CorpusError):
    """An entry that cannot be read keeps a change from being made: it may be concerned by it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        why = "Nothing was written: an entry that cannot be read may name what is to change."
        what_to_do = "Correct it, or keep its file outside of the corpus until you have."
        self.args = ("\n".join([*tell_problems(self.problems), f"{why} {what_to_do}"]),)


class FolderError(StancebookError):
    def __init__(self, folder: Path, why: str) -> None:
        self.folder = folder
        super().__init__(f"{folder}: {why}")


class IntakeError(StancebookError):
    pass


class JudgingError(StancebookError):
    def __init__(self, why: str) -> None:
        super().__init__(f"The corpus could not be checked and built: {why}")


class KnowledgeBaseError(StancebookError):
    def __init__(self, path: Path, why: str, what_to_do: str) -> None:
        self.path = path
        super().__init__(f"{path}: {why} {what_to_do}")


class RefusedEditError(StancebookError):
    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(problems)
        told = tell_problems([replace(problem, line=0) for problem in self.problems])
        super().__init__("\n".join(["Nothing was written.", *told]))


class RevisionError(StancebookError):
    def __init__(self, why: str, what_to_do: str) -> None:
        super().__init__(f"{why} {what_to_do}")


class SettingsError(StancebookError):
    pass


class UnservedError(StancebookError):
    def __init__(self, folder: Path, problems: Sequence[str] = ()) -> None:
        self.problems = tuple(problems)
        why = "This corpus does not pass its check, and this machine keeps no version that passed."
        super().__init__("\n".join([f"{folder}: {why}", *problems]))


class UpkeepError(StancebookError):
    pass


class WithheldError(StancebookError):
    def __init__(self) -> None:
        super().__init__(
            "The knowledge base does not pass its check. I cannot answer until it does."
        )
