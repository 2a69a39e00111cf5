"""Words by which a question measures one side by another: "agrees with", "more open than"."""

from __future__ import annotations

from typing import Final

AGREEING: Final = frozenset(
    "agree agrees agreed agreeing disagree disagrees disagreed disagreeing".split()
)
# Before "than" these leave somebody out, or choose, and measure nothing.
NOT_MEASURING: Final = frozenset({"other", "rather"})
# Before "with" these ask for whoever is on somebody's side, and before somebody's view too.
DISAGREEING: Final = frozenset("disagree disagrees disagreed disagreeing".split())
SIDING: Final = AGREEING | frozenset("side sides sided siding align aligns aligned concurs".split())
SHARING: Final = frozenset("share shares shared sharing".split())
# Before "to" these measure by whoever follows: "closer to Sordia".
NEAR_TO: Final = frozenset("closer close nearer near similar identical".split())
