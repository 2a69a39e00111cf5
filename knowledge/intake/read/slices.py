"""Slices of a sentence: a clause that holds the core, keeps its meaning and reads without its cut.

A sentence is parted by its commas and dashes, and whole parts are lifted out of it: appositions
and adverbials. Of several such cuts inside a slice, one is made.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from knowledge.check_corpus import cut_words_lost, cuts
from knowledge.check_corpus.cut_places import Cut, has_verb
from knowledge.corpus.quotation_limits import CUTS_INSIDE, NARRATION_WORDS
from knowledge.speech.clauses import can_be_subject
from knowledge.speech.name_parts import ends_with_name
from knowledge.text.article_text import Span
from knowledge.text.dates_at_verbs import skip_dateline
from knowledge.text.english.clause_words import (
    BESIDE_ITS_CLAUSE,
    DISPENSABLE,
    FRONTED,
    JOINS_ON,
    LAST_OF_A_LIST,
    PREPOSITIONS,
    RELATIVE,
    VERB,
)
from knowledge.text.english.cut_words import TIME, WITHOUT_SUBJECT
from knowledge.text.english.frame_words import FINITE
from knowledge.text.english.pronouns import OF_A_PLACE
from knowledge.text.english.turning_words import ATTITUDE as TURNING_ATTITUDE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.speech.reading import Reading
    from knowledge.text.article_text import Text

_PARTS: Final = re.compile(r",(?=[\s\"'])|;|\s-{1,2}\s|[()]")


def cut_slice(
    reading: Reading,
    sentence: Span,
    core: Iterable[Span],
    said: int,
    also: re.Pattern[str] | None = None,
) -> tuple[Span, ...]:
    """Return the runs of a sentence that hold the core, and all that a cut may not drop.

    Parts between commas are left out where they hold neither the core nor a word that must stay
    (`also` is a pattern of more such words); after `said`, where the words begin that matter, only
    asides are. Of a slice that is still too long, the end goes. Where no slice of so few words
    holds the core, nothing is returned.
    """
    core = [span for span in core if sentence.holds(span)]
    parts = _leave_main_clause(reading, _split_parts(reading, sentence, core), core)
    wanted = [any(part.touches(span) for span in core) for part in parts]
    if not any(wanted):
        return ()
    wanted = _keep_post_in_front(reading, parts, wanted)
    kept = _choose_parts(reading, sentence, parts, wanted, said, also)
    while _count_words(reading.text, parts, kept) > NARRATION_WORDS:
        spare = _find_spare_part(reading.text, sentence, parts, kept, wanted)
        if spare is None:
            break
        kept[spare] = False
    kept = _drop_lead(reading.text, parts, kept, wanted.index(True))
    kept = _close_gaps(reading.text, parts, _mend(reading.text, parts, kept), said)
    runs = _keep_in_one_sentence(reading.text, _join_kept(reading.text, parts, kept))
    return _shorten_end(reading.text, runs, core) if runs else ()


def _keep_post_in_front(reading: Reading, parts: list[Span], wanted: list[bool]) -> list[bool]:
    """Return what is wanted, with the post that a name stands beside: "The mayor, Per Dahl, said".

    The name alone would have a comma between itself and its verb.
    """
    first = wanted.index(True)
    if not 0 < first < len(parts) - 1:
        return wanted
    post, name, then = (reading.masked[slice(*parts[at])] for at in range(first - 1, first + 2))
    beside = reading.masked[parts[first - 1].end : parts[first].start].strip() == ","
    named = ends_with_name(OF_A_PLACE.sub("", name.strip())) and not has_verb(name)
    goes_on = has_verb(then) and not _is_clause(then.strip())
    keeps = beside and named and goes_on and not VERB.search(post)
    return [*wanted[: first - 1], True, *wanted[first:]] if keeps else wanted


def _drop_lead(text: Text, parts: list[Span], kept: list[bool], first: int) -> list[bool]:
    """Leave out what stands in front of the first part wanted, but for its day, if it can go."""
    dated = first > 0 and TIME.fullmatch(text[parts[first - 1]].strip()) is not None
    without = [dated and at == first - 1 for at in range(first)] + kept[first:]
    runs = _join_kept(text, parts, without)
    if not _keep_in_one_sentence(text, runs):
        return kept
    harmed = any(h.cut and not h.cut.after_kept for h in cuts.find_harm(text, runs))
    return kept if harmed else without


def _mend(text: Text, parts: list[Span], kept: list[bool]) -> list[bool]:
    """Return the parts kept, with as many more as the proof wants."""
    while True:
        runs = _join_kept(text, parts, kept)
        if not _keep_in_one_sentence(text, runs):
            return kept
        harm = next(cuts.find_harm(text, runs), None)
        more = _find_next_part(parts, kept, harm) if harm else None
        if more is None:
            return kept
        kept = [*kept[:more], True, *kept[more + 1 :]]


def _close_gaps(text: Text, parts: list[Span], kept: list[bool], said: int) -> list[bool]:
    """Return the parts kept with so few cuts inside that they read as a sentence, if that fits.

    What is lifted out in front of the words that matter, such as a post, stays out first.
    """
    gaps = _list_gaps(kept)
    if len(gaps) <= CUTS_INSIDE:
        return kept
    for gap in sorted(gaps, key=lambda gap: (parts[gap.start].start >= said, -len(gap))):
        spare = {i for other in gaps if other is not gap for i in other}
        closed = [keep or i in spare for i, keep in enumerate(kept)]
        if _count_words(text, parts, closed) <= NARRATION_WORDS:
            return closed
    return kept


def _list_gaps(kept: Sequence[bool]) -> list[range]:
    """Return where parts are left out between kept ones."""
    at = [i for i, keep in enumerate(kept) if keep]
    return [range(a + 1, b) for a, b in pairwise(at) if b > a + 1]


def _find_next_part(parts: list[Span], kept: list[bool], harm: cuts.Harm) -> int | None:
    """Return the part that is nearest to the kept ones in what a harmful cut leaves out."""
    first, last = kept.index(True), len(kept) - 1 - kept[::-1].index(True)
    gap = harm.cut.gap if harm.cut else Span(parts[0].start, parts[-1].end)
    spare = [i for i, keep in enumerate(kept) if not keep and gap.touches(parts[i])]
    return min(spare, key=lambda i: (i < first, min(abs(i - first), abs(i - last))), default=None)


def _keep_in_one_sentence(text: Text, runs: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return runs of one sentence of the text; of several, which no narration may join, none."""
    places = {text.sentence_at(at) for run in runs for at in (run.start, run.end - 1)}
    return runs if len(places) == 1 else ()


