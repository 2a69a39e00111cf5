"""Whom the prose of a message may give its quotations to: names on record, and all others."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.elsewhere import (
    is_elsewhere,
    is_in_short_line,
    is_of_asked_words,
    is_origin,
    is_straight_beside,
)
from bot.answers.speaker_reading import NO_NAMES
from bot.answers.unnamed_speakers import list_unnamed
from knowledge.check_quote import (
    blank_quotations,
    heads_line,
    is_given,
    is_labeled,
    leads_to_quotation,
    outline_quotations,
    place_quotations,
)
from knowledge.corpus import Kind
from knowledge.questions import PLAIN, read, tell_apart
from knowledge.text import COURTESY, SAYING, compile_later, is_abbreviated, spend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.kb import KnowledgeBase
    from knowledge.questions import FoundName

Place = tuple[int, int]

_CAPITAL = r"[A-Z][\w.’'-]{0,40}"
_VERBS = "|".join(sorted(SAYING))
# An organization that words are given to, and none that prose is about: "Tarsk: …", "… – Tarsk".
_LABELS = compile_later(rf"\s*(?::|(?:{_VERBS})\b|\t)", re.IGNORECASE)
_SIGNS = compile_later(rf"(?:\t|\b(?:{_VERBS}))\s*\Z", re.IGNORECASE)
_ASKED = compile_later(r"\b(?:(?:did|does)(?:n[’']t)?|was it)\s+(?:the\s+)?\Z", re.IGNORECASE)
_CAPITALS_BEFORE = compile_later(rf"(?<!\S)(?:{_CAPITAL} )+\Z")
_CAPITALS_AFTER = compile_later(rf"(?: {_CAPITAL}(?<!\.)){{1,3}}")
# Words that a sentence begins with before a name, and that are no part of it.
_OPENING = compile_later(
    r"(?:after|also|and|as|asked|at|before|beside|but|by|did|does|for|from|has|if|in|is|like|not"
    r"|on|or|per|since|so|then|to|told|unlike|was|when|while|with|without)\s+",
    re.IGNORECASE,
)
# Behind a quotation, before whoever passes it on: "“…” via Kono’s office".
_PASSED_ON: Final = compile_later(r"”[\s,(–—-]*(?:via|through)\s+(?:the\s+)?\Z", re.IGNORECASE)
_OF_SOMEBODY: Final = re.compile(r"[’']s?\s")
_NEAR: Final = 30  # characters before a name that are looked at
_FOR_A_SPEAKER: Final = 30  # steps of looking at what stands on either side of words
_LABELS_A_QUOTATION: Final = compile_later(r"\s*:\s*“")
_WHOSE: Final = r"(?:an?|the|my|our|your|his|her|their)"
_OPENS_LINE: Final = compile_later(
    rf"(?:\A|\n|[.!?…”]\s)[^\w\n]*(?:\d{{1,3}}[.)]\s*)?(?:{_WHOSE}\s+)?\Z", re.IGNORECASE
)
_GOES_ON: Final = compile_later(r"\s+[a-z]")
_ENDS_QUOTATION: Final = compile_later(r"”[\s,(\[–—-]*(?:the\s+)?\Z", re.IGNORECASE)
# What a line of a list has beside a quotation and a name: a bullet, a number, an article.
_BESIDE_A_NAME: Final = compile_later(r"(?:\b(?:\d{1,3}|an?|the)\b|[\W_])*+", re.IGNORECASE)
# Between a body and whoever speaks for it: "Velmora (Dask)", "(Velmora, Dask)".
_WITHIN: Final = compile_later(r"\s?\((?:[A-Z]\w{1,20}\s){0,3}")
_LISTED: Final = compile_later(r"\s?[,/]\s?(?:[A-Z]\w{1,20}\s){0,3}")
# Who passes on what somebody else says, where that one is named.
_RELAYING: Final = compile_later(r"(?:sources?|people|insiders?)\Z", re.IGNORECASE)


class GivenName(NamedTuple):
    """Words by which a message names whom it may give a quotation to."""

    typed: str
    on_record: bool


def list_speakers(kb: KnowledgeBase, text: str) -> dict[Place, GivenName]:
    """Return whom prose may give words to, by the places of their names.

    In a line that is hardly more than a quotation and a name, whatever looks like a name counts;
    in longer prose only what stands where a speaker does.
    """
    return _Listing(kb, text).list_speakers()


def list_strangers(kb: KnowledgeBase, text: str) -> list[Place]:
    """Return where prose names somebody who is not on record beside one of several quotations."""
    several = len(place_quotations(text)) > 1
    given = list_speakers(kb, text) if several else {}
    return [place for place, name in given.items() if not name.on_record]


def list_bodies(kb: KnowledgeBase, text: str) -> list[Place]:
    """Return where prose names a state or body that says or owns nothing, so far as verbs tell."""
    found = read(kb, blank_quotations(text), {Kind.PERSON, Kind.ORGANIZATION})
    bodies = [f for f in found.found if all(n.kind is Kind.ORGANIZATION for n in f.names)]
    return [found.place(f.first, f.last) for f in bodies if not found.parsed[f.last - 1].owns]


class _Listing:
    def __init__(self, kb: KnowledgeBase, text: str) -> None:
        self.kb, self.text, self.prose = kb, text, blank_quotations(text)
        self.outlined = outline_quotations(text)
        self.question = tell_apart(kb, read(kb, self.prose, {Kind.PERSON, Kind.ORGANIZATION}))

    def list_speakers(self) -> dict[Place, GivenName]:
        unnamed = list_unnamed(self.question, self.text)
        found = list(self._list_found([speaker.of for speaker in unnamed]))
        given = list(dict.fromkeys(_widen(self.prose, *place) for place in found))
        day = self.question.asked_date
        taken = [*given, *([(day.start, day.end)] if day else [])]
        taken += [speaker.place for speaker in unnamed if speaker.of]
        roles = (speaker.place for speaker in unnamed)
        for place in (*self._list_names(), *roles, *self._list_plain_runs()):
            relays = given and _RELAYING.search(self.prose, *place)
            if not relays and not any(f < place[1] and place[0] < end for f, end in taken):
                taken.append(place)
                given.append(place)
        known = {place for place in given if any(place[0] <= f[0] < place[1] for f in found)}
        named = {p: GivenName(self.prose[slice(*p)], p in known) for p in sorted(given)}
        return self._join_with_bodies(named)

    def _join_with_bodies(self, named: dict[Place, GivenName]) -> dict[Place, GivenName]:
        """Return the names, a body's and that of who speaks for it as one: "Velmora (Dask)"."""
        people = [f for f in self.question.found if f.name.kind is Kind.PERSON]
        starts = [self.question.place(f.first, f.last)[0] for f in people]
        joined: dict[Place, GivenName] = {}
        for place, name in named.items():
            before = next(reversed(joined), None)
            both = [any(p[0] <= s < p[1] for s in starts) for p in (before or place, place)]
            end = self._close_brackets(before, place) if before and both == [False, True] else None
            if before and end:
                del joined[before]
            joined[(before[0], end) if before and end else place] = name
        return joined

    def _close_brackets(self, body: Place, place: Place) -> int | None:
        """Return where brackets end that hold a name behind a body's, or both of them."""
        if not self.prose.startswith(")", place[1]):
            return None
        if _WITHIN.fullmatch(self.prose, body[1], place[0]):
            return place[1] + 1
        listed = _LISTED.fullmatch(self.prose, body[1], place[0])
        opens = self.prose[max(body[0] - 1, 0) : body[0]] == "("
        return place[1] if listed and opens else None

    def _list_found(self, of: list[FoundName | None]) -> Iterator[Place]:
        for found in self.question.found:
            place = self.question.place(found.first, found.last)
            may_have_said = found in of or self._may_have_said(found, place)
            if may_have_said and not is_of_asked_words(self.outlined, place):
                yield place

    def _may_have_said(self, found: FoundName, place: Place) -> bool:
        """Return whether a person is named, or an organization where a speaker stands."""
        if found.name.kind is Kind.PERSON:
            return found.clear or self._is_speaker(found.first, found.last, is_name=True)
        elsewhere = is_elsewhere(self.question, found.first)
        if not elsewhere and is_straight_beside(self.outlined, place):
            return True
        if elsewhere:
            return False
        if self.question.parsed[found.last - 1].owns:  # "Velmora’s answer: “…”"
            return is_given(self.outlined, place, owns=False)
        if is_given(self.outlined, place) or leads_to_quotation(self.outlined, place):
            return True
        before = self.prose[max(place[0] - _NEAR, 0) : place[0]]
        at_verb = _LABELS.match(self.prose, place[1]) or _SIGNS.search(before)
        return bool(at_verb or _ASKED.search(before))

    def _list_names(self) -> Iterator[Place]:
        """Yield the names of strangers that stand where a speaker may."""
        for stranger in self.question.strangers:
            first, last = stranger.first, stranger.last
            named = any(word not in NO_NAMES for word in self.question.words[first:last])
            if named and self._is_speaker(first, last, is_name=True):
                yield self.question.place(first, last)

    def _list_plain_runs(self) -> Iterator[Place]:
        """Yield words of no name to which the prose gives a quotation: "the harbor union said"."""
        for run in self._join_plain_words():
            last = self.question.words[run.stop - 1]
            parts = self.kb.world.parts_of_speech(last)
            noun = not parts or "NOUN" in parts
            named = self._is_signature(run) or self._is_parallel(run)
            if noun and self._is_speaker(run.start, run.stop, is_name=named):
                yield self.question.place(run.start, run.stop)

    def _is_signature(self, run: range) -> bool:
        """Return whether a capital begins what alone stands behind a quotation: "“…” Harbor"."""
        start, _ = self.question.place(run.start, run.stop)
        behind = _ENDS_QUOTATION.search(self.outlined, max(start - _NEAR, 0), start)
        return bool(behind and self.question.parsed[run.start].capital and self._is_alone(run))

    def _is_parallel(self, run: range) -> bool:
        """Return whether words stand alone in their line where a name does in another one."""
        return self._is_alone(run) and any(self._is_alone(named) for named in self._names)

    @cached_property
    def _names(self) -> list[range]:
        found = [range(f.first, f.last) for f in self.question.found if f.clear]
        return found + [range(s.first, s.last) for s in self.question.strangers]

    def _is_alone(self, run: range) -> bool:
        """Return whether a line has nothing but some words and a quotation."""
        place = self.question.place(run.start, run.stop)
        first, last = self._line(place)
        beside = f"{self.prose[first : place[0]]} {self.prose[place[1] : last]}"
        return "“" in self.outlined[first:last] and bool(_BESIDE_A_NAME.fullmatch(beside))

    def _join_plain_words(self) -> list[range]:
        runs = [range(0)]
        for i in filter(self._is_plain, range(len(self.question.words))):
            if i == runs[-1].stop and not self.question.parsed[i].broken:
                runs[-1] = range(runs[-1].start, i + 1)
            else:
                runs.append(range(i, i + 1))
        return [run for run in runs if run]

    def _is_plain(self, at: int) -> bool:
        word = self.question.words[at]
        return self.question.uses[at] in PLAIN and word not in NO_NAMES and not word.isdigit()

    def _is_speaker(self, first: int, last: int, *, is_name: bool) -> bool:
        """Return whether words stand where a speaker does, or beside little but a quotation."""
        spend(_FOR_A_SPEAKER)
        place = self.question.place(first, last)
        elsewhere = is_elsewhere(self.question, first)
        labels = is_labeled(self.outlined, place)
        if labels and elsewhere:
            return False
        if self._is_addressed(first, place) or self._is_remark(place):
            return False
        if is_origin(self.outlined, place):
            return False
        if is_given(self.outlined, place) or (is_name and self._passes_on(place)):
            return is_name or not labels or self._is_label(place)
        if is_name and heads_line(self.outlined, place):
            return True
        return not elsewhere and is_name and is_in_short_line(self.outlined, place)

    def _passes_on(self, place: Place) -> bool:
        """Return whether words come through somebody's office: "“…” via Kono’s office"."""
        before = _PASSED_ON.search(self.outlined, max(place[0] - _NEAR, 0), place[0])
        return bool(before and _OF_SOMEBODY.search(self.prose, *place))

    def _is_label(self, place: Place) -> bool:
        """Return whether plain words before a colon are all that stands before a quotation."""
        opens = _OPENS_LINE.search(self.outlined, 0, place[0])
        return bool(opens and _LABELS_A_QUOTATION.match(self.outlined, place[1]))

    def _is_addressed(self, first: int, place: Place) -> bool:
        """Return whether somebody is greeted or thanked: "hi Marta", "@Marta"."""
        greeted = first > 0 and self.question.words[first - 1] in COURTESY
        beside = greeted and not self.question.parsed[first].broken
        return beside or self.prose[place[0] - 1 : place[0]] == "@"

    def _is_remark(self, place: Place) -> bool:
        """Return whether a bracket holds more than a name: "(Slightly abridged)"."""
        goes_on = _GOES_ON.match(self.prose, place[1])
        return self.prose[place[0] - 1 : place[0]] == "(" and bool(goes_on)

    def _line(self, place: Place) -> Place:
        end = self.prose.find("\n", place[1])
        return self.prose.rfind("\n", 0, place[0]) + 1, end if end >= 0 else len(self.prose)


def _widen(prose: str, start: int, end: int) -> Place:
    """Return the place of a name with the capitalized words beside it: "Taro Aso" is one name."""
    before = _CAPITALS_BEFORE.search(prose, max(start - _NEAR, 0), start)
    after = _CAPITALS_AFTER.match(prose, end)
    first = start - len(before[0] if before else "")
    for dot in range(first, start):  # of "said Abe. Kono" the first is another's sentence
        if prose.startswith(". ", dot) and not is_abbreviated(prose, dot):
            first = dot + len(". ")
    while first < start and (opening := _OPENING.match(prose, first, start)):
        first = opening.end()  # "After Kono" is no name
    return first, after.end() if after else end
