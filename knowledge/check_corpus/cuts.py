"""The cuts of a narration: marked, and none that turns a sentence round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from knowledge.corpus.errors import Fault
from knowledge.text.article_text import CUT, Span, fold
from knowledge.text.locating import left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from knowledge.corpus.model import Quote
    from knowledge.text.article_text import Text

# A cut must not turn a sentence round, make it unconditional, or take it for the outlet's own.
KEPT = {
    "negation": re.compile(
        r"\b(?:not|no|never|none|nor|neither|nobody|nothing|without|cannot|hardly|barely|"
        r"(?:refus|reject|den(?:y|i)|fail|stop|halt)\w*|un(?:able|likely|willing)|im(?:possible|probable))\b|n't\b",
        re.IGNORECASE,
    ),
    "attitude": re.compile(
        r"\b(?:reluctan|oppos|object|concern|avoid|wary|doubt|hesita|premature)\w*|\bagainst\b",
        re.IGNORECASE,
    ),
    "condition": re.compile(
        r"\b(?:if|unless|until|only|provided|whether|except|once|(?:as|so) long as|in case|"
        r"assuming|on (?:the )?condition)\b",
        re.IGNORECASE,
    ),
    "attribution": re.compile(
        r"\b(?:said|says|say|told|stated|according to|sources?|reported(?:ly)?|allegedly)\b",
        re.IGNORECASE,
    ),
}
_EXACT = ("exact",)
_MARK = "mark the cut with […]"


def faults(text: Text, quote: Quote, spans: list[Span]) -> Iterator[Fault]:
    """Check a narration's cut marks, and what the cuts drop."""
    sentence = text.sentences[text.sentence_at(spans[0].start)]
    exact = fold(quote.exact)
    before, after = left_out(text, Span(spans[0].start, spans[-1].end))
    if before and not exact.startswith(CUT):
        yield Fault(_EXACT, "does not begin with its sentence", _MARK)
    if after and not exact.endswith(CUT):
        yield Fault(_EXACT, "does not end with its sentence", _MARK)
    for gap in _gaps(sentence, spans):
        inner = spans[0].start < gap.start and gap.end < spans[-1].end
        for what, pattern in KEPT.items():
            # Around the narration, an attitude belongs to a clause that is left out as a whole.
            if (inner or what != "attitude") and (lost := pattern.search(text[gap])):
                why = f"the cut drops the {what} {lost[0]!r}: {text[gap].strip()!r}"
                yield Fault(_EXACT, why, f"keep the {what} in the slice")


def _gaps(sentence: Span, spans: list[Span]) -> list[Span]:
    edges = [sentence.start, *(edge for span in spans for edge in span), sentence.end]
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]
