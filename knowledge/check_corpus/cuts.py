"""Check the cuts of a narration: each is marked, lifts a part out whole, and changes no meaning."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from knowledge.check_corpus import cut_places, cut_words_lost
from knowledge.check_corpus.cut_places import Cut
from knowledge.corpus.errors import Fault
from knowledge.text.article_text import CUT, Span, fold
from knowledge.text.dates_at_verbs import skip_dateline
from knowledge.text.english import cut_words
from knowledge.text.locating import left_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from knowledge.corpus.model import Quote
    from knowledge.text.article_text import Text

_EXACT = ("exact",)
_MARK = "Mark the cut with […]."
_CLAUSE = "Quote the clause with its subject, its verb and what it says."
_WORD = re.compile(r"\w")


def faults(text: Text, quote: Quote, spans: list[Span]) -> Iterator[Fault]:
    """Check a narration's cut marks, where its cuts are, and what they drop."""
    exact = fold(quote.exact)
    before, after = left_out(text, Span(spans[0].start, spans[-1].end))
    if before and not (exact.startswith(CUT) or _is_dateline(text, spans[0])):
        yield Fault(_EXACT, "The quote does not begin where its sentence does.", _MARK)
    if after and not exact.endswith(CUT):
        yield Fault(_EXACT, "The quote does not end where its sentence does.", _MARK)
    yield from (harm.fault for harm in find_harm(text, spans))


def _is_dateline(text: Text, first: Span) -> bool:
    """Return whether a sentence prints nothing before a run but its place: "LUND - "."""
    sentence = text.sentences[text.sentence_at(first.start)]
    return first.start - sentence.start == skip_dateline(text[sentence])


class Harm(NamedTuple):
    """What is wrong with the cuts of a narration, and with which of them; None for them all."""

    fault: Fault
    cut: Cut | None = None


def find_harm(text: Text, spans: Sequence[Span]) -> Iterator[Harm]:
    """Yield what the cuts around and between the runs of one sentence do to it."""
    cuts, kept = list_cuts(text, spans), " ".join(text[span] for span in spans)
    if torn := _find_half_pair(kept):
        why = f"The quote has a {torn} without its other half."
        yield Harm(Fault(_EXACT, why, "Quote both marks, or neither."))
    if cuts and (lacks := cut_places.find_what_lacks(kept)):
        yield Harm(Fault(_EXACT, f"{lacks}.", _CLAUSE))
    for cut in cuts:
        if fault := _judge(cut):
            yield Harm(fault, cut)


def _judge(cut: Cut) -> Fault | None:
    dropped = f"{cut.words.strip()!r}."
    if lost := next(cut_words_lost.find(cut), None):
        why = f"The cut drops the {lost.kind} {lost.word!r}: {dropped}"
        return Fault(_EXACT, why, f"Keep the {lost.kind} in the quote.")
    if not cut.after_kept and (conceding := cut_words.CONCEDING.search(cut.words)):
        why = f"The cut drops the concession {conceding[0].strip()!r}: {dropped}"
        return Fault(_EXACT, why, "Keep the concession in the quote.")
    if not cut.before_kept and _breaks_condition_off(cut):
        return Fault(_EXACT, f"The cut breaks a condition off: {dropped}", "Keep it whole.")
    rest = _without_dateline(cut)
    torn = cut_places.find_fault(rest) if rest else None
    return Fault(_EXACT, f"{torn}: {dropped}", cut_places.WHAT_TO_DO) if torn else None


def _breaks_condition_off(cut: Cut) -> bool:
    """Return whether a condition goes on behind the words kept, with more than a time."""
    opens = cut_words.OPENING.match(cut.words) or cut_words.INFINITIVE.match(cut.words)
    goes_on = opens and not cut_words.MARKED.match(cut.words)
    timed = cut_words.TIME.fullmatch(cut.words.rstrip(" ."))
    return bool(goes_on and not timed and cut_words.OPEN_CONDITION.search(cut.before))


def _without_dateline(cut: Cut) -> Cut | None:
    """Return what is left out at the front of a sentence, which begins behind its dateline.

    Where that is the dateline alone, nothing of the sentence is left out.
    """
    begins = skip_dateline(cut.sentence)
    if cut.after_kept or not begins:
        return cut
    if not _WORD.search(cut.sentence[begins : cut.end]):
        return None
    return replace(cut, gap=Span(cut.at + begins, cut.gap.end))


def list_cuts(text: Text, spans: Sequence[Span]) -> list[Cut]:
    """Return what a sentence prints around and between some of its runs."""
    sentence = text.sentences[text.sentence_at(spans[0].start)]
    starts = [sentence.start, *(span.end for span in spans)]
    gaps = list(map(Span, starts, [*(span.start for span in spans), sentence.end]))
    return [
        Cut(text[sentence], sentence.start, gap, bool(i), i < len(gaps) - 1)
        for i, gap in enumerate(gaps)
        if _WORD.search(text[gap])
    ]


def _find_half_pair(words: str) -> str | None:
    if words.count('"') % 2:
        return "quotation mark"
    return "parenthesis" if words.count("(") != words.count(")") else None
