"""The days of somebody's time in office: "under Abe", "since Biden became president".

Where the corpus has no dates of it, the question is asked back: no other days answer it.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.corpus.model import Kind
from knowledge.corpus.partial_dates import first_day, last_day
from knowledge.questions.claims import Claims
from knowledge.questions.words import Use
from knowledge.text.asked_dates import AskedDate
from knowledge.text.english.question_words import (
    AUXILIARIES,
    BEFORE_A_TOPIC,
    GOVERNMENTS,
    JOINING,
    WHO,
)
from knowledge.text.english.small_words import ARTICLES
from knowledge.text.english.time_in_office_words import (
    AFTER,
    BECOMING,
    BEFORE,
    BEFORE_AN_ERA,
    BEING,
    COMING_IN,
    DURING,
    ERAS,
    GOING_OUT,
    IN_POWER,
    LEADING,
    NUMBERED,
    OFFICE_NOUNS,
    SINCE,
    TIMES_IN_OFFICE,
    UNDER,
    WHEN,
)
from knowledge.text.english.titles import FOLDED_TITLES, TITLE_PARTS

if TYPE_CHECKING:
    from collections.abc import Collection

    from knowledge.names.held_posts import HeldPost
    from knowledge.questions.question import FoundName

_DAY: Final = timedelta(days=1)
_OPENING: Final = JOINING | {"what", "how", "about", "so", "then", "but"}  # "what about under Abe"
_PHRASE: Final = 3  # words of "came to power"


class _Days(Enum):
    """Which days of a time in office are meant."""

    ALL = auto()
    AT_THE_START = auto()
    SINCE_THE_START = auto()
    BEFORE_THE_START = auto()
    SINCE_THE_END = auto()
    BEFORE_THE_END = auto()


_OF_THE_END: Final = frozenset({_Days.SINCE_THE_END, _Days.BEFORE_THE_END})


class _Phrase(NamedTuple):
    """Words that say when somebody was in office; `last` is not included.

    `asks` says that they are asked about where the corpus has no dates; else they are passed over,
    and named as not read.
    """

    first: int
    last: int
    days: _Days
    asks: bool = True


class TimesInOffice(Claims):
    """Reads the days that a person's time in office is."""

    _states: dict[int, int]
    """By the first word of each state's name, the first behind it."""
    _begin: dict[int, int]
    """By the last word of each state's name, its first."""

    def read_times_in_office(self, today: date) -> None:
        """Take "under Abe" for the days asked about, where no others are."""
        if self.asked_date or (self.folded[:1] and self.folded[0] in WHO and self._asks_who()):
            return
        people = [f for f in self.found if all(n.kind is Kind.PERSON for n in f.names)]
        self._states = {f.first: f.last for f in self.found if people and self._is_state_name(f)}
        self._begin = {last - 1: first for first, last in self._states.items()}
        for person in people:
            phrase = self._find_phrase(person)
            if phrase and self._claim_time(person, phrase, today):
                return

    def _asks_who(self) -> bool:
        """Return whether it asks who held an office: "who was foreign minister under Abe"."""
        return bool(self.folded[1:2]) and self.folded[1] in BEING

    def _claim_time(self, person: FoundName, phrase: _Phrase, today: date) -> bool:
        start, end = self.words[phrase.first].start, self.words[phrase.last - 1].end
        read = self._read_time(person, phrase)
        if read is not None:
            is_range = phrase.days is not _Days.AT_THE_START
            self.asked_date = AskedDate(start, end, read[1] or today, *read, is_range)
        elif phrase.asks:
            missing = self._tell_missing(person, phrase)
            leader = person.name.target if person.clear and phrase.days is _Days.ALL else None
            self.asked_date = AskedDate(start, end, problem=missing, leader=leader)
        else:
            return False
        self.uses[phrase.first : phrase.last] = [Use.DATE] * (phrase.last - phrase.first)
        self.found = [f for f in self.found if not phrase.first <= f.first < phrase.last]
        return True

    def _tell_missing(self, person: FoundName, phrase: _Phrase) -> str:
        """Return what the articles do not say of somebody's time in office."""
        who = self.kb.name_of(person.name.target) if person.clear else person.typed
        if phrase.days is _Days.ALL:
            return f"The articles do not say from when to when {who} was in office"
        came_or_left = "left" if phrase.days in _OF_THE_END else "took"
        return f"The articles do not say when {who} {came_or_left} office"

    def _read_time(
        self, person: FoundName, phrase: _Phrase
    ) -> tuple[date | None, date | None] | None:
        """Return the first and the last of the days that are meant; None where one is missing."""
        post = self._post(person, phrase)
        if post is None:
            return None
        came, left = first_day(post.start), last_day(post.end)
        days: dict[_Days, tuple[date | None, date | None]] = {
            _Days.ALL: (came, left),
            _Days.AT_THE_START: (None, last_day(post.start)),
            _Days.SINCE_THE_START: (came, None),
            _Days.BEFORE_THE_START: (None, came and came - _DAY),
            _Days.SINCE_THE_END: (first_day(post.end), None),
            _Days.BEFORE_THE_END: (None, left),
        }
        read = days[phrase.days]
        known = all(read) if phrase.days is _Days.ALL else any(read)
        return read if known else None

    def _post(self, person: FoundName, phrase: _Phrase) -> HeldPost | None:
        """Return the office that is meant: the one named, or the one at the head of a state."""
        if not person.clear:
            return None
        held = self.kb.posts.of(person.name.target)
        titled = {self.folded[i] for i in range(phrase.first, phrase.last) if self._is_office(i)}
        named = [post for post in held if titled & set(post.title.lower().split())]
        fitting = named or [p for p in held if p.organization and p.organization == p.state]
        return fitting[0] if len(fitting) == 1 else None

    def _find_phrase(self, person: FoundName) -> _Phrase | None:
        at = self._skip_back(person.first - 1)
        marker = self.folded[at] if at >= 0 else ""
        behind = person.last
        owns = self.words[behind - 1].owns
        noun = self._end_of_noun(behind)
        if noun:
            return self._with_noun(marker, at, person, noun)
        if marker in UNDER and not owns:
            opens = _OPENING.issuperset(self.folded[:at])
            return _Phrase(at, behind, _Days.ALL, asks=opens or self._names_an_issue())
        end, days = self._read_verb(behind)
        if marker in WHEN and days in {_Days.ALL, _Days.SINCE_THE_START}:
            started = days is _Days.SINCE_THE_START
            return _Phrase(at, end, _Days.AT_THE_START if started else _Days.ALL)
        if days is None and not owns and self._is_bare_end(behind) and self._is_head(person):
            days = _Days.SINCE_THE_END if marker in AFTER else _Days.SINCE_THE_START
            edge = self._with_edge(marker, at, behind, days)
            return edge and edge._replace(asks=False)
        return self._with_edge(marker, at, end, days)

    def _names_an_issue(self) -> bool:
        return any(name.kind is Kind.ISSUE for f in self.found for name in f.names)

    def _with_noun(self, marker: str, at: int, person: FoundName, noun: int) -> _Phrase | None:
        """Return what "during the Abe years" and the like mean."""
        word = self.folded[noun - 1]
        era = word in ERAS or (word in TIMES_IN_OFFICE and marker in BEFORE_AN_ERA)
        era = era or (marker == "in" and self._names_another(person))
        if marker in UNDER | DURING or era:
            marked = marker in UNDER | DURING | BEFORE_AN_ERA
            return _Phrase(at if marked else person.first, noun, _Days.ALL)
        days = _Days.SINCE_THE_END if marker in AFTER else _Days.SINCE_THE_START
        return self._with_edge(marker, at, noun, days)

    def _names_another(self, person: FoundName) -> bool:
        """Return whether a state is asked about: "the US in the first Trump administration"."""
        return min(self._states, default=person.first) < person.first

    def _with_edge(self, marker: str, at: int, end: int, days: _Days | None) -> _Phrase | None:
        """Return the days since or before somebody came in, or went out."""
        if days not in {_Days.SINCE_THE_START, _Days.SINCE_THE_END}:
            return None
        if marker in SINCE | AFTER:
            return _Phrase(at, end, days)
        if marker in BEFORE:
            came = days is _Days.SINCE_THE_START
            return _Phrase(at, end, _Days.BEFORE_THE_START if came else _Days.BEFORE_THE_END)
        return None

    def _skip_back(self, at: int) -> int:
        """Return the place before a person's titles: "under South Korean President Moon"."""
        passed = ARTICLES | NUMBERED
        while at >= 0 and (self.folded[at] in passed or self._is_office(at) or at in self._begin):
            at = self._begin.get(at, at) - 1
        return at

    def _is_state_name(self, found: FoundName) -> bool:
        return all(
            name.kind is Kind.ORGANIZATION and self.kb.entities[name.target].state == name.target
            for name in found.names
        )

    def _is_office(self, at: int) -> bool:
        return self.folded[at] in FOLDED_TITLES | TITLE_PARTS | OFFICE_NOUNS

    def _end_of_noun(self, at: int) -> int | None:
        """Return where a noun for a time in office ends that stands behind a name."""
        while at < len(self.folded) and self.folded[at] in NUMBERED:
            at += 1
        noun = at < len(self.folded) and self.folded[at] in TIMES_IN_OFFICE | GOVERNMENTS
        return at + 1 if noun else None

    def _read_verb(self, at: int) -> tuple[int, _Days | None]:
        """Return where what somebody became, or did in office, ends, and what days it gives."""
        if end := self._end_of(COMING_IN, at):
            return end, _Days.SINCE_THE_START
        if end := self._end_of(GOING_OUT, at):
            return end, _Days.SINCE_THE_END
        word = self.folded[at] if at < len(self.folded) else ""
        if word in LEADING:
            return self._end_of_state(at + 1), _Days.ALL
        if word not in BEING | BECOMING:
            return at, None
        end = self._end_of(IN_POWER, at + 1) or self._end_of_office(at + 1)
        return end or at, (_Days.ALL if word in BEING else _Days.SINCE_THE_START) if end else None

    def _end_of(self, phrases: Collection[tuple[str, ...]], at: int) -> int | None:
        for length in range(_PHRASE, 0, -1):
            words = tuple(self.folded[at : at + length])
            if words in phrases:
                return at + len(words)
        return None

    def _end_of_office(self, at: int) -> int | None:
        """Return where an office ends: "Japan's prime minister", "the president of the US"."""
        while at < len(self.folded) and self.folded[at] in ARTICLES | {"as", "still", "its"}:
            at += 1
        at = self._states.get(at, at)
        end = at
        while end < len(self.folded) and self._is_office(end):
            end += 1
        if end == at:
            return None
        of = self._end_of_state(end + 1) if self.folded[end : end + 1] == ["of"] else 0
        return of if of > end + 1 else end

    def _end_of_state(self, at: int) -> int:
        """Return where the name of a state ends that begins at a word, or there."""
        after = at + (self.folded[at : at + 1] in (["the"], ["its"]))
        return self._states.get(after, at)

    def _is_bare_end(self, at: int) -> bool:
        """Return whether a name stands there alone: "since Suga, has Japan", "before Abe?"."""
        if at >= len(self.folded) or self.words[at].broken:
            return True
        return self.folded[at] in BEFORE_A_TOPIC | AUXILIARIES - {"was", "is", "had", "did"}

    def _is_head(self, person: FoundName) -> bool:
        """Return whether somebody was at the head of a state, as far as is on record."""
        held = self.kb.posts.of(person.name.target) if person.clear else ()
        return any(post.organization and post.organization == post.state for post in held)