def _split_parts(reading: Reading, sentence: Span, core: Iterable[Span]) -> list[Span]:
    """Part a sentence by its commas and dashes; what stands between marks is never parted.

    A dateline is no part of it, and what joins it to the sentence before is one by itself.
    """
    first = min((span.start for span in core), default=sentence.end)
    masked, start = reading.masked, _find_begin(reading.text, sentence, first)
    joined = JOINS_ON.match(masked, start, sentence.end)
    edges = [start, joined.end(), joined.end()] if joined else [start]
    for match in _PARTS.finditer(masked, edges[-1], sentence.end):
        edges += [match.start(), match.end()]
    edges.append(sentence.end)
    return [
        Span(a, b)
        for a, b in zip(edges[::2], edges[1::2], strict=True)
        if masked[a:b].strip(" .,") or "\0" in masked[a:b]
    ]


def _leave_main_clause(reading: Reading, parts: list[Span], core: Sequence[Span]) -> list[Span]:
    """Return the parts of "While it rains" alone where the core is in them."""
    fronted = FRONTED.match(reading.masked, parts[0].start)
    main = next((p for p in parts[1:] if _is_clause(reading.masked[slice(*p)])), None)
    if not (fronted and main) or any(span.end > main.start for span in core):
        return parts
    lead = Span(parts[0].start, fronted.end())
    return [lead, Span(lead.end, parts[0].end), *(p for p in parts[1:] if p.start < main.start)]


