"""What the benchmark does to printed words: each change says how, or is None where it has no place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random

_SUPPORTS = "is are was were will would can could should must may might has have had does do did"
_AUXILIARY = re.compile(rf"\b({_SUPPORTS.replace(' ', '|')})\b(?! not\b|n[’']t)")
_NEGATION = re.compile(r" (not|never|no longer)\b")
_MODALS = {
    "will": "may", "would": "will", "may": "will", "might": "will", "can": "must",
    "could": "will", "must": "may", "should": "could", "shall": "may",
}  # fmt: skip
_MODAL = re.compile(rf"\b({'|'.join(_MODALS)})\b")
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen".split()
_NUMBER = re.compile(rf"\b(\d[\d,.]*\d|\d|{'|'.join(_NUMBERS[1:-1])})\b")
_WORD = re.compile(r"(?<= )[a-z]{5,}(?= )")
_HALF = 3  # words of a sentence that a splice takes, at least
_SET = (("“", '"'), ("”", '"'), ("’", "'"), ("—", "–"), ("–", "-"), (" ", "\n"), (" ", " "))


class Changed(NamedTuple):
    words: str
    how: str


def set_otherwise(words: str, dice: random.Random) -> tuple[str, str]:
    """Return the words in other marks, dashes or white space, which are the same words."""
    old, new = dice.choice([(old, new) for old, new in _SET if old in words])
    at = dice.choice([match.start() for match in re.finditer(re.escape(old), words)])
    put = words[:at] + new + words[at + 1 :] if old == " " else words.replace(old, new)
    return put, f"{old!a} set as {new!a}"


def put_negation_in(words: str, _others: list[str], _dice: random.Random) -> Changed | None:
    if not (place := _AUXILIARY.search(words)):
        return None
    return Changed(
        f"{words[: place.end()]} not{words[place.end() :]}", f"not put in after {place[0]}"
    )


def drop_negation(words: str, _others: list[str], _dice: random.Random) -> Changed | None:
    if not (place := _NEGATION.search(words)):
        return None
    return Changed(words[: place.start()] + words[place.end() :], f"{place[1]} dropped")


def change_modal(words: str, _others: list[str], _dice: random.Random) -> Changed | None:
    if not (place := _MODAL.search(words)):
        return None
    return _replaced(words, place, _MODALS[place[0]])


def change_number(words: str, _others: list[str], dice: random.Random) -> Changed | None:
    if not (place := _NUMBER.search(words)):
        return None
    if place[0] in _NUMBERS:
        at = _NUMBERS.index(place[0]) + dice.choice((-1, 1))
        return _replaced(words, place, _NUMBERS[at])
    first = str(int(place[0][0]) % 9 + 1)
    return _replaced(words, place, first + place[0][1:])


def drop_word(words: str, _others: list[str], dice: random.Random) -> Changed | None:
    if not (places := list(_WORD.finditer(words))):
        return None
    place = dice.choice(places)
    return Changed(words[: place.start()] + words[place.end() + 1 :], f"{place[0]} dropped")


def change_word(words: str, others: list[str], dice: random.Random) -> Changed | None:
    places = list(_WORD.finditer(words))
    strange = sorted(set(_WORD.findall(" ".join(others))) - set(words.split()))
    if not (places and strange):
        return None
    return _replaced(words, dice.choice(places), dice.choice(strange))


def swap_words(words: str, _others: list[str], dice: random.Random) -> Changed | None:
    places = list(_WORD.finditer(words))
    if len({place[0] for place in places}) < 2:
        return None
    one, other = sorted(dice.sample(places, 2), key=lambda place: place.start())
    between = words[one.end() : other.start()]
    swapped = f"{words[: one.start()]}{other[0]}{between}{one[0]}{words[other.end() :]}"
    return Changed(swapped, f"{one[0]} and {other[0]} swapped")


def splice(words: str, others: list[str], dice: random.Random) -> Changed | None:
    """Join the first half of a passage to the second half of another one, with nothing between."""
    long = [other.split() for other in others if len(other.split()) >= 2 * _HALF]
    own = words.split()
    if len(own) < 2 * _HALF or not long:
        return None
    other = dice.choice(long)
    joined = own[: len(own) // 2] + other[len(other) // 2 :]
    return Changed(" ".join(joined), "halves of two passages joined")


def _replaced(words: str, place: re.Match[str], new: str) -> Changed:
    return Changed(words[: place.start()] + new + words[place.end() :], f"{place[0]} became {new}")


CHANGES = {
    "negation_put_in": put_negation_in,
    "negation_dropped": drop_negation,
    "modal_changed": change_modal,
    "number_changed": change_number,
    "word_dropped": drop_word,
    "word_changed": change_word,
    "words_swapped": swap_words,
    "spliced": splice,
}
