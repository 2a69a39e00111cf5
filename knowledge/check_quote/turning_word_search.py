"""The search for words that change the meaning: negations, conditions and modals."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_quote.clause_reach import Reach
from knowledge.check_quote.verdict import MeaningChange
from knowledge.text.article_text import fold
from knowledge.text.english.turning_words import POINTED_OUT
from knowledge.text.same_words import list_keys
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_FOR_A_TEXT = 20  # steps of a search, and some for each word
_FOR_A_WORD = 2
_EDGES = " .,;:!?\"'-[]()"


class TurningWord(NamedTuple):
    """Words that change the meaning of a sentence, and their numbers."""

    what: str
    word: str
    numbers: range


def find_turning_words(words: Sequence[str]) -> Iterator[TurningWord]:
    """Yield what changes the meaning in these words; none of them has a space in it."""
    spend(_FOR_A_TEXT + _FOR_A_WORD * len(words))
    folded = list(map(fold, words))
    text = " ".join(folded)
    for what, pattern in POINTED_OUT.items():
        for match in pattern.finditer(text):
            first, last = (text.count(" ", 0, at) for at in (match.start(), match.end() - 1))
            word = " ".join(folded[first : last + 1]).strip(_EDGES).lower()
            yield TurningWord(what, word, range(first, last + 1))


def find_lost_words(words: str) -> Iterator[MeaningChange]:
    """Yield what changes the meaning in words that were left out between others; no modals."""
    for what, word, _ in find_turning_words(words.split()):
        if what != "modal":
            yield MeaningChange(kind=what, word=word, where="left_out")


def find_lost_at_end(words: str, asked: str, *, before: bool) -> Iterator[MeaningChange]:
    """Yield the negations and conditions of the same sentence, on one side of the words asked."""
    if not (found := list(find_lost_words(words))):
        return
    reach = Reach(words, asked, before=before)
    sentence, clause = (
        list(find_lost_words(part)) for part in (reach.sentence, reach.cut_to_clause())
    )
    own = {"condition": sentence, "negation": clause}
    yield from (change for change in found if change in own.get(change.kind, ()))


class TurningWords:
    """The words of a text that change its meaning, to be looked up by their numbers."""

    def __init__(self, words: Sequence[str]) -> None:
        self._found = list(find_turning_words(words))
        self._at: dict[int, list[int]] = {}
        for i, turning in enumerate(self._found):
            for number in turning.numbers:
                self._at.setdefault(number, []).append(i)

    def list_at(self, numbers: Iterable[int]) -> list[tuple[str, str]]:
        """Return what changes the meaning and has a word among these numbers, once each."""
        found = sorted({i for number in numbers for i in self._at.get(number, ())})
        return list(dict.fromkeys((self._found[i].what, self._found[i].word) for i in found))


def compare_turning_words(
    asked: Iterable[tuple[str, str]], printed: Iterable[tuple[str, str]]
) -> Iterator[MeaningChange]:
    """Yield what stands on one side of a difference alone."""
    ours, theirs = (
        {(kind, _write_out(kind, word)): (kind, word) for kind, word in side}
        for side in (asked, printed)
    )
    for where, own, other in (("only_asked", ours, theirs), ("only_printed", theirs, ours)):
        for said, (kind, word) in own.items():
            if said not in other:
                yield MeaningChange(kind=kind, word=word, where=where)


def _write_out(kind: str, word: str) -> str:
    """Return what a word says, a contraction by its whole words: "isn't" and "not" say the same."""
    keys = list_keys(word)
    if kind == "modal":  # "wouldn't" and "would've" are "would"
        keys = [key for i, key in enumerate(keys) if not i or key not in {"not", "'ve"}]
    if kind == "negation" and keys[-1:] == ["not"]:
        return "not"
    return keys[-1] if kind == "modal" and keys[-1:] and keys[-1][0] == "'" else " ".join(keys)
