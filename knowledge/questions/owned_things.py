"""Whose weapons an issue is about: "Japan's nuclear weapons" are not those of its parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.corpus.model import Kind
from knowledge.questions.question_parts import QuestionParts
from knowledge.text.english.owned_words import ARMS, HAVING, OWN
from knowledge.text.english.question_words import ASKED_FOR
from knowledge.world import WorldKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.questions.actors import Actor
    from knowledge.questions.question import FoundName


class OwnedThings(QuestionParts):
    """Reads who has what an issue wants gone of others."""

    def _owners(self) -> Iterator[str]:
        """Yield who is asked about as having what the issue is of others, by name."""
        for span in self.question.found:
            if span.names[0].kind is Kind.ISSUE and self.words[span.last - 1] in ARMS:
                parties = self._parties_of(span)
                actors = [a for a in self._actors() if a.target and a.last <= span.first]
                if parties and actors and parties.isdisjoint(self._states(actors[-1])):
                    yield from self._owner(actors[-1], span)

    def _parties_of(self, span: FoundName) -> set[str]:
        issues = [child for name in span.names for child in self.kb.under(name.target)]
        return {party for issue in issues for party in issue.parties}

    def _owner(self, actor: Actor, span: FoundName) -> Iterator[str]:
        after = self.words[span.last : span.last + 3]
        asked_for = bool(after) and after[0] in ASKED_FOR
        owns = actor.last == span.first and self._is_possessive(actor) and not asked_for
        gone = span.last < len(self.words) and self._is_unread(span.last)  # "wants nukes gone"
        has = actor.last < span.first and self.words[span.first - 1] in HAVING and not gone
        if actor.target and (owns or has or after in OWN):
            yield self.kb.name_of(actor.target)

    def _is_possessive(self, actor: Actor) -> bool:
        """Return whether a name says whose something is: "Japan's", "Japanese"."""
        of_world = self.kb.world.find(self.words[actor.first : actor.last])
        demonym = of_world is not None and of_world.kind is WorldKind.DEMONYM
        return demonym or self.question.parsed[actor.last - 1].owns
