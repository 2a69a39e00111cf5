"""Hold a stance's condition against its sentence: it has the word that makes it one, and its end.

Without "unless", a condition reads as a fact; of the main clause, it says what depends on it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.corpus.errors import Fault
from knowledge.text.article_text import CUT, fold, pieces
from knowledge.text.english import cut_words
from knowledge.text.english.condition_words import CONDITIONING, CONDITIONLESS, LIMITING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_AT = ("condition",)
_WITH_ITS_WORD = "Copy the clause of the condition from its first word, such as 'if' or 'unless'."
_ANOTHER_VALUE = "Copy the condition, or give another value without one."
_TO_ITS_END = "Copy the condition to the end of its clause."
_CLAUSE_MARK = re.compile(r"[,;:]")
_ENDS = re.compile(r"[\"'.,;:!?)]|\W*$|\s*(?:\.\.\.|-{1,2}\s|\()")


def faults(condition: str, sentences: Iterable[str]) -> Iterator[Fault]:
    """Yield what a condition lacks of the clause that it is in one of some folded sentences."""
    words = fold(condition)
    if CONDITIONLESS.search(words):
        yield Fault(_AT, f"{words!r} says that there is no condition.", _ANOTHER_VALUE)
        return
    before, after = next(_find_surroundings(condition, sentences), ("", ""))
    left_out = _find_word(_CLAUSE_MARK.split(before)[-1])
    if not _find_word(words) and (left_out or not LIMITING.search(words)):
        lacks = f"lacks {left_out!r}" if left_out else "has no word that makes it a condition"
        yield Fault(_AT, f"{words!r} {lacks}.", _WITH_ITS_WORD)
    elif not words.endswith(CUT) and _breaks_off(words, after):
        where = f" before {after.split()[0]!r}" if after.strip() else ""
        yield Fault(_AT, f"{words!r} breaks off inside its clause{where}.", _TO_ITS_END)


def _find_surroundings(condition: str, sentences: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what the sentences that print a condition have before it and after it."""
    runs = r".*?".join(re.escape(run) for run in pieces(condition))
    printed = re.compile(rf"(?<!\w){runs}(?!\w)", re.IGNORECASE)
    for sentence in sentences:
        if found := printed.search(sentence):
            yield sentence[: found.start()], sentence[found.end() :]


def _find_word(words: str) -> str | None:
    found = (pattern.search(words) for pattern in CONDITIONING)
    return next((match[0] for match in found if match), None)


def _breaks_off(words: str, after: str) -> bool:
    """Return whether a clause goes on behind some words, which are not whole without that."""
    if _ENDS.match(after):
        return False
    opens = cut_words.OPENING.match(after) or cut_words.INFINITIVE.match(after)
    joined = cut_words.JOINING.match(after)
    return bool(cut_words.DANGLING.search(words)) or not (opens or joined)
