"""The words of all names, and which of them a mistyped word may be."""

from __future__ import annotations

from collections import defaultdict
from sys import intern
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA, JaroWinkler

from knowledge.text.english.opposites import OPPOSITES

# Points that an edit takes off a score of a hundred: two edits answer at 85, three do not.
EDIT_COST: Final = 7.0
_NUMBER_COST: Final = 1.0  # singular for plural is hardly an edit
# Tells apart words that are as many edits away, and never outweighs an edit.
_TIE_COST: Final = 0.2

_SHORT: Final = 4  # below this length nothing is edited: one edit makes "iran" of "ran"
_LONG: Final = 7  # from this length two edits are a typo; in a lone word from the next
_MANY: Final = 2_000  # words; from here on a lone one is read as another only ...
_LONG_AMONG_MANY: Final = 9  # ... from this length, and after one edit
LONGEST: Final = 40  # a longer word is no word
# An edit spoils at most four trigrams: of this many rarest ones, one is left as it was.
_RAREST_AFTER_ONE: Final = 5
_RAREST_AFTER_TWO: Final = 9
_APART: Final = 2  # letters that a typo may be longer or shorter
_FAR_APART: Final = 3  # letters that a suggestion may be longer or shorter
_FAR: Final = 12  # words suggested for one that is near none
_FAR_COST: Final = 40.0  # points that a word wholly different takes off
_ALIKE: Final = 0.65  # from here on a word is like another: two edits in six letters
_BEGINNING: Final = 2  # letters that may stand for a word that begins with them
_REST_COST: Final = 15.0  # points for all the letters that a beginning leaves out


class Vocabulary:
    """Words with an index of padded trigrams, by length of word."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self._postings: defaultdict[int, dict[str, list[str]]] = defaultdict(dict)

    def add(self, word: str) -> int:
        if word in self.ids:
            return self.ids[word]
        number = self.ids[word] = len(self.ids)
        postings = self._postings[len(word)]
        for gram in map(intern, _grams(word)):  # most stand in words of other lengths too
            if gram in postings:
                postings[gram].append(word)
            else:
                postings[gram] = [word]  # most stay at one, and setdefault makes a list for each
        return number

    def near(self, word: str, *, lone: bool = False) -> dict[int, float]:
        """Return what the word may be a typo of, each with the points this costs.

        A lone word has none beside it to confirm it.
        """
        if not _SHORT <= len(word) <= LONGEST or _has_digit(word):
            return {}
        others = self._sharing(word, _APART)
        found = process.extract(word, others, scorer=OSA.distance, score_cutoff=_APART, limit=None)
        return {
            self.ids[other]: _cost(word, other, edits)
            for other, edits, _ in found
            if edits <= self._budget(word, other, lone=lone) and not is_opposite(word, other)
        }

    def far(self, word: str) -> dict[int, float]:
        """Return the words that are like it or begin with it, to suggest and never to answer."""
        if len(word) > LONGEST:
            return {}
        others, similarity = sorted(self._sharing(word, _FAR_APART)), OSA.normalized_similarity
        found = process.extract(word, others, scorer=similarity, score_cutoff=_ALIKE, limit=_FAR)
        like = {
            self.ids[other]: _FAR_COST * (1 - likeness) + _tie(word, other)
            for other, likeness, _ in found
        }
        return like | self._begun(word)

    def _begun(self, typed: str) -> dict[int, float]:
        """Return the words that begin with what was typed: "ji" for "jiwon"."""
        if len(typed) < _BEGINNING:
            return {}
        gram = f" {typed[:2]}"
        return {
            self.ids[word]: _REST_COST * (1 - len(typed) / len(word))
            for postings in self._postings.values()
            for word in postings.get(gram, ())
            if word != typed and word.startswith(typed)
        }

    def _budget(self, typed: str, word: str, *, lone: bool) -> int:
        """Return the edits of a word that still are a typo.

        The more words there are, the likelier a strange lone one is near some by chance.
        """
        if lone and len(self.ids) > _MANY:
            return 1 if len(word) >= _LONG_AMONG_MANY and typed[0] == word[0] else 0
        return _budget(typed, word, lone=lone)

    def _sharing(self, word: str, apart: int) -> set[str]:
        """Return words that share a trigram and differ in length by so many letters at most."""
        grams = _grams(word)
        shared: set[str] = set()
        for length in range(len(word) - apart, len(word) + apart + 1):
            if postings := self._postings.get(length):
                lists = sorted([postings.get(gram, ()) for gram in grams], key=len)
                shared.update(*lists[: _RAREST_AFTER_ONE if length < _LONG else _RAREST_AFTER_TWO])
        return shared


def is_opposite(one: str, other: str) -> bool:
    """Return whether two words differ by a change of poles alone."""
    return any(
        one.replace(this, that, 1) == other or other.replace(this, that, 1) == one
        for this, that in OPPOSITES
    )


def _budget(typed: str, word: str, *, lone: bool) -> int:
    """Return how many edits of a word still are a typo; a swap of neighbours is one.

    Two are, where the first letter is right: Karlsson is no misspelled Larsson. A lone word of
    four letters may have no strange one: Iraq is no misspelled Iran.
    """
    if len(word) < _SHORT or _has_digit(word):
        return 0
    if lone and len(word) == _SHORT and not set(typed) <= set(word):
        return 0
    return 2 if len(word) >= _LONG + lone and typed[0] == word[0] else 1


def _cost(typed: str, word: str, edits: int) -> float:
    if typed + "s" == word or typed == word + "s":
        return _NUMBER_COST
    return EDIT_COST * edits + _tie(typed, word)


def _tie(typed: str, word: str) -> float:
    """Letters left out or swapped are likelier than any one letter too many or wrong."""
    stray = any(typed.count(letter) > word.count(letter) for letter in typed)
    return _TIE_COST * (1 + stray - JaroWinkler.similarity(typed, word))


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))


def _grams(word: str) -> set[str]:
    padded = f"  {word}  "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}
