"""The days before, after or during an occasion, or what somebody said: "since the ministerial".

Where the record does not tell which day that was, it is asked back: no other days answer it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.model import Kind
from knowledge.questions.claims import Claims
from knowledge.questions.words import Use
from knowledge.text import asked_dates
from knowledge.text.asked_dates import AskedDate, DatedOccasion
from knowledge.text.english.occasion_words import (
    DEFINITE,
    INDEFINITE,
    LONGEST_MARKER,
    MARKERS,
    NEARNESS,
    OF_A_CLAUSE,
    OWNED_BY,
    PARTING,
    PREFIXES,
    PRONOUNS,
    SAID_THINGS,
    SAYING_IT,
    STILL_TO_COME,
    TIMES_AWAY,
    SideInTime,
)
from knowledge.text.english.question_words import AUXILIARIES, BEFORE_A_TOPIC, JOINING, WHO
from knowledge.text.english.short_question_words import NUMBERS
from knowledge.text.english.small_words import ARTICLES
from knowledge.text.folding import tokenize
from knowledge.text.whole_words import are_among
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.citations import CitedStatement
    from knowledge.questions.question import FoundName

_DAY: Final = timedelta(days=1)
_ASKING: Final = WHO | {"what", "where", "how", "why", "which", "when", "whose", "whom"}
_TOPIC: Final = BEFORE_A_TOPIC - {"on"}  # "the ministerial on Sordia"
_MOST: Final = 100  # statements of one speaker that are looked at
_TRIED: Final = 4  # phrases of one text that are looked up
_FOR_A_PHRASE: Final = 300  # steps that looking one up takes
_OFFERED: Final = 4  # days that a choice offers
# Where a quotation stands, whose words are left blank.
_QUOTATION: Final = re.compile(r":?[^\S\n]{3}")


class _Phrase(NamedTuple):
    """Words on an occasion behind what marks a time; `last` is not included.

    `first` is the place of the marker, `noun` that of the first word behind articles. `away` says
    that a time away from it is meant: "two days after the call".
    """

    first: int
    noun: int
    last: int
    side: SideInTime
    owned: bool
    definite: bool
    away: bool


class TimesOfEvents(Claims):
    """Reads the days that lie before or after an occasion, or after what somebody said."""

    def read_times_of_events(self, today: date) -> None:
        """Take "after the ministerial" for the days asked about.

        Other days beside it are those of the occasion itself, or it is asked back.
        """
        if not self.kinds or (self.asked_date and self.asked_date.problem):
            return
        for phrase in islice(self._find_phrases(), _TRIED):
            spend(_FOR_A_PHRASE)
            occasions = self._find_occasions(phrase, today)
            if occasions and phrase.side is SideInTime.BETWEEN:
                self.asked_date = self._ask_for_one_occasion(phrase)
            elif occasions and self._is_beside(phrase):
                self.asked_date = self._ask_for_one(phrase)
            elif len(occasions) == 1:
                self.asked_date = self._date(phrase, occasions[0], today)
            elif occasions or self._must_be_told(phrase):
                self.asked_date = self._ask_back(phrase, occasions)
            else:
                continue
            self._take(phrase)
            return

    def _is_beside(self, phrase: _Phrase) -> bool:
        """Return whether other days are asked about than those in the words on an occasion."""
        start, end = self._place(phrase)
        return self.asked_date is not None and not (
            start <= self.asked_date.start and self.asked_date.end <= end
        )

    def _ask_for_one_occasion(self, phrase: _Phrase) -> AskedDate:
        """Return that the days lie between two occasions: "from the call to the meeting"."""
        typed = self.typed_as(phrase.first, phrase.last)
        problem = f"I read days before or after one occasion, and not “{typed} …”"
        return AskedDate(*self._place(phrase), problem=problem, is_occasion=True)

    def _ask_for_one(self, phrase: _Phrase) -> AskedDate:
        """Return that two times are asked about."""
        asked, (start, end) = self.asked_date, self._place(phrase)
        other = self.typed[asked.start : asked.end] if asked else ""
        problem = f"“{other}” and “{self.typed[start:end]}” are two times, and I read one"
        return AskedDate(start, end, problem=problem, is_occasion=True)

    def _take(self, phrase: _Phrase) -> None:
        first, last = phrase.first, phrase.last
        self.uses[first:last] = [Use.DATE] * (last - first)
        self.found = [f for f in self.found if f.last <= first or last <= f.first]
        self.strangers = [s for s in self.strangers if s.last <= first or last <= s.first]

    def _date(self, phrase: _Phrase, occasion: DatedOccasion, today: date) -> AskedDate:
        days: dict[SideInTime, tuple[date | None, date | None]] = {
            SideInTime.BEFORE: (None, occasion.first - _DAY),
            SideInTime.AFTER: (occasion.last + _DAY, None),
            SideInTime.DURING: (occasion.first, occasion.last),
        }
        first, last = days[phrase.side]
        return AskedDate(
            *self._place(phrase), last or today, first, last, is_range=True, occasion=occasion
        )

    def _ask_back(self, phrase: _Phrase, occasions: Sequence[DatedOccasion]) -> AskedDate:
        """Return that the day is not known; where it may be one of few, which they are."""
        opening = self.folded[phrase.noun - 1] in DEFINITE | OWNED_BY
        first = phrase.first if phrase.away else phrase.noun - opening
        typed = self.typed_as(first, phrase.last)
        if 0 < len(occasions) <= _OFFERED:
            problem = f"“{typed}” may be of any of these days"
            readings = tuple(occasion.first for occasion in occasions)
            reworded = tuple(_reword(phrase.side, occasion) for occasion in occasions)
            place = self._place(phrase)
            return AskedDate(*place, problem=problem, readings=readings, reworded=reworded)
        problem = f"I have no day on record for “{typed}”"
        return AskedDate(*self._place(phrase), problem=problem, is_occasion=True)

    def _place(self, phrase: _Phrase) -> tuple[int, int]:
        return self.words[phrase.first].start, self.words[phrase.last - 1].end

    def _find_phrases(self) -> Iterator[_Phrase]:
        for first in range(len(self.words)):
            for length in range(LONGEST_MARKER, 0, -1):
                side = MARKERS.get(tuple(self.folded[first : first + length]))
                if side and (phrase := self._read_phrase(first, first + length, side)):
                    yield phrase
                    break

    def _read_phrase(self, first: int, noun: int, side: SideInTime) -> _Phrase | None:
        """Return the words on an occasion behind a marker; None where there are none."""
        opening = self.folded[noun] if noun < len(self.folded) else ""
        if opening in INDEFINITE or self._is_used(first, noun):
            return None
        if self.folded[first] in PREFIXES and not self.words[noun].hyphened:
            return None
        if self.folded[first] == "from" and "to" not in self.folded[noun:]:
            return None  # "words from the hearing"
        skips = opening in DEFINITE | OWNED_BY
        end = self._find_end(noun + skips, to=side is SideInTime.BETWEEN)
        if self._is_name(noun + skips, end) or self._is_date(noun + skips, end):
            return None
        if self._gives_quotation(noun, end):
            return None
        named = {f.first for f in self.found if not _is_issue(f)}
        told = opening in DEFINITE or noun in named or self.words[noun].capital
        definite = told or (opening in PRONOUNS and end > noun + 1)
        away = self._count_times_away(first)
        near = not away and first > 0 and self.folded[first - 1] in NEARNESS
        return _Phrase(
            first - away - near, noun + skips, end, side, opening in OWNED_BY, definite, away > 0
        )

    def _count_times_away(self, marker: int) -> int:
        """Return how many words in front say how far away: "two days" after the call."""
        if marker > 1 and self.folded[marker - 1] in JOINING and self._is_marker(marker - 2):
            return 2  # "before and after"
        if not marker or self.folded[marker - 1] not in TIMES_AWAY:
            return 0
        number = self.folded[marker - 2] if marker > 1 else ""
        return 1 + (number in NUMBERS or number in ARTICLES or number.isdecimal())

    def _is_marker(self, at: int) -> bool:
        return (self.folded[at],) in MARKERS

    def _is_used(self, first: int, last: int) -> bool:
        """Return whether words are part of a name, or in none of the asker's own sentence."""
        broken = any(self.words[i].broken for i in range(first + 1, min(last, len(self.words))))
        used = any(use in {Use.NAME, Use.POST, Use.TITLE} for use in self.uses[first:last])
        return broken or used or last >= len(self.words) or self.words[last].broken

    def _find_end(self, at: int, *, to: bool) -> int:
        """Return where the words on an occasion end; `to` says that "to" ends them."""
        between = False
        for i in range(at, len(self.words)):
            word = self.folded[i]
            between = between or word == "between"
            ends = word in AUXILIARIES | _ASKING | _TOPIC or (word in JOINING and not between)
            ends = ends or (to and word == "to")
            if ends or (self.words[i].broken and i > at) or self._is_marker(i):
                return i
        return len(self.words)

    def _is_name(self, first: int, last: int) -> bool:
        """Return whether nobody but a person or body is named: it says no day."""
        return all(
            self.uses[i] in {Use.NAME, Use.POST, Use.TITLE} for i in range(first, last)
        ) and (any(f.first < last and first < f.last and not _is_issue(f) for f in self.found))

    def _gives_quotation(self, first: int, last: int) -> bool:
        """Return whether words with a name lead to a quotation: after Kono told Abe “…”.

        They say whose words it is, and not which day is asked about.
        """
        named = any(first <= f.first < last and not _is_issue(f) for f in self.found)
        behind = self.text[self.words[last - 1].end :]
        return named and _QUOTATION.match(behind) is not None

    def _is_date(self, first: int, last: int) -> bool:
        """Return whether nothing is named but a date."""
        return all(
            self.uses[i] is Use.DATE or self.folded[i] in PARTING | ARTICLES
            for i in range(first, last)
        )

    def _must_be_told(self, phrase: _Phrase) -> bool:
        """Return whether an occasion is meant that no record has, and no condition of a position.

        What "before the war is over" and "after Moon's offer" say of a position is not asked back.
        """
        after = self.folded[phrase.last] if phrase.last < len(self.folded) else ""
        clause = after in OF_A_CLAUSE and not self.words[phrase.last].broken
        if clause and after in STILL_TO_COME:
            return False
        within = [f for f in self.found if phrase.first < f.last and f.first < phrase.last]
        outside = [f for f in self.found if f not in within]
        of_position = any(map(_is_issue, outside))
        told = clause or any(not _is_issue(f) for f in within)
        if phrase.side is SideInTime.BETWEEN:
            return False  # "between Japan and the US"
        return (phrase.definite or phrase.owned) and not (of_position and told)

    def _find_occasions(self, phrase: _Phrase, today: date) -> list[DatedOccasion]:
        """Return what may be meant, of the days that are told with it."""
        if phrase.away:
            return []
        start, end = self._place(phrase._replace(first=phrase.noun))
        told = asked_dates.find(self.text[start:end], today)
        if told and told.problem:
            return []
        return self._find_events(phrase, told) or self._find_sayings(phrase)

    def _find_events(self, phrase: _Phrase, told: AskedDate | None) -> list[DatedOccasion]:
        """Return the occasions on record of which every word is a name or a part of one."""
        head = self._find_head(phrase)
        if head is None:
            return []
        hits = self.kb.search([self.folded[head]], limit=_MOST)
        said = [hit.statement for hit in hits if hit.statement.event]
        names = self.kb.event_names({s.event for s in said if s.event})
        said = [s for s in said if _is_of(told, s)]
        fitting = {e: n for e, n in names.items() if self._is_called_so(phrase, head, e, n)}
        found = ((fitting[s.event], s) for s in said if s.event in fitting)
        return sorted(_join_by_name(found))

    def _find_head(self, phrase: _Phrase) -> int | None:
        """Return the place of the noun that says what kind of occasion it is."""
        named = {i for f in self._list_named(phrase) for i in range(f.first, f.last)}
        places = (i for i in range(phrase.noun, phrase.last) if i not in named)
        head = next((i for i in places if self.folded[i] in PARTING), phrase.last) - 1
        return None if head < phrase.noun or head in named else head

    def _is_called_so(self, phrase: _Phrase, head: int, event: str, name: str) -> bool:
        """Return whether an occasion is of the kind named, and has all that is told of it."""
        own = [token.folded for token in tokenize(name)]
        if _find_kind(name) != _stem(self.folded[head]):
            return False
        words = {_stem(word) for word in (*own, *event.split("-"))}
        named = [f for f in self._list_named(phrase) if self._is_in(f, name)]
        left = set(range(phrase.noun, phrase.last)).difference(
            *(range(f.first, f.last) for f in named)
        )
        left = {i for i in left if self.uses[i] is not Use.DATE}
        told = (self.folded[i] for i in left if self.folded[i] not in PARTING | ARTICLES | JOINING)
        return all(_stem(word) in words for word in told) and self._is_theirs(phrase, name)

    def _list_named(self, phrase: _Phrase) -> list[FoundName]:
        within = (f for f in self.found if phrase.noun <= f.first < phrase.last)
        return [f for f in within if f.clear and not _is_issue(f)]

    def _is_in(self, found: FoundName, name: str) -> bool:
        return any(are_among(own, name) for own in self.kb.names_of(found.name.target))

    def _is_theirs(self, phrase: _Phrase, name: str) -> bool:
        """Return whether "his" and the like may mean somebody whom the occasion names."""
        if not phrase.owned:
            return True
        owner = self._find_owner(phrase)
        return owner is not None and self._is_in(owner, name)

    def _find_owner(self, phrase: _Phrase) -> FoundName | None:
        """Return who is named besides where it is one alone, of whom "his" is said."""
        others = [f for f in self.found if f.clear and not _is_issue(f)]
        others = [f for f in others if f.last <= phrase.first or phrase.last <= f.first]
        return others[0] if len(others) == 1 else None

    def _find_sayings(self, phrase: _Phrase) -> list[DatedOccasion]:
        """Return on which days somebody spoke, where nothing but that is told of them."""
        named = self._list_named(phrase)
        owner = self._find_owner(phrase) if phrase.owned and not named else None
        speakers = [owner] if owner else named
        places = set(range(phrase.noun, phrase.last)).difference(
            *(range(f.first, f.last) for f in named)
        )
        rest = {self.folded[i] for i in places} - PARTING - ARTICLES
        spoken = rest & (SAID_THINGS | SAYING_IT)
        if len(speakers) != 1 or not spoken or rest - SAID_THINGS - SAYING_IT - OWNED_BY:
            return []
        who = speakers[0].name.target
        said = [*self.kb.statements_by(who), *self.kb.statements_for(who)][:_MOST]
        return sorted({_days_of(s) for s in said if s.speaker is not None})


