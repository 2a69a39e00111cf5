"""Letters that are written as others: str.translate() where few of the letters of a text are any.

That looks every letter of a text up that is not ASCII alone, a pattern only those that it finds.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class LetterTable:
    """What each of some letters is written as; an empty text leaves it out."""

    def __init__(self, table: Mapping[str, str]) -> None:
        self._any = re.compile(f"[{re.escape(''.join(table))}]")
        self._write = lambda found: table[found[0]]

    def apply(self, text: str) -> str:
        """Return a text with these letters as they are written."""
        return self._any.sub(self._write, text)
