"""The words between quotation marks in what somebody typed, and the words around them."""

from __future__ import annotations

import re

from knowledge.questions.question import MAX_LENGTH
from knowledge.text.typed_marks import typed_pairs

_REOPENED = re.compile(r'\s*\n\s*["“„«]')  # a quotation over paragraphs opens its marks again
_LONE = ' "“”„‟«»'
_HELP = {"", "help"}
_WRITTEN = ('"{}"', "“{}”", "«{}»", "「{}」")


def read_quotations(text: str) -> list[str]:
    """Return the words between marks, or the whole text if there are none.

    Words that the maximum length cuts off are left out: the asker typed more of them.
    """
    if has_marks(text):
        found = [m.words for m in typed_pairs(text) if m.closed or len(text) < MAX_LENGTH]
    else:
        no_words = text.strip().lower() in _HELP or len(text) >= MAX_LENGTH
        found = [] if no_words else [text.strip(_LONE)]
    return [words for words in map(_strip_marks, found) if re.search(r"\w", words)]


def has_marks(text: str) -> bool:
    return next(typed_pairs(text), None) is not None


def blank_quotations(text: str) -> str:
    """Blank out what `read_quotations()` returns, keeping every offset."""
    if not has_marks(text):
        return text if text.strip().lower() in _HELP else " " * len(text)
    for start, end, *_ in typed_pairs(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def put_in_marks(words: str) -> str:
    """Return words between marks that `read_quotations` takes off again."""
    written = [form.format(words) for form in _WRITTEN]
    return next((text for text in written if read_quotations(text) == [words]), written[0])


def _strip_marks(words: str) -> str:
    """Return words without a pair of marks around all of them."""
    words = _REOPENED.sub(" ", words).strip()
    outer = next(typed_pairs(words), None)
    whole = outer is not None and outer.closed and (outer.start, outer.end) == (0, len(words))
    return outer.words.strip() if outer and whole else words
