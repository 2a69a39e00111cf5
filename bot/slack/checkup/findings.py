"""What was found about one thing, in a line that says what to do where something is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much a finding matters."""

    OK = "ok"
    NOTE = "note"
    """The bot serves, and somebody may want to know this."""
    FAULT = "fault"
    """The bot does not start, or does less than it was set to."""


@dataclass(frozen=True)
class Finding:
    """One line."""

    subject: str
    level: Level
    words: str

    def __str__(self) -> str:
        return f"{self.level:5}  {self.subject}: {self.words}"


def ok(subject: str, words: str) -> Finding:
    return Finding(subject, Level.OK, words)


def note(subject: str, words: str) -> Finding:
    return Finding(subject, Level.NOTE, words)


def fault(subject: str, words: str) -> Finding:
    return Finding(subject, Level.FAULT, words)
