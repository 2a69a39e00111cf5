"""Where one typed text runs several printed quotations together, with nothing that parts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from knowledge.kb.quote_index import inner, tokens
from knowledge.text.article_text import Span, Text
from knowledge.text.same_words import extend_over_marks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_OWN = 4  # words that are no printed quotation by themselves, and yet a part of one
_SHORT = 2  # words of a printed quotation, at least
_BESIDE = " \n\t,;:.\"'“”‘’"


def split_at_printed(asked: str, printed: Iterable[str]) -> list[str]:
    """Return the printed quotations that stand whole in the words, and what is between them.

    All the words are one part where too few are left over for a part.
    """
    text = Text(asked)
    whole = _choose_longest(_find_whole(text, printed))
    parts = list(_divide(text, whole))
    return parts if len(parts) > 1 and all(parts) else [asked]


def _find_whole(text: Text, printed: Iterable[str]) -> Iterator[Span]:
    for words in dict.fromkeys(map(inner, printed)):
        if len(tokens(words)) >= _SHORT:
            yield from text.occurrences(words)


def _choose_longest(spans: Iterable[Span]) -> list[Span]:
    """Return spans that do not overlap, the longest of those that do, in their order."""
    chosen = list[Span]()
    for span in sorted(set(spans), key=lambda span: span.start - span.end):
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)


def _divide(text: Text, whole: Iterable[Span]) -> Iterator[str]:
    """Yield the parts of a text in their order; an empty one for words too few to be one."""
    at = 0
    for span in whole:
        yield from _read_between(text, Span(at, span.start))
        at = extend_over_marks(text, span).end
        yield text.printed(Span(span.start, at))
    yield from _read_between(text, Span(at, len(text.folded)))


def _read_between(text: Text, span: Span) -> Iterator[str]:
    words = text.printed(span).strip(_BESIDE) if span.start < span.end else ""
    if count := len(tokens(words)):
        yield words if count >= _OWN else ""
