"""How words reached an article, and whom it gives them to: in the same words everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.phrases import with_article
from knowledge.corpus import QuoteKind, Sourcing
from knowledge.text import ARTICLES

if TYPE_CHECKING:
    from knowledge.citations import CitedStatement

PER_TRANSCRIPT = ", per the transcript"


def how(statement: CitedStatement) -> str:
    """Return how the words reached the article; relayed words always with who relayed them."""
    via = statement.via
    if statement.sourcing is Sourcing.RELAYED:
        return f"relayed by {via}"
    if statement.sourcing is Sourcing.STATE_MEDIA:
        return f"said publicly, in {via or 'state media'}"
    said = {
        Sourcing.ON_RECORD: "said publicly",
        Sourcing.UNNAMED: "speaker not named",
        Sourcing.DOCUMENT: "in a document",
        Sourcing.OUTLET: "the outlet’s account",
    }[statement.sourcing]
    said += PER_TRANSCRIPT if is_from_transcript(statement) else ""
    return f"{said}, via {via}" if via else said


def is_from_transcript(statement: CitedStatement) -> bool:
    """Return whether words on the record stand under their speaker's label."""
    labeled = any(quote.kind is QuoteKind.LABELED for quote in statement.quotes)
    return labeled and statement.sourcing is Sourcing.ON_RECORD


def given_to(statement: CitedStatement) -> str:
    """Return whom the article gives words to; relayed ones with who relayed them."""
    who = statement.speaker
    named = _name(who.name, who.description) if who else "nobody"
    relayed = statement.sourcing is Sourcing.RELAYED
    return f"{named}, {how(statement)}" if relayed else named


def _name(name: str | None, description: str | None) -> str:
    """Return who spoke as a sentence goes on: "the White House", "an official in Seoul"."""
    if name:
        return with_article(name)
    first, _, rest = (description or "a speaker not named").partition(" ")
    return f"{first.lower() if first.lower() in ARTICLES else first} {rest}".strip()
