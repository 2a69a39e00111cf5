"""Patterns that are compiled when they are first used.

Those of many words take as long to compile as a whole answer takes, and most commands of a
terminal use few of them. A process that serves compiles all when it starts.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

_made: Final[list[_LaterPattern]] = []


class _LaterPattern:
    """Stands for a compiled pattern; what is asked of it is kept, so that it is asked once."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever a pattern has)
        found = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, found)
        return found


def compile_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what is used as re.compile() of these is."""
    made = _LaterPattern(pattern, flags)
    _made.append(made)
    return cast("re.Pattern[str]", made)


def compile_all() -> None:
    """Compile what is not compiled yet; raise re.error where a pattern is none."""
    for made in _made:
        for name in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            getattr(made, name)
