"""Starting against a Slack that is not there yet, or asks to wait: again, with growing pauses."""

from __future__ import annotations

import re
from http import HTTPStatus
from http.client import HTTPException
from typing import TYPE_CHECKING, TypeVar

from slack_bolt.error import BoltError
from slack_sdk.errors import SlackApiError

from bot.slack.growing_pauses import Away, try_again
from bot.slack.outgoing.post_outcome import NOT_SLACK, PostOutcome, outcome_of_error, refused
from bot.slack.outgoing.slack_errors import ErrorKind
from bot.slack.proxies import through
from bot.slack.sockets.connection import SocketError

if TYPE_CHECKING:
    from collections.abc import Callable
    from threading import Event

T = TypeVar("T")
_PASSING = frozenset({ErrorKind.LIMITED, ErrorKind.TEMPORARY})


def patiently(work: Callable[[], T], where: str, stop: Event) -> T:
    """Return what work returns; while Slack is away, or asks to wait, try again.

    Raises what Slack refuses for good, and StoppedError once the process is told to stop.
    """
    return try_again(work, lambda error: _judge(error, where), stop)


def _judge(error: Exception, where: str) -> Away | None:
    """Return why Slack does not let the bot in yet, or None where that does not pass."""
    if not isinstance(error, SlackApiError | BoltError | OSError | HTTPException):
        return None
    outcome = _outcome(error)
    if outcome.kind not in _PASSING:
        return None
    return Away(_why(outcome, error, where), outcome.retry_after)


def _outcome(error: Exception) -> PostOutcome:
    """Return the outcome of a start that raised; Bolt raises its own error for Slack's refusal."""
    if not isinstance(error, BoltError):
        return outcome_of_error(error)
    if isinstance(error.__context__, SlackApiError):
        return outcome_of_error(error.__context__)
    return refused("", HTTPStatus.OK, {})


def _host_it_leads_to(error: Exception) -> str | None:
    """Return the host of a redirect, if a reply was one; the rest of the address may hold more."""
    refusal = error if isinstance(error, SlackApiError) else error.__context__
    if not isinstance(refusal, SlackApiError):
        return None
    given = {name.lower(): value for name, value in refusal.response.headers.items()}
    host = re.match(r"https?://(?:[^/@]*@)?([\w.:-]{1,99})", str(given.get("location", "")))
    return host[1] if host else None


def why_unreached(error: OSError | HTTPException, where: str) -> str:
    """Return what was not reached, the Web API at an address or a socket, and why."""
    if isinstance(error, SocketError):
        return str(error)
    return f"Slack cannot be reached at {where}{through(where)} ({getattr(error, 'reason', error)})"


def _why(outcome: PostOutcome, error: Exception, where: str) -> str:
    if isinstance(error, OSError | HTTPException):
        return why_unreached(error, where)
    if led := _host_it_leads_to(error):
        return f"What answers at {where} is not Slack: it leads to {led}, where no token is sent"
    if outcome.code == NOT_SLACK:
        return f"What answers at {where} is not Slack, but perhaps a proxy or a sign-in page"
    if outcome.kind is ErrorKind.LIMITED:
        return "Slack asks to wait"
    return f"Slack cannot answer now ({outcome.code})"