def _join_by_name(found: Iterable[tuple[str, CitedStatement]]) -> Iterator[DatedOccasion]:
    """Yield each occasion once, of the days that all its reports give it."""
    days: dict[str, DatedOccasion] = {}
    for name, said in found:
        other = days.get(name, DatedOccasion(said.said.from_, said.said.to, name))
        first, last = max(other.first, said.said.from_), min(other.last, said.said.to)
        days[name] = DatedOccasion(first, last, name) if first <= last else other
    yield from days.values()


def _is_of(told: AskedDate | None, said: CitedStatement) -> bool:
    """Return whether a statement may be of some days."""
    first, last = (told.first, told.last) if told else (None, None)
    return said.said.from_ <= (last or date.max) and (first or date.min) <= said.said.to


def _days_of(said: CitedStatement) -> DatedOccasion:
    return DatedOccasion(said.said.from_, said.said.to, "")


def _find_kind(name: str) -> str:
    """Return the noun of an occasion's name: "speech" of "Moon Jae-in's speech at the U.N."."""
    kind = ""
    for word in name.lower().split():
        if word in PARTING:
            break
        kind = word
    return _stem(kind)


def _reword(side: SideInTime, occasion: DatedOccasion) -> str:
    """Return a phrase with the days of an occasion in its place."""
    if side is SideInTime.DURING:
        return f"from {occasion.first} to {occasion.last}"
    return f"{side.value} {occasion.first if side is SideInTime.BEFORE else occasion.last}"


def _is_issue(found: FoundName) -> bool:
    return all(name.kind is Kind.ISSUE for name in found.names)


def _stem(word: str) -> str:
    return word.rstrip("s")
