"""Hold what is given beside a quote against where the text prints it: post, relay and day."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.check_corpus.label_proof import is_relayed_by_label
from knowledge.check_corpus.printed_posts import find_left_out, is_beside
from knowledge.check_corpus.speaker_names import is_named
from knowledge.check_corpus.subject_places import find_words
from knowledge.corpus.errors import Fault
from knowledge.corpus.model import Kind, Sourcing
from knowledge.speech.cues import CueForm
from knowledge.speech.name_parts import is_source, list_plain_words
from knowledge.text import dates_at_verbs
from knowledge.text.article_text import Span, fold
from knowledge.text.english import relay_words, taken_up_words
from knowledge.text.english.cue_words import CUE
from knowledge.text.labeled_speech import find_any_speech_at, find_labeled_speech
from knowledge.text.locating import stands_in
from knowledge.text.sentence_dates import find_printed
from knowledge.text.whole_words import find_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.check_corpus.speaker_names import NamesOf
    from knowledge.corpus.model import Speaker, Statement
    from knowledge.speech.reading import Named, Reading
    from knowledge.text.article_text import Text

_NAME_BEHIND = re.compile(r",? ([A-Z][\w'-]+(?: [A-Z][\w'-]+)+)")
_MASKED = re.compile(r'"[^"]*"')


class PrintedFacts:
    """The facts of one statement, whose quotes stand at `places`, against its article's text."""

    def __init__(
        self, text: Text, statement: Statement, places: Iterable[Span], names: NamesOf
    ) -> None:
        self._text, self._statement, self._names = text, statement, names
        self._places = list(places)

    def faults(self) -> Iterator[Fault]:
        if self._places:
            yield from self._post()
            yield from self._relay()
            yield from self._writing()
            yield from self._day()

    def _post(self) -> Iterator[Fault]:
        speaker = self._statement.speaker
        if speaker is None or speaker.as_ is None or self._is_called(speaker, speaker.as_):
            return
        names = self._names.own(speaker.id) if speaker.id else {speaker.description or ""}
        if names and not is_beside(self._text, speaker.as_, names):
            who = speaker.id or speaker.description
            why = f"The text does not print {speaker.as_!r} beside the name of '{who}'."
            what_to_do = "Copy what stands beside the name, or add it to the attribution."
            yield Fault(("speaker", "as"), why, what_to_do)

    def _is_called(self, speaker: Speaker, post: str) -> bool:
        """Return whether a quote's attribution, which names the speaker, has the post."""
        for quote in self._statement.quotes:
            attribution, refers_to = quote.attribution or "", quote.refers_to or ""
            # Words that refer back may be the post; the name that they refer to has its own alone.
            named = self._is_named(speaker, f"{attribution} | {refers_to}")
            if named and self._has_post(attribution, post, speaker):
                return True
            if self._is_named(speaker, refers_to) and self._has_post(refers_to, post, speaker):
                return True
        return False

    def _is_named(self, speaker: Speaker, words: str) -> bool:
        """Return whether words name the speaker, where the speaker is a person on record."""
        if not (speaker.id and self._names.is_person(speaker.id)):
            return bool(words)
        return is_named(self._names.own(speaker.id), fold(words).casefold())

    def _has_post(self, words: str, post: str, speaker: Speaker) -> bool:
        """Return whether words have a whole post, and no other name behind it."""
        person = speaker.id if speaker.id and self._names.is_person(speaker.id) else None
        if person and self._find_other_name(fold(words), post, person):
            return False
        return self._is_whole_post(fold(post).casefold(), fold(words).casefold(), speaker)

    def _find_other_name(self, words: str, post: str, person: str) -> str | None:
        """Return a name of two words right behind a post that none of the speaker's names is in."""
        own = {fold(name).casefold() for name in self._names.own(person)}
        for at in find_words(post, words):
            behind = _NAME_BEHIND.match(words, at.end)
            if behind and not any(stands_in(name, behind[1].casefold()) for name in own):
                return behind[1]
        return None

    def _is_whole_post(self, post: str, called: str, speaker: Speaker) -> bool:
        """Return whether an attribution has a post that is not a part of one, nor another's."""
        for at in find_words(post, called):
            theirs = self._names.find_first_people(called[at.end :].lstrip(" ,"))
            if find_left_out(called, at) is None and theirs <= {speaker.id}:
                return True
        return False

    def _relay(self) -> Iterator[Fault]:
        via = self._statement.via
        if via and fold(via).casefold() in self._text.caseless and not self._is_relayed_by(via):
            stands = any(stands_in(via, self._text[sentence]) for sentence in self._sentences)
            why = (
                f"{via!r} is the speaker or somebody who is told, and relays nothing."
                if stands
                else f"{via!r} does not stand in a sentence with a quote, and nothing takes it up "
                "there."
            )
            what_to_do = "Copy who relayed or carried these words from their sentence."
            yield Fault(("via",), why, what_to_do)

    def _is_relayed_by(self, via: str) -> bool:
        if self._is_label(via):
            return True
        takes_up = _find_what_takes_up(via, is_body=self._is_body(via))
        printed = fold(via).casefold()
        for sentence in self._sentences:
            words = self._text[sentence]
            if any(self._can_relay(sentence, at, via) for at in find_words(via, words)):
                return True
            before = self._text.caseless[: sentence.start]
            taken_up = takes_up.search(_MASKED.sub('"', words)) and stands_in(printed, before)
            if taken_up and not self._names_other_relay(sentence, via):
                return True
        return False

    def _is_label(self, via: str) -> bool:
        """Return whether a relay is who a label names, and all quotes stand in their speech."""
        found = [find_any_speech_at(self._text, place) for place in self._places]
        return all(s and is_relayed_by_label(self._text[s.label], via) for s in found)

    def _is_body(self, words: str) -> bool:
        """Return whether words end with the name of an organization on record."""
        found = self._reading.known.find_mentions(taken_up_words.AFTER_THE_NOUN.sub("", words))
        return any(m.kind is Kind.ORGANIZATION and not m.owns for m in found[-1:])

    def _can_relay(self, sentence: Span, at: Span, via: str) -> bool:
        """Return whether words that stand in a sentence are not the speaker, nor who is told."""
        place = Span(sentence.start + at.start, sentence.start + at.end)
        told_to = relay_words.TOLD_TO.search(self._text[Span(sentence.start, place.start)])
        if told_to and via.islower():  # "the media", and no outlet by its name
            return False
        speaker = self._statement.speaker
        return not any(
            found.id and speaker and found.id == speaker.id and own.touches(place)
            for cue, found in self._voices(sentence)
            for own in (cue.subject, cue.apposition)
            if own
        )

    def _names_other_relay(self, sentence: Span, via: str) -> bool:
        """Return whether a sentence prints who relays its words: "according to a diplomat"."""
        carried = relay_words.CARRIED_BY.search(self._text[sentence])
        if carried and self._is_body(carried["via"]):
            return not _share_words(carried["via"], via)
        named = [
            self._text[found.printed]
            for cue, found in self._voices(sentence)
            if cue.form in {CueForm.FINITE, CueForm.ACCORDING} and not found.refers_to
        ]
        named = [w for w in named if is_source(w) and not taken_up_words.BEGINS_DEFINITE.match(w)]
        return bool(named) and not any(_share_words(words, via) for words in named)

    def _voices(self, sentence: Span) -> Named:
        found = self._reading.find_sentence(sentence.start)
        return found.named if found else []

    @cached_property
    def _reading(self) -> Reading:
        return self._names.read(self._text)

    def _writing(self) -> Iterator[Fault]:
        """Yield a fault where somebody speaks and the sourcing says that they write."""
        speaker = self._statement.speaker
        if self._statement.sourcing is not Sourcing.DOCUMENT or not (speaker and speaker.id):
            return
        printed = [self._text[sentence] for sentence in self._sentences]
        printed += [f"{q.attribution} {q.refers_to}" for q in self._statement.quotes]
        spoken = next(filter(None, map(relay_words.ORAL.search, printed)), None)
        if spoken and not any(map(relay_words.WRITTEN.search, printed)):
            why = f"The sentence prints that this was spoken, not written: {spoken[0]!r}."
            yield Fault(("sourcing",), why, "Write 'on_record', or quote the document's words.")

    @property
    def _sentences(self) -> list[Span]:
        """The sentences that the quotes touch."""
        text = self._text
        found = {
            text.sentences[number]
            for place in self._places
            for number in range(
                text.sentence_at(place.start), text.sentence_at(max(0, place.end - 1)) + 1
            )
        }
        return sorted(found)

    def _day(self) -> Iterator[Fault]:
        printed = self._statement.said.printed
        at_verb = list(self._dates_at_verbs())
        if printed is None:
            if at_verb:
                why = f"The sentence prints when it was said: {at_verb[0]!r}."
                what_to_do = "Give these words in 'printed', and the days that they mean."
                yield Fault(("said", "printed"), why, what_to_do)
        elif fold(printed).casefold() not in self._text.caseless:
            return
        elif other := self._find_date_beside_relay(printed):
            why = f"{printed!r} is when the words were relayed; the sentence prints {other!r} too."
            yield Fault(("said", "printed"), why, "Copy the words that say when this was said.")
        elif not self._is_dated_by(printed, strictly=bool(at_verb)):
            near = f"; there is {at_verb[0]!r}" if at_verb else ""
            why = f"{printed!r} is not near the quotes or the speaker{near}."
            what_to_do = "Copy the words that say when this was said, or write null."
            yield Fault(("said", "printed"), why, what_to_do)

    def _find_date_beside_relay(self, printed: str) -> str | None:
        """Return another date of the sentence, where one stands at the verb of who relays it."""
        if not self._statement.via:
            return None
        for sentence in self._sentences:
            words = self._text[sentence]
            dates = list(find_printed(words))
            for cue, found in self._voices(sentence):
                verb = Span(cue.verb.start - sentence.start, cue.verb.end - sentence.start)
                at_verb = dates_at_verbs.find_date(words, verb, dates)
                relays = cue.form is CueForm.FINITE and is_source(self._text[found.printed])
                if relays and at_verb and words[slice(*at_verb)] == fold(printed):
                    others = [d for d in dates if not d.touches(at_verb) and d.end < verb.start]
                    return words[slice(*others[0])] if others else None
        return None

    def _is_dated_by(self, printed: str, *, strictly: bool) -> bool:
        """Return whether a date stands with the quotes; strictly, where their verb has its own."""
        words = fold(printed).casefold()
        own = [self._text[s].casefold() for s in self._sentences]
        if strictly or any(stands_in(words, sentence) for sentence in own):
            return any(stands_in(words, sentence) for sentence in own)
        near = [self._text[self._text.around(place)].casefold() for place in self._places]
        return (
            any(stands_in(words, sentence) for sentence in [*near, *self._sentences_of_speaker()])
            or self._last_date_before() == words
            or self._is_above_labels(words)
        )

    def _is_above_labels(self, words: str) -> bool:
        """Return whether the lines above all labels print a date, for what stands under one."""
        spoken = find_labeled_speech(self._text)
        if not spoken or not any(find_any_speech_at(self._text, place) for place in self._places):
            return False
        return stands_in(words, self._text.caseless[: spoken[0].label.start])

    def _sentences_of_speaker(self) -> Iterator[str]:
        """Yield the sentences in which the text names the speaker, or who relays the words."""
        speaker = self._statement.speaker
        called = [self._statement.via, speaker and speaker.description]
        called += [quote.refers_to for quote in self._statement.quotes]
        called += self._names.own(speaker.id) if speaker and speaker.id else []
        names = [fold(words).casefold() for words in called if words]
        for sentence in self._text.sentences:
            words = self._text[sentence].casefold()
            if any(stands_in(name, words) for name in names):
                yield words

    def _last_date_before(self) -> str | None:
        first = min(sentence.start for sentence in self._sentences)
        before = list(find_printed(self._text.folded[:first]))
        return self._text[before[-1]].casefold() if before else None

    def _dates_at_verbs(self) -> Iterator[str]:
        """Yield the dates at the verbs by which the sentences of the quotes name the speaker."""
        for sentence in self._sentences:
            words = _MASKED.sub(lambda m: "\0" * len(m[0]), self._text[sentence])
            start = dates_at_verbs.skip_dateline(words)
            dates = [span for span in find_printed(words) if span.start >= start]
            for verb in self._verbs(words):
                if date := dates_at_verbs.find_date(words, verb, dates):
                    yield words[slice(*date)]

    def _verbs(self, words: str) -> Iterator[Span]:
        """Yield the verbs of saying right beside an attribution: "Dahl said", "said Dahl"."""
        cues = [Span(*m.span()) for m in CUE.finditer(words) if _DATED_VERBS & {m.lastgroup}]
        for attribution in {q.attribution for q in self._statement.quotes if q.attribution}:
            printed = fold(attribution)
            for at in find_whole(printed, words):
                end = at + len(printed)
                inverted = [c for c in cues if words[c.end : at].strip(' "\0') == ""]
                following = [c for c in cues if c.start >= end]
                yield from [c for c in inverted if c.end <= at][-1:]
                if following and _is_subject(words[end : following[0].start]):
                    yield following[0]


