"""The reading of who is named beside words: "Taro Aso" is no Taro Kono, and neither is "Konno"."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from bot.answers.claimed_speaker import SHOWN, SOMEBODY, ClaimedSpeaker, clip_name
from bot.answers.elsewhere import ends_name, is_elsewhere, is_of_asked_words
from knowledge.check_quote import is_given, leads_to_quotation, outline_quotations
from knowledge.corpus import Kind
from knowledge.questions import Use
from knowledge.text import ASKING_ABOUT_WORDS, BESIDE_A_CLAIMED_SPEAKER, SPOKEN_OF

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from knowledge.names import Name, Names
    from knowledge.questions import FoundName, Question

_PROSE = 5  # words beside quotations from which on they are prose, and not just a name
NO_NAMES = BESIDE_A_CLAIMED_SPEAKER | ASKING_ABOUT_WORDS
_BOTH = frozenset({"and", "or"})
_PARTING = frozenset("\n\t:;!?")
_APART = 3  # characters between two words of one name at most: a quotation is longer


def read_speaker(names: Names, question: Question) -> ClaimedSpeaker:
    """Read who is named; "Taro Aso" is no Taro Kono, and neither is "Konno"."""
    return _Reading(names, question).read_speaker()


class _Reading:
    """The names of a question, by whether they are read, and its words that may be others."""

    def __init__(self, names: Names, question: Question) -> None:
        self._names, self._question = names, question
        self._near = [f for f in question.found if not _is_on_record(names, question, f)]
        self._unread = _list_unread(question)
        self._unread |= {i for found in self._near for i in range(found.first, found.last)}
        exact = self._list_exact()
        self._taken = {found: _widen(question, found, self._unread) for found in exact}
        whole = [f for f in exact if len(self._taken[f]) == f.last - f.first]
        self._spoken_of = [f for f in whole if is_object(question, f)]
        self._read = [f for f in whole if f not in self._spoken_of]
        self._widened = [f for f in exact if f not in whole]

    def _list_exact(self) -> list[FoundName]:
        """Return the names as they are on record, but for whom the words asked about are of."""
        outlined = outline_quotations(self._question.typed)
        on_record = [found for found in self._question.found if found not in self._near]
        places = [self._question.place(found.first, found.last) for found in on_record]
        beside = zip(on_record, places, strict=True)
        return [f for f, place in beside if not is_of_asked_words(outlined, place)]

    def read_speaker(self) -> ClaimedSpeaker:
        return ClaimedSpeaker(
            names=self._list_names(),
            read=tuple(self._read),
            unread=tuple(self._show_unread()),
            near=self._list_near(),
            mentioned=tuple(self._show(f.first, f.last) for f in self._spoken_of),
        )

    def _list_names(self) -> tuple[Name, ...]:
        """Return the people who are read, else the bodies.

        Of "Rolf Grell, Velmora" it is the first that is not read, and not Velmora that speaks; so
        it is of "R. Dask, Velmora", where Dask alone is on record.
        """
        named = {name.target: name for found in self._read for name in found.names}
        people = [name for name in named.values() if name.kind is Kind.PERSON]
        stranger = _has_stranger(self._question, self._unread) or self._has_namesake()
        bodies = [] if stranger else named.values()
        return tuple(people or bodies)

    def _has_namesake(self) -> bool:
        """Return whether somebody is named who has but a surname on record: "R. Dask"."""
        people = [f for f in self._widened if f.name.kind is Kind.PERSON]
        return any(
            self._has_capital(f) and not is_elsewhere(self._question, f.first) for f in people
        )

    def _has_capital(self, found: FoundName) -> bool:
        others = set(self._taken[found]) - set(range(found.first, found.last))
        return any(self._question.parsed[i].capital for i in others)

    def _list_near(self) -> tuple[Name, ...]:
        """Return the names that are like one: "DR Congo" is near Congo, "Taro Aso" near nobody."""
        bodies = [found for found in self._widened if found.name.kind is not Kind.PERSON]
        near = [name for found in (*self._near, *bodies) for name in found.names]
        near += _list_ending(self._names, self._question)
        return tuple({name.target: name for name in near}.values())

    def _show_unread(self) -> Iterator[str]:
        """Yield the words that were not read, those side by side as one, and no more than a few."""
        names = [self._taken[found] for found in (*self._widened, *self._spoken_of)]
        within = {number for name in names for number in name}
        others = [range(i, i + 1) for i in self._unread - within]
        for span in _join_spans(self._question, [*names, *others])[:SHOWN]:
            yield self._show(span.start, span.stop)

    def _show(self, first: int, last: int) -> str:
        return clip_name(self._question.typed_between(first, last))


def _list_unread(question: Question) -> set[int]:
    """Return the words that may be a name, with those of the stranger in whose name they are."""
    unread = {i for i in question.unclear if _may_be_part_of_a_name(question.words[i])}
    spans = [range(stranger.first, stranger.last) for stranger in question.strangers]
    whole = {i for span in spans if not unread.isdisjoint(span) for i in span}
    unread |= whole
    return unread - _list_ordinary(question, unread)


def has_rival(question: Question, who: ClaimedSpeaker) -> bool:
    """Return whether a stranger, or "someone", is named beside somebody on record."""
    joins = [i for i, word in enumerate(question.words) if word in _BOTH]
    ends = {i for found in who.read for i in (found.first, found.last - 1)}
    pairs = [(i - 1, i + 1) for i in joins if 0 < i < len(question.words) - 1]
    beside = [i for pair in pairs if not ends.isdisjoint(pair) for i in pair]
    return any(question.uses[i] is Use.STRANGER or question.words[i] == SOMEBODY for i in beside)


def _has_stranger(question: Question, unread: Collection[int]) -> bool:
    """Return whether a name that is not on record stands there to speak."""
    at = [i for i in unread if question.uses[i] is Use.STRANGER]
    return any(not is_elsewhere(question, i) for i in at)


def _list_ordinary(question: Question, unread: Collection[int]) -> set[int]:
    """Return the words of prose that stand beside no name, and that nothing is given to."""
    if len(question.words) < _PROSE:
        return set()
    plain = {i for i in unread if question.uses[i] is Use.WORD and not question.parsed[i].capital}
    outlined = outline_quotations(question.typed) if plain else ""
    named = {i for found in question.found for i in range(found.first, found.last)}
    runs = _join_spans(question, [range(i, i + 1) for i in {*unread, *named}])
    return {
        i
        for run in runs
        if plain.issuperset(run) and not is_given(outlined, question.place(run.start, run.stop))
        for i in run
    }


def _may_be_part_of_a_name(word: str) -> bool:
    """Return whether a word may be one; the number of a note or of a list's item is none."""
    return word not in NO_NAMES and not word.isdigit()


