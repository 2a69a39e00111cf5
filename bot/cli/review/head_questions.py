"""Questions about an article's head: what the text does not give, and what a curator corrects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.cli.review.curator_terminal import Back
from knowledge.corpus import IntakeError
from knowledge.intake.add import AddedText, read_article
from knowledge.intake.review import Review, find_head_problem, give_head
from knowledge.text import fold, printed_date, unsure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.cli.review.curator_terminal import CuratorTerminal
    from bot.cli.review.sitting import ReviewSource, Sitting

_HEAD: Final = {
    "headline": "title",
    "outlet": "publisher",
    "agency": "agency",
    "byline": "byline",
    "address": "url",
    "published": "published",
}
_ASKED: Final = ("headline", "outlet", "byline")  # where the text's own is not found
_FIRST_LINES: Final = 15


def begin_with_head(terminal: CuratorTerminal, source: ReviewSource) -> Review | AddedText:
    """Begin a review; ask once for what the head of a new text does not give."""
    begun = _begin_with_day(terminal, source)
    if isinstance(begun, AddedText) or not (missing := _list_missing(begun)):
        return begun
    terminal.say("Not found in the text: type it as printed. Enter alone: not printed.")
    for label in missing:
        _give(terminal, source, label, _list_first_lines(begun))
    return source.begin()


def _begin_with_day(terminal: CuratorTerminal, source: ReviewSource) -> Review | AddedText:
    """Begin; ask for the day of publication if neither the text nor an option gives it."""
    while True:
        try:
            return source.begin()
        except IntakeError as error:
            if "--published" not in str(error):
                raise
            _give(terminal, source, "published")


def _list_missing(begun: Review) -> list[str]:
    given = begun.journal.head
    missing = [n for n in _ASKED if not getattr(begun.head, _HEAD[n]) and _HEAD[n] not in given]
    return missing if begun.is_new else []


def change_head(sitting: Sitting) -> None:
    """Show the head, and change a field of it; raise Back if the curator goes back."""
    terminal, review = sitting.terminal, sitting.review
    for label, name in _HEAD.items():
        value = getattr(review.head, name)
        terminal.say(f"  {label:<10}{value.to if name == 'published' and value else value}")
    while True:
        label = terminal.choose("change", _HEAD)
        try:
            _give(terminal, sitting.source, label, _list_first_lines(review))
        except Back:
            continue
        sitting.begin_again()
        return


def _give(
    terminal: CuratorTerminal, source: ReviewSource, label: str, lines: Iterable[str] = ()
) -> None:
    """Ask for one field of the head, and keep it; an empty answer means none is printed."""
    asks = "published, such as 2024-02-16" if label == "published" else label
    while True:
        typed = terminal.write(asks, lines)
        if wrong := _find_fault(source, label, typed):
            terminal.say(wrong)
        else:
            give_head(source.library, source.content, _HEAD[label], typed)
            return


def _find_fault(source: ReviewSource, label: str, typed: str) -> str | None:
    """Return what is wrong with a field: not a day, or words that the text does not print."""
    if label == "published":
        two = unsure(typed)
        why = f"Two days are possible: {two}" if two else f'"{typed}" is not a day'
        if printed_date(typed):
            return find_head_problem(source.library, source.content, "published", typed)
        return f"{why}. Write it as 2024-02-16."
    if label == "address" or fold(typed) in read_article(source.content, source.given).text.folded:
        return None
    return f'The text does not print "{typed}". Copy it as printed, or leave it empty.'


def _list_first_lines(review: Review) -> list[str]:
    lines = [line.strip() for line in review.raw.splitlines() if line.strip()]
    return list(dict.fromkeys(lines[:_FIRST_LINES]))
