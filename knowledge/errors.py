"""What can go wrong, in one tree; each error carries its data and is worded for the reader.

StancebookError
├── CorpusError            entries that cannot be read or do not hold: every problem, not the first
├── IntakeError            a text that cannot be taken in as it is
├── KnowledgeBaseError     a kb that is missing, damaged, or of another version of the code
└── SettingsError          a setting that is missing or wrong
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class StancebookError(Exception):
    """Base of every error that is expected and whose text is meant for the reader."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in an entry: where, in which field, and why."""

    file: str
    line: int
    field: str
    why: str

    def __str__(self) -> str:
        field = f" {self.field}:" if self.field else ""
        return f"{self.file}:{self.line}:{field} {self.why}"


class CorpusError(StancebookError):
    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


class IntakeError(StancebookError):
    pass


class KnowledgeBaseError(StancebookError):
    def __init__(self, path: Path, why: str, what_to_do: str) -> None:
        self.path = path
        super().__init__(f"{path}: {why}; {what_to_do}")


class SettingsError(StancebookError):
    pass
