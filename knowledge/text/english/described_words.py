"""Words for speakers who are described and not named: "diplomatic sources"."""

from __future__ import annotations

from typing import Final

SOURCES: Final = frozenset({"source", "sources"})
# A word right before one of these tells which speakers, and no issue: "security officials".
DESCRIBED: Final = SOURCES | frozenset(
    """official officials diplomat diplomats negotiator negotiators adviser advisers analyst
    analysts expert experts insider insiders officer officers""".split()
)
# These rank them, and a description on record may lack them.
RANKS: Final = frozenset("senior top chief ranking unnamed anonymous certain".split())
