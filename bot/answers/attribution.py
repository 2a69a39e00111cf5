"""How words reached an article, and whom it gives them to: in the same words everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus import Sourcing

if TYPE_CHECKING:
    from knowledge.citations import CitedStatement


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
    return f"{said}, via {via}" if via else said


def given_to(statement: CitedStatement) -> str:
    """Return whom the article gives words to; relayed ones with who relayed them."""
    who = statement.speaker
    named = (who.name or who.description or "a speaker not named") if who else "nobody"
    relayed = statement.sourcing is Sourcing.RELAYED
    return f"{named}, {how(statement)}" if relayed else named
