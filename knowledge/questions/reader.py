"""Read the words of a question: names whole and exact first, then days, posts, titles and typos."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.names.resolver import ResolutionKind
from knowledge.questions import strangers
from knowledge.questions.question import MAX_LENGTH, FoundName, FoundPost, Question, Stranger
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
    from knowledge.names.resolver import Name
    from knowledge.text.asked_dates import AskedDate
    from knowledge.world import WorldName

EVERYTHING: Final = frozenset(Kind)
_LOOKUPS: Final = 12  # near misses looked up for one question
_RUN: Final = 4  # tokens in a name that is looked up by likeness
_STEM: Final = 4  # letters of the shortest name that a possessive s without its mark hangs on
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
    reader.read_exactly()
    reader.read_date(today or datetime.now(UTC).date())
    reader.read_posts()
    reader.drop_titles()
    reader.drop_grammar()
    reader.read_nearly()
    reader.settle()
    return reader.question()


class _Reader:
    """Claims words, name by name; what nobody claims was not read."""

    def __init__(self, kb: KnowledgeBase, typed: str, kinds: Collection[Kind]) -> None:
        self.kb, self.names, self.world, self.kinds = kb, kb.names, kb.world, kinds
        self.typed = typed
        self.text = blank_emoji(typed)
        self.words = split_words(self.text)
        self.folded = [word.folded for word in self.words]
        self.uses: list[Use | None] = [None] * len(self.words)
        self.capitals_tell = capitals_tell(self.words)
        self.found: list[FoundName] = []
        self.strangers: list[Stranger] = []
        self.posts: list[FoundPost] = []
        self.refused: set[int] = set()
        self.asked_date: AskedDate | None = None
        self.more, self.skip = False, None
        self.lookups = 0

    def read_more(self, *, alone: bool) -> None:
        """Read "more" at the end, with the number of statements already seen."""
        end = len(self.folded)
        number = _NUMBER.fullmatch(self.folded[-1]) if end else None
        at = end - (2 if number else 1)
        if at < (0 if alone else 1) or self.folded[at] != "more":
            return
        self.more, self.skip = True, int(number[0]) if number else None
        self.uses[at:] = [Use.MORE] * (end - at)

    def read_exactly(self) -> None:
        """Claim whole names, the longest first, anywhere and in any order.

        A longer name that the world knows goes before a shorter one on record in it.
        """
        count = len(self.folded)
        for length in range(min(max(self.names.longest, self.world.longest), count), 0, -1):
            for first in range(count - length + 1):
                if not any(self.uses[first : first + length]):
                    self._read_span(first, first + length)

    def _read_span(self, first: int, last: int) -> None:
        folded = self.folded[first:last]
        if found := self.names.exact(folded):
            self._claim_exact(first, last, found)
        elif self._may_be_of_the_world(first, last) and (of_world := self.world.find(folded)):
            self._claim_of_world(first, last, of_world)

    def _may_be_of_the_world(self, first: int, last: int) -> bool:
        """Return whether words may name a state or body: "WHO" may, "who" may not."""
        if self.folded[first] in FILLERS or self.folded[last - 1] in FILLERS:
            return last - first > 1 or (self.typed_as(first, last).isupper() and self.capitals_tell)
        return True

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
        self.asked_date = asked
        for i, word in enumerate(self.words if asked else ()):
            if asked and word.start < asked.end and asked.start < word.end and not self.uses[i]:
                self.uses[i] = Use.DATE

    def read_posts(self) -> None:
        """Claim the words of offices; a state in one is told apart when the question is read."""
        for span in self.kb.posts.find(self.folded):
            free = range(span.first, span.last)
            if any(self.uses[i] not in {None, Use.NAME} for i in free):
                continue
            self._drop_names_in(span.first, span.last)
            self.uses[span.first : span.last] = [Use.POST] * len(free)
            typed = self.typed_as(span.first, span.last)
            self.posts.append(FoundPost(typed, span, span.first, span.last))

    def _drop_names_in(self, first: int, last: int) -> None:
        """Forget names that are part of an office: "secretary of state for East Asia"."""
        inside = [f for f in self.found if f.first < last and first < f.last]
        self.found = [f for f in self.found if f not in inside]
        self.strangers = [s for s in self.strangers if not (s.first < last and first < s.last)]

    def drop_titles(self) -> None:
        """Claim titles before a name: "Mr. Kim", "Prime Minister Suga"."""
        named = False
        for i in range(len(self.words) - 1, -1, -1):
            if self.uses[i] is None:
                title = self.folded[i] in FOLDED_TITLES and named
                part = self.folded[i] in TITLE_PARTS and named
                named = title or part
                if named:
                    self.uses[i] = Use.TITLE
            else:
                named = self._is_person(i)

    def _is_person(self, at: int) -> bool:
        kinds = {n.kind for f in self.found if f.first <= at < f.last for n in f.names}
        return kinds == {Kind.PERSON}

    def drop_grammar(self) -> None:
        """Claim the words that carry no content; those that turn a question are told apart."""
        for i, word in enumerate(self.folded):
            if self.uses[i] is None and word in FILLERS:
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
            start, end = min(first, found.first), max(last, found.last)
            gap = self.uses[min(last, found.last) : max(first, found.first)]
            if end - start > self.names.longest or len(gap) > 1 or self._others(start, end, found):
                continue
            resolution = self._resolve(start, end)
            targets = {name.target for name in found.names}
            if resolution and resolution[0].target in targets and len(resolution) == 1:
                self.found.remove(found)
                self._claim(start, end, resolution, read_as=True)
                return True
        return False

    def _others(self, start: int, end: int, own: FoundName) -> bool:
        spans = [*self.found, *self.strangers, *self.posts]
        return any(f is not own and f.first < end and start < f.last for f in spans)

    def _look_up(self, first: int, last: int) -> None:
        if names := self._resolve(first, last):
            edited = names[0].kind is not Kind.ISSUE
            self._claim(first, last, names, read_as=True, edited=edited)

    def _resolve(self, first: int, last: int) -> tuple[Name, ...]:
        kinds = self._kinds_near(first, last)
        if self.lookups >= _LOOKUPS or not kinds:
            return ()
        self.lookups += 1
        resolution = self.names.resolve(self.folded[first:last], kinds)
        candidates = tuple(candidate.name for candidate in resolution.candidates)
        if resolution.outcome is ResolutionKind.MATCH:
            return candidates[:1]
        if resolution.outcome is ResolutionKind.CHOICE:
            return candidates
        return ()

    def _kinds_near(self, first: int, last: int) -> frozenset[Kind]:
        """Return what words may be a misspelling of: a word of the dictionary of an issue only."""
        spelled = all(
            self.uses[i] is not None or self.world.parts_of_speech(self.folded[i])
            for i in range(first, last)
        )
        known = last - first == 1 and strangers.is_known_name(self.world, self.folded[first])
        kinds = frozenset(self.kinds)
        return kinds & {Kind.ISSUE} if spelled or known else kinds

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
        uses = strangers.sort_unread(self.world, self.words, self.uses, self.capitals_tell)
        read = Question(
            typed=self.typed,
            parsed=tuple(self.words),
            uses=tuple(uses),
            found=tuple(sorted(self.found, key=lambda found: found.first)),
            strangers=tuple(sorted(self.strangers, key=lambda found: found.first)),
            posts=tuple(self.posts),
            asked_date=self.asked_date,
            more=self.more,
            skip=self.skip,
        )
        return strangers.join(self.world, read)
