"""Prove speech under a label: it is the label's, and the label is the speaker's.

The outlet's narration, and what others say, are never taken out of it: a question is not the
record of who answers, and what the asker quotes is relayed by the asker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.check_corpus.speaker_names import is_named
from knowledge.corpus.errors import Fault
from knowledge.corpus.model import QuoteKind
from knowledge.speech.labeled_speakers import LabeledSpeakers, list_name_words
from knowledge.text.article_text import SHORT_DIRECT, Span, fold
from knowledge.text.english.label_words import TURNS_BACK
from knowledge.text.labeled_speech import (
    find_any_speech_at,
    find_part,
    find_speech_at,
    is_answering,
    is_asking,
    sentences_of,
    strip_aside,
)
from knowledge.text.locating import stands_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.check_corpus.speaker_names import NamesOf
    from knowledge.corpus.model import Quote, Speaker, Statement
    from knowledge.speech.found_speaker import FoundSpeaker
    from knowledge.speech.reading import Reading
    from knowledge.text.labeled_speech import LabeledSpeech

_ATTRIBUTION: Final = ("attribution",)
_OTHER_LABEL: Final = "These words stand under the label {!r}, not under {!r}."
_ASKS: Final = "{!r} asks, and a question is not the record of who answers."
_NO_ANSWERER: Final = "The text does not say above {!r} who answers."
_ANOTHER: Final = "The label {!r} is {!r}, not the speaker, '{}'."
_TOO_SHORT: Final = f"Speech under a label needs {SHORT_DIRECT} words to be understood by itself."
_TURNED: Final = "The next sentence turns these words: {!r}."
_SPOKEN: Final = "These words are speech under the label {!r}, not the outlet's own."
_QUOTED_BY: Final = "These words are quoted in what is said under the label {!r}."
_COPY_LABEL: Final = "Copy the label as the article prints it, and correct the speaker."


class LabelProof:
    """The quotes of one statement against the labels of its article's text."""

    def __init__(self, reading: Reading, statement: Statement, names: NamesOf) -> None:
        self._text, self._statement, self._names = reading.text, statement, names
        self._speakers = LabeledSpeakers(reading)

    def faults(self, quote: Quote, whole: Span) -> Iterator[Fault] | None:
        """Return what is wrong with a quote, at `whole`, that its label decides; else None."""
        if quote.kind is QuoteKind.LABELED:
            speech = find_speech_at(self._text, whole)
            return self._of_labeled(quote, whole, speech) if speech else iter(())
        speech = find_any_speech_at(self._text, whole)
        if speech is None or self._is_relayed(speech):
            return None
        if speech.titled and (self._statement.speaker or quote.kind is QuoteKind.DIRECT):
            return None  # a document is reported in its own sentences, and may quote
        if quote.kind is QuoteKind.NARRATION:
            return self._of_narration(speech) if not speech.marked else None
        return self._of_marked(quote, whole, speech)

    def _is_relayed(self, speech: LabeledSpeech) -> bool:
        """Return whether the statement says that who is labeled relays the words."""
        return is_relayed_by_label(self._text[speech.label], self._statement.via)

    def _of_labeled(self, quote: Quote, whole: Span, speech: LabeledSpeech) -> Iterator[Fault]:
        yield from self._of_label(quote, speech)
        if len(quote.exact.split()) < SHORT_DIRECT:
            yield Fault(("exact",), _TOO_SHORT, "Quote more of what stands under the label.")
        elif after := self._find_turn(whole):
            what_to_do = "Quote that sentence too, or another one."
            yield Fault(("exact",), _TURNED.format(self._text[after]), what_to_do)

    def _find_turn(self, whole: Span) -> Span | None:
        """Return the next sentence of a paragraph of speech, if it takes something back."""
        part = find_part(self._text, whole)
        after = [s for s in sentences_of(self._text, part) if s.start >= whole.end] if part else []
        return after[0] if after and TURNS_BACK.match(self._text[after[0]]) else None

    def _of_label(self, quote: Quote, speech: LabeledSpeech) -> Iterator[Fault]:
        label, speaker = self._text[speech.label], self._statement.speaker
        name, _ = strip_aside(label)
        named = {label, name}
        if speech.titled and stands_in(quote.attribution or "", label):
            named.add(fold(quote.attribution or ""))
        if fold(quote.attribution or "") not in named:
            yield Fault(_ATTRIBUTION, _OTHER_LABEL.format(label, quote.attribution), _COPY_LABEL)
        elif is_asking(name):
            yield Fault(_ATTRIBUTION, _ASKS.format(label), "Quote what is answered.")
        elif speaker:
            yield from self._of_speaker(quote, speech, speaker)

    def _of_speaker(self, quote: Quote, speech: LabeledSpeech, who: Speaker) -> Iterator[Fault]:
        label, found = self._text[speech.label], self._speakers.find(speech)
        printed = stands_in(quote.refers_to or label, self._text.folded)
        if not printed or (quote.refers_to and not self._is_called(quote.refers_to, who)):
            why = f"{quote.refers_to!r} does not name the speaker, '{who.id or who.description}'."
            yield Fault(("refers_to",), why, "Copy printed words that do, or remove it.")
        elif is_answering(strip_aside(label)[0]) and self._is_chosen(quote):
            return
        elif found is None and is_answering(strip_aside(label)[0]):
            what_to_do = "Copy the words there that name who is interviewed to 'refers_to'."
            yield Fault(_ATTRIBUTION, _NO_ANSWERER.format(label), what_to_do)
        elif not self._is_speaker(quote, label, found, who):
            named = (found.refers_to or found.name) if found else label
            if found and found.id and who.id is None:
                named = found.id  # "X is X, not X" tells nobody what to do
            why = _ANOTHER.format(label, named, who.id or who.description)
            yield Fault(_ATTRIBUTION, why, "Correct the speaker.")

    def _is_chosen(self, quote: Quote) -> bool:
        """Return whether a curator says who answers, by words above the first label."""
        return quote.refers_to is not None and self._speakers.may_answer(quote.refers_to)

    def _is_speaker(
        self, quote: Quote, label: str, found: FoundSpeaker | None, who: Speaker
    ) -> bool:
        if found and found.id and who.id:
            return who.id in {found.id, *(party.id for party in found.jointly)}
        if found and found.description:
            return who.id is None or self._is_called(label, who)
        if found is None:  # several people of the text go by the label
            return self._is_called(label, who) and quote.refers_to is not None
        called = self._is_called(found.name or label, who)
        # A draft that has only a name is read as whom the name means, once that is on record.
        return called and (who.id is not None or found.id is None or self._statement.draft)

    def _is_called(self, printed: str, who: Speaker) -> bool:
        """Return whether words name the speaker."""
        words = fold(printed).casefold()
        if who.id is None:
            described = fold(who.description or "").casefold()
            whole = stands_in(described, words) or stands_in(words, described)
            return whole or self._is_part(words, {described})
        own = self._names.own(who.id)
        return not own or is_named(own, words) or self._is_part(words, own)

    def _is_part(self, words: str, names: set[str]) -> bool:
        """Return whether a name has all words of a label's: "DAHL" of "Per Dahl"."""
        name, _ = strip_aside(words)
        label = list_name_words(name)
        return bool(label) and any(label <= list_name_words(own) for own in names)

    def _of_narration(self, speech: LabeledSpeech) -> Iterator[Fault]:
        why = _SPOKEN.format(self._text[speech.label])
        what_to_do = "Set the kind to 'labeled', with the label as the attribution."
        yield Fault(("kind",), why, what_to_do)

    def _of_marked(self, quote: Quote, whole: Span, speech: LabeledSpeech) -> Iterator[Fault]:
        """Yield where words in marks are given to somebody whom their label does not name."""
        if speech.marked and not self._is_right_behind(whole, speech):
            return
        if fold(quote.attribution or "") == self._text[speech.label]:
            yield from self._of_label(quote, speech)
            return
        why = _QUOTED_BY.format(self._text[speech.label])
        what_to_do = "Name who is labeled in 'via', with the sourcing 'relayed'."
        if speech.marked:
            what_to_do = _COPY_LABEL
        yield Fault(_ATTRIBUTION, why, what_to_do)

    def _is_right_behind(self, whole: Span, speech: LabeledSpeech) -> bool:
        return whole.start - 1 == speech.parts[0].start


def is_relayed_by_label(label: str, via: str | None) -> bool:
    """Return whether a relay is who a label names."""
    return via is not None and fold(via) in {label, strip_aside(label)[0]}
