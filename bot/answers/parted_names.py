"""A person's name that nothing parts from printed words beside it: "… kono", "kono …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.printed_to_the_letter import is_printed_at_all
from bot.answers.speaker_labels import find_label, is_sure
from bot.answers.typed_days import list_typed_days
from bot.answers.unmarked_print import has_print
from knowledge.corpus import Kind
from knowledge.questions import read
from knowledge.text import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge.kb import KnowledgeBase

_NAME: Final = 3  # words of a name beside compared ones, at most
_SENTENCE: Final = 5  # words before a name that are compared, at least
_FEW: Final = 8  # words of a line with a name of any length, at most
_BY: Final = compile_later(r"\s(?:by|from|per)\Z", re.IGNORECASE)
_AROUND: Final = " ,.?!–—-()"


def part_person(kb: KnowledgeBase, line: str, *, to_check: bool) -> Iterator[tuple[str, str]]:
    """Yield a person on record before or after printed words, and these.

    In a short line they are sought to the letter. Words `to_check` may also be a part of what is
    printed, and have days beside them: "kono sanctions" asks for a position elsewhere.
    """
    few = line.rstrip(" .?!").split()
    for who, said in _list_sides(few, len(few)) if len(few) <= _FEW else ():
        if is_printed_at_all(kb, said) and _is_person(kb, who):
            yield who, said
    for who, said in _list_compared(kb, line, to_check=to_check):
        name, spoken = who.strip(_AROUND), _BY.sub("", said).strip(" ,–—-")
        if spoken and _is_person(kb, name) and has_print(kb, spoken):
            yield name, spoken


def _list_compared(kb: KnowledgeBase, line: str, *, to_check: bool) -> Iterable[tuple[str, str]]:
    """Return what may be a name beside words that are compared: of a sentence, what ends it."""
    if to_check:
        return _list_sides(_drop_days(kb, line).split(), _NAME)
    words = line.rstrip(" .").split()
    most = 0 if line.endswith("?") else min(_NAME, len(words) - _SENTENCE)
    return _list_sides(words, most, opens=False)


def _drop_days(kb: KnowledgeBase, line: str) -> str:
    """Return a line without the days at its end."""
    days = list_typed_days(kb, line)
    return line.rpartition(days[-1])[0].rstrip(" ,(–—-") if days else line


def _list_sides(
    words: Sequence[str], most: int, *, opens: bool = True
) -> Iterator[tuple[str, str]]:
    """Yield the last words, `most` at most, and the rest; where it `opens`, the first words too."""
    for count in range(1, min(most, len(words) - 1) + 1):
        if opens:
            yield " ".join(words[:count]), " ".join(words[count:])
        yield " ".join(words[-count:]), " ".join(words[:-count])


def _is_person(kb: KnowledgeBase, name: str) -> bool:
    found = read(kb, name, {Kind.PERSON}).found
    return bool(found) and find_label(kb, name) == name and is_sure(kb, name)
