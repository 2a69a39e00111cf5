"""Surnames and kana of the names that people have in scripts other than Latin.

Given names of two characters are left out: many are ordinary words (지원, support; 平和, peace).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from knowledge.names import japanese, korean, personal_names
from knowledge.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from japanese_personal_name_dataset import LastNameEntry

    from knowledge.corpus.model import Person

_ALIKE: Final = 0.5  # from here on two words are one in two scripts: "hady", "hadi"
_HANGUL: Final = re.compile("[가-힣]{2,4}")
_HAN: Final = re.compile("[\u4e00-\u9fff々]{2,}[\u3040-\u30ff]*|[\u4e00-\u9fff々]+[\u3040-\u30ff]+")
_LATIN: Final = re.compile("[a-z]", re.IGNORECASE)
_SHORT: Final = 3  # characters in a Chinese or Korean name whose surname is one of them
_KATAKANA: Final = {code: code + 0x60 for code in range(0x3041, 0x3097)}  # by hiragana


def native_parts(person: Person) -> Iterator[str]:
    """Yield what a person is called for short in the scripts that the aliases are in."""
    own = [part.folded for part in personal_names.split_name(person.name)]
    names = [alias for alias in person.aliases if not _LATIN.search(alias)]
    if not own or not names:
        return
    yield from dict.fromkeys(_parts(own, names))


def _parts(own: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    korean_name = any(map(_HANGUL.fullmatch, names))
    for name in names:
        if len(parts := personal_names.split_name(name)) > 1:
            yield from _spaced([part.typed for part in parts], own)
        elif _HANGUL.fullmatch(name):
            yield from _hangul(name, own)
        elif _HAN.fullmatch(name) and not korean_name and all(map(japanese.is_romanized, own)):
            yield from _japanese(name, own)
        elif _HAN.fullmatch(name) and len(name) <= _SHORT:
            yield name[:1]


def _spaced(parts: Sequence[str], own: Sequence[str]) -> Iterator[str]:
    """Yield the parts that sound like the first and the last of the name in Latin letters."""
    from anyascii import anyascii

    for part in parts:
        sound = fold(anyascii(part)).replace(" ", "")
        if any(OSA.normalized_similarity(sound, end) >= _ALIKE for end in (own[0], own[-1])):
            yield part


def _hangul(name: str, own: Sequence[str]) -> Iterator[str]:
    """Yield the surname, where the name in Latin letters has it too."""
    ends = (own[0], own[-1])
    for at in (1, 2):
        surname = re.compile(korean.pattern(korean.surname_ways(name[:at])))
        if any(map(surname.fullmatch, ends)):
            yield name[:at]
            return
    if any(map(re.compile(korean.pattern(korean.surname_ways(name[-1]))).fullmatch, ends)):
        yield name[-1]


def _japanese(name: str, own: Sequence[str]) -> Iterator[str]:
    """Yield the surname, which is read as the one in Latin letters, and all in kana."""
    sounds = {japanese.kunrei(own[0]), japanese.kunrei(own[-1])}
    for at in range(len(name) - 1, 0, -1):
        surname = _surnames().get(name[:at])
        if surname and japanese.kunrei(surname["en"]) in sounds:
            yield name[:at]
            yield from _in_kana(surname["reading"], name[at:], sounds)
            return


def _in_kana(surname: str, given: str, sounds: Iterable[str]) -> Iterator[str]:
    readings = [r for sound in sounds for r in _given_names().get((given, sound), ())]
    for hiragana in (surname, *(f"{surname}{reading}" for reading in readings)):
        yield from (hiragana, hiragana.translate(_KATAKANA))


@cache
def _surnames() -> Mapping[str, LastNameEntry]:
    from japanese_personal_name_dataset import load_dataset

    return load_dataset(include_last_names=True)[2]


@cache
def _given_names() -> dict[tuple[str, str], list[str]]:
    """Return readings of given names, by how they are written and how they sound."""
    from japanese_personal_name_dataset import load_dataset

    found: dict[tuple[str, str], list[str]] = {}
    for names in load_dataset():
        for reading, name in names.items():
            for written in {*name["kanji"], reading}:
                found.setdefault((written, japanese.kunrei(name["en"])), []).append(reading)
    return found
