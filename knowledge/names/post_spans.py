"""Find the stretches of words that name an office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from knowledge.names.offices import (
    Office,
    OfficePart,
    make_office,
    read_parts,
    roles_alike,
    say_to_come,
    stem,
    stems,
)
from knowledge.text.english.office_words import (
    BESIDE_AN_OFFICE,
    DEPUTIES,
    JOINING,
    KNOWN_OFFICES,
    NO_LONGER,
    NOT_YET,
    PORTFOLIOS,
    STANDING_IN,
    VERBS_TOO,
)
from knowledge.text.english.question_words import FILLERS
from knowledge.text.english.small_words import ARTICLES, STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

_POSSESSIVES: Final = frozenset({"his", "her", "their", "its"})
_BESIDE: Final = (BESIDE_AN_OFFICE - _POSSESSIVES) | DEPUTIES | STANDING_IN | NO_LONGER
_TIMES: Final = DEPUTIES | STANDING_IN | NO_LONGER
_PORTFOLIOS: Final = stems(PORTFOLIOS)
_WITH_ANY_PORTFOLIO: Final = frozenset({"minister", "secretary", "head"})
_HEAD: Final = "head"
_CLOSING: Final = frozenset({"affairs", "matters", "issues"})
_INSIDE: Final = ARTICLES | BESIDE_AN_OFFICE | {"and", "of"}
_NO_PORTFOLIO: Final = FILLERS | STOP_WORDS | {"head"}


@dataclass(frozen=True, slots=True)
class PostSpan:
    """Words that name an office: those from `first` up to `last`, and all that `covers` lists.

    `covers` are the places of the words that were used. Names of states among them, as in
    "envoy for North Korea", are what the office is about and not whose it is.
    """

    first: int
    last: int
    office: Office
    covers: tuple[int, ...]

    @property
    def role(self) -> str:
        """A key that "PM" and "premier" have in common with "prime minister"; not to be shown."""
        deputy = "deputy " if self.office.deputy else ""
        return deputy + " ".join([*sorted(self.office.about), self.office.role])

    @property
    def is_any_head(self) -> bool:
        """Whether the words do not say of what somebody is the head: "boss", "chief"."""
        return self.role == _HEAD

    @property
    def former(self) -> bool:
        """Whether a word says that the office is over: "former PM"."""
        return self.office.former


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The words of a corpus' offices.

    By role: what each is about, their organizations' words included; those that are said to be
    "on" it; and all these words. `taken` are abbreviations that are other names; `named` and
    `states` return how many words at the beginning are a name, or that of a state.
    """

    about: Mapping[str, Collection[frozenset[str]]]
    on: Mapping[str, Collection[frozenset[str]]]
    words: Mapping[str, Collection[str]]
    taken: Collection[str]
    named: Callable[[Sequence[str]], int]
    states: Callable[[Sequence[str]], int]

    def is_role(self, part: OfficePart) -> bool:
        return part.role or part.word in KNOWN_OFFICES or part.word in self.words

    def abouts(self, role: str, joining: str) -> Iterator[frozenset[str]]:
        """Yield what offices of the role are about that the word can join to it."""
        abouts = self.on if joining == "on" else self.about
        for other in roles_alike(role):
            yield from abouts.get(other, ())

    def is_about(self, role: str, word: str) -> bool:
        """Return whether offices of the role are about this, on record or in any state."""
        found = stem(word)
        if found in _PORTFOLIOS:
            return True
        return any(found in self.words.get(other, ()) for other in roles_alike(role))


def find_spans(words: Sequence[str], known: OfficeWords) -> list[PostSpan]:
    """Return the offices that folded words name, from left to right."""
    parts = read_parts(words, known.taken)
    spans: list[PostSpan] = []
    before = len(parts)
    for at in range(len(parts) - 1, -1, -1):
        if at < before and known.is_role(parts[at]):
            reach = _Reach(words, parts, at, before, known)
            if not reach.is_verb:
                spans.append(reach.span())
                before = reach.begin
    return spans[::-1]