def _list_ending(names: Names, question: Question) -> Iterator[Name]:
    """Yield the organizations on record by whose name a stranger's ends: "DR Congo"."""
    for stranger in question.strangers:
        for first in range(stranger.first + 1, stranger.last):
            found = names.exact(question.words[first : stranger.last])
            yield from (n for n in found if n.kind is Kind.ORGANIZATION and not n.weak)


def _is_on_record(names: Names, question: Question, found: FoundName) -> bool:
    """Return whether a name is written as it is on record, or is an office that one person held."""
    if found.posts and found.clear and not found.edited:
        return True
    targets = {name.target for name in found.names}
    return any(
        targets <= {name.target for name in names.exact(question.words[first:last])}
        for first, last in _pieces(question, found)
    )


def _pieces(question: Question, found: FoundName) -> Iterator[tuple[int, int]]:
    """Yield a name whole, and without the office that stands behind a comma in it."""
    yield found.first, found.last
    for at in range(found.first + 1, found.last):
        if question.parsed[at].broken:
            yield found.first, at


def is_object(question: Question, found: FoundName) -> bool:
    """Return whether words are about somebody, and not claimed to be theirs: "with Japan"."""
    before = found.first - 1
    if before < 0 or question.words[before] not in SPOKEN_OF or ends_name(question, before):
        return False
    place, outlined = question.place(found.first, found.last), outline_quotations(question.typed)
    return not (leads_to_quotation(outlined, place) or is_given(outlined, place))


def _widen(question: Question, found: FoundName, unread: set[int]) -> range:
    """Return the numbers of a name's words with the unread ones beside it."""
    first, last = found.first, found.last
    while first - 1 in unread and _is_beside(question, first - 1):
        first -= 1
    while last in unread and _is_beside(question, last - 1):
        last += 1
    return range(first, last)


def _is_beside(question: Question, number: int) -> bool:
    """Return whether a word and the next one may be one name, with nothing that parts them.

    A quotation does, and so do a line's end and a colon: "Check my lede:" and "Kono: …" below it.
    """
    between = question.typed[question.places[number][1] : question.places[number + 1][0]]
    return len(between) <= _APART and _PARTING.isdisjoint(between)


def _join_spans(question: Question, spans: Iterable[range]) -> list[range]:
    """Join the words of one name."""
    joined: list[range] = []
    for span in sorted(spans, key=attrgetter("start")):
        if joined and joined[-1].stop == span.start and _is_beside(question, span.start - 1):
            span = range(joined.pop().start, span.stop)  # noqa: PLW2901
        joined.append(span)
    return joined
