"""The sentence around words that were checked: the article's, or as far as it is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_quote import part_places
from knowledge.check_quote.clause_reach import ends_sentence
from knowledge.check_quote.frames import Side
from knowledge.check_quote.wording_comparison import WordingComparison
from knowledge.check_quote.wording_runs import RunKind
from knowledge.text.article_text import Span, Text, fold
from knowledge.text.english.frame_words import KINDS
from knowledge.text.same_words import find_same_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.citations.citation import CitedStatement
    from knowledge.kb.knowledge_base import KnowledgeBase
    from knowledge.kb.quote_index import Printed

# What matters around a quotation that is a sentence of its own: before it, and after it.
_DENIED = frozenset({"negation"})
_SWALLOWED = KINDS - {"attribution", "question"}
_GOVERNING = _SWALLOWED - {"clause"}
_TURNED = frozenset({"condition", "concession"})


class Around(NamedTuple):
    """Printed words before and after others."""

    before: str
    after: str


class _Inside(NamedTuple):
    """What is printed before the words asked about, these as they are printed, and what after."""

    before: str
    words: str
    after: str


def list_gaps(asked: str, printed: Printed, left_out: Sequence[str]) -> list[Side]:
    """Return what was left out between the words asked about, as it goes on after the first.

    What governs the words behind a gap stands in it too: "might", "fell short of".
    """
    inside = _look_inside(asked, printed)
    ends = fold(inside.before), fold(inside.after)
    gaps = [words for words in left_out if not any(fold(words) in end for end in ends)]
    after = [Side(words, before=False, kinds=_SWALLOWED) for words in gaps]
    return after + [Side(words, before=True, kinds=_GOVERNING) for words in gaps]


def list_sides(asked: str, printed: Printed, outside: Around | None, *, spoken: bool) -> list[Side]:
    """Return what is printed in one sentence with the words asked about.

    `spoken` says that the answer names who says a quotation.
    """
    inside = _look_inside(asked, printed)
    words, (before, after) = inside.words, outside or Around("", "")
    direct = printed.kind.is_own_words
    kinds = KINDS - {"attribution"} if direct and spoken else KINDS
    if not (direct and printed.words[:1].isupper()):
        whole = Around(f"{before} {inside.before}", f"{inside.after} {after}")
        return [Side(whole.before, True, kinds, words), Side(whole.after, False, kinds, words)]
    sides = [Side(inside.before, True, kinds, words), Side(inside.after, False, kinds, words)]
    if not inside.before.strip():
        sides.append(Side(before, True, _DENIED, words))
    if not ends_sentence(inside.after):
        sides.append(Side(after, False, _TURNED, words))
    return sides


def _look_inside(asked: str, printed: Printed) -> _Inside:
    """Return what is printed parted at the first asked word and after the last."""
    text, parts = Text(printed.words), part_places.fold_parts(asked)
    if printed.kind.is_own_words or "[…]" not in printed.words:
        places = [text.occurrences(part) or find_same_words(text, part) for part in parts]
        if places and all(places):
            first, last = places[0][0].start, max(place.end for place in places[-1])
            spans = Span(0, first), Span(first, last), Span(last, len(text.folded))
            return _Inside(*(text[span] for span in spans))
    compared = WordingComparison(asked, printed.words)
    sides, words = compared.sides, compared.printed
    ends = [side.printed if side.how is RunKind.LEFT_OUT else range(0) for side in sides]
    before = ends[0].stop
    after = ends[-1].start if len(ends) > 1 and ends[-1] else len(words)
    divided = words[:before], words[before:after], words[after:]
    return _Inside(*map(" ".join, divided))


def find_outside(
    kb: KnowledgeBase, printed: Printed, statement: CitedStatement | None
) -> Around | None:
    """Return what stands around printed words in their sentence, or None if that is not held."""
    article = statement.article.id if statement else printed.source
    if text := kb.passages.text(article):
        return _look_in_text(text, printed, statement)
    return next(_look_in_quotes(printed, statement), None) if statement else None


def _look_in_text(text: Text, printed: Printed, statement: CitedStatement | None) -> Around:
    words = fold(printed.words)
    ends = [q.end for q in statement.quotes if fold(q.exact) in words] if statement else []
    end = max(ends, default=printed.start + len(words))
    first = text.sentences[text.sentence_at(printed.start)]
    last = text.sentences[text.sentence_at(max(printed.start, end - 1))]
    return Around(text[Span(first.start, printed.start)], text[Span(end, last.end)])


def _look_in_quotes(printed: Printed, statement: CitedStatement) -> Iterator[Around]:
    """Yield what the quotes of a statement, and the clause of this one, print around it."""
    words = fold(printed.words)
    own = [q for q in statement.quotes if fold(q.exact) == words]
    wider = [q.exact for q in statement.quotes for o in own if q is not o and q.shows(o)]
    for whole in [*wider, *(q.context for q in own if q.context)]:
        before, found, after = fold(whole).partition(words)
        if found:
            yield Around(before, after)
