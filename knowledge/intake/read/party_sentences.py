"""Sentences of a joint paper that are one party's alone: "The Velmoran side reaffirmed".

All that a joint paper says is its parties' together, but for these: they are no other party's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.text.english.document_words import (
    ALL_PARTIES,
    GOES_ON,
    IN_FRONT_OF_PARTY,
    OF_PARTY,
    PARTY_SUBJECT,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.intake.read.dated_reading import DatedReading
    from knowledge.speech.found_speaker import FoundSpeaker
    from knowledge.text.article_text import Span

NO_PARTY: Final = "words of one party of the paper, and the text does not show of which"


class PartySentences:
    """The parties of one paper, and which of them its sentences give their words to."""

    def __init__(self, reading: DatedReading, speaker: FoundSpeaker) -> None:
        self._reading, self._speaker = reading, speaker
        every = speaker.jointly or (speaker,)
        self._parties = {one.id: one for one in every if one.id and one.kind is Kind.ORGANIZATION}

    def find(self, sentence: Span, before: FoundSpeaker | None) -> FoundSpeaker | None:
        """Return whose words a sentence is: all parties', one's, or None for one that is unknown.

        `before` is whose the sentence before it in the same paragraph is.
        """
        words = self._reading.text[sentence]
        if not self._parties:
            return self._speaker
        if GOES_ON.match(words):
            return before
        in_front = IN_FRONT_OF_PARTY.match(words)
        subject = PARTY_SUBJECT.match(words, in_front.end() if in_front else 0)
        if subject is None or ALL_PARTIES.search(subject["who"]):
            return self._speaker
        found = self._find_parties(subject["who"])
        if len(found) == 1:
            return self._make_alone(found[0])
        named_otherwise = not found and (subject["side"] or not self._is_known(subject["who"]))
        return None if named_otherwise else self._speaker

    def _find_parties(self, who: str) -> Sequence[str]:
        known = self._reading.known
        mentions = known.find_mentions(who)
        states = (known.find_holder("", mention.target) for mention in mentions)
        named = [*(mention.target for mention in mentions), *states]
        return list(dict.fromkeys(name for name in named if name in self._parties))

    def _is_known(self, who: str) -> bool:
        return bool(self._reading.known.find_mentions(who)) or not OF_PARTY.search(who)

    def _make_alone(self, party: str) -> FoundSpeaker:
        return replace(self._parties[party], jointly=())
