"""Resolve words to what they name, to a choice, or to nothing and the nearest names."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import OSA

from knowledge.corpus.model import Kind
from knowledge.names import personal_names
from knowledge.names.alignment import CHOOSE, Aligned, Alignments, NameForm
from knowledge.names.resolution import Name, NameCandidate, Resolution, ResolutionKind
from knowledge.names.segmentation import Segment, Segmentation
from knowledge.names.spellings import Spellings
from knowledge.text.folding import Token, fold, tokenize, without_titles
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from knowledge.names.personal_names import NamePart

__all__ = [
    "Kind",
    "Name",
    "NameCandidate",
    "Names",
    "Resolution",
    "ResolutionKind",
    "Segment",
    "Token",
    "fold",
    "tokenize",
]

ANSWER: Final = 85.0  # a score that answers, when ...
CLEAR: Final = 5.0  # ... the next target is lower by more
_WORDS_OF_A_PERSON: Final = 4
NEAREST: Final = 5  # names suggested when nothing answers
_BEGINNING: Final = 5  # letters; a name of five words or more has them
EXACT: Final = 100.0
_FOR_A_NAME: Final = 6  # steps of looking words up as they are
_FOR_A_WORD: Final = 70  # of comparing each word with those that are most like it
_FOR_LIKENESS: Final = 400  # of looking for names that are alike where none is meant


# What a word that was not typed weighs, against one that was. An issue without one of its words
# is another issue, and a weak name needs all it has.
_MISSING: Final = 0.5
_MISSING_OF_ALL: Final = 1.0
_ALIKE: Final = 0.6  # from here on two words are spellings of one: Kishida, Kisida

_APOSTROPHES: Final = re.compile("['’]")

_Named = tuple[Name, list[str]]  # with its folded words


class Names:
    """All names, by their folded words and by nearness; never changed, so safe across threads."""

    def __init__(self, names: Iterable[Name]) -> None:
        named = [(name, words) for name in names if (words := _fold_name(name))]
        own = {name: personal_names.split_name(name.text) for name in _own(named)}
        forms = [form for name, words in named for form in _forms(name, words, own)]
        self.longest: Final = max(map(_most_words, named), default=0)
        self._exact = _by_key([*named, *_unmarked(named), *_derived(own)])
        self._beginnings: Final = {key[:_BEGINNING] for key in self._exact}
        self._names = [name for name, _ in forms]
        self._alignments = Alignments([form for _, form in forms])
        self._segmentation = Segmentation(self._exact)
        self._spellings = Spellings(named, own)
        self._small = _by_key(_small_words(own))

    def exact(self, tokens: Sequence[str]) -> tuple[Name, ...]:
        """Return every name of these words, however joined: one a target, strong before weak.

        Titles before a person's name are part of no name: "Dr. Kim Min-su", "Mr. No". Where
        nobody's name is written so, it may be another spelling of one.
        """
        spend(_FOR_A_NAME)
        if found := self._exact.get("".join(tokens)):
            return found
        titled = self._titled(tokens) if tokens and personal_names.is_title(tokens[0]) else ()
        return titled or self._spellings.find(tokens)

    def may_begin(self, tokens: Sequence[str]) -> bool:
        """Return whether five folded tokens may begin a name of as many or more."""
        beginning = "".join(tokens)[:_BEGINNING]
        return beginning in self._beginnings or personal_names.is_title(tokens[0])

    def alone(self, word: str) -> tuple[Name, ...]:
        """Return the names of one word that is all that was asked; An, No and Do are surnames."""
        return self._exact.get(word) or self._small.get(word) or self._spellings.find([word])

    def segment(self, word: str) -> list[Segment]:
        """Return the names in a folded word of a script without spaces, and what is beside them.

        Nothing where no name is in it.
        """
        return self._segmentation.divide(word)

    def _titled(self, tokens: Sequence[str]) -> tuple[Name, ...]:
        rest = personal_names.drop_titles(tokens)
        if len(rest) == len(tokens):
            return ()
        found = self.alone(rest[0]) if len(rest) == 1 else self._exact.get("".join(rest), ())
        return tuple([name for name in found if name.kind is Kind.PERSON])

    def resolve(
        self,
        tokens: Sequence[str],
        kinds: Collection[Kind] | None = None,
        is_known: Callable[[str], bool] = lambda _: False,
    ) -> Resolution:
        """Decide what folded tokens name, as `find` does, or suggest the nearest names."""
        return self.find(tokens, kinds, is_known) or self._nearest(tokens, kinds)

    def find(
        self,
        tokens: Sequence[str],
        kinds: Collection[Kind] | None = None,
        is_known: Callable[[str], bool] = lambda _: False,
    ) -> Resolution | None:
        """Decide what folded tokens name, among names of these kinds; None for nothing.

        `is_known` says of a word whether it is a surname or given name of the world: such a word
        is nobody else's, misspelled.
        """
        exact = [name for name in self.exact(tokens) if kinds is None or name.kind in kinds]
        if exact:
            return _decide_exact(exact)
        spend(_FOR_A_WORD * len(tokens))
        near = self._one_a_target(self._alignments.near(tokens, kinds))
        return self._decide_near(tokens, near, is_known)

    def _decide_near(
        self, tokens: Sequence[str], near: Sequence[_Near], is_known: Callable[[str], bool]
    ) -> Resolution | None:
        edited = bool(near and near[0].aligned.edited)
        if edited and self._spellings.is_another(tokens, near[0].candidate.name.target):
            return _decide_near(near, lambda _: True)
        return _decide_near(near, is_known)

    def _one_a_target(self, found: Iterable[Aligned]) -> list[_Near]:
        best: dict[str, _Near] = {}
        for aligned in found:
            name = self._names[aligned.form]
            if name.target not in best:
                best[name.target] = _Near(NameCandidate(name, aligned.score, exact=False), aligned)
        return list(best.values())

    def _nearest(self, tokens: Sequence[str], kinds: Collection[Kind] | None) -> Resolution:
        """Suggest names that look alike; where some have every word typed, those alone."""
        spend(_FOR_LIKENESS)
        far = self._one_a_target(self._alignments.far(tokens, kinds))
        fitting = [near for near in far if near.aligned.complete] or far[:NEAREST]
        return Resolution(ResolutionKind.NONE, tuple([candidate for candidate, _ in fitting]))


def _most_words(named: _Named) -> int:
    """Return in how many words a name may be typed: "Kim Yojong" also as "Dr. Kim Yo Jong"."""
    name, words = named
    return max(len(words), _WORDS_OF_A_PERSON) if name.kind is Kind.PERSON else len(words)


def _fold_name(name: Name) -> list[str]:
    """Return the folded words of a name; titles belong to a name unless it is a person's."""
    tokens = tokenize(name.text)
    kept = without_titles(tokens) if name.kind is Kind.PERSON else tokens
    return [token.folded for token in kept]


