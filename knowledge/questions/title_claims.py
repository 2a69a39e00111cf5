"""Claim titles that do not fit whoever has the name behind them: "Mrs. Kono", of Taro Kono."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.claims import Claims
from knowledge.questions.pronouns_of_people import find_pronoun
from knowledge.questions.words import Use
from knowledge.text.english.gendered_titles import CALLED_BY_TITLE, OF_A_FAMILY, OF_A_WIFE

if TYPE_CHECKING:
    from knowledge.names.resolver import Name
    from knowledge.questions.question import FoundName

_MOST: Final = 8  # namesakes that are told apart by a title; of more, a choice is asked anyway


class TitleClaims(Claims):
    """Reads titles of a man or a woman before a name."""

    def read_gendered_titles(self) -> None:
        """Keep of the people behind a title those it fits; where it fits none, it is a stranger."""
        for found in list(self.found):
            at = self._find_title(found)
            if at is None or len(found.names) > _MOST:
                continue
            fitting = tuple(name for name in found.names if self._fits(at, found, name))
            if not fitting:
                self._claim_as_stranger(at, found.last)
            elif fitting != found.names:
                self.found = [
                    replace(f, names=fitting, read_as=True) if f is found else f for f in self.found
                ]

    def _find_title(self, found: FoundName) -> int | None:
        """Return the place of the title before a person's name, or at its beginning."""
        if found.names[0].kind is not Kind.PERSON:
            return None
        before = found.first - 1
        for at in (before, found.first):
            beside = at == found.first or (at >= 0 and self.uses[at] is Use.TITLE)
            if beside and self.folded[at] in CALLED_BY_TITLE:
                return at
        return None

    def _fits(self, at: int, found: FoundName, name: Name) -> bool:
        """Return whether a title can be a person's; if that is not known, a family's is not."""
        title, known = self.folded[at], find_pronoun(self.kb, name.target)
        if known:
            return known == CALLED_BY_TITLE[title]
        whole = found.last - max(found.first, at + 1) > 1
        return title not in (OF_A_WIFE if whole else OF_A_FAMILY)
