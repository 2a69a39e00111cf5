"""The check of what somebody's message quotes: its quotations, and whom its prose gives them to."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.answers.claimed_speaker import SOMEBODY
from bot.answers.described_by_words import only_describes
from bot.answers.prose_speakers import GivenName, list_bodies, list_speakers
from bot.answers.split_quotations import join_halves
from bot.answers.turned_claims import list_denials
from knowledge.check_quote import (
    blank_quotations,
    divide_beside,
    find_other_subject,
    has_marks,
    is_handling,
    is_in_later_line,
    outline_quotations,
    place_quotations,
    put_in_marks,
    read_quotations,
)
from knowledge.corpus import Kind
from knowledge.questions import MAX_LENGTH, read
from knowledge.text import MAY_TURN_A_CLAIM

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from knowledge.check_quote import Beside
    from knowledge.kb import KnowledgeBase

Place = tuple[int, int]

_CAPITAL = r"[A-Z][\w.’'-]{0,40}"
_ENDS = re.compile(r"[.;\n]")
_NEIGHBORS = 8  # capitalized words on either side of a name
_NAME = rf"{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}}"
_PRONOUNS = r"(?!(?:He|She|They|It|We|You|I|Who|That|This|Someone)\b)"
_SAID = re.compile(rf"({_PRONOUNS}{_NAME})\s+(?:said|says|told|added|wrote|tweeted)\b")
# On one line, a name after words without marks: "… – Taro Kono", "… (Kono)".
_SIGNED = re.compile(rf"(.*\S)\s+[–—(-]{{1,2}}\s*({_NAME}(?:, [^–—]{{1,60}})?)\)?", re.DOTALL)
_LABELED = re.compile(r"\s*([^\W\d_][^:\n]{1,60}):\s+(\S.*)", re.DOTALL)
_JOINS = re.compile(r"\b(?:and|or)\b|[&/]", re.IGNORECASE)


def check_of(kb: KnowledgeBase, text: str) -> str | None:
    """Return what to check of somebody's message: its quotations, and who it says said them.

    None where nothing stands between marks.
    """
    text = join_halves(kb, text[:MAX_LENGTH])
    if not has_marks(text) or not (found := read_quotations(text)):
        return None
    given = list_speakers(kb, text)
    others = _list_others(kb, text, given) if given and len(found) > 1 else set()
    denied = _denials(kb, text) if len(found) == 1 else ""
    several = len(set(given.values())) > 1 or (given and len(found) == 1)
    outlined = outline_quotations(text)
    only_beside = [place for place in given if _is_only_beside(kb, outlined, place)]
    if several or others or only_beside or _doubts(text, given):
        return denied + _give_each(text, found, given, others, only_beside)
    name = next(iter(given.values()), None)
    words = " ".join(map(put_in_marks, found))
    return f"{name.typed}: {words}" if name else denied + words


def _is_only_beside(kb: KnowledgeBase, outlined: str, place: Place) -> bool:
    """Return whether somebody only handles words, or is described with them."""
    return is_handling(outlined, place) or only_describes(kb, outlined, place)


def _doubts(text: str, given: Mapping[Place, GivenName]) -> bool:
    """Return whether a pronoun gives a quotation to somebody who is named nowhere."""
    beside = divide_beside(text, place_quotations(text), sorted(given)) if given else ()
    return any(one.by_pronoun for one in beside)


def _list_others(kb: KnowledgeBase, text: str, given: Mapping[Place, GivenName]) -> set[int]:
    """Return the numbers of quotations that whoever is named before them need not have said.

    A body, or somebody whom the prose only tells of, begins the clause that they stand in; or they
    stand in a line of their own.
    """
    outlined, quotations, names = outline_quotations(text), place_quotations(text), sorted(given)
    told = [b for b in list_bodies(kb, text) if not any(b[0] < n[1] and n[0] < b[1] for n in names)]
    others, before = set[int](), list[Place]()
    for number, beside in enumerate(divide_beside(text, quotations, names)):
        start = quotations[number - 1][1] if number else 0
        place, own = quotations[number], beside.select(names)
        goes_on = number - 1 in others and own == before
        if (
            (goes_on and not _ENDS.search(outlined, start, place[0]))
            or is_in_later_line(outlined, place, own)
            or (own and find_other_subject(outlined, (start, place[0]), own, names, told))
        ):
            others.add(number)
        before = own
    return others


def _denials(kb: KnowledgeBase, text: str) -> str:
    """Return what denies that the words were said, as a sentence before what is checked."""
    prose = blank_quotations(text)
    if not MAY_TURN_A_CLAIM.search(prose):  # at no cost where a long message has none
        return ""
    return "".join(f"And {word} say. " for word in list_denials(read(kb, prose)))


def find_speaker(kb: KnowledgeBase, prose: str) -> str | None:
    """Return the one name in prose, with the capitalized words beside it, or who "said" it."""
    prose = prose[:MAX_LENGTH]
    found = read(kb, prose, {Kind.PERSON}).found
    people = {f.name.target: f.typed for f in found if f.clear}
    if len(people) == 1:
        (typed,) = people.values()
        beside = re.search(
            rf"\b(?:{_CAPITAL}\s+){{0,{_NEIGHBORS}}}{re.escape(typed)}"
            rf"(?:\s+{_CAPITAL}){{0,{_NEIGHBORS}}}",
            prose,
        )
        return beside[0] if beside else typed
    said = None if people else _SAID.search(prose)
    return said[1] if said else None


def give(said: Sequence[tuple[str | None, str]]) -> str:
    """Return what to check of quotations without marks, each with whom it is given to, if any."""
    names = dict.fromkeys(name for name, _ in said)
    marked = [put_in_marks(" ".join(words.split())) for _, words in said]
    if len(names) == 1:
        return " ".join([name for name in names if name] + marked)
    each = zip(said, marked, strict=True)
    return "\n".join(f"{name or SOMEBODY}: {words}" for (name, _), words in each)


def find_given(kb: KnowledgeBase, passage: str) -> tuple[str | None, str]:
    """Return whom words without marks are given to, and the words: "Kono: …", "… – Kono"."""
    prose = blank_quotations(passage)
    if prose.strip():
        return find_named(kb, prose), " ".join(read_quotations(passage))
    if (label := _LABELED.fullmatch(passage)) and _is_an_office(kb, label[1]):
        return label[1], label[2]
    signed = _SIGNED.fullmatch(passage.strip())
    name = find_named(kb, signed[2]) if signed else None
    return (name, signed[1]) if signed and name else (None, passage)


def _is_an_office(kb: KnowledgeBase, label: str) -> bool:
    """Return whether every word before a colon is of one name: "Seoul defense chief: …"."""
    question = read(kb, label, {Kind.PERSON, Kind.ORGANIZATION})
    return len(question.found) == 1 and not question.unclear


def find_named(kb: KnowledgeBase, prose: str) -> str | None:
    """Return the one person named in prose, or the one organization."""
    if person := find_speaker(kb, prose):
        return person
    found = read(kb, prose, {Kind.ORGANIZATION}).found
    return found[0].typed if len(found) == 1 else None


def _give_each(
    text: str,
    quotations: Sequence[str],
    given: Mapping[Place, GivenName],
    others: Collection[int],
    only_beside: Collection[Place],
) -> str:
    """Return each quotation with whom the prose gives it to."""
    beside = divide_beside(text, place_quotations(text), sorted(given))
    doubted = [
        one._replace(certain=False) if {*one.select(sorted(given))} & {*only_beside} else one
        for one in beside
    ]
    joins = [join.start() for join in _JOINS.finditer(text)]
    whom = (_name_there(joins, given, one, by_another=i in others) for i, one in enumerate(doubted))
    said = zip(whom, map(put_in_marks, quotations), strict=True)
    return "\n".join(f"{name}: {words}" for name, words in said)


def _name_there(
    joins: Sequence[int], given: Mapping[Place, GivenName], beside: Beside, *, by_another: bool
) -> str:
    """Return the names in some places, as one that is typed; nobody's is somebody's.

    Beside somebody on record, a stranger who is no rival of theirs ("Kono, Lund") goes before.
    """
    places = beside.select(sorted(given))
    names = list(dict.fromkeys(given[place] for place in places))
    certain = beside.certain and not by_another
    if by_another or (not certain and len(names) == 1):  # somebody else speaks to or of them
        names.append(GivenName(SOMEBODY, on_record=False))
    joined = any(bisect_left(joins, b[0]) > bisect_left(joins, a[1]) for a, b in pairwise(places))
    rivals = joined or not certain
    known, strangers = (
        [n.typed for n in names if n.on_record is is_known] for is_known in (True, False)
    )
    if rivals or not (known and strangers):
        return " and ".join(name.typed for name in names) or SOMEBODY
    return f"{', '.join(strangers)}; {' and '.join(known)}"
