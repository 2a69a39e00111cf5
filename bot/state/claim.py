"""What somebody who wants to do a thing once gets to hear."""

from __future__ import annotations

from enum import Enum, auto


class Claim(Enum):
    """Whose a thing is: the caller's own from now on, somebody else's, or nobody's any more."""

    OURS = auto()
    """Nobody held it: do it, then finish or release it."""
    TAKEN_OVER = auto()
    """The holder's lease ran out, as after a crash, so that it may be done: else as OURS."""
    UNDER_WAY = auto()
    """Another holds it: leave it to them, or wait for them."""
    DONE = auto()
    """It is finished: do nothing."""

    @property
    def is_ours(self) -> bool:
        """Return whether the caller has it from now on."""
        return self in (Claim.OURS, Claim.TAKEN_OVER)
