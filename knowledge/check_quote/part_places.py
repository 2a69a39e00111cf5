"""The places of asked parts in what one source prints, run by run in its order."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_quote import ellipsis, turning_word_search
from knowledge.check_quote.frames import balance
from knowledge.check_quote.nearness import is_common
from knowledge.check_quote.verdict import Comparison, Difference, Verdict
from knowledge.corpus.model import QuoteKind
from knowledge.kb.quote_index import inner, tokens
from knowledge.text.article_text import Span, Text
from knowledge.text.same_words import (
    LAST_MARKS,
    extend_over_marks,
    find_same_words,
    list_variants,
)
from knowledge.text.work_budget import spend

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from knowledge.check_quote.verdict import MeaningChange
    from knowledge.citations.citation import CitedQuote

_FOLLOWING = 4  # quotes that words are sought over as if they were one
_FOR_A_RUN = 20  # steps of reading one of many quotations in a text
_AROUND = ' ,."“”\n'
_MARKS = ' ,"“”'  # at the ends of what stands between two quotes


class PrintedRun(NamedTuple):
    """Printed words without a cut; `before` stands between the run before and this one.

    It is None where it is not held. Runs of one `quote` are parted by its cuts.
    """

    text: Text
    quote: int = 0
    before: str | None = None


class PartPlace(NamedTuple):
    """Where a part stands: in which run, and where in it."""

    run: int
    span: Span


class Gap(NamedTuple):
    """Printed words that were not asked, each quote's by themselves, and whether all are held."""

    words: tuple[str, ...]
    held: bool = True


def list_quote_runs(words: str, kind: QuoteKind, number: int = 0) -> list[PrintedRun]:
    """Return the runs of a quote: a narration's between its cuts."""
    pieces = ellipsis.split_at_cuts(words) if kind is QuoteKind.NARRATION else [words]
    return [PrintedRun(Text(piece), number) for piece in pieces if piece]


def list_statement_runs(quotes: Sequence[CitedQuote], text: Text | None = None) -> list[PrintedRun]:
    """Return the runs of a statement's quotes; with the article's text, all that it prints."""
    ordered = sort_quotes(quotes)
    if text is not None:
        return list(list_text_runs(text, _merge_spans(Span(q.start, q.end) for q in ordered)))
    return [run for i, q in enumerate(ordered) for run in list_quote_runs(q.exact, q.kind, i)]


def sort_quotes(quotes: Sequence[CitedQuote]) -> list[CitedQuote]:
    """Return the quotes in the article's order, without those that stand in another."""
    whole = [q for q in quotes if not any(o.shows(q) for o in quotes if o is not q)]
    return sorted({(q.start, q.end): q for q in whole}.values(), key=lambda quote: quote.start)


def _merge_spans(spans: Iterable[Span]) -> list[Span]:
    """Join spans that touch; they are in their order."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def list_text_runs(text: Text, spans: Sequence[Span]) -> Iterator[PrintedRun]:
    """Yield the quotes of a text at such places, each with what stands before it."""
    for i, span in enumerate(spans):
        spend(_FOR_A_RUN)
        between = Span(spans[i - 1].end, span.start) if i else Span(0, 0)
        yield PrintedRun(Text(text.printed(span)), i, text.printed(between))


def fold_parts(asked: str) -> list[str]:
    """Return the parts between the asker's ellipses, folded for the verdict."""
    parts = (inner(part).strip() for part in ellipsis.split_at_marks(asked))
    return [part for part in parts if tokens(part)]


def find_parts(asked: str, runs: Sequence[PrintedRun]) -> Comparison | None:
    """Return what was left out, if the runs print all asked parts in their order."""
    parts = fold_parts(asked)
    places = place_parts(runs, parts) or _place_over_seams(runs, parts)
    return compare_places(runs, places, asked) if places else None


def place_parts(runs: Sequence[PrintedRun], parts: Sequence[str]) -> list[PartPlace]:
    """Return the places of the parts in their order, the closest together, or none.

    Parts that are not printed as they are asked are the same words in another writing.
    """
    return _place(runs, parts, Text.occurrences) or _place(runs, parts, find_same_words)


