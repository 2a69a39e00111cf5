"""The usual romanizations of Korean names, from their Hangul or from one romanization."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# One syllable after the other, each in every way that it is written.
Ways = list[frozenset[str]]

# Letters of one syllable as they are romanized: Revised, McCune–Reischauer without its marks, and
# by habit. In the order of Unicode's jamo.
_INITIALS: Final = "k,g k,g n t,d t,d r,l,n m p,b p,b s s - j,ch j,ch ch k t p h".split()
_MEDIALS: Final = (
    "a,ah ae,ai ya yae eo,u e yeo,yu,you ye o,oh wa wae oe,oi,we yo u,oo,ou wo we wi,ui yu,yoo "
    "eu,u ui,eui,ee,i,yi i,ee".split()
)
_FINALS: Final = "- k,g k k n n n t l l l l l l l l m p,b p t t ng t t k t p t".split()
# What these vowels are too, where it is known that they are meant: "Chong" for 정, "Yong" for 영.
_WITHOUT_MARKS: Final = {4: "o", 6: "yo"}
_SOFT: Final = frozenset({6, 16, 20})  # vowels before which an s may be sh
# Before no consonant: "woo", "yi".
_BARE: Final = {13: ["woo", "wu"], 20: ["yi"]}
SURNAMES: Final = dict(
    line.split(" ", 1)
    for line in """\
