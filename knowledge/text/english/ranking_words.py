"""Words by which a question wants something ranked or measured: "the strongest statement"."""

from __future__ import annotations

from typing import Final

RANKING: Final = frozenset(
    """strongest weakest toughest harshest hardest softest mildest boldest fiercest best worst
    loudest rank ranks ranked ranking rate rates rated rating score scores scored scoring""".split()
)
# Behind "who is" these rank those who are meant: "who is stricter", "which state is toughest".
RANKED: Final = RANKING | frozenset(
    """tough tougher harsh harsher hard harder soft softer mild milder bolder fiercer strict
    stricter strictest lenient hawkish dovish louder keener keenest closer
    closest nearer nearest odd""".split()
)
