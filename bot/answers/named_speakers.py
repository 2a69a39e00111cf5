"""Those asked about, as the sentences of an answer name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.phrases import listed, with_article

if TYPE_CHECKING:
    from bot.answers.asked import Asked
    from knowledge.questions import Topic


def name_speakers(asked: Asked, found: Topic) -> str:
    """Return those asked about as a sentence names them: "Japan or the United States"."""
    return listed([with_article(asked.kb.name_of(who)) for who in found.asked_about], "or")


def tell_by_whom(asked: Asked, found: Topic) -> str:
    return f" by {name_speakers(asked, found)}" if found.asked_about else ""
