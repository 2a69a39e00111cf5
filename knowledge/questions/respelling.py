"""Everyday words of a question with a slip in them: "the postion of Japan" asks for a position."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from knowledge.corpus.model import Kind
from knowledge.questions import strangers
from knowledge.questions.claims import Claims
from knowledge.questions.words import Use
from knowledge.text.english.asking_words import ASKING
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHORTEST: Final = 3  # letters of a word that is read as another
_SWAPPED: Final = 4  # up to this length two letters changed places, and no other slip is read
_MOST: Final = 4  # words that are read so in one question
_FOR_A_WORD: Final = 2  # steps
_ROW: Final = frozenset({"and", "or", "with"})  # after these a name may follow


def _by_length() -> Mapping[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for word in sorted(ASKING):
        found[len(word)].append(word)
    return found


_ASKING: Final = _by_length()


class Respelling(Claims):
    """Reads misspelled words that carry a question, where nobody can be meant by them."""

    def respell(self) -> None:
        """Read an unread word as the asking word that it has but one slip in.

        Without anybody else to ask about, such a word may be who is asked about.
        """
        if not any(name.kind is not Kind.ISSUE for f in self.found for name in f.names):
            return
        slips = [i for i in range(len(self.words)) if self._may_be_a_slip(i)]
        for i in slips:
            meant = _asking_word(self.folded[i])
            if meant and len(self.respelled) < _MOST:
                self.respelled[i] = meant
                self.uses[i] = Use.GRAMMAR
                self.folded[i] = meant
                self.words[i] = self.words[i]._replace(folded=meant)

    def _may_be_a_slip(self, at: int) -> bool:
        """Return whether a word is in no dictionary, and is not written or placed as a name."""
        word = self.words[at]
        if self.uses[at] is not None or at in self.refused or at in self.others:
            return False
        if at and self.folded[at - 1] in _ROW:
            return False
        if not word.folded.isalpha() or (word.capital and not word.opens) or word.hyphened:
            return False
        known = self.world.parts_of_speech(word.folded) or self._is_of_a_name(at)
        return not known and not (at and self._is_of_a_name(at - 1))

    def _is_of_a_name(self, at: int) -> bool:
        return self.uses[at] is None and strangers.is_known_name(self.world, self.folded[at])


def _asking_word(word: str) -> str | None:
    """Return the one asking word that a word has a single slip in, beginning alike."""
    if len(word) < _SHORTEST:
        return None
    lengths = (len(word), len(word) - 1, len(word) + 1)
    near = [own for n in lengths for own in _ASKING.get(n, ()) if _is_one_slip(word, own)]
    spend(_FOR_A_WORD)
    return near[0] if len(near) == 1 else None


def _is_one_slip(word: str, own: str) -> bool:
    if word[0] != own[0] or OSA.distance(word, own, score_cutoff=1) != 1:
        return False
    return len(own) > _SWAPPED or sorted(word) == sorted(own)