def _is_clause(words: str) -> bool:
    """Return whether a part has a subject and a verb of its own, and not of "which"."""
    verb = FINITE.search(words)
    return bool(verb and can_be_subject(words) and not RELATIVE.search(words[: verb.start()]))


def _choose_parts(  # noqa: PLR0913, PLR0917 (each is one fact of the choice)
    reading: Reading,
    sentence: Span,
    parts: list[Span],
    wanted: list[bool],
    said: int,
    also: re.Pattern[str] | None,
) -> list[bool]:
    first, last = wanted.index(True), len(wanted) - 1 - wanted[::-1].index(True)
    kept = []
    for i, part in enumerate(parts):
        words = reading.text[part]
        held = _must_stay(reading.text, sentence, part, (first < i, i < last))
        # A position of somebody else is no aside: rather both than one, and too long a slice.
        held = held or bool(first < i < last and TURNING_ATTITUDE.search(words))
        held = held or bool(also and i > first and also.search(words))
        goes_on = part.end > said and not _can_spare(words.strip())
        kept.append(wanted[i] or held or goes_on)
    return kept


def _can_spare(words: str) -> bool:
    """Return whether what follows the core is an aside, and not the end of a list."""
    return bool(DISPENSABLE.match(words)) and not LAST_OF_A_LIST.match(words)


def _must_stay(text: Text, sentence: Span, part: Span, beside: tuple[bool, bool]) -> bool:
    """Return whether a cut of a part, with what is kept on either side, would drop some sense."""
    return any(cut_words_lost.find(Cut(text[sentence], sentence.start, part, *beside)))


def _count_words(text: Text, parts: Sequence[Span], kept: Sequence[bool]) -> int:
    return sum(len(text[p].split()) for p, keep in zip(parts, kept, strict=True) if keep)


def _find_spare_part(
    text: Text, sentence: Span, parts: list[Span], kept: list[bool], wanted: list[bool]
) -> int | None:
    """Return the last part that may go from a slice that is too long; else the first."""
    first, last = wanted.index(True), len(wanted) - 1 - wanted[::-1].index(True)
    order = [*range(len(parts) - 1, last, -1), *range(first)]
    return next(
        (
            i
            for i in order
            if kept[i] and not _must_stay(text, sentence, parts[i], (i > last, i < first))
        ),
        None,
    )


def _shorten_end(text: Text, runs: tuple[Span, ...], core: list[Span]) -> tuple[Span, ...]:
    """Return runs of few enough words, the last of them cut where the proof allows it."""
    spare = sum(len(text[run].split()) for run in runs) - NARRATION_WORDS
    if spare <= 0:
        return () if any(cuts.find_harm(text, runs)) else runs
    end = max((span.end for span in core), default=runs[-1].end)
    words = find_words(text, runs[-1])
    lasts = (_take_words(text, words[:to]) for to in range(len(words) - spare, 0, -1))
    shorter = ((*runs[:-1], last) for last in lasts if last.end >= end)
    return next((found for found in shorter if not any(cuts.find_harm(text, found))), ())


def _take_words(text: Text, words: Sequence[Span]) -> Span:
    return strip_edges(text, Span(words[0].start, words[-1].end))


def _join_kept(text: Text, parts: list[Span], kept: list[bool]) -> tuple[Span, ...]:
    """Join neighbours that are kept, and leave out spaces and commas at the edges."""
    runs: list[Span] = []
    before = False
    for part, keep in zip(parts, kept, strict=True):
        if keep and before:
            runs[-1] = Span(runs[-1].start, part.end)
        elif keep:
            runs.append(part)
        before = keep
    bare = [strip_edges(text, run) for run in runs]
    return (*bare[:1], *(_with_comma(text, *pair) for pair in pairwise(bare)))


