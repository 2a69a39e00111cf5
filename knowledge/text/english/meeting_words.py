"""Words for talks of two sides with each other, and for what they do to have them."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TALKS: Final = _words(
    """talk talks talking summit summits meet meets meeting meetings dialogue dialogues dialog
    negotiation negotiations negotiate negotiating chat chats chatting"""
)
MEETING_EACH_OTHER: Final = _words(
    """talking meeting negotiating chatting holding having starting resuming opening beginning
    hold have start resume open begin talk meet negotiate"""
)
# A meeting that one of these is told by is none between states: "the cabinet meeting".
OCCASIONS: Final = _words("meeting meetings")
TELLING_AN_OCCASION: Final = _words(
    "cabinet ministers ministerial committee council board press party budget staff"
)
# Before "the meeting" these say where something was, and not what it is about.
AT_AN_OCCASION: Final = _words(
    "at in during after before from attend attended attending join joined left"
)
