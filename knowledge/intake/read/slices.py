"""Slices of a sentence: the shortest that holds the core and keeps its meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from knowledge.check_corpus.codebook import NARRATION_WORDS
from knowledge.check_corpus.cuts import dropped
from knowledge.text.article_text import Span
from knowledge.text.english.clause_words import DISPENSABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge.intake.read.reading import Reading
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
    parts = _split_parts(reading.masked, sentence)
    wanted = [any(part.touches(span) for span in core) for part in parts]
    if not any(wanted):
        return ()
    kept = _choose_parts(reading, parts, wanted, said, also)
    while _count_words(reading.text, parts, kept) > NARRATION_WORDS:
        spare = _find_spare_part(reading.text, parts, kept, wanted)
        if spare is None:
            return _keep_in_one_sentence(
                reading.text, _shorten_end(reading.text, parts, kept, core)
            )
        kept[spare] = False
    return _keep_in_one_sentence(reading.text, _join_kept(reading.text, parts, kept))


def _keep_in_one_sentence(text: Text, runs: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return runs of one sentence of the text; of several, which no narration may join, none."""
    places = {text.sentence_at(at) for run in runs for at in (run.start, run.end - 1)}
    return runs if len(places) == 1 else ()


def _split_parts(masked: str, sentence: Span) -> list[Span]:
    """Part a sentence by its commas and dashes; what stands between marks is never parted."""
    edges = [sentence.start]
    for match in _PARTS.finditer(masked, *sentence):
        edges += [match.start(), match.end()]
    edges.append(sentence.end)
    return [
        Span(a, b)
        for a, b in zip(edges[::2], edges[1::2], strict=True)
        if masked[a:b].strip(" .,") or "\0" in masked[a:b]
    ]


def _choose_parts(
    reading: Reading, parts: list[Span], wanted: list[bool], said: int, also: re.Pattern[str] | None
) -> list[bool]:
    first, last = wanted.index(True), len(wanted) - 1 - wanted[::-1].index(True)
    kept = []
    for i, part in enumerate(parts):
        words = reading.text[part]
        held = _must_stay(words, inner=first < i < last)
        held = held or bool(also and i > first and also.search(words))
        goes_on = part.start >= said and not DISPENSABLE.match(words.strip())
        kept.append(wanted[i] or held or goes_on)
    return kept


def _must_stay(words: str, *, inner: bool) -> bool:
    """Return whether a cut of these words would drop a negation, a condition, the attribution."""
    return any(dropped(words, inner=inner))


def _count_words(text: Text, parts: Sequence[Span], kept: Sequence[bool]) -> int:
    return sum(len(text[p].split()) for p, keep in zip(parts, kept, strict=True) if keep)


def _find_spare_part(
    text: Text, parts: list[Span], kept: list[bool], wanted: list[bool]
) -> int | None:
    """Return the last part that may go from a slice that is too long; else the first."""
    last = len(wanted) - 1 - wanted[::-1].index(True)
    order = [*range(len(parts) - 1, last, -1), *range(wanted.index(True))]
    return next((i for i in order if kept[i] and not _must_stay(text[parts[i]], inner=False)), None)


def _shorten_end(
    text: Text, parts: list[Span], kept: list[bool], core: list[Span]
) -> tuple[Span, ...]:
    """Shorten the last part of the core at its end, where nothing that must stay stands there."""
    runs = _join_kept(text, parts, kept)
    end = max((span.end for span in core), default=runs[-1].end)
    spare = sum(len(text[r].split()) for r in runs) - NARRATION_WORDS
    words = [Span(runs[-1].start + m.start(), runs[-1].start + m.end())
             for m in re.finditer(r"\S+", text[runs[-1]])]  # fmt: skip
    if spare >= len(words) or words[-spare - 1].end < end:
        return ()
    stop = words[-spare - 1].end
    if _must_stay(text[Span(stop, runs[-1].end)], inner=False):
        return ()
    return (*runs[:-1], Span(runs[-1].start, stop))


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
    return tuple(strip_edges(text, run) for run in runs)


def strip_edges(text: Text, run: Span) -> Span:
    """Leave out spaces and commas at the edges."""
    words = text[run]
    lead, rest = len(words) - len(words.lstrip(" ,;-")), words.rstrip(" ,;-")
    return Span(run.start + lead, run.start + max(len(rest), lead))


def take_sentence(text: Text, quoted: Span) -> tuple[Span, ...]:
    """Return the sentence around a quotation; of a long one the words to its end, or fewer.

    What relays a sentence mostly closes it, and may not be cut.
    """
    sentence = text.sentences[text.sentence_at(quoted.start)]
    words = [Span(m.start(), m.end()) for m in re.finditer(r"\S+", text[sentence])]
    spare = len(words) - NARRATION_WORDS
    if spare <= 0:
        return (sentence,)
    at = next((i for i, w in enumerate(words) if sentence.start + w.end > quoted.start), 0)
    first = min(at, spare)
    last = words[first + NARRATION_WORDS - 1]
    return (Span(sentence.start + words[first].start, sentence.start + last.end),)


def write_slice(text: Text, runs: Sequence[Span]) -> str:
    """Return runs of one sentence as an entry holds them, each cut marked with […]."""
    sentence = text.sentences[text.sentence_at(runs[0].start)]
    before = text[Span(sentence.start, runs[0].start)].strip('"( ')
    after = text[Span(runs[-1].end, sentence.end)].strip('".,)?! ')
    inner = " […] ".join(text.printed(run) for run in runs)
    return f"{'[…] ' * bool(before)}{inner}{' […]' * bool(after)}"


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
