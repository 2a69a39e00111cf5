"""What a process counts of its work, for whoever watches it: no words and no users."""

from __future__ import annotations

from typing import Protocol


class Measures(Protocol):
    """Takes note of what happens; from any thread, and without waiting for anything."""

    def note_reply(self, command: str, outcome: str) -> None:
        """Note that a question was answered: by which command, and how it ended."""

    def note_delivery(self, kind: str, claim: str) -> None:
        """Note that something arrived that is done once: whether it is new, or comes again."""

    def note_post(self, result: str) -> None:
        """Note how a message ended that was sent to Slack."""


class Unmeasured:
    """Counts nothing, where nobody watches."""

    def note_reply(self, command: str, outcome: str) -> None:
        pass

    def note_delivery(self, kind: str, claim: str) -> None:
        pass

    def note_post(self, result: str) -> None:
        pass
