"""What adding a text came to, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.intake.add.article_store import AddedText


def added_text(added: AddedText) -> list[str]:
    """Say in words what adding came to."""
    return [*_outcome(added), *(f"  {note}" for note in added.notes)]


def _outcome(added: AddedText) -> list[str]:
    if added.outcome == "same":
        return [f"{added.article}: this text is on record already; nothing was changed"]
    left_out = [f"  left out: {line}" for line in added.left_out]
    what = "draft statement" if added.statements == 1 else "draft statements"
    if added.outcome == "changed":
        lost = [f"  not served any more, only the earlier text has it: {s}" for s in added.lost]
        head = f"{added.article}: the text has changed; both fingerprints are kept"
        brought = [f"  new: {added.statements} {what}"] * bool(added.statements)
        return [head, *(f"  {line}" for line in added.changes), *lost, *brought, *left_out]
    return [f"{added.article}: added, {added.statements} {what}", *left_out]
