"""Who stands in the place of a subject and is not on record: "the airlines of Japan"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.questions.intent import Intent
from knowledge.questions.question_parts import QuestionParts
from knowledge.questions.which_of import follows_which_of
from knowledge.questions.words import Use
from knowledge.text.english.question_words import (
    ASKED_FOR,
    AUXILIARIES,
    BODIES_BESIDE_A_STATE,
    COURTESY,
)
from knowledge.text.english.related_words import COMPANIONS
from knowledge.text.english.small_words import ARTICLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.questions.actors import Actor


# Others than the state whose name stands before: "Japan allies on".
_OTHERS_BESIDE_A_STATE: Final = BODIES_BESIDE_A_STATE | COMPANIONS | {"partners"}


class SubjectPlace(QuestionParts):
    """Reads who is asked about and is not on record."""

    def _strangers(self, subjects: Iterable[Actor]) -> Iterator[str]:
        """Yield those asked about who are not on record, each as typed."""
        for actor in subjects:
            first, last = self._place(actor)
            if actor.is_stranger or (first, last) != (actor.first, actor.last):
                yield self.question.typed_between(first, last)

    def _unnamed(self, intent: Intent, subjects: Sequence[Actor]) -> tuple[str, ...]:
        """Return nouns that stand where the subject does, where nobody is named: "unions on"."""
        if subjects or not self.reading.issues or intent in {Intent.WHO_HOLDS, Intent.WHO_SAID}:
            return ()
        first = 0
        while first < len(self.words) and self.words[first] in AUXILIARIES | ARTICLES | COURTESY:
            first += 1
        last = first
        while last < len(self.words) and self._is_unread(last):
            last += 1
        ends = self._begins_topic(last) or (
            last < len(self.words) and self.words[last] in ASKED_FOR
        )
        noun = any(self._is_noun(i) or self._is_strange(i) for i in range(first, last))
        read = self.reading.words & set(range(first, last))
        return (self.question.typed_between(first, last),) if ends and noun and not read else ()

    def _is_strange(self, at: int) -> bool:
        return self.question.uses[at] in {Use.STRANGER, Use.UNKNOWN}

    def _place(self, actor: Actor) -> tuple[int, int]:
        """Return the words in a subject's place, which name it: "the airlines of Japan"."""
        first = actor.first
        if follows_which_of(self.words, first):
            return first, self._end_of_name(actor)
        if first > 1 and self.words[first - 1] == "of" and self._is_noun(first - 2):
            first -= 2
            while (
                first > 0 and self._is_unread(first - 1) and not self.question.parsed[first].broken
            ):
                first -= 1
        if first == actor.first and self._is_organization(actor):
            first = self._begin_of_name(actor)
        return first, self._end_of_name(actor)

    def _begin_of_name(self, actor: Actor) -> int:
        """Return where a name begins that a noun stands before: "Radio Lothen on"."""
        first = actor.first
        while first > 0 and self._is_noun(first - 1) and not self.question.parsed[first].broken:
            first -= 1
        before = self.words[first - 1] if first else ""
        opens = first == 0 or before in AUXILIARIES or before in ARTICLES or before == "of"
        return first if opens else actor.first

    def _end_of_name(self, actor: Actor) -> int:
        """Return where a name ends that nouns go on with: "Japan airlines on", "trawler owners"."""
        last = end = actor.last
        if not self._is_organization(actor):
            return last
        while end < len(self.words) and self._is_of_a_name(end):
            end += 1
        owned = self.question.parsed[last - 1].owns  # "Japan's rival on"
        names = (
            owned or self.words[i] in _OTHERS_BESIDE_A_STATE or self._is_noun(i, only=True)
            for i in range(last, end)
        )
        if not any(names):
            return last
        return end if self._begins_topic(end) else last

    def _is_of_a_name(self, at: int) -> bool:
        """Return whether a noun, or a quality before one, can go on with a name."""
        if self.question.parsed[at].broken or self.question.uses[at] is not Use.WORD:
            return False
        quality = "ADJ" in self.kb.world.parts_of_speech(self.words[at])
        noun_after = at + 1 < len(self.words) and self._is_noun(at + 1)
        return self._is_noun(at) or (quality and noun_after)
