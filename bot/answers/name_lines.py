"""Names on lines of their own, in turn with words: above these, or below them as signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.passage import Passage
from bot.answers.speaker_labels import is_name_on_record

if TYPE_CHECKING:
    from bot.slack_text.rows import Row
    from knowledge.kb import KnowledgeBase


class NameLines:
    """The names and the words between them, in their order."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self._kb = kb
        self._turns: list[str | Passage] = []

    def clear(self) -> None:
        self._turns = []

    def take_name(self, row: Row, name: str | None) -> None:
        """Keep a name that stands alone on a line; what a colon or a list leads to is certain."""
        leads = name is None or row.depth or row.words.rstrip().endswith(":")
        self._turns = [] if name is None or leads else [*self._turns, name]

    def take_words(self, passage: Passage) -> None:
        """Keep words that have their label from a line above; others end the turns."""
        self._turns = [*self._turns, passage] if self._turns and passage.headed else []

    def settle(self) -> None:
        """Doubt the names above words where a message ends with another one, which is below its.

        A first line that is no name on record says what the message is about.
        """
        last = self._turns[-1] if self._turns else None
        if not isinstance(last, str) or not is_name_on_record(self._kb, last):
            return
        doubted, below = not self._has_subject(last), last
        for turn in reversed(self._turns):
            if isinstance(turn, str):
                below = turn
            elif turn.label != below:
                turn.label = f"{turn.label} or {below}" if doubted else below

    def _has_subject(self, last: str) -> bool:
        """Return whether the first line names nobody on record, and words stand right below it."""
        first, second = self._turns[:2] if self._turns[1:] else (last, last)
        heads = isinstance(first, str) and not is_name_on_record(self._kb, first)
        return heads and isinstance(second, Passage)
