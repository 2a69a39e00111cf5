"""The words of a question with what each is used as, while it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.questions import strangers
from knowledge.questions.groups_of_people import tell_groups_apart
from knowledge.questions.kin_of_pronouns import tell_kin_apart
from knowledge.questions.question import FoundName, Question, Stranger
from knowledge.questions.words import Use, blank_emoji, capitals_tell, split_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from knowledge.corpus.model import Kind
    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.names.post_spans import PostSpan
    from knowledge.names.resolver import Name
    from knowledge.text.asked_dates import AskedDate


class Claims:
    """Claims words, name by name; what nobody claims was not read."""

    def __init__(self, kb: KnowledgeBase, typed: str, kinds: Collection[Kind]) -> None:
        self.kb, self.names, self.world, self.kinds = kb, kb.names, kb.world, kinds
        self.typed = typed
        self.text = blank_emoji(typed)
        self.words = split_words(self.text, kb.names)
        self.folded = [word.folded for word in self.words]
        self.uses: list[Use | None] = [None] * len(self.words)
        self.capitals_tell = capitals_tell(self.words)
        self.found: list[FoundName] = []
        self.strangers: list[Stranger] = []
        self.offices: list[PostSpan] = []
        self.refused: set[int] = set()
        self.others: set[int] = set()  # words of names of other kinds
        self.asked_date: AskedDate | None = None
        self.more = False
        self.skip: int | None = None
        self.before: tuple[int, ...] = ()
        self.lookups = 0
        self.respelled: dict[int, str] = {}

    def _claim(
        self,
        first: int,
        last: int,
        names: tuple[Name, ...],
        *,
        read_as: bool,
        edited: bool = False,
    ) -> None:
        self.uses[first:last] = [Use.NAME] * (last - first)
        self.found.append(
            FoundName(self.typed_as(first, last), names, first, last, read_as, edited)
        )

    def _claim_as_stranger(self, first: int, last: int) -> None:
        self.found = [f for f in self.found if f.last <= first or last <= f.first]
        self.strangers = [s for s in self.strangers if s.last <= first or last <= s.first]
        self.uses[first:last] = [Use.STRANGER] * (last - first)
        self.strangers.append(Stranger(self.typed_as(first, last), first, last))

    def typed_as(self, first: int, last: int) -> str:
        return self.typed[self.words[first].start : self.words[last - 1].end]

    def question(self) -> Question:
        """Return the question, with what was not read sorted into words and strangers."""
        for i in self.others:
            self.uses[i] = self.uses[i] or Use.WORD
        uses = strangers.sort_unread(self.world, self.words, self.uses, self.capitals_tell)
        read = Question(
            typed=self.typed,
            parsed=tuple(self.words),
            uses=tuple(uses),
            found=tuple(sorted(self.found, key=lambda found: found.first)),
            strangers=tuple(sorted(self.strangers, key=lambda found: found.first)),
            asked_date=self.asked_date,
            more=self.more,
            skip=self.skip,
            before=self.before,
            respelled=tuple((self.typed_as(i, i + 1), w) for i, w in self.respelled.items()),
        )
        joined = strangers.join(self.world, self.kb.entities, read)
        return tell_kin_apart(tell_groups_apart(self.world, joined))