def _place(
    runs: Sequence[PrintedRun], parts: Sequence[str], find: Callable[[Text, str], list[Span]]
) -> list[PartPlace]:
    found: dict[str, list[PartPlace]] = {}
    for part in parts:
        if part not in found:
            spans = ((i, span) for i, run in enumerate(runs) for span in find(run.text, part))
            found[part] = [PartPlace(i, span) for i, span in spans]
            spend(len(found[part]))
        if not found[part]:
            return []
    every = [found[part] for part in parts]
    spend(sum(map(len, every[:1])) * len(every))
    starts = list(accumulate((len(run.text.folded) for run in runs), initial=0))
    firsts = every[0] if every else []
    chains = [chain for first in firsts if (chain := _build_chain(first, every[1:]))]

    def length(chain: list[PartPlace]) -> int:
        first, last = chain[0], chain[-1]
        return starts[last.run] + last.span.end - starts[first.run] - first.span.start

    return min(chains, key=length, default=[])


def _build_chain(first: PartPlace, others: Sequence[Sequence[PartPlace]]) -> list[PartPlace]:
    chain = [first]
    for places in others:
        run, span = chain[-1]
        after = bisect_left(places, (run, span.end), key=lambda p: (p.run, p.span.start))
        if after == len(places):
            return []
        chain.append(places[after])
    return chain


def place_over_quotes(runs: Sequence[PrintedRun], parts: Sequence[str]) -> list[PartPlace]:
    """Place parts in a few quotes that follow one another, or none; no part alone in one quote."""
    if len(parts) > 1:
        places = place_parts(runs, parts)
        near = bool(places) and 0 < places[-1].run - places[0].run < _FOLLOWING
        return places if near else []
    for first in range(len(runs) - 1):
        window = runs[first : first + _FOLLOWING]
        seam = parts and len(_split_at_seams(parts[0], window[:2])) > 1
        if seam and (places := _place_over_seams(window, parts)):
            return [place._replace(run=place.run + first) for place in places]
    return []


def describe_quotations(
    runs: Sequence[PrintedRun], places: Sequence[PartPlace]
) -> dict[str, object]:
    """Return what a comparison tells of places in several quotations of nobody on record."""
    pairs = [(one.run, other.run) for one, other in pairwise(places) if one.run != other.run]
    between = [runs[other].before for one, other in pairs if other == one + 1]
    return {
        "quote_count": 1,
        "within_quotations": len({place.run for place in places}),
        "between_quotations": tuple(words for w in between if (words := (w or "").strip(_AROUND))),
        "all_in_quotations": True,
    }


def _place_over_seams(runs: Sequence[PrintedRun], parts: Sequence[str]) -> list[PartPlace]:
    """Place one part that goes on from the end of a quote into the next without an ellipsis."""
    if len(parts) != 1 or len(runs) < 2:  # noqa: PLR2004 (a seam is between two)
        return []
    split = _split_at_seams(parts[0], runs)
    places = place_parts(runs, split) if len(split) > 1 else []
    return places if all(_is_seam(runs, a, b) for a, b in pairwise(places)) else []


def _split_at_seams(asked: str, runs: Sequence[PrintedRun]) -> list[str]:
    split = [asked]
    for before, after in pairwise(runs):
        last, first = inner(before.text.folded).split()[-1:], after.text.folded.split()[:1]
        if before.quote == after.quote or not (last and first and last[0] in split[-1]):
            continue
        next_ = re.escape(first[0].rstrip(".,!?"))
        seam = rf"(?<!\S){re.escape(last[0])}[.,]?[\"']?( [\"']?)(?={next_})"
        if found := re.search(seam, split[-1]):
            split[-1:] = [split[-1][: found.start(1)], split[-1][found.end(1) :]]
    return [inner(part.strip(" \"'")) for part in split]