이 lee yi rhee rhie ree li ri
리 ri lee li yi rhee
박 park pak bak
최 choi choe choy
노 roh noh no ro rho
로 ro roh noh no rho
임 lim im rim yim
림 rim lim im
유 yoo yu ryu you
류 ryu yoo yu ryoo
오 oh o
우 woo u wu
허 heo hur huh ho her
서 seo suh so su sur
안 ahn an
백 baek paik paek baik
손 son sohn
조 cho jo
구 koo ku goo gu
여 yeo yuh yo
양 yang ryang
정 chung jung jeong chong joung cheong
김 kim gim
문 moon mun
윤 yoon yun youn
신 shin sin
심 shim sim
주 joo ju chu
지 ji jee chi
전 jeon chun jun chon
천 cheon chun chon
성 sung seong song
현 hyun hyeon hyon
변 byun byeon pyon
권 kwon gwon
강 kang gang kahng
장 jang chang
한 han hahn
황 hwang whang
송 song
홍 hong
고 ko koh go
배 bae pae
남 nam
하 ha hah
곽 kwak gwak
차 cha
민 min
원 won
나 na ra rah
채 chae chai
반 ban pan
태 tae
봉 bong pong
길 gil kil
도 do doh to
마 ma mah
남궁 namgung namkung namgoong
황보 hwangbo
제갈 jegal chegal
선우 sunwoo seonu""".splitlines()
)
# Syllables of given names, to read a romanization by.
GIVEN_SYLLABLES: Final = (
    "가강건걸겸경곤관광교구국군권규균근금기길나난남노다달대덕도동두라란래량려련렬령록룡률리린림마만명모목무문미민"
    "배백범병보복본봉부빈사삼상서석선설섭성세소송수숙순숭승시식신실아안애양언연열염엽영예옥완왕용우욱운웅원월유윤율"
    "은을음응의이익인일임자장재전정제조종주준중지진집찬창채천철청초춘충치칠태택판평포표필하학한해행향허혁현형혜호홍화환"
    "회효후훈휘휴흠희"
)
_HANGUL: Final = re.compile("[가-힣]{2,4}")
_FIRST, _VOWELS, _ENDS = 0xAC00, 21, 28
_DROPPED: Final = re.compile(r"[^ptscmbdjz]+")
# A row of syllables: at most one consonant before the vowels, and one after them. What stands
# between vowels is read in one way only: which syllable an "n" is of doubles the ways at each.
_BEFORE: Final = r"(?:ch|sh|wh|hw|rh|[kgntdrlmpbsjh])?[yw]?"
_AFTER: Final = r"[yh]?(?:ng|rk|[kgntdlmpbr])?"
_SOUNDS: Final = re.compile(
    rf"{_BEFORE}[aeiou]++(?:(?>{_AFTER}{_BEFORE}(?=[aeiou]))[aeiou]++)*{_AFTER}"
)
_ONE_CLASS: Final = str.maketrans("bdjz", "ptcc")


@cache
def romanizations(syllable: str, *, unmarked: bool) -> frozenset[str]:
    """Return the ways to write a syllable.

    With `unmarked`, also what McCune–Reischauer comes to without its marks: "Chong" for 정.
    """
    rest, final = divmod(ord(syllable) - _FIRST, _ENDS)
    initial, medial = divmod(rest, _VOWELS)
    starts, vowels = _split(_INITIALS[initial]), _split(_MEDIALS[medial])
    if starts == ["s"] and medial in _SOFT:
        starts = ["s", "sh"]
    if starts == [""]:
        vowels += _BARE.get(medial, [])
    if unmarked and medial in _WITHOUT_MARKS:
        vowels.append(_WITHOUT_MARKS[medial])
    ways = ["".join(letters) for letters in product(starts, vowels, _split(_FINALS[final]))]
    return frozenset([*ways, *(f"wh{way[2:]}" for way in ways if way.startswith("hw"))])


def _split(ways: str) -> list[str]:
    return ways.replace("-", "").split(",")


def surname_ways(hangul: str) -> Ways:
    """Return the ways to write a surname, of one syllable or two."""
    if hangul in SURNAMES:
        return [frozenset(SURNAMES[hangul].split())]
    return [romanizations(syllable, unmarked=False) for syllable in hangul]


def divide_hangul(hangul: str) -> Iterator[tuple[Ways, Ways]]:
    """Yield what may be the surname and the given name: "정은" after "김", "성" before it."""
    if not _HANGUL.fullmatch(hangul):
        return
    for at in (2, 1) if hangul[:2] in SURNAMES else (1,):
        yield surname_ways(hangul[:at]), given_ways(hangul[at:])
    yield surname_ways(hangul[-1]), given_ways(hangul[:-1])


def given_ways(hangul: str) -> Ways:
    return [romanizations(syllable, unmarked=True) for syllable in hangul]


def read_surname(word: str) -> Ways:
    """Return the ways to write the surname that a word is, or nothing."""
    return [ways] if (ways := _surnames_read().get(word)) else []


def read_given(words: Sequence[str]) -> Ways:
    """Return the ways to write a given name of these two syllables, or nothing."""
    read = [_syllables_read().get(word) for word in words]
    return [ways for ways in read if ways] if len(read) == 2 and all(read) else []  # noqa: PLR2004


def is_name(words: Sequence[str]) -> bool:
    """Return whether romanized words are a surname and a given name of two syllables."""
    if len(words) == 2:  # noqa: PLR2004
        word = words[1]
        return any(is_name([words[0], word[:i], word[i:]]) for i in range(1, len(word)))
    return len(words) == 3 and bool(read_surname(words[0]) and read_given(words[1:]))  # noqa: PLR2004


@cache
def _surnames_read() -> dict[str, frozenset[str]]:
    return _read_by_any([frozenset(ways.split()) for ways in SURNAMES.values()])


@cache
def _syllables_read() -> dict[str, frozenset[str]]:
    return _read_by_any([romanizations(syllable, unmarked=False) for syllable in GIVEN_SYLLABLES])


def _read_by_any(groups: list[frozenset[str]]) -> dict[str, frozenset[str]]:
    """Return, for each way to write something, all ways to write what may be meant."""
    read: dict[str, frozenset[str]] = {}
    for ways in groups:
        for way in ways:
            read[way] = read.get(way, frozenset()) | ways
    return read


def pattern(ways: Ways) -> str:
    """Return the expression that every way to write these syllables fits."""
    return "".join(f"(?:{'|'.join(sorted(syllable))})" for syllable in ways)


def skeleton(word: str) -> str:
    """Return what all ways to write a name have in common: the consonants that change least.

    A word that is no name of Koreans has one that no name has.
    """
    if not _SOUNDS.fullmatch(word):
        return "-"
    return _DROPPED.sub("", word).translate(_ONE_CLASS)


def beginning(joined: str) -> str:
    """Return what all ways to write a name have in common at its beginning."""
    return "k" if joined[0] in "kg" else ""
