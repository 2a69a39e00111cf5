"""Lines of a message without marks that an article prints, or nearly, and who is named beside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.answers.speaker_labels import divide_label, find_label, read_heading
from knowledge.check_quote import Verdict, read_quotations, verify_quote
from knowledge.text import SAYING, OutOfStepsError, allow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.kb import KnowledgeBase

_SENTENCE: Final = 4  # words of a line that can be a quotation
_MOST: Final = 5  # lines that are looked up
_WORK: Final = 15_000  # steps that looking them up may take: two sentences of an article take less
_PRINTED: Final = frozenset({Verdict.EXACT, Verdict.NOT_THEIRS, Verdict.PART})
_NOTHING: Final = frozenset({Verdict.NOT_FOUND, Verdict.NOT_CHECKED})
_SAID: Final = "|".join(sorted(SAYING))
# "A line from Brandt: …", "Brandt says that …".
_LED: Final = re.compile(r"([^:\n]{2,60}):\s+(\S.*)")
_SAYS: Final = re.compile(rf"(.{{2,60}}?)\s+(?:{_SAID})(?:\s+that)?[,:]?\s+(\S.*)", re.IGNORECASE)


def find_printed_lines(kb: KnowledgeBase, text: str) -> list[tuple[str | None, str]]:
    """Return the lines that an article prints, or something near them, each with who is named."""
    lines = [line.strip() for line in text.split("\n")]
    long = [line for line in lines if len(line.split()) >= _SENTENCE]
    found: list[tuple[str | None, str]] = []
    try:
        with allow(_WORK):
            found.extend(_said(kb, long[:_MOST]))
            if not found and len(lines) > 1:
                found.extend(_said(kb, [" ".join(lines)]))
    except OutOfStepsError:
        return found
    return found


def _said(kb: KnowledgeBase, lines: Iterable[str]) -> Iterator[tuple[str | None, str]]:
    """Yield what is printed as it stands, else without who is said to have said it."""
    for line in lines:
        name, words = divide_label(kb, line)
        if name is None and _verdict(kb, line) in _PRINTED:
            yield None, line
            continue
        if name is None:
            name, words = _divide_sentence(kb, line)
        if _verdict(kb, words) not in _NOTHING:
            yield name, words


def _divide_sentence(kb: KnowledgeBase, line: str) -> tuple[str | None, str]:
    if (led := _LED.fullmatch(line)) and (name := read_heading(kb, led[1])):
        return name, led[2]
    if (says := _SAYS.fullmatch(line)) and (name := find_label(kb, says[1])):
        return name, says[2]
    return None, line


def _verdict(kb: KnowledgeBase, words: str) -> Verdict:
    quoted = next(iter(read_quotations(words)), "")
    return verify_quote(kb, quoted).comparison.verdict
