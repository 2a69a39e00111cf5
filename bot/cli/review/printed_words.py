"""Words of the article that a curator points at, in every question the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.review.candidate_view import tell_weight
from bot.cli.review.curator_terminal import TAKES, Back
from knowledge.intake.read import find_words, join_runs, strip_edges, write_slice
from knowledge.text import Span, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.cli.review.curator_terminal import CuratorTerminal
    from bot.cli.review.pointing import Runs
    from knowledge.intake.review import Review

_EDGES = ' ,;"“”'  # marks and commas around what is pointed at
_RUNS = 6  # of one narration, or of one condition


def ask_printed_words(
    terminal: CuratorTerminal, review: Review, at: int, label: str, default: str | None = None
) -> Span:
    """Return a run of words printed near a candidate; `default` are those that Enter takes."""
    near = review.text.around(review.candidates[at].whole)
    places = [*_find_head(review, at, near), *find_words(review.text, near)]

    def join(runs: Runs) -> Span:
        ((first, last),) = runs
        return strip_edges(review.text, Span(places[first].start, places[last].end))

    runs = terminal.point(
        label,
        [review.text[p] for p in places],
        lambda runs: f"{TAKES}{review.text.printed(join(runs))}",
        default=_find_default(review, near, places, default),
    )
    return join(runs)


def _find_head(review: Review, at: int, near: Span) -> list[Span]:
    """Return the words of the line that names in full who speaks under a label, above it."""
    made = review.apply(review.get_decision(at))
    who = made.speaker if made.speech else None
    named = (who.refers_to or who.name) if who else None
    found = review.text.occurrences(fold(named)) if named else []
    above = [line for line in review.text.lines if any(line.holds(span) for span in found)]
    return find_words(review.text, above[0]) if above and above[0].end <= near.start else []


def _find_default(review: Review, near: Span, places: list[Span], words: str | None) -> Runs | None:
    """Return where printed words stand among some places."""
    found = review.text.occurrences(fold(words)) if words else []
    where = next((span for span in found if near.holds(span)), None)
    touched = [i for i, place in enumerate(places) if where and place.touches(where)]
    return [(touched[0], touched[-1])] if touched else None


def ask_slice(terminal: CuratorTerminal, review: Review, at: int) -> tuple[Span, ...]:
    """Return the slice of the outlet's sentence to quote, while the budget is shown."""
    made = review.candidates[at]
    if made.speech:
        return (_ask_speech(terminal, review, made.speech),)
    if not made.clause:
        terminal.say("Words between quotation marks are quoted whole.")
        raise Back
    sentence = review.text.sentences[review.text.sentence_at(made.whole.start)]
    places = find_words(review.text, sentence)

    def join(runs: Runs) -> tuple[Span, ...]:
        chosen = [Span(places[a].start, places[b].end) for a, b in runs]
        return join_runs(review.text, sentence, chosen)

    def tell(runs: Runs) -> str:
        spans = join(runs)
        weight = tell_weight(review, review.weigh(at, spans))
        return f"{TAKES}{write_slice(review.text, spans)}   {weight}"

    chosen = terminal.point(
        "words to keep (such as 1-8 12-20)",
        [review.text[p] for p in places],
        tell,
        parts=_RUNS,
    )
    return join(chosen)


def _ask_speech(terminal: CuratorTerminal, review: Review, speech: Span) -> Span:
    """Return the sentences of speech under a label to quote, by their first and last word."""
    places = find_words(review.text, speech)

    def join(runs: Runs) -> Span:
        ((first, last),) = runs
        return Span(places[first].start, places[last].end)

    words = [review.text[place] for place in places]
    return join(
        terminal.point(
            "first and last word of whole sentences",
            words,
            lambda runs: f"{TAKES}{review.text.printed(join(runs))}",
        )
    )


def ask_condition(terminal: CuratorTerminal, review: Review, runs: tuple[Span, ...]) -> str:
    """Return the words of a quote that are its condition; between several runs, […]."""
    places = [(word, at) for at, run in enumerate(runs) for word in find_words(review.text, run)]

    def join(chosen: Runs) -> str:
        parts = [part for pair in chosen for part in _part(places[pair[0] : pair[1] + 1])]
        return " […] ".join(review.text.printed(part).strip(_EDGES) for part in parts)

    words = [review.text[word] for word, _ in places]
    tell = "the words of the condition"
    return join(terminal.point(tell, words, lambda runs: f"{TAKES}{join(runs)}", parts=_RUNS))


def _part(words: list[tuple[Span, int]]) -> Iterator[Span]:
    """Yield the words of each run of a quote from the first to the last of them."""
    for at in dict.fromkeys(run for _, run in words):
        own = [word for word, run in words if run == at]
        yield Span(own[0].start, own[-1].end)
