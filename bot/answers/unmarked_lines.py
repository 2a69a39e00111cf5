"""Lines of a message without marks that an article prints, or nearly, and who is named beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.answers.unmarked_speakers import divide_speaker
from knowledge.check_quote import Verdict, read_quotations, verify_quote
from knowledge.text import OutOfStepsError, allow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from knowledge.kb import KnowledgeBase

_SENTENCE: Final = 4  # words of a line that can be a quotation
_MOST: Final = 5  # lines that are looked up
_WORK: Final = 15_000  # steps that looking them up may take: two sentences of an article take less
_NOTHING: Final = frozenset({Verdict.NOT_FOUND, Verdict.NOT_CHECKED})


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
    """Yield what is printed, or nearly, without who is said to have said it."""
    for line in lines:
        name, words = divide_speaker(kb, line)
        if _verdict(kb, words) not in _NOTHING:
            yield name, words


def _verdict(kb: KnowledgeBase, words: str) -> Verdict:
    quoted = next(iter(read_quotations(words)), "")
    return verify_quote(kb, quoted).comparison.verdict