def _with_comma(text: Text, before: Span, run: Span) -> Span:
    """Return a run behind a cut with its comma, where the sentence needs it without the cut.

    "Velmora will wait […], the sources said", but "Ilse Marrow […] said that it rains".
    """
    comma = text.folded.rfind(",", before.end, run.start)
    near = comma >= 0 and not text[Span(comma + 1, run.start)].strip()
    words = text[run].partition(",")[0]
    needs = RELATIVE.match(words) or (has_verb(text[before]) and _begins_clause(words))
    return Span(comma, run.end) if near and needs else run


def _begins_clause(words: str) -> bool:
    """Return whether a part is a clause beside the one before it: "the sources said", "noting"."""
    if BESIDE_ITS_CLAUSE.match(words):
        return True
    first = words.split(" ", 1)[0]
    goes_on = WITHOUT_SUBJECT.match(words) or first in PREPOSITIONS
    return bool(FINITE.search(words)) and not goes_on


def strip_edges(text: Text, run: Span) -> Span:
    """Leave out spaces and commas at the edges."""
    words = text[run]
    lead, rest = len(words) - len(words.lstrip(" ,;-")), words.rstrip(" ,;-")
    return Span(run.start + lead, run.start + max(len(rest), lead))


def take_sentence(text: Text, quoted: Span) -> tuple[Span, ...]:
    """Return the sentence around a quotation; of a long one a run that the proof allows, or none.

    What relays a sentence mostly closes it, and may not be cut.
    """
    sentence = text.sentences[text.sentence_at(quoted.start)]
    words = find_words(text, sentence)
    if len(words) <= NARRATION_WORDS:
        return (sentence,)
    before = [i for i, word in enumerate(words) if word.start <= quoted.start]
    starts = [i for i in before if _begins(text, words[i])]
    runs = ((_take_words(text, words[i : i + NARRATION_WORDS]),) for i in reversed(starts))
    found = (_shorten_end(text, run, [quoted]) for run in runs if run[0].holds(quoted))
    return next(filter(None, found), ())


def _begins(text: Text, word: Span) -> bool:
    """Return whether a word begins a sentence or what follows a mark."""
    return text.folded[: word.start].rstrip()[-1:] in {"", *".,;:-!?\"'"}


def write_slice(text: Text, runs: Sequence[Span]) -> str:
    """Return runs of one sentence as an entry holds them, each cut marked with […]."""
    sentence = text.sentences[text.sentence_at(runs[0].start)]
    start = _find_begin(text, sentence, runs[0].start)
    before = text[Span(start, runs[0].start)].strip('"( ')
    after = text[Span(runs[-1].end, sentence.end)].strip('".,)?! ')
    inner = " […] ".join(text.printed(run) for run in runs).replace("[…] ,", "[…],")
    return f"{'[…] ' * bool(before)}{inner}{' […]' * bool(after)}"


def _find_begin(text: Text, sentence: Span, first: int) -> int:
    """Return where a sentence begins behind its dateline, in which nothing is that matters."""
    begins = sentence.start + skip_dateline(text[sentence])
    return begins if begins <= first else sentence.start


def find_words(text: Text, span: Span) -> list[Span]:
    """Return where the words of a slice stand, with the marks that touch them."""
    return [
        Span(span.start + m.start(), span.start + m.end()) for m in re.finditer(r"\S+", text[span])
    ]


def join_runs(text: Text, sentence: Span, runs: Sequence[Span]) -> tuple[Span, ...]:
    """Return chosen runs without commas at their edges; neighbours are one."""
    found: list[Span] = []
    for run in runs:
        if found and not text[Span(found[-1].end, run.start)].strip():
            found[-1] = Span(found[-1].start, run.end)
        else:
            found.append(run)
    last = [run if run.end == sentence.end else strip_edges(text, run) for run in found]
    return tuple(last)