def _is_seam(runs: Sequence[PrintedRun], one: PartPlace, other: PartPlace) -> bool:
    """Return whether a part ends with its quote and the next begins with its own."""
    end = len(inner(runs[one.run].text.folded))
    return one.run < other.run and one.span.end >= end and other.span.start == 0


def compare_places(
    runs: Sequence[PrintedRun],
    places: Sequence[PartPlace],
    asked: str,
    ends: tuple[Gap, Gap] | None = None,
) -> Comparison | None:
    """Return what stands before, between and after the places; None if they are too common."""
    head, tail = ends or (_read_before(runs, places[0]), _read_after(runs, places[-1]))
    inside = [_read_between(runs, one, other) for one, other in pairwise(places)]
    gaps = [head, *inside, tail]
    left_out = tuple(_strip_edges(words) for gap in gaps for words in gap.words if tokens(words))
    quotes = len({runs[place.run].quote for place in places})
    is_whole = not left_out and quotes == 1 and all(gap.held for gap in gaps)
    if not is_whole and is_common(asked):
        return None
    return Comparison(
        verdict=Verdict.EXACT if is_whole else Verdict.PART,
        differences=tuple(_list_differences(runs, places, asked)),
        left_out=left_out,
        unrecorded_gap=not all(gap.held for gap in inside),
        quote_count=quotes,
        meaning_changes=tuple(_find_lost(_read_places(runs, places), head, inside, tail)),
    )


def _read_places(runs: Sequence[PrintedRun], places: Sequence[PartPlace]) -> str:
    """Return the asked words as printed: an asker's capital letter begins no sentence there."""
    return " ".join(runs[place.run].text.printed(place.span) for place in places)


def _find_lost(words: str, head: Gap, inside: Sequence[Gap], tail: Gap) -> Iterator[MeaningChange]:
    find = turning_word_search.find_lost_at_end
    yield from find(" ".join(head.words), words, before=True)
    for lost in (lost for gap in inside for lost in gap.words):
        yield from turning_word_search.find_lost_words(lost)
    yield from find(" ".join(tail.words), words, before=False)


def _list_differences(
    runs: Sequence[PrintedRun], places: Sequence[PartPlace], asked: str
) -> Iterator[Difference]:
    """Yield the words that are printed in another writing; none of a part over a seam."""
    parts = [part.strip() for part in ellipsis.split_at_marks(asked)]
    for part, (number, span) in zip(parts, places, strict=False):
        text = runs[number].text
        if len(parts) == len(places) and inner(part).strip() != text[span]:
            whole = extend_over_marks(text, span) if part[-1:] in LAST_MARKS else span
            for ours, theirs in list_variants(part, text.printed(whole)):
                yield Difference(asked=ours, printed=theirs)


def _strip_edges(words: str) -> str:
    """Return words without the marks that separate them from the asked words."""
    return balance(words.lstrip(f" {LAST_MARKS}”").rstrip(" “"))


def _read_before(runs: Sequence[PrintedRun], place: PartPlace) -> Gap:
    first = next(i for i, run in enumerate(runs) if run.quote == runs[place.run].quote)
    return _read_between(runs, PartPlace(first, Span(0, 0)), place)


def _read_after(runs: Sequence[PrintedRun], place: PartPlace) -> Gap:
    last = max(i for i, run in enumerate(runs) if run.quote == runs[place.run].quote)
    end = len(runs[last].text.folded)
    return _read_between(runs, place, PartPlace(last, Span(end, end)))


def _read_between(runs: Sequence[PrintedRun], one: PartPlace, other: PartPlace) -> Gap:
    """Return what stands between two places, over the runs that part them."""
    if one.run == other.run:
        return Gap((runs[one.run].text.printed(Span(one.span.end, other.span.start)),))
    text = runs[one.run].text
    words, held = [text.printed(Span(one.span.end, len(text.folded)))], True
    for number in range(one.run + 1, other.run + 1):
        text, before = runs[number].text, runs[number].before
        end = other.span.start if number == other.run else len(text.folded)
        words += [(before or "").strip(_MARKS), text.printed(Span(0, end))]
        held = held and before is not None
    return Gap(tuple(words), held)
