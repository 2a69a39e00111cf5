"""What else an issue may be called: its kind of thing and its parties, and the words about it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.text.english.question_words import (
    ASKED_FOR,
    BETWEEN_STATES,
    COURTESY,
    GRAMMAR,
    QUALIFIERS,
)
from knowledge.text.folding import fold
from knowledge.text.stems import stems

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from knowledge.corpus.model import Issue
    from knowledge.names.resolver import Names

_EMPTY: Final = GRAMMAR | COURTESY | ASKED_FOR
_OF_ANY_ISSUE: Final = stems(QUALIFIERS | BETWEEN_STATES)
_ENOUGH: Final = 2  # words that name an issue together, where none of its names is complete
_SHARE: Final = 0.6  # of the weight of the words about a topic


@dataclass(frozen=True, slots=True)
class IssueMatch:
    """An issue that words are about; `complete` says that they hold what one of its names says."""

    issue: str
    matched: frozenset[str]
    weight: float
    complete: bool


class IssueWords:
    """The stems of each issue's names and question, without the names of parties and persons."""

    def __init__(self, issues: Mapping[str, Issue], names: Names) -> None:
        self._issues, self._names = issues, names
        self._own = {i.id: set(self._kinds_of(i)) for i in issues.values()}
        self.kinds = {i.id: frozenset(self._with_inherited(i)) for i in issues.values()}
        self.bags = {i.id: self._bag(i) for i in issues.values()}
        self._by_stem = self._index()

    def _kinds_of(self, issue: Issue) -> Iterator[frozenset[str]]:
        """Yield what each strong name says but for who the parties are: "talks", "end of war"."""
        for name in (issue.name, *issue.aliases):
            if kind := stems(self._without_names(name)):
                yield kind

    def _without_names(self, text: str) -> list[str]:
        """Return the content words of a text, the names of entities in it left out."""
        words, kept, at = fold(text).split(), list[str](), 0
        while at < len(words):
            size = self._longest_entity(words, at)
            if not size and words[at] not in _EMPTY:
                kept.append(words[at])
            at += size or 1
        return kept

    def _longest_entity(self, words: list[str], at: int) -> int:
        for size in range(min(self._names.longest, len(words) - at), 0, -1):
            found = self._names.exact(words[at : at + size])
            if found and all(name.kind is not Kind.ISSUE for name in found):
                return size
        return 0

    def _with_inherited(self, issue: Issue) -> Iterator[frozenset[str]]:
        """Yield the kinds of an issue; talks of two parties are also what their family is."""
        yield from self._own[issue.id]
        if issue.parent and issue.parent in self._issues and issue.parties:
            yield from self._own[issue.parent]

    def _bag(self, issue: Issue) -> frozenset[str]:
        texts = [*issue.weak_aliases, issue.question or ""]
        words = {word for text in texts for word in self._without_names(text)}
        return frozenset().union(stems(words), *self.kinds[issue.id])

    def _index(self) -> dict[str, list[str]]:
        index: defaultdict[str, list[str]] = defaultdict(list)
        for issue, bag in self.bags.items():
            for word in bag:
                index[word].append(issue)
        return dict(index)

    def weigh(self, word: str) -> float:
        """Return how much a stem tells: more the fewer issues have it."""
        return 1 + log((1 + len(self._issues)) / (1 + len(self._by_stem.get(word, ()))))

    def is_named_with(self, year: str, words: Collection[str]) -> bool:
        """Return whether an issue that some of the words are about has a year in its name."""
        asked = stems(words)
        return any(self.bags[issue] & asked for issue in self._by_stem.get(year, ()))

    def find(self, words: Collection[str], beside: Collection[str] = ()) -> list[IssueMatch]:
        """Return the issues that words are about, best first.

        `beside` are words of saying and of taking a side: they may be part of what an issue is
        called ("declared over"), and say nothing of it alone.
        """
        content, extra = stems(words), stems(beside)
        total = sum(map(self.weigh, content))
        found = [self._match(issue, content, extra) for issue in self._candidates(content)]
        good = [
            m
            for m in found
            if m.complete or self._is_enough(m, content, total) or self._is_only_word(m, content)
        ]
        return sorted(good, key=lambda m: (-m.weight, m.issue))

    def _candidates(self, asked: Iterable[str]) -> set[str]:
        return {issue for word in asked for issue in self._by_stem.get(word, ())}

    def _match(self, issue: str, content: frozenset[str], extra: frozenset[str]) -> IssueMatch:
        asked = content | extra
        matched = self.bags[issue] & asked
        complete = any(kind <= asked and kind & content for kind in self.kinds[issue])
        return IssueMatch(issue, matched, sum(map(self.weigh, matched)), complete)

    def _is_only_word(self, match: IssueMatch, content: frozenset[str]) -> bool:
        """Return whether the one word of a topic is in the names of one issue or family only."""
        return match.matched == content and len(content) == 1 and self._is_named(content)

    def _is_named(self, content: frozenset[str]) -> bool:
        """Return whether a word is in the name of one issue, or of one and those around it."""
        having = (i for i, kinds in self._own.items() if any(content <= kind for kind in kinds))
        roots = {self._issues[i].parent or i for i in having}
        return len(roots) == 1 and content.isdisjoint(_OF_ANY_ISSUE)

    def _is_enough(self, match: IssueMatch, content: frozenset[str], total: float) -> bool:
        weight = sum(map(self.weigh, match.matched & content))
        return len(match.matched) >= _ENOUGH and weight >= _SHARE * total
