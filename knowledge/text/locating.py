"""Where in an article's text a quote stands, also where the text prints its words twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from knowledge.corpus.model import QuoteKind
from knowledge.text.article_text import CUT, Span, fold
from knowledge.text.labeled_speech import find_labeled, find_speech_at, labeled_places
from knowledge.text.quote_search import (
    NotFound,
    direct_places,
    find_direct,
    find_narration,
    narration_places,
)

if TYPE_CHECKING:
    from knowledge.corpus.model import Quote
    from knowledge.text.article_text import Text


_TOLD = 5  # places
_BETWEEN = {QuoteKind.DIRECT: " between quotation marks", QuoteKind.LABELED: " under labels"}


def locate(text: Text, quote: Quote) -> list[Span] | NotFound:
    """Return where a quote stands: one span, but one for each run of a narration.

    Where the text prints its words several times, its offsets decide; else its cuts, where they
    fit one place alone; else its attribution, where it stands near one place alone.
    """
    places = _places(text, quote)
    if not places:
        return _nowhere(text, quote)
    if len(places) == 1:
        return places[0]
    given = _given_places(text, quote, places)
    if len(given) == 1:
        return given[0]
    places = [p for p in places if _cut_as_marked(text, quote, p)] or places
    decided = places if len(places) == 1 else [p for p in places if _attributed(text, quote, p)]
    return decided[0] if len(decided) == 1 else _ambiguous(quote, places)


def _places(text: Text, quote: Quote) -> list[list[Span]]:
    """Return every place of a quote; each is sought once, however often an entry holds it."""
    key = quote.kind, quote.exact
    if key not in text.located:
        text.located[key] = _sought(text, quote)
    return text.located[key]


def _given_places(text: Text, quote: Quote, places: list[list[Span]]) -> list[list[Span]]:
    """Return the places at a quote's offsets: an index serves all the quotes of its words."""
    if quote.start is None or quote.end is None:
        return []
    key = quote.kind, quote.exact
    if key not in text.located_at:
        found = text.located_at[key] = {}
        for place in places:
            found.setdefault((place[0].start, place[-1].end), []).append(place)
    return text.located_at[key].get((quote.start, quote.end), [])


def _sought(text: Text, quote: Quote) -> list[list[Span]]:
    if quote.kind is QuoteKind.NARRATION:
        return narration_places(text, quote.exact)
    find = labeled_places if quote.kind is QuoteKind.LABELED else direct_places
    return [[place] for place in find(text, quote.exact)]


_FIND = {
    QuoteKind.DIRECT: find_direct,
    QuoteKind.NARRATION: find_narration,
    QuoteKind.LABELED: find_labeled,
}


def _nowhere(text: Text, quote: Quote) -> NotFound:
    return cast("NotFound", _FIND[quote.kind](text, quote.exact))


def _cut_as_marked(text: Text, quote: Quote, place: list[Span]) -> bool:
    """Return whether a place begins and ends its sentence just where the quote marks no cut."""
    if quote.kind is not QuoteKind.NARRATION:
        return True
    exact, whole = fold(quote.exact), Span(place[0].start, place[-1].end)
    before, after = left_out(text, whole)
    return bool(before) == exact.startswith(CUT) and bool(after) == exact.endswith(CUT)


def left_out(text: Text, whole: Span) -> tuple[str, str]:
    """Return what a sentence prints before and after a slice, less the marks at its edges."""
    sentence = text.sentences[text.sentence_at(whole.start)]
    before = text[Span(sentence.start, whole.start)].strip('"( ')
    return before, text[Span(whole.end, sentence.end)].strip('".,)?! ')


def _attributed(text: Text, quote: Quote, place: list[Span]) -> bool:
    if quote.kind is QuoteKind.LABELED:
        speech = find_speech_at(text, place[0])
        return speech is not None and text[speech.label] == fold(quote.attribution or "")
    near = text[text.around(Span(place[0].start, place[-1].end))]
    return bool(quote.attribution) and stands_in(quote.attribution or "", near)


_IN_WORD = re.compile(r"\w")


def stands_in(words: str, printed: str) -> bool:
    """Return whether words stand in a folded text as whole words."""
    folded = fold(words)
    at = printed.find(folded)
    while at >= 0:
        end = at + len(folded)
        if not (_IN_WORD.match(printed[at - 1 : at]) or _IN_WORD.match(printed[end : end + 1])):
            return True
        at = printed.find(folded, at + 1)
    return False


def _ambiguous(quote: Quote, places: list[list[Span]]) -> NotFound:
    between = _BETWEEN.get(quote.kind, "")
    at = ", ".join(f"{place[0].start} to {place[-1].end}" for place in places[:_TOLD])
    at += ", …" if len(places) > _TOLD else ""
    return NotFound(
        f"is printed {len(places)} times{between}: at {at}",
        fold(quote.exact),
        what_to_do="Give the start and end of the one that you mean.",
    )
