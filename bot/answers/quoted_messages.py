"""The check of what somebody's message quotes: its quotations, and whom its prose gives them to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.answers.claimed_speakers import SOMEBODY
from bot.answers.unnamed_speakers import list_unnamed
from knowledge.check_quote import (
    blank_quotations,
    divide_beside,
    has_marks,
    place_quotations,
    put_in_marks,
    read_quotations,
)
from knowledge.corpus import Kind
from knowledge.questions import MAX_LENGTH, read
from knowledge.text import SAYING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from knowledge.check_quote import Beside
    from knowledge.kb import KnowledgeBase
    from knowledge.questions import FoundName, Question

_CAPITAL = r"[A-Z][\w.’'-]{0,40}"
_NEIGHBORS = 8  # capitalized words on either side of a name
_NAME = rf"{_CAPITAL}(?:\s+{_CAPITAL}){{0,3}}"
_PRONOUNS = r"(?!(?:He|She|They|It|We|You|I|Who|That|This|Someone)\b)"
_SAID = re.compile(rf"({_PRONOUNS}{_NAME})\s+(?:said|says|told|added|wrote|tweeted)\b")
_SAID_BY = re.compile(rf"\b(?:said|says|added|wrote|tweeted)\s+({_NAME})(?<!\.)")
# On one line, a name after words without marks: "… – Taro Kono", "… (Kono)".
_SIGNED = re.compile(rf"(.*\S)\s+[–—(-]{{1,2}}\s*({_NAME}(?:, [^–—]{{1,60}})?)\)?", re.DOTALL)
_LABELED = re.compile(r"\s*([^\W\d_][^:\n]{1,60}):\s+(\S.*)", re.DOTALL)
_VERBS = "|".join(sorted(SAYING))
# An organization that words are given to, and none that prose is about: "Tarsk: …", "… – Tarsk".
_LABELS = re.compile(rf"\s*(?::|(?:{_VERBS})\b|\t)", re.IGNORECASE)
_SIGNS = re.compile(rf"(?:[–—(\t-]|\b(?:by|{_VERBS}))\s*\Z", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:(?:did|does)(?:n[’']t)?|was it)\s+(?:the\s+)?\Z", re.IGNORECASE)
_CAPITALS_BEFORE = re.compile(rf"(?<!\S)(?:{_CAPITAL} )+\Z")
_CAPITALS_AFTER = re.compile(rf"(?: {_CAPITAL}(?<!\.)){{1,3}}")
# Words that a sentence begins with before a name, and that are no part of it.
_OPENING = re.compile(
    r"(?:after|also|and|as|asked|at|before|beside|but|by|did|does|for|from|has|if|in|is|like|not"
    r"|on|or|per|since|so|then|to|told|unlike|was|when|while|with|without)\s+",
    re.IGNORECASE,
)
_NEAR = 30  # characters before a name that are looked at


def check_of(kb: KnowledgeBase, text: str) -> str | None:
    """Return what to check of somebody's message: its quotations, and who it says said them.

    None where nothing stands between marks.
    """
    text = text[:MAX_LENGTH]
    if not has_marks(text) or not (found := read_quotations(text)):
        return None
    if each := _give_each(kb, text, found):
        return each
    words = " ".join(map(put_in_marks, found))
    prose = blank_quotations(text)
    if named := find_speaker(kb, prose):
        return f"{named} {words}"
    given = next(iter(_list_given(kb, text, prose).values()), None)
    return f"{given}: {words}" if given else words


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


def _give_each(kb: KnowledgeBase, text: str, quotations: Sequence[str]) -> str | None:
    """Return each quotation with whom it is given to; None where that is the one who is named."""
    prose = blank_quotations(text)
    given = _list_given(kb, text, prose)
    alone = len(quotations) == 1
    if not given or (len(set(given.values())) == 1 and not alone):
        return None
    names = sorted(given)
    beside = divide_beside(text, place_quotations(text), names)
    if alone:
        one = len(names) == 1 and beside[0].certain
        return None if one else f"{_named_there(given, beside[0])} {put_in_marks(quotations[0])}"
    whom = (_named_there(given, one) for one in beside)
    said = zip(whom, map(put_in_marks, quotations), strict=True)
    return "\n".join(f"{name}: {words}" for name, words in said)


def _named_there(given: dict[tuple[int, int], str], beside: Beside) -> str:
    """Return the names in some places, as one that is typed; nobody's is somebody's."""
    inside = [given[place] for place in beside.select(sorted(given))]
    if not beside.certain and len(set(inside)) == 1:  # somebody else speaks to or of them
        inside.append(SOMEBODY)
    return " and ".join(dict.fromkeys(inside)) or SOMEBODY


def _list_given(kb: KnowledgeBase, text: str, prose: str) -> dict[tuple[int, int], str]:
    """Return whom prose may give words to, by the places of their names: also strangers' names."""
    question = read(kb, prose, {Kind.PERSON, Kind.ORGANIZATION})
    unnamed = list_unnamed(question, text)
    of = [speaker.of for speaker in unnamed]
    found = [f for f in question.found if f.clear and (f in of or _may_have_said(question, f))]
    spans = {(question.places[f.first][0], question.places[f.last - 1][1]) for f in found}
    names = {span: prose[slice(*span)] for span in (_widen(prose, *span) for span in spans)}
    day = question.asked_date
    taken = [*names, *([(day.start, day.end)] if day else [])]
    said = (match.span(1) for match in (*_SAID.finditer(prose), *_SAID_BY.finditer(prose)))
    for place in (*said, *(speaker.place for speaker in unnamed)):
        if not any(first < place[1] and place[0] < last for first, last in taken):
            names[place] = prose[slice(*place)]
            taken.append(place)
    return names


def _may_have_said(question: Question, found: FoundName) -> bool:
    if found.name.kind is Kind.PERSON:
        return True
    start, end = question.places[found.first][0], question.places[found.last - 1][1]
    before = question.typed[max(start - _NEAR, 0) : start]
    return any((_LABELS.match(question.typed, end), _SIGNS.search(before), _ASKED.search(before)))


def _widen(prose: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of a name with the capitalized words beside it: "Taro Aso" is one name."""
    before = _CAPITALS_BEFORE.search(prose, max(start - _NEAR, 0), start)
    after = _CAPITALS_AFTER.match(prose, end)
    first = start - len(before[0] if before else "")
    while first < start and (opening := _OPENING.match(prose, first, start)):
        first = opening.end()  # "After Kono" is no name
    return first, after.end() if after else end