class _Near(NamedTuple):
    candidate: NameCandidate
    aligned: Aligned


def _decide_exact(names: Sequence[Name]) -> Resolution:
    """Let strong names go first; a name that several claim is a choice among them."""
    claimed = [name for name in names if not name.weak] or names
    outcome = ResolutionKind.MATCH if len(claimed) == 1 else ResolutionKind.CHOICE
    shown = names if outcome is ResolutionKind.MATCH else claimed
    return Resolution(outcome, tuple(NameCandidate(name, EXACT, exact=True) for name in shown))


def _decide_near(found: Sequence[_Near], is_known: Callable[[str], bool]) -> Resolution | None:
    """Answer what is near and clear of the next, or let choose; None when neither is right."""
    if not found or not found[0].aligned.complete:
        return None  # a word left over is one that was not understood
    best, tied = found[0].aligned, _tied(found)
    if best.score < CHOOSE or (len(tied) == 1 and (best.score < ANSWER or best.part)):
        return None
    person = found[0].candidate.name.kind is Kind.PERSON
    stranger = person and any(map(is_known, best.edited))
    choice = len(tied) > 1
    outcome = ResolutionKind.CHOICE if choice else ResolutionKind.MATCH
    return Resolution(
        outcome=ResolutionKind.NONE if stranger else outcome,
        candidates=tuple(tied if choice or stranger else [c for c, _ in found[:NEAREST]]),
        edited=best.edited,
        lone=person and best.lone,
        stranger=stranger,
    )


