"""Read the words of a question: names whole and exact first, then days, posts, titles and typos."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.names.resolver import ResolutionKind
from knowledge.questions import strangers
from knowledge.questions.bodies_of_states import is_common, read_body
from knowledge.questions.narrowing import join_people, narrow
from knowledge.questions.office_reading import read_office
from knowledge.questions.question import MAX_LENGTH, FoundName, Question, Stranger
from knowledge.questions.words import Use, blank_emoji, capitals_tell, split_words
from knowledge.text import asked_dates
from knowledge.text.english.question_words import (
    BEFORE_US,
    FILLERS,
)
from knowledge.text.english.small_words import ARTICLES
from knowledge.text.english.titles import FOLDED_TITLES, TITLE_PARTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.names.post_spans import PostSpan
    from knowledge.names.resolver import Name, Resolution
    from knowledge.questions.office_reading import ReadOffice
    from knowledge.text.asked_dates import AskedDate
    from knowledge.world import WorldName

EVERYTHING: Final = frozenset(Kind)
_LOOKUPS: Final = 12  # near misses looked up for one question
_RUN: Final = 4  # tokens in a name that is looked up by likeness, or by another spelling
_STEM: Final = 4  # letters of the shortest name that a possessive s without its mark hangs on
_OTHERS: Final = frozenset({Use.NAME, Use.STRANGER})
_ANY: Final = frozenset({"which", "what", "any", "some", "every"})
_CLOCK: Final = re.compile(r"\d{1,2}(?:am|pm|h)")
_NUMBER: Final = re.compile(r"[0-9]{1,4}")


def read(
    kb: KnowledgeBase,
    typed: str,
    kinds: Collection[Kind] = EVERYTHING,
    *,
    today: date | None = None,
    more_alone: bool = False,
) -> Question:
    """Read a question; whatever is typed gives one, and what was not read is in it.

    `today` is the day that "last year" counts from. `more_alone` says that "more" needs no other
    word beside it, as where a quotation is blanked.
    """
    reader = _Reader(kb, typed[:MAX_LENGTH], kinds)
    reader.read_more(alone=more_alone)
    reader.find_offices()
    reader.read_exactly()
    reader.read_date(today or datetime.now(UTC).date())
    reader.read_offices()
    reader.drop_titles()
    reader.drop_grammar()
    if kinds:
        reader.read_nearly()
    reader.narrow_people()
    reader.settle()
    reader.settle_bodies()
    return reader.question()


class _Reader:
    """Claims words, name by name; what nobody claims was not read."""

    def __init__(self, kb: KnowledgeBase, typed: str, kinds: Collection[Kind]) -> None:
        self.kb, self.names, self.world, self.kinds = kb, kb.names, kb.world, kinds
        self.typed = typed
        self.text = blank_emoji(typed)
        self.words = split_words(self.text, kb.names)
        self.folded = [word.folded for word in self.words]
        self.uses: list[Use | None] = [None] * len(self.words)
        self.capitals_tell = capitals_tell(self.words)
        self.found: list[FoundName] = []
        self.strangers: list[Stranger] = []
        self.offices: list[PostSpan] = []
        self.refused: set[int] = set()
        self.others: set[int] = set()  # words of names of other kinds
        self.asked_date: AskedDate | None = None
        self.more = False
        self.skip: int | None = None
        self.lookups = 0

    def read_more(self, *, alone: bool) -> None:
        """Read "more" at the end, with the number of statements already seen."""
        end = len(self.folded)
        number = _NUMBER.fullmatch(self.folded[-1]) if end else None
        at = end - (2 if number else 1)
        if at < (0 if alone else 1) or self.folded[at] != "more" or self._ends_a_name(at):
            return
        self.more, self.skip = True, int(number[0]) if number else None
        self.uses[at:] = [Use.MORE] * (end - at)

    def _ends_a_name(self, at: int) -> bool:
        """Return whether the words up to there end with a name of several: Thomas More."""
        return any(
            self.names.exact(self.folded[first : at + 1])
            for first in range(max(at + 1 - self.names.longest, 0), at)
        )

    def read_exactly(self) -> None:
        """Claim whole names, the longest first, anywhere and in any order.

        A longer name that the world knows goes before a shorter one on record in it.
        """
        count = len(self.folded)
        begins = [self._begins_long_name(first) for first in range(count)]
        for length in range(min(max(self.names.longest, self.world.longest), count), 0, -1):
            for first in range(count - length + 1):
                may_be_name = length <= _RUN or begins[first]
                if may_be_name and not any(self.uses[first : first + length]):
                    self._read_span(first, first + length)

    def _begins_long_name(self, first: int) -> bool:
        """Return whether a name of more words than a run may begin there, as few do."""
        ahead = self.folded[first : first + _RUN + 1]
        return self.names.may_begin(ahead) or self.world.may_begin(ahead)

    def _read_span(self, first: int, last: int) -> None:
        folded = self.folded[first:last]
        alone = len(self.words) == 1
        if found := self.names.alone(folded[0]) if alone else self.names.exact(folded):
            self._claim_exact(first, last, found)
        elif (of_world := self.world.find(folded)) and self._may_be_of_the_world(folded):
            meant = of_world.is_meant(self.typed_as(first, last))
            if meant and not self._stands_in_an_office(first, last, ()):
                self._claim_of_world(first, last, of_world)

    def _may_be_of_the_world(self, folded: list[str]) -> bool:
        """Return whether words may name a state or body: "to go" and "the Korean" may not."""
        if folded[0] in ARTICLES or len(folded) > self.world.longest:
            return False
        return len(folded) == 1 or not all(word in FILLERS for word in folded)

    def _claim_of_world(self, first: int, last: int, found: WorldName) -> None:
        own = self.kb.state_of_world.get(found.state) if found.state else None
        if own is None:
            self.uses[first:last] = [Use.STRANGER] * (last - first)
            self.strangers.append(Stranger(self.typed_as(first, last), first, last))
        elif Kind.ORGANIZATION in self.kinds:
            self._claim(first, last, (self.kb.name_as(own),), read_as=True)

    def _claim_exact(self, first: int, last: int, found: tuple[Name, ...]) -> None:
        fitting = tuple(name for name in found if name.kind in self.kinds)
        if not fitting:
            self.others.update(range(first, last))
        if not fitting or self._stands_in_an_office(first, last, fitting):
            return
        if last - first == 1 and self._is_word(first, fitting):
            self.refused.add(first)
            return
        strong = tuple(name for name in fitting if not name.weak)
        kept = strong if len(strong) > 1 else strong[:1] or fitting
        self._claim(first, last, kept, read_as=not strong)

    def _is_word(self, at: int, names: tuple[Name, ...]) -> bool:
        """Return whether a word only looks like a name: "will", "the price", "tell us"."""
        if len(self.words) == 1:
            return False
        before = self.folded[at - 1] if at else ""
        word = self.words[at]
        if all(name.weak for name in names):
            capital = word.capital and not word.opens and self.capitals_tell
            titled = before in FOLDED_TITLES
            people = all(name.kind is Kind.PERSON for name in names)
            filler = self.folded[at] in FILLERS and not capital and not titled
            return filler or (people and before in ARTICLES and not capital)
        return self.typed_as(at, at + 1) == "us" and before in BEFORE_US

    def read_date(self, today: date) -> None:
        """Read the day or days asked about, outside of the names."""
        taken = [(self.words[f.first].start, self.words[f.last - 1].end) for f in self.found]
        asked = asked_dates.find(self.text, today, taken)
        if asked and self._is_of_an_issue(asked):
            return
        self.asked_date = asked
        for i, word in enumerate(self.words if asked else ()):
            if asked and word.start < asked.end and asked.start < word.end and not self.uses[i]:
                self.uses[i] = Use.DATE

    def _is_of_an_issue(self, asked: AskedDate) -> bool:
        """Return whether a year is part of what an issue is called: "the quota for 2026"."""
        inside = [w.folded for w in self.words if asked.start <= w.start and w.end <= asked.end]
        years = [word for word in inside if word.isdecimal()]
        others = [w for w in self.folded if w not in inside and w not in FILLERS]
        if len(years) != 1 or set(inside) - {*years, "for", "in", "of"}:
            return False
        return self.kb.issue_words.is_named_with(years[0], others)

    def find_offices(self) -> None:
        """Find the words of offices, so that no part of them is read as a name: "spy chief"."""
        if Kind.PERSON in self.kinds:
            asking = {i + 1 for i, word in enumerate(self.folded) if word in _ANY}
            spans = self.kb.posts.find(self.folded)
            self.offices = [span for span in spans if span.first not in asking]

    def _stands_in_an_office(self, first: int, last: int, names: tuple[Name, ...]) -> bool:
        """Return whether words are part of an office; a name that holds all of it goes first."""
        over = [o for o in self.offices if o.first < last and first < o.last]
        if not over:
            return False
        wider = all(first <= o.first and o.last <= last for o in over)
        longer = last - first > max(o.last - o.first for o in over)
        whole = any(not n.weak and (longer or n.kind is not Kind.PERSON) for n in names)
        if whole and wider:
            self.offices = [o for o in self.offices if o not in over]
            return False
        return True

    def read_offices(self) -> None:
        """Read who held an office; a title before a name is that person's."""
        for span in self.offices:
            if any(self.uses[span.first : span.last]):
                continue
            read = read_office(self.kb, span, self.words, self.found, self.asked_date)
            self.uses[span.first : span.last] = [Use.POST] * (span.last - span.first)
            if read.person:
                self._describe(read.person, read)
            elif not self._is_before_a_stranger(span.last):
                self._claim_office(read)

    def _describe(self, person: FoundName, read: ReadOffice) -> None:
        described = replace(person, posts=read.posts, described=True)
        self.found = [described if f is person else f for f in self.found]

    def _is_before_a_stranger(self, at: int) -> bool:
        """Return whether a title stands before a name that is not on record: "President Xi"."""
        if at >= len(self.words) or self.uses[at] or self.words[at].broken:
            return False
        capital = self.words[at].capital and self.capitals_tell
        folded = self.folded[at]
        if folded in FILLERS:
            return False
        return capital or not self.world.parts_of_speech(folded)

    def _claim_office(self, read: ReadOffice) -> None:
        first, last = read.first, read.last
        self.found = [f for f in self.found if f is not read.of]
        typed = self.typed_as(first, last)
        if read.posts:
            names = tuple(self.kb.name_as(post.person) for post in read.posts)
            self.uses[first:last] = [Use.NAME] * (last - first)
            found = FoundName(typed, names, first, last, read_as=True, posts=read.posts)
            self.found.append(found)
        else:
            self.uses[first:last] = [Use.STRANGER] * (last - first)
            self.strangers.append(Stranger(typed, first, last, is_office=True, ever=read.ever))

    def drop_titles(self) -> None:
        """Claim titles before a name: "Mr. Kim", "Prime Minister Suga"."""
        named, people = False, self._words_of_people()
        for i in range(len(self.words) - 1, -1, -1):
            if self.uses[i] is None:
                title = self.folded[i] in FOLDED_TITLES and named
                part = self.folded[i] in TITLE_PARTS and named
                named = title or part
                if named:
                    self.uses[i] = Use.TITLE
            else:
                named = i in people

    def _words_of_people(self) -> set[int]:
        people = (f for f in self.found if all(n.kind is Kind.PERSON for n in f.names))
        return {i for found in people for i in range(found.first, found.last)}

    def drop_grammar(self) -> None:
        """Claim the words that carry no content; those that turn a question are told apart."""
        for i, word in enumerate(self.folded):
            if self.uses[i] is None and (word in FILLERS or _CLOCK.fullmatch(word)):
                self.uses[i] = Use.GRAMMAR
            elif self.uses[i] is None and word.endswith("s"):
                self._read_possessive(i)

    def _read_possessive(self, at: int) -> None:
        """Read "tokyos" as Tokyo's, where it is no word of its own."""
        stem = self.folded[at][:-1]
        if len(stem) < _STEM or self.world.parts_of_speech(self.folded[at]):
            return
        for first in range(max(at - 2, 0), at + 1):
            words = [*self.folded[first:at], stem]
            if any(self.uses[first:at]):
                continue
            fitting = tuple(n for n in self.names.exact(words) if n.kind in self.kinds)
            if fitting and fitting[0].kind is not Kind.ISSUE:
                self._claim(first, at + 1, fitting, read_as=True)
                return

    def read_nearly(self) -> None:
        """Look up what is left by likeness, a bounded number of times."""
        for first, last in list(self._runs()):
            self._read_run(first, last)

    def _runs(self) -> Iterator[tuple[int, int]]:
        first = None
        for i, use in enumerate([*self.uses, Use.GRAMMAR]):
            claimed = use is not None or i in self.refused
            if not claimed and first is None:
                first = i
            elif claimed and first is not None:
                yield first, i
                first = None

    def _read_run(self, first: int, last: int) -> None:
        if self._widen(first, last):
            return
        for length in range(min(_RUN, last - first), 0, -1):
            for at in range(first, last - length + 1):
                if not any(self.uses[at : at + length]):
                    self._look_up(at, at + length)

    def _widen(self, first: int, last: int) -> bool:
        """Read a run together with the name beside it: "declration" with "of end of war"."""
        for found in self.found:
            if found.first - last > 1 or first - found.last > 1:
                continue
            start, end = min(first, found.first), max(last, found.last)
            between = self.uses[min(last, found.last) : max(first, found.first)]
            if end - start > self.names.longest or _OTHERS.intersection(between):
                continue
            names, _ = self._resolve(start, end) or ((), False)
            targets = {name.target for name in found.names}
            if len(names) == 1 and names[0].target in targets:
                self.found.remove(found)
                self._claim(start, end, names, read_as=True)
                return True
        return False

    def _look_up(self, first: int, last: int) -> None:
        if resolution := self._resolve(first, last):
            names, edited = resolution
            self._claim(first, last, names, read_as=True, edited=edited)

    def _resolve(self, first: int, last: int) -> tuple[tuple[Name, ...], bool] | None:
        """Return the names that words may be, and whether a lone one has other letters."""
        if self.lookups >= _LOOKUPS:
            return None
        self.lookups += 1
        found = self.names.find(self.folded[first:last], self.kinds, self._is_known)
        if found is None or found.outcome is ResolutionKind.NONE:
            return None
        names = tuple(candidate.name for candidate in found.candidates)
        names = tuple(name for name in names if not self._is_misread(found, name))
        names = tuple(name for name in names if name.kind is names[0].kind)
        if not names or self._is_a_part(first, last, names):
            return None
        kept = names[:1] if found.outcome is ResolutionKind.MATCH else names
        return kept, bool(found.edited) and found.lone

    def _is_a_part(self, first: int, last: int, names: tuple[Name, ...]) -> bool:
        """Return whether an ordinary word is but a part of what a body is called: "ministry"."""
        ordinary = last - first == 1 and bool(self.world.parts_of_speech(self.folded[first]))
        return ordinary and names[0].kind is Kind.ORGANIZATION

    def _is_known(self, word: str) -> bool:
        return strangers.is_known_name(self.world, word)

    def _is_misread(self, found: Resolution, name: Name) -> bool:
        """Return whether a word of the dictionary was taken for a misspelled name of somebody."""
        spelled = any(map(self.world.parts_of_speech, found.edited))
        return spelled and name.kind is not Kind.ISSUE

    def narrow_people(self) -> None:
        """Read the words beside a choice of people as parts of the names: "Kim Ji-m"."""
        for one, other in pairwise(sorted(self.found, key=lambda found: found.first)):
            beside = one.last == other.first and not self.words[other.first].broken
            typed = self.typed_as(one.first, other.last)
            joined = beside and join_people(self.kb, one, other, typed)
            if joined:
                self.found = [f for f in self.found if f not in {one, other}]
                self.found.append(joined)
        for choice in [f for f in self.found if not f.clear]:
            self._narrow(choice)

    def _narrow(self, choice: FoundName) -> None:
        if any(name.kind is not Kind.PERSON for name in choice.names):
            return
        last, count = choice.last, len(self.words)
        while last < count and self.uses[last] is None and not self.words[last].broken:
            last += 1
        for end in range(last, choice.last - 1, -1):
            whole = end == count or not self.words[end].hyphened
            names = narrow(self.kb, choice.names, self.folded[choice.first : end]) if whole else ()
            if names:
                self.found.remove(choice)
                self._claim(choice.first, end, names, read_as=True, edited=end > choice.last)
                return

    def settle(self) -> None:
        """Read a choice together with the word beside it that decides it: "korea, south"."""
        for choice in [found for found in self.found if not found.clear]:
            targets = {name.target for name in choice.names}
            for other in list(self.found):
                beside = other.last == choice.first or choice.last == other.first
                if beside and other.clear and other.name.target in targets:
                    self.found = [f for f in self.found if f not in {choice, other}]
                    first, last = min(choice.first, other.first), max(choice.last, other.last)
                    self._claim(first, last, other.names, read_as=True)
                    break

    def settle_bodies(self) -> None:
        """Read a body as that of the state beside it: "the French parliament" is no other's."""
        common = [found for found in self.found if is_common(self.kb, found)]
        for body in common:
            if body not in self.found:
                continue
            named: list[FoundName | Stranger] = [*self.found, *self.strangers]
            others = [other for other in named if other is not body]
            read = read_body(self.kb, self.words, body, others)
            if isinstance(read, FoundName):
                self.found = [read if f is body else f for f in self.found]
            else:
                self._claim_as_stranger(read.first, read.last)

    def _claim_as_stranger(self, first: int, last: int) -> None:
        self.found = [f for f in self.found if f.last <= first or last <= f.first]
        self.strangers = [s for s in self.strangers if s.last <= first or last <= s.first]
        self.uses[first:last] = [Use.STRANGER] * (last - first)
        self.strangers.append(Stranger(self.typed_as(first, last), first, last))

    def _claim(
        self,
        first: int,
        last: int,
        names: tuple[Name, ...],
        *,
        read_as: bool,
        edited: bool = False,
    ) -> None:
        self.uses[first:last] = [Use.NAME] * (last - first)
        self.found.append(
            FoundName(self.typed_as(first, last), names, first, last, read_as, edited)
        )

    def typed_as(self, first: int, last: int) -> str:
        return self.typed[self.words[first].start : self.words[last - 1].end]

    def question(self) -> Question:
        """Return the question, with what was not read sorted into words and strangers."""
        for i in self.others:
            self.uses[i] = self.uses[i] or Use.WORD
        uses = strangers.sort_unread(self.world, self.words, self.uses, self.capitals_tell)
        read = Question(
            typed=self.typed,
            parsed=tuple(self.words),
            uses=tuple(uses),
            found=tuple(sorted(self.found, key=lambda found: found.first)),
            strangers=tuple(sorted(self.strangers, key=lambda found: found.first)),
            asked_date=self.asked_date,
            more=self.more,
            skip=self.skip,
        )
        return strangers.join(self.world, self.kb.entities, read)
