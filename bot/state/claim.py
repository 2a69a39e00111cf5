"""What somebody who wants to do a thing once gets to hear."""

from __future__ import annotations

from enum import Enum, auto


class Claim(Enum):
    """Whose a thing is: the caller's own from now on, somebody else's, or nobody's any more."""

    OURS = auto()
    """Nobody held it, or the holder's lease ran out: do it, then finish or release it."""
    UNDER_WAY = auto()
    """Another holds it: leave it to them, or wait for them."""
    DONE = auto()
    """It is finished: do nothing."""
