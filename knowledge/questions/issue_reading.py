"""Which issue a question is about: by its names, by its parties and kind, or by the words of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from knowledge.corpus.model import Kind
from knowledge.questions.issue_names import drops_turning, find_joined, find_parties
from knowledge.questions.words import UNREAD, Use
from knowledge.text.english.described_words import DESCRIBED, RANKS
from knowledge.text.english.meeting_words import (
    AT_AN_OCCASION,
    OCCASIONS,
    TELLING_AN_OCCASION,
)
from knowledge.text.english.question_words import (
    POLARITY,
    QUALIFIERS,
    SAYING,
)
from knowledge.text.english.short_question_words import NUMBERS
from knowledge.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.questions.question import FoundName, Question

_COMPLEMENT: Final = frozenset("of on over about for to against in".split())
_BEFORE_OWN: Final = frozenset({"its", "their", "own", "the", "a"})
_AKIN: Final = 5  # first letters that words of one thing share: "extending", "extension"
_MEETINGS: Final = frozenset(map(stem, OCCASIONS))
_POSSESSIVES: Final = frozenset({"its", "their", "his", "her"})
_CLEARLY: Final = 1.1  # how much more the best issue weighs than the next
_PAIR: Final = 2
_WHOLE: Final = 2  # words from which on a name is no single word


@dataclass(frozen=True, slots=True)
class IssueReading:
    """The issues asked about; `choices` where it is not clear which.

    `words` are the numbers of the words that were read as an issue without being its name.
    `modifiers` are those that may make another issue of it: "the fishing ban". `by_parties` says
    that the others named are the parties by which the issue was chosen, `with_subject` that they
    are so together with those asked about.
    """

    issues: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    words: frozenset[int] = frozenset()
    modifiers: frozenset[int] = frozenset()
    by_parties: bool = False
    with_subject: bool = False


def read_issues(
    kb: KnowledgeBase,
    question: Question,
    subject: Collection[str],
    parties: Sequence[frozenset[str]],
) -> IssueReading:
    """Return the issues that a question is about.

    `subject` are the states of those asked about, `parties` those of the others it names: one set
    for each reading of a name that is unclear.
    """
    return _IssueReader(kb, question, frozenset(subject), parties).read()


class _IssueReader:
    def __init__(
        self,
        kb: KnowledgeBase,
        question: Question,
        subject: frozenset[str],
        parties: Sequence[frozenset[str]],
    ) -> None:
        self.kb, self.question = kb, question
        self.words = question.words
        inner = self._parties_in_names()
        self.subject = subject
        self.inner = inner
        self.parties = [one | inner for one in parties]

    def _parties_in_names(self) -> frozenset[str]:
        """Return the parties that are part of what an issue is called: "talks with Pyongyang"."""
        found = set()
        for span in self.question.found:
            if span.names[0].kind is Kind.ISSUE and span.last - span.first >= _WHOLE:
                found |= find_parties(self.kb, self.words[span.first : span.last])
        return frozenset(found)

    def read(self) -> IssueReading:
        spans = self._spans()
        if not spans:
            return self._read_by_words()
        named = [self._settle(span) for span in spans]
        unclear = next((choice for choice in named if len(choice) > 1), ())
        if unclear and len(named) == 1:
            # "nuclear submarines" is neither of the issues that "nuclear" may mean
            other = any(self._modifiers(spans, unclear))
            return IssueReading() if other else IssueReading(choices=unclear)
        issues = self._without_ancestors([c[0] for c in named if len(c) == 1])
        narrowed = self._refine(self._narrow(issues))
        return IssueReading(
            issues=tuple(narrowed),
            words=frozenset(
                [*self._words_read(issues, narrowed), *self._adjoining(spans, narrowed)]
            ),
            modifiers=frozenset(self._modifiers(spans, narrowed)),
            by_parties=self._are_parties(narrowed),
            with_subject=self._are_parties(narrowed, with_subject=True) and narrowed != issues,
        )

    def _refine(self, issues: list[str]) -> list[str]:
        """Choose the issue below the one named that other words are about: "quotas for 2026"."""
        if len(issues) != 1:
            return issues
        below = [child for child in self.kb.under(issues[0]) if child.id != issues[0]]
        left = self._left_stems()
        bags = self.kb.issue_words.bags
        fitting = [child.id for child in below if (bags[child.id] - bags[issues[0]]) & left]
        if len(fitting) != 1 or drops_turning(self.words, self.kb.issues[fitting[0]], left):
            return issues
        return fitting

    def _left_stems(self) -> frozenset[str]:
        return frozenset(stem(w) for i, w in enumerate(self.words) if self._is_left(i))

    def _words_read(self, issues: Sequence[str], narrowed: Sequence[str]) -> Iterator[int]:
        """Yield the words by which an issue was chosen below the one that was named."""
        if list(issues) == list(narrowed):
            return
        bag = frozenset[str]().union(*(self.kb.issue_words.bags[i] for i in narrowed))
        yield from (i for i, w in enumerate(self.words) if self._is_left(i) and stem(w) in bag)

    def _adjoining(self, spans: Sequence[FoundName], issues: Iterable[str]) -> Iterator[int]:
        """Yield the words before a name that the issue has too: "the joint rescue centre"."""
        bag = frozenset[str]().union(*(self.kb.issue_words.bags[i] for i in issues))
        for span in spans:
            at = span.first - 1
            while at >= 0 and self._is_left(at) and stem(self.words[at]) in bag:
                yield at
                at -= 1

    def _are_parties(self, issues: Iterable[str], *, with_subject: bool = False) -> bool:
        own = [frozenset(self.kb.issues[issue].parties) for issue in issues]
        subject = frozenset(self.subject) if with_subject else frozenset[str]()
        return any(one and one | subject in own for one in self.parties)

    def _spans(self) -> list[FoundName]:
        """Return the names of issues; a word that several share goes where a whole one stands."""
        named = [f for f in self.question.found if f.names[0].kind is Kind.ISSUE]
        named = [f for f in named if not self._describes(f.first)]
        spans = [f for f in named if not (self._is_part(f) and self._is_of_others(f))]
        joined = find_joined(self.words, spans)
        whole = [f for f in spans if f in joined or not self._is_shared(f)]
        return whole or spans

    def _is_beside_the_point(self, at: int) -> bool:
        """Return whether a word names no issue where it stands."""
        return self._describes(at) or self._counts(at) or self._is_an_occasion(at)

    def _is_an_occasion(self, at: int) -> bool:
        """Return whether a meeting is told by where or whose it was: "the Vancouver meeting".

        So is one at which something was, and one of a day.
        """
        if self.words[at] not in OCCASIONS:
            return False
        if self._is_of_a_day(at):
            return True
        strange = {Use.STRANGER, Use.UNKNOWN}
        joined = not self.question.parsed[at].broken
        before = at - 1 if at and joined else at
        told = self.question.uses[before] in strange or self.words[before] in TELLING_AN_OCCASION
        place = self.words[at + 1 : at + 2] in (("in",), ("at",)) and at + 2 < len(self.words)
        return told or (place and self.question.uses[at + 2] in strange)

    def _is_of_a_day(self, at: int) -> bool:
        """Return whether a meeting was at some time: "at the meeting", "the January meeting"."""
        before = at - 1
        while before >= 0 and self.words[before] in _BEFORE_OWN:
            before -= 1
        if before < 0:
            return False
        dated = before == at - 1 and self.question.uses[before] is Use.DATE
        return dated or self.words[before] in AT_AN_OCCASION

    def _counts(self, at: int) -> bool:
        """Return whether a word only says how many: "the three", but not "three-way"."""
        joined = at + 1 < len(self.words) and self.question.parsed[at + 1].hyphened
        return self.words[at] in NUMBERS and not joined

    def _describes(self, at: int) -> bool:
        """Return whether a word tells which speakers are meant: "security officials"."""
        while self.words[at] in RANKS and self.words[at + 1 : at + 2]:
            at += 1
        if self.words[at] in DESCRIBED:
            return True
        described = DESCRIBED & set(self.words[at + 1 : at + 2])
        return bool(described) and not self.question.parsed[at + 1].broken

    def _is_of_others(self, span: FoundName) -> bool:
        return all(self._is_other_pair(n.target) for n in span.names if n.kind is Kind.ISSUE)

    def _is_shared(self, span: FoundName) -> bool:
        if span.last - span.first >= _WHOLE and span.clear:
            return False
        bags = self.kb.issue_words.bags
        stems = [stem(word) for word in self.words[span.first : span.last]]
        return not span.clear or sum(all(s in bag for s in stems) for bag in bags.values()) > 1

    def _settle(self, span: FoundName) -> tuple[str, ...]:
        """Return the issue that a name is, or those it may be by what stands beside it."""
        if span.clear:
            return (span.name.target,)
        targets = [name.target for name in span.names if name.kind is Kind.ISSUE]
        content, beside = self._content
        matches = {m.issue: m.weight for m in self.kb.issue_words.find(content, beside)}
        fitting = [t for t in targets if self._has_parties(t)] or targets
        best = max((matches.get(t, 0.0) for t in fitting), default=0.0)
        return tuple([t for t in fitting if matches.get(t, 0.0) >= best])

    def _has_parties(self, issue: str) -> bool:
        own = frozenset(self.kb.issues[issue].parties)
        return bool(own) and any(own in (one, one | self.subject) for one in self.parties)

    def _without_ancestors(self, issues: Sequence[str]) -> list[str]:
        """Drop an issue where one below it is named too."""
        found = list(dict.fromkeys(issues))
        above = {a for issue in found for a in self._ancestors(issue)}
        return [issue for issue in found if issue not in above]

    def _ancestors(self, issue: str) -> Iterator[str]:
        while (parent := self.kb.issues[issue].parent) is not None:
            yield parent
            issue = parent

    def _narrow(self, issues: Sequence[str]) -> list[str]:
        """Choose the issue whose parties are the ones named, where one has them."""
        if not issues or not (any(self.parties) or len(self.subject) > 1):
            return list(issues)
        family = [child for issue in issues for child in self.kb.under(issue)]
        wanted = [*self.parties, *(one | self.subject for one in self.parties)]
        for parties in (one for one in wanted if one != self.inner):
            fitting = [
                issue.id for issue in family if issue.parties and set(issue.parties) == parties
            ]
            if fitting:
                return fitting[:1] if len(issues) == 1 else [*fitting[:1], *self._others(issues)]
        return list(issues)

    def _others(self, issues: Iterable[str]) -> list[str]:
        """Return the issues that are no family: they stay beside the one that was narrowed."""
        return [i for i in issues if len(self.kb.under(i)) == 1 and not self._has_parties(i)]

    @cached_property
    def _content(self) -> tuple[list[str], list[str]]:
        """Return the content words of the topic, and those of saying and of taking a side."""
        content, beside = [], []
        names = {i for f in self.question.found for i in range(f.first, f.last)}
        issues = {
            i
            for f in self.question.found
            if f.names[0].kind is Kind.ISSUE
            for i in range(f.first, f.last)
        }
        for i, word in enumerate(self.words):
            if (i in names and i not in issues) or self._is_beside_the_point(i):
                continue
            if word in POLARITY or word in SAYING:
                beside.append(word)
            elif self.question.uses[i] in UNREAD or i in issues:
                content.append(word)
        return content, beside

    def _read_by_words(self) -> IssueReading:
        """Read "declaring the war over" as the issue that these words are about."""
        content, beside = self._content
        matches = self.kb.issue_words.find(content, beside)
        matches = [m for m in matches if self._is_possible(m.issue)]
        matches = [m for m in matches if not self._is_anothers_meeting(m.issue, m.matched)]
        if not matches:
            return IssueReading()
        best = matches[0].weight
        top = [m for m in matches if m.weight * _CLEARLY >= best]
        issues = self._roots([m.issue for m in top])
        if len(issues) > 1:
            fitting = [i for i in issues if self._has_parties(i)]
            if len(fitting) != 1:
                return IssueReading(choices=tuple(issues))
            issues = fitting
        matched = frozenset().union(*(m.matched for m in top))
        narrowed = self._narrow(issues)
        read = {i for i, w in enumerate(self.words) if stem(w) in matched and self._is_left(i)}
        return IssueReading(
            tuple(narrowed),
            words=frozenset(read),
            modifiers=frozenset(self._agents(read)),
            by_parties=self._are_parties(narrowed),
            with_subject=self._are_parties(narrowed, with_subject=True) and narrowed != issues,
        )

    def _agents(self, read: Collection[int]) -> Iterator[int]:
        """Yield who does what the issue is, where it is another's: "its allies having talks"."""
        for i, word in enumerate(self.words[:-1]):
            if not self._is_left(i) or i in read or word in QUALIFIERS:
                continue
            owned = i > 0 and self.words[i - 1] in _POSSESSIVES
            acts = self.words[i + 1].endswith("ing") and not self.question.parsed[i + 1].broken
            if (owned or acts) and "NOUN" in self.kb.world.parts_of_speech(word):
                yield i

    def _verbs_before(self, spans: Sequence[FoundName], bag: frozenset[str]) -> Iterator[int]:
        """Yield what is done with what an issue names: "acquiring nuclear weapons"."""
        for span in spans:
            at = span.first - 1
            while at > 0 and self.words[at] in _BEFORE_OWN:
                if self.words[at] == "own":
                    yield at
                at -= 1
            unread = at >= 0 and self._is_left(at) and self.words[at].endswith("ing")
            if unread and self.words[at] not in QUALIFIERS and not _is_akin(self.words[at], bag):
                yield at

    def _is_left(self, at: int) -> bool:
        return self.question.uses[at] in UNREAD

    def _is_possible(self, issue: str) -> bool:
        """Return whether the parties named are not others than the issue's or its family's."""
        own = {party for child in self.kb.under(issue) for party in child.parties}
        if own and not any(not one or own & one for one in self.parties):
            return False
        return not self._is_other_pair(issue)

    def _is_anothers_meeting(self, issue: str, matched: Collection[str]) -> bool:
        """Return whether a meeting is asked of whoever is no party: "the US on the meeting".

        "The Pence meeting" is told by whose it was.
        """
        own = {party for child in self.kb.under(issue) for party in child.parties}
        alone = bool(self.subject) and not any(self.parties)
        theirs = alone and _MEETINGS.issuperset(matched) and own.isdisjoint(self.subject)
        return theirs and any(map(self._is_told_by_nobody, range(len(self.words))))

    def _is_told_by_nobody(self, at: int) -> bool:
        """Return whether a word is "meeting", and no name stands before it."""
        named = at > 0 and self.question.uses[at - 1] is Use.NAME
        return self.words[at] in OCCASIONS and not named

    def _is_other_pair(self, issue: str) -> bool:
        """Return whether an issue of two is not of the two that are named: "Pence met Kim"."""
        own = frozenset(self.kb.issues[issue].parties)
        pairs = [one | self.subject for one in self.parties]
        return len(own) == _PAIR and all(
            one and len(pair) == _PAIR and own not in {pair, one}
            for one, pair in zip(self.parties, pairs, strict=True)
        )

    def _roots(self, issues: Sequence[str]) -> list[str]:
        """Keep of a family that ties the one above the others."""
        return [i for i in issues if not any(a in issues for a in self._ancestors(i))]

    def _modifiers(self, spans: Sequence[FoundName], issues: Sequence[str]) -> Iterator[int]:
        """Yield the words that may make another issue of it: "the fishing ban", "ban on trucks"."""
        bag = frozenset().union(*(self.kb.issue_words.bags[i] for i in issues))
        yield from self._agents(())
        yield from self._verbs_before(spans, bag)
        for span in spans:
            whole = span.last - span.first >= _WHOLE
            for i in (*(() if whole else self._left_of(span)), *self._right_of(span)):
                word = self.words[i]
                akin = stem(word) in bag or _is_akin(word, bag)
                if word not in QUALIFIERS and not akin and not (whole and not self._is_noun(i)):
                    yield i

    def _is_noun(self, at: int) -> bool:
        return "NOUN" in self.kb.world.parts_of_speech(self.words[at])

    def _left_of(self, span: FoundName) -> Iterator[int]:
        at = span.first
        while at > 0 and not self.question.parsed[at].broken and self._is_left(at - 1):
            at -= 1
            yield at

    def _is_before_a_noun(self, at: int) -> bool:
        """Return whether a word only leads to what follows: "a ban of the Ukrainian sugar"."""
        actors = (f for f in self.question.found if f.names[0].kind is not Kind.ISSUE)
        named = any(f.first <= at < f.last for f in actors)
        return named or self.words[at] in {"the", "a", "an"}

    def _is_part(self, span: FoundName) -> bool:
        """Return whether a word is only near what an issue is called: "peace" of "treaty"."""
        return span.read_as and not self.kb.names.exact(self.words[span.first : span.last])

    def _right_of(self, span: FoundName) -> Iterator[int]:
        at, count = span.last, len(self.words)
        if at >= count or self.question.parsed[at].broken:
            return
        if self.words[at] in _COMPLEMENT:
            at += 1
            while at < count and self._is_before_a_noun(at):
                at += 1
        elif not self.question.parsed[at].hyphened and not self._is_noun(at):
            return
        while at < count and self._is_left(at) and not self.question.parsed[at].broken:
            yield at
            at += 1


def _is_akin(word: str, bag: Collection[str]) -> bool:
    """Return whether a word begins as one that an issue has."""
    return any(word[:_AKIN] == known[:_AKIN] or word.startswith(known) for known in bag)
