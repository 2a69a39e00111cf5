"""A person's name that nothing parts from printed words beside it: "… kono", "kono …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.answers.printed_to_the_letter import is_printed_at_all
from bot.answers.speaker_labels import find_label, is_sure
from bot.answers.typed_days import list_typed_days
from bot.answers.unmarked_print import has_print
from knowledge.corpus import Kind
from knowledge.questions import read
from knowledge.text import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.kb import KnowledgeBase

_NAME: Final = 3  # words of a name, at most
_SENTENCE: Final = 5  # words beside it that are sought as they are compared, at least
_FEW: Final = 8  # words of a line that may begin with the name, at most
_BY: Final = compile_later(r"\s(?:by|from|per)\Z", re.IGNORECASE)
_AROUND: Final = " ,.?!–—-()"


class _Side(NamedTuple):
    """Words that may be a name, before or behind the others."""

    who: str
    said: str
    is_behind: bool


def part_person(kb: KnowledgeBase, line: str, *, to_check: bool) -> Iterator[tuple[str, str]]:
    """Yield a person on record before or after printed words, and these.

    Words `to_check` may be as few as one, a part of a sentence, and have days beside them. Of
    others a few must be printed to the letter: "kono sanctions" asks for a position.
    """
    words = (_drop_days(kb, line) if to_check else line.rstrip(" .?!")).split()
    short = to_check or len(words) <= _FEW
    for side in _list_sides(words, least=1 if short else _SENTENCE, opens=short):
        name, said = side.who.strip(_AROUND), _BY.sub("", side.said).strip(" ,–—-")
        behind = side.is_behind and len(said.split()) >= _SENTENCE and not line.endswith("?")
        if said and _is_parted(kb, name, said, compares=to_check or behind):
            yield name, said


def _drop_days(kb: KnowledgeBase, line: str) -> str:
    """Return a line without the days at its end."""
    days = list_typed_days(kb, line)
    return line.rpartition(days[-1])[0].rstrip(" ,(–—-") if days else line


def _list_sides(words: Sequence[str], *, least: int, opens: bool) -> Iterator[_Side]:
    """Yield as many words at the end, or also at the begin, as a name may have."""
    for count in range(1, min(_NAME, len(words) - least) + 1):
        if opens:
            yield _Side(" ".join(words[:count]), " ".join(words[count:]), is_behind=False)
        yield _Side(" ".join(words[-count:]), " ".join(words[:-count]), is_behind=True)


def _is_parted(kb: KnowledgeBase, name: str, said: str, *, compares: bool) -> bool:
    """Return whether a person is beside words that are printed, to the letter or compared."""
    if compares:
        return _is_person(kb, name) and has_print(kb, said)
    return is_printed_at_all(kb, said) and _is_person(kb, name)


def _is_person(kb: KnowledgeBase, name: str) -> bool:
    found = read(kb, name, {Kind.PERSON}).found
    return bool(found) and find_label(kb, name) == name and is_sure(kb, name)
