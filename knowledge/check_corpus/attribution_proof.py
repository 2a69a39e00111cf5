"""Hold the words for a statement's speaker against the text, and against who the speaker is."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.check_corpus import hints
from knowledge.check_corpus.speaker_names import is_named
from knowledge.corpus.errors import Fault
from knowledge.corpus.model import QuoteKind
from knowledge.text.article_text import fold
from knowledge.text.locating import stands_in
from knowledge.text.quotation_marks import find_run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.check_corpus.speaker_names import NamesOf
    from knowledge.corpus.model import Quote, Statement
    from knowledge.text.article_text import Span, Text

_UNNAMED = "Neither 'attribution' nor 'refers_to' names the speaker, '{}'."
_NAME = "Copy the printed words that name the speaker. For a pronoun, say in 'refers_to' who it is."
_ALIAS = "If they are printed under a name that their entry lacks, add it there as an alias."
_PRINTED = "Copy the words as the article prints them."
_CORRECT = "Correct the speaker, or the words that name them."
_WHOSE = re.compile(r"(?:his|her|its|their) ")  # office, ministry, government


class AttributionProof:
    """The words that name the speaker of one statement; compared in one case.

    A sentence begins "The official", and a name may be in capitals.
    """

    def __init__(self, text: Text, statement: Statement, names: NamesOf) -> None:
        self._text, self._statement, self._names = text, statement, names

    def faults(self, quote: Quote, whole: Span) -> Iterator[Fault]:
        """Yield what is wrong with the words for the speaker of one quote, which is at `whole`."""
        near = self._text[self._text.around(self._find_run(whole))]
        if quote.attribution and not stands_in(quote.attribution, near):
            why = f"{quote.attribution!r} is not near the quote."
            yield hints.suggest_words(("attribution",), why, _NAME, quote.attribution, near)
        if quote.refers_to and not stands_in(quote.refers_to, self._text.folded):
            why, printed = f"{quote.refers_to!r} is not in the text.", self._text.folded
            yield hints.suggest_words(("refers_to",), why, _PRINTED, quote.refers_to, printed)
        if quote.attribution and not self._names_speaker(quote):
            yield Fault(("attribution",), _UNNAMED.format(self._who), f"{_NAME} {_ALIAS}")
        elif quote.attribution and (other := self._find_other(quote)):
            why = f"These words name '{other}', not the speaker, '{self._who}'."
            yield Fault(("attribution",), why, _CORRECT)
        if quote.refers_to and not self._refers_to_subject(quote.refers_to):
            whom = f"the speaker, '{self._who}'" if self._who else "whose stance it is"
            why = f"{quote.refers_to!r} does not name {whom}."
            yield Fault(("refers_to",), why, "Copy words that do, or remove it.")

    def _find_run(self, whole: Span) -> Span:
        """Return a quote, or all paragraphs of a quotation that one attribution is printed for."""
        run = find_run(self._text, whole)
        return run if run != self._text.paragraph_around(whole) else whole

    def faults_of_all(self) -> Iterator[Fault]:
        """Yield a fault if no quote of a statement names its speaker."""
        quotes = self._statement.quotes
        bare = all(q.kind is QuoteKind.NARRATION and not q.attribution for q in quotes)
        if self._who and quotes and bare:
            yield Fault(("quotes", 0, "attribution"), _UNNAMED.format(self._who), _NAME)

    def _names_speaker(self, quote: Quote) -> bool:
        return self._is_unread or is_named(self._called, _fold(quote.attribution, quote.refers_to))

    def _find_other(self, quote: Quote) -> str | None:
        """Return whom the words for the speaker name instead: somebody else."""
        speaker = self._statement.speaker
        if self._is_unread or speaker is None:
            return None
        words = _fold(quote.attribution)
        # Of a person, a pronoun may go back to words in which others are named too.
        if not (speaker.id and self._names.is_person(speaker.id)) and not _WHOSE.match(words):
            words = _fold(quote.attribution, quote.refers_to)
        own = {*self._names.find_people(_fold(speaker.as_, speaker.description)), speaker.id}
        people = self._names.find_people(words)
        return None if people & own else min(people, default=None)

    def _refers_to_subject(self, words: str) -> bool:
        """Return whether words name the speaker; where there is none, a holder of the stances."""
        speaker, stances, printed = self._statement.speaker, self._statement.stances, _fold(words)
        if self._is_unread or not (speaker or stances):
            return True
        if speaker is None:
            return any(is_named(self._names.of_whole(s.holder), printed) for s in stances)
        body = speaker.id if speaker.id and not self._names.is_person(speaker.id) else None
        return is_named(self._called, printed) or bool(body and self._names.is_for(body, printed))

    @property
    def _is_unread(self) -> bool:
        """Return whether nothing that could be read has the speaker's id, which is told there."""
        speaker = self._statement.speaker
        return bool(speaker and speaker.id and not self._names.of(speaker.id))

    @property
    def _who(self) -> str | None:
        speaker = self._statement.speaker
        return (speaker.id or speaker.description) if speaker else None

    @cached_property
    def _called(self) -> set[str]:
        """The words that can name the speaker."""
        speaker = self._statement.speaker
        if speaker is None:
            return set()
        own = {words for words in (speaker.as_, speaker.description) if words}
        if speaker.id is None:
            return own
        post = _fold(speaker.as_, *(quote.refers_to for quote in self._statement.quotes))
        if self._names.is_person(speaker.id) or not self._names.is_for(speaker.id, post):
            own -= {speaker.as_ or ""}
        return own | self._names.of(speaker.id)


def _fold(*words: str | None) -> str:
    """Return some words folded and in one case, apart from one another."""
    return fold(" | ".join(w or "" for w in words)).casefold()
