"""Faults on demand: what can be made to go wrong between Slack and an app."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from local_slack.refusal import Payload, refuse

if TYPE_CHECKING:
    from local_slack.workspace.journal import Journal

# What each kind does. Faults of calls name a method, or "*" for any.
KINDS = {
    "refuse_connections": "no socket opens: apps.connections.open fails, and tickets are refused",
    "delay": "a call is answered some seconds late",
    "rate_limit": "a call is answered with 429 and Retry-After",
    "server_error": "a call is answered with 500",
    "error": "a call is answered with one of Slack's error codes",
    "lose_reply": "a call is done, but its connection breaks before the answer",
    "lose_ack": "an ack from the app is ignored",
    "redeliver": "an event that was acked is delivered again, as a retry",
    "duplicate": "an envelope or a request is sent twice",
    "garble": "half of an envelope is sent before the whole envelope",
}
OF_CALLS = ("delay", "rate_limit", "server_error", "error", "lose_reply")


class ReplyLost(Exception):  # noqa: N818 (an ordered fault, not an error)
    """The call was done, but its answer is lost."""


@dataclass(frozen=True)
class InjectedFault:
    """One fault that is switched on, and how many times it happens."""

    kind: str
    method: str = "*"
    times: int = 1
    seconds: float = 1
    code: str = "fatal_error"


class Faults:
    """The faults that are switched on."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._on: list[InjectedFault] = []

    def switch_on(self, fault: InjectedFault) -> None:
        """Switch on a fault; raise Refusal if its kind is unknown."""
        if fault.kind not in KINDS:
            refuse("unknown_fault", known=sorted(KINDS))
        self._on.append(fault)
        self._journal.note("fault", fault.kind, {"on": True, **vars(fault)})

    def clear(self) -> None:
        self._on.clear()
        self._journal.note("fault", "clear")

    def as_json(self) -> list[Payload]:
        return [vars(f) for f in self._on]

    def take(self, kind: str, method: str = "*") -> InjectedFault | None:
        """Return a fault of this kind and count it, or None if none is switched on."""
        for number, fault in enumerate(self._on):
            if fault.kind == kind and fault.method in ("*", method):
                left = replace(fault, times=fault.times - 1)
                self._on[number : number + 1] = [left] if left.times > 0 else []
                self._journal.note("fault", kind, {"method": method, "left": left.times})
                return fault
        return None
