"""To whom words are said to belong: names on record, and words that may be a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bot.block_kit.safe_text import clip
from knowledge.corpus import Kind

if TYPE_CHECKING:
    from collections.abc import Collection

    from knowledge.names import Name
    from knowledge.questions import FoundName

SHOWN = 5  # names not read that an answer lists
_LONG = 60  # characters of one
SOMEBODY = "someone"  # a speaker whose name is not told


class ClaimedSpeaker(NamedTuple):
    """Who may be meant, and words that were not read, with the name that they may be part of.

    `near` are names like those words; nobody is taken to be meant by a name that is only near.
    `certain` is false where the names may belong to another quotation instead. `is_beside` says
    that they stand in lines of the message that were not read. Those of `unread` that are on
    record, and only spoken of, are `mentioned`.
    """

    names: tuple[Name, ...] = ()
    read: tuple[FoundName, ...] = ()
    unread: tuple[str, ...] = ()
    near: tuple[Name, ...] = ()
    certain: bool = True
    is_beside: bool = False
    mentioned: tuple[str, ...] = ()

    @property
    def speaker(self) -> str | None:
        """Return whose the words are said to be, if it is one, and it is certain which."""
        return self.names[0].target if self.certain and len(self.names) == 1 else None

    @property
    def namesakes(self) -> tuple[Name, ...]:
        """Return the people who share the one name that is given, where several do."""
        shared = self.certain and len(self.read) == 1 < len(self.names)
        by_name = shared and not self.read[0].posts
        return self.names if by_name and self.names[0].kind is Kind.PERSON else ()

    @property
    def typed(self) -> str:
        """Return the names to repeat before the words, so that they are read as they were."""
        if not self.certain and len(self.names) == 1:
            return f"{self.names[0].target} or {SOMEBODY}"
        return " and ".join(name.target for name in self.names) or " ".join(self.unread)

    @property
    def meant(self) -> tuple[Name, ...]:
        """Return whom to ask about: names like one that is not read, or that an office may mean."""
        if not self.names:
            return self.near
        shared = self.certain and len(self.read) == 1 < len(self.names)
        return self.names if shared else ()

    @property
    def doubtful(self) -> tuple[Name, ...]:
        """Return whom the words may be said to be by, where it cannot be told."""
        return () if self.speaker or self.namesakes else self.names

    def or_beside(self, beside: ClaimedSpeaker | None) -> ClaimedSpeaker:
        """Return who is named in other lines, where nobody is named here."""
        nobody = not (self.names or self.unread)
        return beside._replace(is_beside=True) if beside and nobody else self

    def may_only_be(self, speakers: Collection[str]) -> bool:
        """Return whether the one name in lines that were not read may be that of who speaks."""
        one = self.is_beside and len({found.typed for found in self.read}) == 1
        return one and any(name.target in speakers for name in self.names)


def clip_name(typed: str) -> str:
    """Return a name that was not read as an answer shows it."""
    return clip(typed, _LONG)
