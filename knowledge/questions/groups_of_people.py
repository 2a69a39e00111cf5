"""Who is asked about as a group: "the abductees’ families", "companies in Japan" hold their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.words import PLAIN, Use
from knowledge.text.english.question_words import (
    ASKED_FOR,
    AUXILIARIES,
    BEFORE_A_TOPIC,
    COURTESY,
    JOINING,
    POLARITY,
    SAYING,
)
from knowledge.text.english.related_words import (
    BEFORE_A_WING,
    GOVERNMENTS_IN_A_NAME,
    GROUPS,
    OF_ANOTHER_TIME,
    WINGS,
)
from knowledge.text.english.small_words import ARTICLES
from knowledge.text.english.words_asked_for import WORDS_ASKED_FOR
from knowledge.world import WorldKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.questions.question import FoundName, Question
    from knowledge.world import World

_DOING: Final = (SAYING | POLARITY | {"stand", "stands", "stood"}) - GROUPS
_WHOSE: Final = frozenset({"of", "by", "from"})
_PLACES: Final = frozenset({"of", "in", "from", "near"})
_BEFORE: Final = AUXILIARIES | COURTESY | JOINING
_THEIR: Final = frozenset({"their", "its", "his", "her"})
_HOW_MANY: Final = frozenset("most many some few several ordinary average".split())
_DESCRIBING: Final = frozenset({"ADJ", "NOUN"})
_TELLING: Final = GROUPS | WINGS | GOVERNMENTS_IN_A_NAME | _HOW_MANY
_WORDS_OF_TIME: Final = 3  # before a government that say of which time it is


def tell_groups_apart(world: World, question: Question) -> Question:
    """Take a group that stands where the subject does for a stranger, with the names in it.

    What it is named by is none of what is asked: neither a state nor an issue answers for it.
    """
    for at, word in enumerate(question.words):
        if question.uses[at] is Use.STRANGER or word not in _TELLING:
            continue
        if place := _Group(world, question).find_place(at):
            question = question.having_stranger(*place)
    return question


class _Group:
    """Finds the words around a noun that tell which group is meant."""

    def __init__(self, world: World, question: Question) -> None:
        self.world, self.question = world, question
        self.words, self.parsed = question.words, question.parsed
        self._at = {i: f for f in question.found for i in range(f.first, f.last)}

    def find_place(self, at: int) -> tuple[int, int] | None:
        """Return where the group begins and ends that a word tells."""
        word = self.words[at]
        if word in GOVERNMENTS_IN_A_NAME:
            return self.find_of_another_time(at)
        if word in GROUPS or (word in WINGS and self._is_a_wing(at)):
            return self.find(at)
        return self.find_of_a_nation(at) if word in _HOW_MANY else None

    def find_of_another_time(self, noun: int) -> tuple[int, int] | None:
        """Return where "the next US administration" begins and ends: it is nobody on record."""
        first = noun
        while first > 0 and not self.parsed[first].broken and self._is_of_a_government(first - 1):
            named = self._at.get(first - 1)
            first = named.first if named else first - 1
        last = self._end(noun + 1)
        told = not OF_ANOTHER_TIME.isdisjoint(self.words[first:noun])
        return (first, last) if told and not self._goes_on(last) else None

    def _goes_on(self, last: int) -> bool:
        """Return whether a noun follows: "the last government statement" is no government."""
        if last >= len(self.words) or self.parsed[last].broken:
            return False
        asked = self.words[last] in WORDS_ASKED_FOR and not self.parsed[last - 1].owns
        return asked or self.question.uses[last] in PLAIN

    def _is_of_a_government(self, at: int) -> bool:
        named = self._at.get(at)
        body = named is not None and not _is_issue(named)
        return body or self.words[at] in OF_ANOTHER_TIME

    def _is_a_wing(self, at: int) -> bool:
        """Return whether a word for a side has an article or a nation before it: "the right"."""
        named = self._at.get(at - 1)
        whose = named is not None and (self.parsed[at - 1].owns or self._is_demonym(named))
        return at > 0 and (whose or self.words[at - 1] in BEFORE_A_WING)

    def find(self, noun: int) -> tuple[int, int] | None:
        """Return where a group begins and ends, if it stands where the subject does."""
        if self._is_of_a_name(noun) or self._asks_of_anybody(noun):
            return None
        opinion = self.words[noun : noun + 2] == ("public", "opinion")
        first, last = self._begin(noun), self._end(noun + 1 + opinion)
        owned = any(self.parsed[i].owns for i in range(first, noun)) or self.words[first] in _THEIR
        whose = self._is_whose(first) or owned
        leads = first == 0 or self._is_whose(first) or self.words[first - 1] in _BEFORE
        return (first, last) if leads and self._ends_there(noun, last, whose=whose) else None

    def find_of_a_nation(self, at: int) -> tuple[int, int] | None:
        """Return where "most Japanese" begin and end, if they stand where the subject does."""
        named = self._at.get(at + 1)
        if named is None or not self._is_demonym(named):
            return self._find_somewhere(at)
        return self._in_place(at, named.last)

    def _find_somewhere(self, at: int) -> tuple[int, int] | None:
        """Return where "some in Japan" begin and end, if they stand where the subject does."""
        named = self._at.get(at + 2)
        if self.words[at + 1 : at + 2] not in (("in",), ("of",)) or named is None:
            return None
        return self._in_place(at, named.last)

    def _in_place(self, at: int, last: int) -> tuple[int, int] | None:
        """Return where words begin and end, if they stand where the subject does."""
        first = at - (at > 0 and self.words[at - 1] == "a")  # "a few in Japan"
        leads = first == 0 or self._is_whose(first) or self.words[first - 1] in _BEFORE
        ends = self._ends_there(last - 1, last, whose=True)
        return (first, last) if leads and ends else None

    def _is_of_a_name(self, noun: int) -> bool:
        """Return whether a noun is part of what somebody, or a longer issue, is called."""
        named = self._at.get(noun)
        return named is not None and (not _is_issue(named) or noun != named.last - 1)

    def _asks_of_anybody(self, noun: int) -> bool:
        """Return whether "people" are whoever there is: "what do people say"."""
        before = self.words[noun - 1] if noun else ""
        return self.words[noun] == "people" and (not noun or before in AUXILIARIES | _WHOSE)

    def _begin(self, noun: int) -> int:
        named = self._at.get(noun)
        first = named.first if named else noun
        while first > 0 and not self.parsed[first].broken and self._tells_which(first - 1):
            named = self._at.get(first - 1)
            first = named.first if named else first - 1
        return first

    def _tells_which(self, at: int) -> bool:
        """Return whether a word, or the name that ends there, tells which group is meant."""
        if named := self._at.get(at):
            return _is_issue(named) or self._is_of_a_body(named, at)
        if self.words[at] in ARTICLES | GROUPS | _THEIR or self.parsed[at].owns:
            return True
        parts = self.world.parts_of_speech(self.words[at])
        return self.question.uses[at] in PLAIN and not _DESCRIBING.isdisjoint(parts)

    def _is_of_a_body(self, named: FoundName, at: int) -> bool:
        """Return whether a group is somebody's: "Japan abductees" asks a state about an issue."""
        bodies = all(name.kind is Kind.ORGANIZATION for name in named.names)
        asks = named.last < len(self.words) and named.last in self._at
        return self.parsed[at].owns or (bodies and (not asks or self._is_demonym(named)))

    def _is_demonym(self, named: FoundName) -> bool:
        of_world = self.world.find(self.words[named.first : named.last])
        return of_world is not None and of_world.kind is WorldKind.DEMONYM

    def _end(self, last: int) -> int:
        """Return where the words end that say of whom or where a group is: "of the victims"."""
        while last + 1 < len(self.words) and self.words[last] in _PLACES:
            at = last + 1 + (self.words[last + 1] in ARTICLES)
            end = next(self._ends_of_names(at), at)
            if end == at:
                break
            last = end
        return last

    def _ends_of_names(self, at: int) -> Iterator[int]:
        while at < len(self.words) and not self.parsed[at].broken and self._tells_which(at):
            named = self._at.get(at)
            at = named.last if named else at + 1
            following = self._tells_which(at) if at < len(self.words) else False
            if not following:
                yield at

    def _is_whose(self, first: int) -> bool:
        """Return whether words stand before that ask for the position of whoever follows."""
        at = first - 1
        return (
            at > 0
            and self.words[at] in _WHOSE
            and self.words[at - 1] in ASKED_FOR | (WORDS_ASKED_FOR)
        )

    def _ends_there(self, noun: int, last: int, *, whose: bool) -> bool:
        if last >= len(self.words):
            return whose
        if self.parsed[last].broken:
            return False
        word = self.words[last]
        owned = self.parsed[last - 1].owns or self.words[noun].endswith("s")
        asked = owned and word in WORDS_ASKED_FOR
        return word in BEFORE_A_TOPIC or word in _DOING or asked


def _is_issue(found: FoundName) -> bool:
    return found.names[0].kind is Kind.ISSUE
