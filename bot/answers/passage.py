"""A passage of a message: words, and the label that names their speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.slack_text.message_parts import PartKind
from knowledge.check_quote import has_marks, put_in_marks

_PROSE: Final = frozenset({PartKind.TYPED, PartKind.FORWARDED_BESIDE, PartKind.FILE_BESIDE})


@dataclass
class Passage:
    """Words of a message, and the label that names their speaker.

    `is_quote` says that a column or a field calls them a quotation, so that they need no marks.
    `depth` is that of an item of a list, and `goes_on` whether the next line may belong to them;
    `headed` says that the label stands in a line above, which holds for others, too.
    """

    kind: PartKind
    words: str
    label: str | None = None
    is_quote: bool = False
    depth: int = 0
    goes_on: bool = False
    headed: bool = False

    def write_out(self) -> str:
        """Return the words below their label, between marks if they are a quotation."""
        marked = has_marks(self.words)
        words = put_in_marks(self.words) if self.is_quote and not marked else self.words
        return f"{self.label}: {words}" if self.label and has_marks(words) else words


def is_quotation(passage: Passage) -> bool:
    """Return whether words are set apart: by marks, in a list, or by where they stand."""
    return passage.kind not in _PROSE or bool(passage.depth) or has_marks(passage.words)
