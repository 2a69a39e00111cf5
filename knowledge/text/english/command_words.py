"""Words by which Stancebook is told what to do; tests hold them against the commands."""

from __future__ import annotations

from typing import Final

COMMAND_WORDS: Final = frozenset(
    "check cite compare help issues more said source stance timeline who whois".split()
)
