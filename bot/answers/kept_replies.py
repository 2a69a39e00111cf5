"""Replies kept for whoever asks the same words again: a crowd asks what was asked a moment ago."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Final

from cachetools import LRUCache

from bot.answers.reply import Reply, reply

if TYPE_CHECKING:
    from datetime import date

    from bot.answers.command import Command
    from knowledge.kb import KnowledgeBase

_KEPT: Final = 640  # statements in the replies kept, some 3 MB
_LEAST: Final = 10  # statements that a reply counts as: its own frame
_MOST: Final = 60  # statements of one: more are a list, read by one person
_LONGEST: Final = 200  # characters of what was typed: nobody asks more in the same words again


class KeptReplies:
    """The last replies from one kb; they go with it, and with the day."""

    def __init__(self) -> None:
        self._kb: KnowledgeBase | None = None
        self._replies: LRUCache[tuple[str, str, date], Reply] = LRUCache(_KEPT, _weigh)
        self._lock = Lock()

    def reply(self, kb: KnowledgeBase, command: Command, text: str, today: date) -> Reply:
        """Reply to the text of a command, with what was replied before if that still holds."""
        if not command.is_of_kb_alone or len(text) > _LONGEST:
            return reply(kb, command, text, today)
        asked = (command.name, text, today)
        return self._find(kb, asked) or self._keep(kb, asked, reply(kb, command, text, today))

    def _find(self, kb: KnowledgeBase, asked: tuple[str, str, date]) -> Reply | None:
        with self._lock:
            return self._replies.get(asked) if kb is self._kb else None

    def _keep(self, kb: KnowledgeBase, asked: tuple[str, str, date], made: Reply) -> Reply:
        if _weigh(made) > _MOST:
            return made
        with self._lock:
            if kb is not self._kb:
                self._kb = kb
                self._replies.clear()
            self._replies[asked] = made
        return made


def _weigh(made: Reply) -> int:
    return max(_LEAST, len(made.answer.statements))