class _Reach:
    """How far to both sides of a role its words go; `begin` and `end` are places of parts."""

    def __init__(
        self,
        words: Sequence[str],
        parts: Sequence[OfficePart],
        at: int,
        limit: int,
        known: OfficeWords,
    ) -> None:
        self._words, self._parts, self._at, self._limit = words, parts, at, limit
        self._known, self._role = known, parts[at].word
        self._kin = "secretary" if self._role == "secretary of state" else self._role
        self.begin = self._left()
        self.end = self._right()

    def span(self) -> PostSpan:
        own = self._parts[self.begin : self.end]
        outside = self._before_a_state()
        around = [part.beside for part in own if part is not self._parts[self._at]]
        extra = [self._words[i] for i in outside]
        office = make_office(say_to_come(self._role, around), [*around, *extra])
        first, last = own[0].first, own[-1].last
        return PostSpan(first, last, office, (*outside, *range(first, last)))

    @property
    def is_verb(self) -> bool:
        """Return whether the word is more likely what somebody does: "talks head nowhere"."""
        part = self._parts[self._at]
        alone = self.end - self.begin == 1 and part.typed in VERBS_TOO
        return alone and part.first > 0 and not self._has_subject(part.first)

    def _has_subject(self, place: int) -> bool:
        """Return whether an article, a possessive or a name stands before a word."""
        return self._words[place - 1] in ARTICLES | _POSSESSIVES or any(
            start + self._known.named(self._words[start:place]) == place
            for start in range(max(0, place - 5), place)
        )

    def _left(self) -> int:
        at = self._at
        while at and self._goes_on_left(self._parts[at - 1]):
            at -= 1
        if at == self._at and at and self._is_any_portfolio(self._parts[at - 1]):
            at -= 1
        return self._after_a_name(self._after_a_state(at))

    def _goes_on_left(self, part: OfficePart) -> bool:
        if part.typed in _BESIDE or part.word in NOT_YET:
            return True
        same_way = part.first == self._parts[self._at].first
        return same_way or (
            not self._known.is_role(part) and self._known.is_about(self._role, part.word)
        )

    def _is_any_portfolio(self, part: OfficePart) -> bool:
        """Return whether this can be what a minister is for, though no corpus says so."""
        return (
            self._role in _WITH_ANY_PORTFOLIO
            and self._words[self._parts[self._at].first] not in _NO_PORTFOLIO
            and part.word.isalpha()
            and not part.role
            and part.word not in _NO_PORTFOLIO | NOT_YET | _POSSESSIVES
            and not self._known.named([part.word])
        )

    def _after_a_state(self, begin: int) -> int:
        """Return where the office begins, after a state alone: whose it is, not what about."""
        end = self._parts[begin].first + self._known.states(self._words[self._parts[begin].first :])
        rest = [part for part in self._parts[begin : self._at] if part.first >= end]
        alone = end <= self._parts[self._at].first and all(p.typed in _BESIDE for p in rest)
        return self._at - len(rest) if alone else begin

    def _after_a_name(self, begin: int) -> int:
        """Return where the office begins, after a name that reaches into it: "White House"."""
        place = self._parts[begin].first
        for start in range(max(0, place - 5), place):
            end = start + self._known.named(self._words[start:])
            if place < end <= self._parts[self._at].first:
                return next(i for i, part in enumerate(self._parts) if part.first >= end)
        return begin

    def _before_a_state(self) -> list[int]:
        """Return the places of words that stand before the state: "former Japanese PM"."""
        place = self._parts[self.begin].first
        for start in range(max(1, place - 5), place):
            if start + self._known.named(self._words[start:place]) == place:
                return [start - 1] if self._words[start - 1] in _TIMES else []
        return []

    def _right(self) -> int:
        after = self._at + 1
        if after < self._limit and self._parts[after].word in NOT_YET:
            return after + 1
        if after < self._limit and self._parts[after].word in JOINING:
            return self._joined(after)
        return after

    def _joined(self, joining: int) -> int:
        """Return where what the office is about ends: "minister of fisheries", "envoy on rights".

        After "on" and "for" a topic can stand too. There only all that an office on record is
        about counts, or after "for" several of its words.
        """
        word = self._parts[joining].word
        abouts = list(self._known.abouts(self._kin, word))
        said = stems(part.word for part in self._parts[self.begin : self._at])
        ends, about = joining, set(said)
        for at in range(joining + 1, self._limit):
            found = stems([self._parts[at].word])
            about |= found
            if not (found or self._parts[at].word in _INSIDE) or not _is_part(about, abouts):
                break
            several = word not in {"on", "for"} or (word == "for" and len(about - said) > 1)
            closing = self._parts[at].word in _CLOSING and ends == at
            if (found or closing) and (several or _is_whole(about, abouts)):
                ends = at + 1
        if ends > joining:
            return ends
        alone = word in {"of", "for"} and not said
        return self._unknown(joining) if alone else self._at + 1

    def _unknown(self, joining: int) -> int:
        """Return where an office ends that is not on record: "minister of tourism"."""
        rest = [i for i in range(joining + 1, self._limit) if self._parts[i].word not in ARTICLES]
        if not rest or not self._is_unknown_portfolio(self._parts[joining], self._parts[rest[0]]):
            return self._at + 1
        end = rest[0] + 1
        return end + (end < self._limit and self._parts[end].word in _CLOSING)

    def _is_unknown_portfolio(self, joining: OfficePart, part: OfficePart) -> bool:
        if self._role not in _WITH_ANY_PORTFOLIO or self._known.named(self._words[part.first :]):
            return False
        known = stem(part.word) in _PORTFOLIOS
        return known or (
            joining.word == "of" and part.word.isalpha() and part.word not in _NO_PORTFOLIO
        )


def _is_part(about: Collection[str], abouts: Sequence[frozenset[str]]) -> bool:
    return any(known.issuperset(about) for known in abouts)


def _is_whole(about: Collection[str], abouts: Sequence[frozenset[str]]) -> bool:
    return any(known and known.issubset(about) for known in abouts)