def _tied(found: Sequence[_Near]) -> list[NameCandidate]:
    """Return the candidates among which the words typed do not decide."""
    best, first = found[0].aligned, found[0].candidate
    if best.lone and best.edited and first.name.kind is Kind.PERSON:
        return [c for c, a in found if a.complete and a.score >= CHOOSE]
    # The very words in another order are no typo: what is merely near them is no rival.
    margin = CLEAR if best.score < EXACT else 0.0
    return [c for c, a in found if a.complete and a.score >= best.score - margin]


def _own(named: Iterable[_Named]) -> list[Name]:
    """Return the names that are a person's own: the preferred one, and what is spelled like it."""
    persons = [(name, words) for name, words in named if name.kind is Kind.PERSON]
    preferred = {name.target: words for name, words in persons if name.preferred}
    return [
        name
        for name, words in persons
        if not (name.weak and not name.preferred)
        and _is_spelled_like(words, preferred.get(name.target, words))
    ]


def _is_spelled_like(words: Collection[str], others: Collection[str]) -> bool:
    return not set(words).isdisjoint(others) or any(
        OSA.normalized_similarity(one, other) >= _ALIKE for one, other in product(words, others)
    )


def _derived(own: Mapping[Name, Sequence[NamePart]]) -> Iterator[_Named]:
    """Yield what else the personal names answer to, all of it weak."""
    for name, parts in own.items():
        for some in personal_names.shorten(parts):
            text = " ".join([part.typed for part in some])
            words = [part.folded for part in some]
            yield Name(text, name.target, name.kind, weak=True), words


def _small_words(own: Mapping[Name, Sequence[NamePart]]) -> Iterator[_Named]:
    """Yield the names that questions use as everyday words: An, No, Do."""
    for name, parts in own.items():
        for part in personal_names.find_small_words(parts):
            yield Name(part.typed, name.target, name.kind, weak=True), [part.folded]


def _unmarked(named: Iterable[_Named]) -> Iterator[_Named]:
    """Yield names as they are typed in haste: "kims sister"."""
    for name, words in named:
        text = _APOSTROPHES.sub("", name.text)
        if text != name.text and (unmarked := fold(text).split()) != words:
            yield name, unmarked


def _by_key(named: Iterable[_Named]) -> dict[str, tuple[Name, ...]]:
    """Sort the names by their words joined: a hyphen is a space is nothing."""
    keyed = defaultdict[str, dict[str, Name]](dict)
    for name, words in sorted(named, key=lambda n: (n[0].weak, not n[0].preferred)):
        keyed["".join(words)].setdefault(name.target, name)
    return {key: tuple(names.values()) for key, names in keyed.items()}


def _forms(
    name: Name, words: list[str], own: Mapping[Name, Sequence[NamePart]]
) -> Iterator[tuple[Name, NameForm]]:
    """Yield the name to align with, and the same as one word, for "unitedstaets".

    A person's own also with hyphenated words as one.
    """
    parts = own.get(name, ())
    alone = frozenset([part.folded for part in personal_names.find_lone_parts(parts)])
    described = name.weak and not name.preferred
    missing = _MISSING_OF_ALL if described or name.kind is Kind.ISSUE else _MISSING
    yield name, NameForm(words, name.target, name.kind, missing, alone)
    as_parts, compound = [part.folded for part in parts], ["".join(words)]
    if parts and as_parts != words:
        yield name, NameForm(as_parts, name.target, name.kind, missing, alone)
    if compound not in (words, as_parts):
        yield name, NameForm(compound, name.target, name.kind, missing, compound=True)
