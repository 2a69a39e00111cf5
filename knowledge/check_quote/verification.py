"""The verification of words: printed exactly, in part, with differences, or not at all.

The verdict depends only on whether folded words are the same. Likeness only chooses the printed
words to compare them with, and proves nothing.
"""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Final

from knowledge.check_quote.asked_words import AskedWords
from knowledge.check_quote.bracketed_words import verify_without_brackets
from knowledge.check_quote.ellipsis import split_at_marks
from knowledge.check_quote.framed_words import add_frames
from knowledge.check_quote.inner_marks import close_as_printed, double_inner_marks, has_marks
from knowledge.check_quote.nearest_print import find_nearest
from knowledge.check_quote.parts_apart import Verify, find_parts_apart
from knowledge.check_quote.printed_whole import (
    add_other_texts,
    find_across_quotations,
    find_exact,
    find_in_part,
)
from knowledge.check_quote.verdict import Comparison, Verdict
from knowledge.check_quote.verified_words import NOT_CHECKED, Verification
from knowledge.check_quote.wording_comparison import count_strange
from knowledge.kb.quote_index import tokens
from knowledge.text.work_budget import OutOfStepsError, make_once, spend

if TYPE_CHECKING:
    from knowledge.kb.knowledge_base import KnowledgeBase

_MOST_PARTS: Final = 20  # parts between ellipses that are sought; words with more are not checked
_FOR_ONE: Final = 1_500  # steps that looking up some words takes, however few they are


def verify_quote(kb: KnowledgeBase, asked: str, speaker: str | None = None) -> Verification:
    """Return whether the words are printed, and whether the speaker or holder said them.

    Words that take more work to compare than one request may take are not checked.
    """
    if not tokens(asked):
        return Verification(Comparison(verdict=Verdict.NOT_FOUND))
    if len(split_at_marks(asked)) > _MOST_PARTS:
        return NOT_CHECKED
    try:
        # To find out whose words they may be, they are verified before they are checked.
        return make_once((kb, asked, speaker), lambda: _look_up(kb, asked, speaker))
    except OutOfStepsError:
        return NOT_CHECKED


def _look_up(kb: KnowledgeBase, asked: str, speaker: str | None) -> Verification:
    spend(_FOR_ONE + len(asked))
    verify = partial(_verify_as_marked, kb, speaker=speaker)
    return verify_without_brackets(asked, verify(asked), verify)


def _verify_as_marked(kb: KnowledgeBase, asked: str, speaker: str | None) -> Verification:
    """Verify the words as typed; where nothing prints them so, with double marks within them."""
    found, doubled = _verify(kb, asked, speaker), double_inner_marks(asked)
    if not has_marks(doubled) or found.is_printed:
        return found
    other = found if doubled == asked else _verify(kb, doubled, speaker)._replace(read_as=doubled)
    closed = close_as_printed(doubled, other.comparison.differences)
    if closed != doubled:
        inside = _verify(kb, closed, speaker)._replace(read_as=doubled)
        other = inside if inside.is_printed else other
    if other.is_printed or found.printed is None:
        return other
    nearer = count_strange(other.comparison) < count_strange(found.comparison)
    return other if nearer and other.printed else found


def _verify(kb: KnowledgeBase, words: str, speaker: str | None) -> Verification:
    asked = AskedWords(kb, words, speaker)
    nearest = cache(partial(find_nearest, asked))
    verify = Verify(lambda part: verify_quote(kb, part, speaker), nearest)
    found = (
        find_exact(asked)
        or find_in_part(asked)
        or find_across_quotations(asked)
        or find_parts_apart(asked, verify)
        or nearest()
    )
    return add_frames(asked, add_other_texts(asked, found))
