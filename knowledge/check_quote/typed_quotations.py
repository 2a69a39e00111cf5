"""The words between quotation marks in what somebody typed, and the words around them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from knowledge.questions.question import MAX_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator

# A mark is closed by one of its own kind, so that another kind may stand within.
_CLOSED_BY = {kind[0]: kind[1:] for kind in '"" “” ”” ‟” „“” «» ‹› 「」 『』 ＂＂'.split()}
_ALIKE = frozenset('"”＂')  # these open and close: which of the two, their neighbours say
_CLOSING = frozenset('"”»›」』＂')
# A single mark between letters is an apostrophe; the last before the next opening one closes.
_SINGLE = re.compile(r"(?<!\w)['‘](?=[^\s'’])((?:(?!(?<!\w)['‘]\w).)+)(?<=\S)['’](?!\w)", re.DOTALL)
_REOPENED = re.compile(r'\s*\n\s*["“„«]')  # a quotation over paragraphs opens its marks again
_LONE = ' "“”„‟«»'
_HELP = {"", "help"}
_WRITTEN = ('"{}"', "“{}”", "«{}»", "「{}」")


class MarkedWords(NamedTuple):
    """Words between marks: the offsets of the marks' outer edges, and the words."""

    start: int
    end: int
    words: str
    closed: bool = True


def read_quotations(text: str) -> list[str]:
    """Return what stands between marks, or the whole text where there are none.

    What is cut off by the length that is read is left out: it was asked in more words.
    """
    if has_marks(text):
        found = [m.words for m in _find_marked(text) if m.closed or len(text) < MAX_LENGTH]
    else:
        no_words = text.strip().lower() in _HELP or len(text) >= MAX_LENGTH
        found = [] if no_words else [text.strip(_LONE)]
    return [words for words in map(_strip_marks, found) if re.search(r"\w", words)]


def has_marks(text: str) -> bool:
    return next(_find_marked(text), None) is not None


def blank_quotations(text: str) -> str:
    """Blank out what `quotations()` returns, keeping every offset."""
    if not has_marks(text):
        return text if text.strip().lower() in _HELP else " " * len(text)
    for start, end, *_ in _find_marked(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def put_in_marks(words: str) -> str:
    """Put words between marks that read back as these words."""
    written = [form.format(words) for form in _WRITTEN]
    return next((text for text in written if read_quotations(text) == [words]), written[0])


def _strip_marks(words: str) -> str:
    """Take off a pair of marks that stands around all of the words."""
    words = _REOPENED.sub(" ", words).strip()
    outer = next(_find_marked(words), None)
    whole = outer is not None and outer.closed and (outer.start, outer.end) == (0, len(words))
    return outer.words.strip() if outer and whole else words


def _find_marked(text: str) -> Iterator[MarkedWords]:
    """Yield the outermost pairs; single marks count where there are no others."""
    yield from (found := list(_find_double_marked(text)))
    if not found:
        yield from (MarkedWords(*m.span(), m[1]) for m in _SINGLE.finditer(text))


def _find_double_marked(text: str) -> Iterator[MarkedWords]:
    at = 0
    while (start := _find_opening(text, at)) is not None:
        end = _find_closing(text, start)
        closed = end < len(text)
        yield MarkedWords(start, end + closed, text[start + 1 : end], closed)
        at = end + 1


def _find_opening(text: str, at: int) -> int | None:
    found = (i for i in range(at, len(text)) if text[i] in _CLOSED_BY)
    return next((i for i in found if re.search(r"\w", text[i:]) and not _is_stray(text, i)), None)


def _is_stray(text: str, at: int) -> bool:
    """Tell a mark that closes nothing: 'no time" he said'."""
    follows = text[at + 1 : at + 2]
    return text[at] in _ALIKE and at > 0 and not text[at - 1].isspace() and not follows.isalnum()


def _find_closing(text: str, start: int) -> int:
    """Return where the mark closes; where it never does, at another's closing, or at the end."""
    closing, depth = _CLOSED_BY[text[start]], 0
    for i in range(start + 1, len(text)):
        if text[i] == text[start] and _opens_within(text, i):
            depth += 1
        elif text[i] in closing and not _reopens(text, i):
            if depth == 0:
                return i
            depth -= 1
    others = (i for i in range(start + 1, len(text)) if text[i] in _CLOSING - set(closing))
    return next(others, len(text)) if depth == 0 else len(text)


def _opens_within(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at + 1 : at + 2]
    opens = text[at] not in _ALIKE or (not before.isalnum() and before not in ".,!?;:…'’)")
    return opens and bool(after.strip()) and not _reopens(text, at)


def _reopens(text: str, at: int) -> bool:
    """Tell a mark that opens a further paragraph of the same quotation."""
    before = text[:at].rstrip()
    return "\n" in text[len(before) : at] and bool(text[at + 1 : at + 2].strip())
