"""One review of a text: candidate by candidate, with each decision on disk when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.cli.review.add_summary import NO_DRAFTS, summarize_added
from bot.cli.review.candidate_view import show_candidate, show_progress
from bot.cli.review.curator_terminal import Back, CuratorTerminal, Quit
from bot.cli.review.head_questions import begin_with_head
from bot.cli.review.review_keys import ALL_DECIDED, ASKED, KEYS, KEYS_AT_END, press
from bot.cli.review.sitting import ReviewSource, Sitting
from knowledge.intake.add import AddedText
from knowledge.intake.review import NewEntries

if TYPE_CHECKING:
    from knowledge.intake.add import Library
    from knowledge.intake.read import Head

_WRITE = "w"


def review_article(
    library: Library,
    content: bytes,
    given: Head,
    *,
    review: bool = False,
    terminal: CuratorTerminal | None = None,
) -> None:
    """Review the candidates of a text; after a quit, the same command goes on."""
    terminal = terminal or CuratorTerminal()
    try:
        added = _decide_all(terminal, ReviewSource(library, content, given, review))
    except (Quit, Back):  # Back out of the keys leaves too
        terminal.say("Stopped. Every decision is kept. Run the same command again to go on.")
        return
    for line in summarize_added(added):
        terminal.say(line.replace(" draft statement", " statement"))
    if review and added.outcome == "same":
        terminal.say(NO_DRAFTS)


def _decide_all(terminal: CuratorTerminal, source: ReviewSource) -> AddedText:
    """Ask about every candidate, and write what was accepted when the curator says so."""
    begun = begin_with_head(terminal, source)
    if isinstance(begun, AddedText):
        return begun
    if begun.on_record and begun.on_record.outcome == "same" and not begun.candidates:
        return begun.on_record
    show_progress(terminal, begun)
    sitting = Sitting(terminal, source, begun, begun.find_open())
    while not _ask_key(sitting):
        pass
    return sitting.review.finish()


def _ask_key(sitting: Sitting) -> bool:
    """Ask for one key and do what it says; return whether all is to be written now."""
    terminal, count = sitting.terminal, len(sitting.review.candidates)
    at_end = sitting.at is None
    if sitting.at is None:
        key = terminal.key(ALL_DECIDED, "".join([_WRITE, "?", *KEYS_AT_END]), count)
    else:
        if not sitting.is_shown(sitting.at):
            show_candidate(terminal, sitting.review, sitting.at)
        key = terminal.key(ASKED, "".join([*KEYS, "?", *KEYS_AT_END]), count)
    if at_end and key == _WRITE:
        return True
    try:
        press(sitting, key)
    except Back:
        sitting.review.pending = NewEntries()
        terminal.say("Nothing was changed.")
    return False
