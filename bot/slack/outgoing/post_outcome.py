"""What became of one try to send something to Slack."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from http import HTTPStatus
from http.client import HTTPException
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from bot.slack.outgoing.slack_errors import ErrorKind, is_known, kind_of
from bot.slack.outgoing.web_client import is_unsent

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

UNREACHABLE = "unreachable"
NO_REPLY = "no_reply"
LOST = "not_there"  # the post was sent, and a look at the place did not find it
NOT_SLACK = "not_slack"  # a proxy or a sign-in page answered, or the reply was damaged
_CHANGING = frozenset({ErrorKind.LIMITED, ErrorKind.TEMPORARY, ErrorKind.ENDING})
_CODE = re.compile(r"[a-z0-9_]{2,60}")


class Result(Enum):
    """Whether it is there now."""

    SENT = auto()
    UNKNOWN = auto()  # all of it was sent, and no reply came: it may be there
    FAILED = auto()


@dataclass(frozen=True)
class PostOutcome:
    """A result; where it failed, Slack's code, what to do about it, and how long to wait.

    `posted_at` is the time that names a posted message in its channel, where Slack said it.
    """

    result: Result
    code: str = ""
    kind: ErrorKind = ErrorKind.UNKNOWN
    retry_after: float = 0
    posted_at: str | None = field(default=None, compare=False)

    @property
    def is_sent(self) -> bool:
        return self.result is Result.SENT

    @property
    def can_change(self) -> bool:
        """Return whether the same message may be taken another time."""
        return self.result is Result.FAILED and self.kind in _CHANGING


SENT = PostOutcome(Result.SENT)


def outcome_of(call: Callable[[], object]) -> PostOutcome:
    """Call Slack, and return what became of it instead of raising."""
    try:
        call()
    except (SlackApiError, OSError, HTTPException) as error:
        return outcome_of_error(error)
    return SENT


def outcome_of_error(error: Exception) -> PostOutcome:
    """Return the outcome of a call that raised."""
    if isinstance(error, SlackApiError):
        return _refused(error)
    if is_unsent(error):
        return PostOutcome(Result.FAILED, UNREACHABLE, ErrorKind.TEMPORARY)
    return PostOutcome(Result.UNKNOWN, NO_REPLY, ErrorKind.TEMPORARY)


def refused(code: object, status: int, headers: Mapping[str, Any]) -> PostOutcome:
    """Return the outcome of a refusal, from what stands in the reply."""
    given = str(code)
    is_failure = status >= HTTPStatus.INTERNAL_SERVER_ERROR and not is_known(given)
    if is_failure or not _CODE.fullmatch(given):
        given = f"status_{status}"  # a page, a sentence or a word, which may hold anything
    return PostOutcome(Result.FAILED, given, kind_of(given, status), _retry_after(headers))


def _refused(error: SlackApiError) -> PostOutcome:
    reply = error.response
    found = refused(reply.get("error"), reply.status_code, reply.headers)
    if found.kind is not ErrorKind.UNKNOWN or _CODE.fullmatch(str(reply.get("error", ""))):
        return found
    is_damaged = reply.status_code == HTTPStatus.OK  # Slack may have done what it was asked
    result = Result.UNKNOWN if is_damaged else Result.FAILED
    return PostOutcome(result, NOT_SLACK, ErrorKind.TEMPORARY)


def _retry_after(headers: Mapping[str, Any]) -> float:
    for name, value in headers.items():
        if name.lower() == "retry-after" and str(value).isdecimal():
            return float(value)
    return 0
