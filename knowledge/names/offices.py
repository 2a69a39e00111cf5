"""Read the words of an office: which role it is, and what it is about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from knowledge.text.english.office_words import (
    ABBREVIATIONS,
    BESIDE_AN_OFFICE,
    DEPUTIES,
    ENDINGS,
    JOINING,
    KNOWN_OFFICES,
    NO_LONGER,
    NOT_YET,
    OFFICES,
    SAME_OFFICE,
    SAME_THING,
    STAND_INS,
    STANDING_IN,
    WHOLE_OFFICES,
)
from knowledge.text.english.small_words import STOP_WORDS
from knowledge.text.spelling import american

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    # Returns how many words at the beginning name a state or another organization.
    Naming = Callable[[Sequence[str]], int]

_LONGEST: Final = max(map(len, OFFICES))
_BEGINNINGS: Final = frozenset(way[0] for way in OFFICES)
_SHORTEST_STEM: Final = 4  # letters


@dataclass(frozen=True, slots=True)
class Office:
    """An office as words name it; `about` is what it is about, each word without its ending."""

    role: str
    about: frozenset[str] = frozenset()
    deputy: bool = False
    acting: bool = False
    former: bool = False
    joined: str | None = field(default=None, compare=False)
    """The word between the role and what it is about: "envoy on rights"."""

    @property
    def roles(self) -> frozenset[str]:
        """The role, and those that are the same office where both are about one thing."""
        return roles_alike(self.role) if self.about else frozenset({self.role})

    def is_like(self, other: Office) -> bool:
        """Return whether the two may be one office, whatever they say that it is about."""
        if self.deputy is not other.deputy:
            return False
        return not ({self.role} | self.roles).isdisjoint(other.roles | {other.role})

    @property
    def stand_ins(self) -> list[Office]:
        """What the office means in a state that has none by that name, the likeliest first."""
        roles = STAND_INS.get((self.role, self.about), ())
        return [Office(role, deputy=self.deputy, acting=self.acting) for role in roles]

    @property
    def is_whole(self) -> bool:
        return self.role in WHOLE_OFFICES


@cache
def roles_alike(role: str) -> frozenset[str]:
    """Return the role, and those that are the same office where both are about one thing."""
    return SAME_OFFICE.get(role, frozenset()) | {role}


@dataclass(frozen=True, slots=True)
class OfficePart:
    """A word of an office, or several that say one; `first` and `last` are its place."""

    word: str
    first: int
    last: int
    typed: str
    role: bool = False

    @property
    def beside(self) -> str:
        """The word beside another role: a chief scientist is a scientist, and no chief."""
        return self.typed if self.role else self.word


def read_parts(words: Sequence[str], taken: Collection[str] = ()) -> list[OfficePart]:
    """Return the words with those that say a role as one; an abbreviation in `taken` says none.

    "what did the fm say" → what, did, the, foreign, minister, say
    """
    parts: list[OfficePart] = []
    at = 0
    while at < len(words):
        read = _read_way(words, at, taken) or [OfficePart(words[at], at, at + 1, words[at])]
        parts += read
        at = read[-1].last
    return parts


def _read_way(words: Sequence[str], at: int, taken: Collection[str]) -> list[OfficePart]:
    if words[at] not in _BEGINNINGS:
        return []
    for last in range(min(len(words), at + _LONGEST), at, -1):
        way = OFFICES.get(tuple(words[at:last]))
        if way and not (last == at + 1 and _is_another(words, at, taken)):
            about = [OfficePart(word, at, last, word) for word in way[:-1]]
            typed = " ".join(words[at:last])
            return [*about, OfficePart(way[-1], at, last, typed, role=True)]
    return []


def _is_another(words: Sequence[str], at: int, taken: Collection[str]) -> bool:
    """Return whether an abbreviation is something else: "at 3 pm"."""
    after_a_number = at > 0 and words[at - 1].isdecimal()
    return words[at] in ABBREVIATIONS and (after_a_number or words[at] in taken)


@cache
def stem(word: str) -> str:
    """Return what two forms of a word have in common: Korea and Korean, fishery and fisheries."""
    word = american(word)
    word = SAME_THING.get(word, word)
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return what the words say an office is about."""
    silent = NOT_YET | BESIDE_AN_OFFICE | STOP_WORDS | JOINING | DEPUTIES | STANDING_IN | NO_LONGER
    return frozenset(stem(word) for word in words if word not in silent)


def read_office(
    words: Sequence[str], naming: Naming, roles: Collection[str] | None = None
) -> Office | None:
    """Return the office that the words as a whole name, or None.

    Its role is one of `roles` or a known one; where `roles` is None the last word is a role.
    "the South's special representative for peace" → envoy about peace
    """
    parts = read_parts([word for word in words if word not in NOT_YET])
    joined = next((i for i, part in enumerate(parts) if i and part.word in JOINING), len(parts))
    head = _head(parts[:joined], roles)
    if head is None:
        return None
    before = [part.beside for part in parts[:head]]
    after = [part.word for part in parts[head + 1 :]]
    around = [*_without_names(before, naming), *_about(after, naming)]
    office = make_office(say_to_come(parts[head].word, words), around)
    return replace(office, joined=after[0] if after else None)


def say_to_come(role: str, words: Iterable[str]) -> str:
    """Return the role; with a word that it is to come, it is another: a president elect."""
    return " ".join([*sorted(NOT_YET.intersection(words)), role])


def make_office(role: str, around: Sequence[str]) -> Office:
    """Return the office of a role with these words around it.

    A secretary of state for something is a minister: the British one for foreign affairs.
    """
    about = stems(around)
    return Office(
        "secretary" if about and role == "secretary of state" else role,
        about,
        deputy=not DEPUTIES.isdisjoint(around),
        acting=not STANDING_IN.isdisjoint(around),
        former=not NO_LONGER.isdisjoint(around),
    )


def _head(parts: Sequence[OfficePart], roles: Collection[str] | None) -> int | None:
    """Return the place of the role: the last known one, else the last word of a title."""
    if not parts:
        return None
    last = len(parts) - 1
    if roles is not None:
        known = parts[last].word in roles or parts[last].word in KNOWN_OFFICES
        return last if known else None
    offices = [i for i, part in enumerate(parts[:-1]) if _is_role_within(part)]
    return offices[-1] if offices and not _is_role_within(parts[-1]) else last


def _is_role_within(part: OfficePart) -> bool:
    """Return whether the word is the role of a title that goes on: "Director, Asian Bureau"."""
    known = part.role or part.word in KNOWN_OFFICES
    return known and part.typed not in BESIDE_AN_OFFICE


def _without_names(words: Sequence[str], naming: Naming) -> Iterator[str]:
    at = 0
    while at < len(words):
        named = naming(words[at:])
        if not named:
            yield words[at]
        at += named or 1


def _about(after: Sequence[str], naming: Naming) -> list[str]:
    """Return what stands after the role, without the state or body that the office is of."""
    words = [word for word in after if word not in {"the", "a"}]
    words = words[: _find_place(words, naming)]
    if words and words[0] in {"of", "in", "at"}:
        words = words[1:]
        named = naming(words)
        return words[named:]
    return list(words)


def _find_place(words: Sequence[str], naming: Naming) -> int:
    """Return where "in" and a name close what an office is called: "minister of trade in Ostby"."""
    for at in range(1, len(words) - 1):
        if words[at] == "in" and naming(words[at + 1 :]) == len(words) - at - 1:
            return at
    return len(words)