_DATED_VERBS = frozenset({"finite", "silent", "participle"})
_ASIDES = re.compile(r",[^,\0]*,")


def _is_subject(between: str) -> bool:
    """Return whether a verb goes with the name before it, with no other clause between."""
    bare = _ASIDES.sub(" ", between)
    return not re.search(r"[,;:\0]|\b(?:that|which|who|and|but)\b", bare)


def _share_words(one: str, other: str) -> bool:
    """Return whether two phrases can mean the same people: "the sources", "diplomatic sources"."""
    ours, theirs = (_list_roots(words) for words in (one, other))
    return ours <= theirs or theirs <= ours


def _list_roots(words: str) -> set[str]:
    bare = taken_up_words.AFTER_THE_NOUN.sub("", fold(words).casefold())
    return {word.removesuffix("'s").rstrip("s") for word in list_plain_words(bare)}


def _find_what_takes_up(via: str, *, is_body: bool) -> re.Pattern[str]:
    """Return what takes up a relay that was printed before: "the sources", "they", "the agency"."""
    noun = taken_up_words.AFTER_THE_NOUN.sub("", fold(via)).split()[-1]
    patterns = [rf"\b{taken_up_words.DEFINITE}{re.escape(noun)}\b"]
    if is_body or re.search(rf"\b(?:{taken_up_words.MEDIUM})$", noun, re.IGNORECASE):
        patterns.append(taken_up_words.ONE_MEDIUM.pattern)
    elif noun.endswith("s") or noun == "people":
        patterns.append(taken_up_words.SEVERAL.pattern)
    else:
        patterns.append(taken_up_words.ONE.pattern)
    return re.compile("|".join(patterns), re.IGNORECASE)
