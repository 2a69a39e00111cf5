"""A speaker as a text names them: by a name, a description, or words that refer back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.speech.name_parts import find_role
from knowledge.text.english.roles import DOCUMENTS

if TYPE_CHECKING:
    from knowledge.corpus.model import Kind
    from knowledge.text.article_text import Span


@dataclass(frozen=True)
class FoundSpeaker:
    """Who is proposed as a speaker, with the words that name them in the text.

    `jointly` holds each of several who say the same words: "Ada Finch and Per Dahl". `of` is the
    body on record that one of them is of.
    """

    printed: Span
    name: str | None = None
    id: str | None = None
    kind: Kind | None = None
    description: str | None = None
    as_: str | None = None
    refers_to: str | None = None
    jointly: tuple[FoundSpeaker, ...] = ()
    words: frozenset[str] = frozenset()
    of: str | None = None

    @property
    def key(self) -> str:
        return self.id or self.name or self.description or ""


def is_document(speaker: FoundSpeaker) -> bool:
    return (
        speaker.id is None
        and speaker.name is None
        and find_role(speaker.description or "") in DOCUMENTS
    )
