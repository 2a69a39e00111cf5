"""What `stancebook add` did with a text, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.cli.words_left import tell_words_left

if TYPE_CHECKING:
    from knowledge.intake.add import AddedText

NO_DRAFTS: Final = "It has no drafts to review."


def summarize_added(added: AddedText) -> list[str]:
    """Return what was added, changed or left out, a line each."""
    left = [f"  {tell_words_left(added.words_left).capitalize()}"] if added.words_left else []
    return [*_outcome(added), *left, *(f"  {note}" for note in added.notes)]


def _outcome(added: AddedText) -> list[str]:
    if added.outcome == "same":
        return [f"{added.article}: already on record; nothing was changed"]
    left_out = [f"  Left out: {line}" for line in added.left_out]
    what = "draft statement" if added.statements == 1 else "draft statements"
    if added.outcome == "changed":
        lost = [
            f"  No longer served, because only the earlier text has it: {s}" for s in added.lost
        ]
        head = f"{added.article}: the text has changed; both fingerprints are kept"
        brought = [f"  New: {added.statements} {what}"] * bool(added.statements)
        return [head, *(f"  {line}" for line in added.changes), *lost, *brought, *left_out]
    return [f"{added.article}: added, {added.statements} {what}", *left_out]
