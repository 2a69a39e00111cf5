"""Words and beginnings of words by which two words say opposite things, however alike they are."""

from __future__ import annotations

from typing import Final

# "northern" and "southern", "nuclearization" and "denuclearization", "kimjongun" and "kimjongil".
OPPOSITES: Final = (
    *(("north", "south"), ("east", "west"), ("un", "il")),
    *(("in", "ex"), ("in", "de"), ("im", "ex"), ("im", "em")),
    *(("", "de"), ("", "un"), ("", "in"), ("", "im")),
)
