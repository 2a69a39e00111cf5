"""Whom something was done to, where it is asked who did it: "who sent Kim a letter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.phrases import listed
from bot.answers.refusals import clip_typed
from knowledge.corpus import Kind
from knowledge.names import find_surnames, split_name
from knowledge.questions import Intent, find_called, find_deed

if TYPE_CHECKING:
    from bot.answers.asked import Asked
    from knowledge.citations import CitedStatement
    from knowledge.questions import Topic


def is_of_who_it_was_done_to(asked: Asked, found: Topic, said: CitedStatement) -> bool:
    """Return whether words are of somebody called as whom it was done to: they did it themselves.

    "Kim sent Kishida a letter", told of Kim, does not say who sent Kim one.
    """
    asks_who_did = found.intent is Intent.WHO_SAID and find_deed(asked.kb, asked.question)
    speaker = said.speaker
    if not asks_who_did or speaker is None or speaker.kind is not Kind.PERSON:
        return False
    surnames = find_surnames(asked.kb.world, split_name(speaker.name or ""))
    called = [find_called(asked.kb, actor) for actor in found.objects]
    return any([part.folded] in called for part in surnames[:1])


def nobody_did(found: Topic) -> str:
    """Return that nothing says who did it to those who were named."""
    names = listed([f"“{clip_typed(actor.typed)}”" for actor in found.objects])
    return f"Nothing on record says who did this to {names}. Near:"
