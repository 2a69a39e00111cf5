"""The words beside an issue that may turn what is asked: those that no statement on it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.text import TURNING

if TYPE_CHECKING:
    from bot.answers.asked import Asked
    from knowledge.questions import Topic


def words_beside(asked: Asked, found: Topic) -> list[str]:
    """Return the doubtful words, except those that statements on the issue also have.

    What turns a question ("not") is in many statements and decides nothing there.
    """
    if not found.doubtful:
        return []
    who = found.asked_about
    ordinary = [word.lower() for word in found.doubtful if word.lower() not in TURNING]
    said: set[str] = set()
    for hit in asked.kb.search(ordinary, issues=found.issues):
        speaker = hit.statement.speaker
        if hit.statement.on_behalf_of in who or (speaker and speaker.id in who):
            said |= hit.matched
    said -= TURNING | {"against"}
    return [word for word in found.doubtful if word.lower() not in said]
