"""What nobody expected: the log says where it happened, and who asked gets a reference to it."""

from __future__ import annotations

import logging
import secrets

from bot.slack.logs import places
from bot.slack.outgoing.telling import give_reference
from knowledge.corpus import WithheldError

_log = logging.getLogger(__name__)


def apologize(error: Exception) -> str:
    """Log an error under a reference, and return what to tell the person who asked."""
    reference = secrets.token_hex(4)
    _log.error("reference %s: %s", reference, places(error))
    why = error if isinstance(error, WithheldError) else "Something went wrong here."
    return f"{why} {give_reference(reference)}"
