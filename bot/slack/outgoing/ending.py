"""What ends the process from within: the app's access to the workspace is gone for good."""

from __future__ import annotations

import logging
from threading import Event, Lock

from bot.slack.line_a_minute import LineAMinute
from bot.slack.outgoing.slack_errors import in_words

EXIT_CODE = 3  # see docs/deploying.md: starting again does not help
_log = logging.getLogger(__name__)


class Ending:
    """Set once, by whoever learns first that there is nothing left to serve."""

    def __init__(self) -> None:
        self.ended = Event()
        self.code = ""
        self._lock = Lock()
        self._troubles = LineAMinute()

    def end(self, code: str, *, of_app_token: bool = False) -> None:
        """Say in one line why, and let the process end."""
        with self._lock:
            if self.code:
                return
            self.code = code
        why = in_words(code, of_app_token=of_app_token)
        _log.critical("Slack no longer lets the app in: %s. Stopping.", why)
        self.ended.set()

    def say_that_nothing_is_posted(self, code: str) -> None:
        """Say in a line a minute for each code why no answer gets through: it may be mended."""
        why = f"answers are not posted: {in_words(code)}"
        self._troubles.note(why, logging.ERROR, cause=code)
