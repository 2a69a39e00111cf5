"""Logs, plain or JSON, in which no token and no question text can stand.

Messages of exceptions and of other libraries can hold what a user typed: of the first, the type
and the places are kept; of the second, what stands before the data.
"""

from __future__ import annotations

import logging
import re
import traceback
from typing import TYPE_CHECKING

from bot.slack.patient_log import PatientLog

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Literal

_OURS = ("bot", "knowledge", "local_slack")
_TOKEN = re.compile(r"xox[a-z](?:\.xox[a-z])?-[\w-]+|xapp-[\w-]+|(?<=ticket=)[\w-]+")
_DATA_FOLLOWS = re.compile(r": |\(|\{|\[|['\"]|\n")
ERROR_CODE = re.compile(r"'error': '(\w+)'")
_STANDARD = {*vars(logging.makeLogRecord({})), "message", "asctime"}
# Bolt finds the token in the environment too, and says at each start that it does not need it.
_NEEDLESS = "As you gave `client` as well, `token` will be unused."
_PLAIN = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Discreet(logging.Filter):
    """Takes out of a record whatever may be somebody's words or a token."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; let all through but what says nothing."""
        try:
            message = record.getMessage()
        except Exception:  # noqa: BLE001 (whatever a badly formed call raises is not ours to raise)
            message = "a message that could not be formed"
        if message == _NEEDLESS:
            return False
        if record.name.partition(".")[0] not in _OURS:
            code = ERROR_CODE.search(message)
            message = _DATA_FOLLOWS.split(message, maxsplit=1)[0]
            message += f": {code[1]}" if code else ""
        record.msg, record.args = _TOKEN.sub("[token]", message), ()
        if record.exc_info and record.exc_info[0]:
            record.exc_text = places(*record.exc_info[1:])
            record.exc_info = None
        else:
            record.exc_text = None
        record.stack_info = None
        for name in set(vars(record)) - _STANDARD:
            delattr(record, name)  # extra fields may hold anything
        return True


def places(error: BaseException | None, trace: TracebackType | None = None) -> str:
    """Return an exception's type and the places it came through, without its message."""
    if error is None:
        return ""
    frames = traceback.extract_tb(trace or error.__traceback__)
    lines = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
    return "\n".join([*lines, type(error).__name__])


def set_up(style: Literal["plain", "json"]) -> PatientLog:
    """Send the logs to standard error, discreetly; to be closed, which writes what waits."""
    handler = PatientLog()
    handler.addFilter(Discreet())
    handler.setFormatter(_formatter(style))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    return handler


def _formatter(style: Literal["plain", "json"]) -> logging.Formatter:
    if style == "plain":
        return logging.Formatter(_PLAIN)
    from pythonjsonlogger.json import JsonFormatter

    return JsonFormatter(_PLAIN, rename_fields={"asctime": "time", "levelname": "level"})
