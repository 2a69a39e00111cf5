"""Align typed words with names in any order, with typos and joined, split or missing words."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from heapq import nlargest
from itertools import islice, pairwise
from math import log
from typing import TYPE_CHECKING, Final, NamedTuple

from knowledge.names.typos import EDIT_COST, LONGEST, Vocabulary
from knowledge.text.english.small_words import STOP_WORDS
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from knowledge.corpus.model import Kind

# What one typed word may be: words of names, each with the points this costs.
Options = dict[int, float]

_NOTHING: Final[frozenset[int]] = frozenset()  # one for all: an empty set has a size too
CHOOSE: Final = 60.0  # a score from which a name is one to choose
_CONSIDERED: Final = 12  # words of a question; the rest count as not understood
# What a word of the name that was not typed weighs, against one that was, where a word typed
# stands alone for the name, as a surname does: that answers after one edit, and not after two,
# by which Nagoya is a Nagorka.
_MISSING_BESIDE_ALONE: Final = 0.05
# Points for taking a word that some name has for another one: enough not to answer.
_KNOWN_COST: Final = 9.0
_GATHERED: Final = 600  # names looked at for one reading, those with its rarest words first
_ALIGNED: Final = 40  # of these, names aligned word by word
_READINGS: Final = 16  # ways to join or split the words typed
_FOR_A_FORM: Final = 6  # steps of aligning one name
_HALF: Final = 2  # letters in the shortest half of a split word


class WordReading(NamedTuple):
    """The words typed, two of them perhaps joined or one split, and what each may be."""

    words: Sequence[str]
    options: Sequence[Options]
    cost: float = 0.0  # points for joining or splitting


class NameForm(NamedTuple):
    """One name to align with."""

    words: Sequence[str]
    target: str
    kind: Kind
    missing: float  # what a word that was not typed weighs, against one that was
    alone: frozenset[str] = frozenset()  # words that can stand alone for the name
    compound: bool = False  # all words joined to one, which is no word of its own


class Aligned(NamedTuple):
    """How well a form fits the words typed."""

    score: float
    form: int
    complete: bool  # no word typed was left over
    whole: bool  # no word of the name was missing
    part: bool  # one word was typed, and it is but a part of the name
    as_typed: bool  # no word was edited, joined or split
    edited: tuple[str, ...] = ()  # words typed that the name has with other letters
    lone: bool = False  # one word was typed, for one word of the name

    @property
    def rank(self) -> tuple[bool, float, int]:
        """Put names with the very words typed before those with words that are near them."""
        return self.as_typed and self.complete and self.score >= CHOOSE, self.score, -self.form


class Alignments:
    """Forms by their words, rare words weighing more."""

    def __init__(self, forms: Sequence[NameForm]) -> None:
        self._forms = forms
        self._vocabulary = Vocabulary()
        self._words = [self._numbers(form) for form in forms]
        self._alone = [self._alone_in(form) for form in forms]
        self._proper = {word for form in forms if not form.compound for word in form.words}
        self._kinds = [form.kind for form in forms]
        self._postings: list[list[int]] = [[] for _ in self._vocabulary.ids]
        for number, words in enumerate(self._words):
            for word in set(words):
                self._postings[word].append(number)
        self._weights = self._rarities()
        self._sums = [sum(self._weights[word] for word in words) for words in self._words]

    def _numbers(self, form: NameForm) -> tuple[int, ...]:
        return tuple(map(self._vocabulary.add, content(form.words)[:_CONSIDERED]))

    def _alone_in(self, form: NameForm) -> frozenset[int]:
        return frozenset(map(self._vocabulary.add, form.alone)) if form.alone else _NOTHING

    def _rarities(self) -> list[float]:
        """Weigh each word by how few targets have it; a word of no name weighs most."""
        targets = [form.target for form in self._forms]
        self._unknown = 1 + log(1 + len(set(targets)))
        claims = [len({targets[form] for form in numbers}) for numbers in self._postings]
        return [self._unknown - log(max(count, 1)) for count in claims]

    def near(self, tokens: Sequence[str], kinds: Collection[Kind] | None) -> list[Aligned]:
        """Return the forms within the budget of typos, best first."""
        typed = content(tokens)
        words = typed[:_CONSIDERED]
        if len(typed) > len(words):
            return []
        typos = _Memo(partial(self._vocabulary.near, lone=len(words) == 1))
        found = self._best(self._readings(words, self._first_options(typos)), kinds)
        known = any(word in self._vocabulary.ids for word in words)
        if known and not (found and found[0].complete and found[0].whole):
            found = self._best(self._readings(words, self._all_options(typos)), kinds)
        return found

    def far(self, tokens: Sequence[str], kinds: Collection[Kind] | None) -> list[Aligned]:
        """Return the forms with the most similar words, best first, to suggest only."""
        ids, far = self._vocabulary.ids, self._vocabulary.far
        words = content(tokens)[:_CONSIDERED]
        options = [far(word) | ({ids[word]: 0.0} if word in ids else {}) for word in words]
        return self._best(iter([WordReading(words, options)]), kinds)

    def _first_options(self, typos: _Memo) -> Callable[[str], Options]:
        """Read a word that some name has as that word only: most words are spelled right."""
        ids = self._vocabulary.ids
        return lambda word: {ids[word]: 0.0} if word in ids else typos[word]

    def _all_options(self, typos: _Memo) -> Callable[[str], Options]:
        """Read it as another word too, at a cost: Kim Jong Nam may be, but is not, Kim Yong Nam."""
        ids = self._vocabulary.ids

        def options(word: str) -> Options:
            if word not in ids:
                return typos[word]
            others = {
                other: points + (_KNOWN_COST if points >= EDIT_COST else 0)
                for other, points in typos[word].items()
            }
            return others | {ids[word]: 0.0}

        return options

    def _readings(
        self, words: Sequence[str], options: Callable[[str], Options]
    ) -> Iterator[WordReading]:
        """Yield the words as typed, then with two of them joined, then with one split."""
        yield WordReading(words, [options(word) for word in words])
        others = [*self._joined(words, options), *self._split(words)]
        for other in others:
            yield WordReading(other, [options(word) for word in other], EDIT_COST)

    def _joined(
        self, words: Sequence[str], options: Callable[[str], Options]
    ) -> Iterator[Sequence[str]]:
        for i, (word, following) in enumerate(pairwise(words)):
            if self._may_join(word, following) and options(word + following):
                yield [*words[:i], word + following, *words[i + 2 :]]

    def _split(self, words: Sequence[str]) -> Iterator[Sequence[str]]:
        for i, word in enumerate(words):
            for halves in self._halves(word):
                yield [*words[:i], *halves, *words[i + 1 :]]

    def _may_join(self, word: str, following: str) -> bool:
        ids = self._vocabulary.ids
        return word not in ids or following not in ids or word + following in ids

    def _halves(self, word: str) -> list[tuple[str, str]]:
        """Cut a word that no name has into two that names have, in every way."""
        words = self._proper
        if word in words or len(word) > LONGEST:
            return []
        cuts = [(word[:i], word[i:]) for i in range(_HALF, len(word) - _HALF + 1)]
        return [(left, right) for left, right in cuts if left in words and right in words]

    def _best(
        self, readings: Iterator[WordReading], kinds: Collection[Kind] | None
    ) -> list[Aligned]:
        best: dict[int, Aligned] = {}
        for reading in islice(readings, _READINGS):
            weights = [self._weight(options) for options in reading.options]
            for form in self._gather(reading.options, sum(weights), kinds):
                spend(_FOR_A_FORM)
                aligned = self._align(form, reading, weights)
                if form not in best or aligned.rank > best[form].rank:
                    best[form] = aligned
        return sorted(best.values(), key=lambda aligned: aligned.rank, reverse=True)

    def _weight(self, options: Options) -> float:
        return max((self._weights[word] for word in options), default=self._unknown)

    def _gather(
        self, reading: Sequence[Options], typed: float, kinds: Collection[Kind] | None
    ) -> list[int]:
        """Return the forms that seem to share the most with a reading of that weight."""
        shared: defaultdict[int, float] = defaultdict(float)
        for weight, numbers in self._rarest(reading):
            for form in numbers:
                if kinds is None or self._kinds[form] in kinds:
                    shared[form] += weight
        if len(shared) <= _ALIGNED:
            return list(shared)
        return nlargest(_ALIGNED, shared, key=lambda f: shared[f] / (typed + self._sums[f]))

    def _rarest(self, reading: Sequence[Options]) -> Iterator[tuple[float, list[int]]]:
        """Yield the forms of each word with its weight, up to a number of forms in all."""
        words = [item for options in reading for item in options.items()]
        seen = 0
        for word, cost in sorted(words, key=lambda item: (len(self._postings[item[0]]), item)):
            numbers = self._postings[word]
            seen += len(numbers)
            if seen > _GATHERED and seen > len(numbers):
                return
            yield self._weights[word] * (1 - cost / 100), numbers

    def _align(self, form: int, reading: WordReading, weights: list[float]) -> Aligned:
        """Weigh the words that meet against those left over and those missing."""
        met = self._met(form, reading.options)
        words = [word for _, word in met.values()]
        cost = reading.cost + sum([points for points, _ in met.values()])
        matched = sum([self._weights[word] for word in words])
        leftover = sum([weight for i, weight in enumerate(weights) if i not in met])
        whole = len(words) == len(self._words[form])
        alone = not self._alone[form].isdisjoint(words)
        rate = _MISSING_BESIDE_ALONE if alone else self._forms[form].missing
        missing = 0.0 if whole else rate * (self._sums[form] - matched)
        return Aligned(
            score=max(100 * 2 * matched / (2 * matched + leftover + missing) - cost, 0.0),
            form=form,
            complete=len(met) == len(reading.words),
            whole=whole,
            part=len(reading.words) == 1 and not whole and not alone,
            as_typed=not cost,
            edited=tuple([reading.words[i] for i, (points, _) in met.items() if points]),
            lone=len(reading.words) == 1 and not self._forms[form].compound,
        )

    def _met(self, form: int, reading: Sequence[Options]) -> dict[int, tuple[float, int]]:
        """Match each typed word with at most one word of the form, by the cheaper ones."""
        free = list(self._words[form])
        met = {}
        for i, options in enumerate(reading):
            fitting = [(options[word], word) for word in free if word in options]
            if fitting:
                met[i] = min(fitting)
                free.remove(met[i][1])
        return met


class _Memo(dict[str, Options]):
    """What was looked up for one question."""

    def __init__(self, look_up: Callable[[str], Options]) -> None:
        self._look_up = look_up

    def __missing__(self, word: str) -> Options:
        options = self[word] = self._look_up(word)
        return options


def content(words: Sequence[str]) -> Sequence[str]:
    """Return the words without stop words, or all where nothing else is left."""
    return [word for word in words if word not in STOP_WORDS] or words
