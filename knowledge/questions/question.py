"""From words as typed to a Question, and from its names to a Topic: who is asked about what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from knowledge.corpus.model import Kind
from knowledge.names.resolver import ResolutionKind, tokenize
from knowledge.text import asked_dates
from knowledge.text.english.question_words import (
    BEFORE_A_PARTY,
    BEFORE_A_TARGET,
    BEFORE_US,
    FILLERS,
)
from knowledge.text.english.small_words import ARTICLES
from knowledge.text.folding import without_titles

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.names.resolver import Name, Names, Token
    from knowledge.text.asked_dates import AskedDate

EVERYTHING = frozenset(Kind)
MAX_LENGTH = 3000  # characters that are read; Slack sends no more in a command
_LOOKUPS = 12  # near misses looked up for one question
_RUN = 4  # tokens in a name that is looked up by likeness
_NUMBER = re.compile(r"[0-9]{1,4}")
_SHOWN = 5  # words named as not understood


@dataclass(frozen=True, slots=True)
class FoundName:
    """Words that name something: one name is a reading, several are a choice.

    `first` and `last` are the numbers of the tokens, `last` not included.
    """

    typed: str
    names: tuple[Name, ...]
    first: int
    last: int
    read_as: bool

    @property
    def clear(self) -> bool:
        return len(self.names) == 1

    @property
    def name(self) -> Name:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Question:
    """What was read from the words typed; `places` are the offsets of each of them."""

    typed: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    found: tuple[FoundName, ...]
    asked_date: AskedDate | None
    more: bool
    skip: int | None
    not_understood: tuple[str, ...]
    unclear: frozenset[int]

    @property
    def as_of(self) -> date | None:
        """Return the last of the days asked about; None where they reach today."""
        return self.asked_date.last if self.asked_date else None

    @property
    def empty(self) -> bool:
        return not self.words and self.asked_date is None

    @property
    def ambiguous(self) -> list[FoundName]:
        return [found for found in self.found if not found.clear]

    def of(self, kind: Kind) -> list[FoundName]:
        return [found for found in self.found if found.clear and found.name.kind is kind]


def read(
    names: Names,
    typed: str,
    kinds: Collection[Kind] = EVERYTHING,
    *,
    more_alone: bool = False,
    today: date | None = None,
) -> Question:
    """Read a question; whatever is typed gives one, and what was not understood is in it.

    `today` is the day that "last year" counts from. `more_alone` says that "more" needs no other
    word beside it, as where a quotation is blanked.
    """
    typed = typed[:MAX_LENGTH]
    asked = asked_dates.find(typed, today or datetime.now(UTC).date())
    tokens = without_titles(tokenize(_without(typed, asked)))
    reader = _Reader(names, typed, tokens, kinds)
    more = reader.read_more(alone=more_alone)
    reader.read_exactly()
    reader.drop_fillers()
    reader.read_nearly()
    reader.settle()
    return reader.question(asked, *more)


def _without(typed: str, asked: AskedDate | None) -> str:
    """Blank the date out, keeping every offset."""
    if asked is None:
        return typed
    return typed[: asked.start] + " " * (asked.end - asked.start) + typed[asked.end :]


class _Reader:
    """Claims tokens, name by name; what nobody claims was not understood."""

    def __init__(
        self, names: Names, typed: str, tokens: Sequence[Token], kinds: Collection[Kind]
    ) -> None:
        self.names, self.typed, self.kinds = names, typed, kinds
        self.tokens = tokens
        self.folded = [token.folded for token in tokens]
        self.claimed = [False] * len(tokens)
        self.refused: set[int] = set()
        self.found: list[FoundName] = []
        self.lookups = 0

    def read_more(self, *, alone: bool) -> tuple[bool, int | None]:
        """Read "more" at the end, with the number of statements already seen."""
        end = len(self.folded)
        number = _NUMBER.fullmatch(self.folded[-1]) if end else None
        skip = int(number[0]) if number else None
        at = end - (2 if number else 1)
        if at < (0 if alone else 1) or self.folded[at] != "more":
            return False, None
        self.claimed[at:] = [True] * (end - at)
        return True, skip

    def read_exactly(self) -> None:
        """Claim exact names, the longest first, anywhere and in any order."""
        count = len(self.folded)
        for length in range(min(self.names.longest, count), 0, -1):
            for first in range(count - length + 1):
                if found := self.names.exact(self.folded[first : first + length]):
                    self._claim_exact(first, first + length, found)

    def _claim_exact(self, first: int, last: int, found: tuple[Name, ...]) -> None:
        if any(self.claimed[first:last]):
            return
        fitting = tuple(name for name in found if name.kind in self.kinds)
        strong = tuple(name for name in fitting if not name.weak)
        if not fitting:
            return
        if last - first == 1 and self._is_filler(first, fitting):
            self.refused.add(first)
            return
        self._claim(first, last, strong[:1] or fitting, read_as=not strong)

    def _is_filler(self, at: int, names: tuple[Name, ...]) -> bool:
        """Return whether a word only looks like a name: "will", "the price", "tell us"."""
        before = self.folded[at - 1] if at else ""
        if all(name.weak for name in names):
            people = all(name.kind is Kind.PERSON for name in names)
            return self.folded[at] in FILLERS or (people and before in ARTICLES)
        return self._typed(at, at + 1) == "us" and before in BEFORE_US

    def drop_fillers(self) -> None:
        for i, word in enumerate(self.folded):
            self.claimed[i] = self.claimed[i] or word in FILLERS

    def read_nearly(self) -> None:
        """Look up what is left by likeness, a bounded number of times."""
        for first, last in list(self._runs()):
            self._read_run(first, last)

    def _runs(self) -> Iterator[tuple[int, int]]:
        first = None
        for i, claimed in enumerate([*self.claimed, True]):
            claimed = claimed or i in self.refused  # noqa: PLW2901
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
                if not any(self.claimed[at : at + length]):
                    self._look_up(at, at + length)

    def _widen(self, first: int, last: int) -> bool:
        """Read a run together with the name beside it: "declration" with "of end of war"."""
        for found in self.found:
            start, end = min(first, found.first), max(last, found.last)
            gap = self.claimed[min(last, found.last) : max(first, found.first)]
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
        return any(f is not own and f.first < end and start < f.last for f in self.found)

    def _look_up(self, first: int, last: int) -> None:
        if names := self._resolve(first, last):
            self._claim(first, last, names, read_as=True)

    def _resolve(self, first: int, last: int) -> tuple[Name, ...]:
        if self.lookups >= _LOOKUPS:
            return ()
        self.lookups += 1
        resolution = self.names.resolve(self.folded[first:last], self.kinds)
        candidates = tuple(candidate.name for candidate in resolution.candidates)
        if resolution.outcome is ResolutionKind.MATCH:
            return candidates[:1]
        if resolution.outcome is ResolutionKind.CHOICE:
            return candidates
        return ()

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

    def _claim(self, first: int, last: int, names: tuple[Name, ...], *, read_as: bool) -> None:
        self.claimed[first:last] = [True] * (last - first)
        self.found.append(FoundName(self._typed(first, last), names, first, last, read_as))

    def _typed(self, first: int, last: int) -> str:
        return self.typed[self.tokens[first].start : self.tokens[last - 1].end]

    def question(self, asked: AskedDate | None, more: bool, skip: int | None) -> Question:
        left = [i for i, claimed in enumerate(self.claimed) if not claimed]
        return Question(
            typed=self.typed,
            words=tuple(self.folded),
            places=tuple((token.start, token.end) for token in self.tokens),
            found=tuple(sorted(self.found, key=lambda found: found.first)),
            asked_date=asked,
            more=more,
            skip=skip,
            not_understood=tuple(self._typed(i, i + 1) for i in left[:_SHOWN]),
            unclear=frozenset(left),
        )


@dataclass(frozen=True, slots=True)
class Topic:
    """Ids, in the order of the question.

    `speakers` are people, and organizations that speak for a state. `doubtful` says that words
    beside the issue were not read; `strangers` are parties that the issue does not have.
    """

    holders: tuple[str, ...]
    speakers: tuple[str, ...]
    issues: tuple[str, ...]
    doubtful: bool = False
    strangers: tuple[str, ...] = ()


def find_topic(kb: KnowledgeBase, question: Question) -> Topic:
    """Return holders apart from parties, and the issue that the parties named narrow it to."""
    named = question.of(Kind.ORGANIZATION)
    states = _unique(f.name.target for f in named if _is_state(kb, f))
    parties = {f.name.target for f in named if _is_state(kb, f) and _is_party(question, f)}
    holders = [state for state in states if state not in parties] or states
    issues = _unique(found.name.target for found in question.of(Kind.ISSUE))
    strangers = _strangers(kb, issues, parties)
    if len(states) > 1:
        issues, holders = _narrowed(kb, issues, set(states), parties, holders)
    bodies = [f for f in named if not _is_state(kb, f)]
    speakers = sorted([*question.of(Kind.PERSON), *bodies], key=lambda found: found.first)
    return Topic(
        holders=tuple(holders),
        speakers=tuple(_unique(found.name.target for found in speakers)),
        issues=tuple(issues),
        doubtful=any(_beside(question, found) for found in question.of(Kind.ISSUE)),
        strangers=tuple(sorted(strangers)),
    )


def _is_state(kb: KnowledgeBase, found: FoundName) -> bool:
    return kb.entities[found.name.target].state == found.name.target


def _strangers(kb: KnowledgeBase, issues: list[str], parties: set[str]) -> set[str]:
    """Return the parties asked about that no issue named has: "talks with Russia"."""
    own = {party for issue in issues for child in kb.under(issue) for party in child.parties}
    return parties - own if own else set()


def _is_party(question: Question, found: FoundName) -> bool:
    before = found.first - 1
    while before > 0 and question.words[before] == "the":
        before -= 1
    if before < 0:
        return False
    if question.words[before] in BEFORE_A_TARGET:
        # "sanctions on Russia", but "Japan on sanctions"
        return any(f.last == before and f.name.kind is Kind.ISSUE for f in question.found)
    if question.words[before] not in BEFORE_A_PARTY:
        return False
    if question.words[before] != "and":
        return True
    beside = next((f for f in question.found if f.last == before), None)
    return beside is not None and _is_party(question, beside)


def _narrowed(
    kb: KnowledgeBase, issues: list[str], named: set[str], parties: set[str], holders: list[str]
) -> tuple[list[str], list[str]]:
    """Choose the issue whose parties are the ones named: "Japan on talks with North Korea"."""
    family = [child for issue in issues for child in kb.under(issue)]
    for wanted in (parties, named):
        fitting = [issue.id for issue in family if wanted and set(issue.parties) == wanted]
        if fitting:
            outside = [holder for holder in holders if holder not in wanted]
            return fitting[:1], outside or holders
    return issues, holders


def _beside(question: Question, found: FoundName) -> bool:
    """Return whether a word next to the issue, fillers aside, was not understood."""
    before, after = found.first - 1, found.last
    while before >= 0 and question.words[before] in FILLERS:
        before -= 1
    while after < len(question.words) and question.words[after] in FILLERS:
        after += 1
    return before in question.unclear or after in question.unclear


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))
