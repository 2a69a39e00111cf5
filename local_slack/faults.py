"""Faults on demand: what goes wrong between Slack and an app, made to go wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from local_slack.refusal import Payload, refuse

if TYPE_CHECKING:
    from local_slack.journal import Journal

# What each kind does; those of calls take the name of a method, "*" being any.
KINDS = {
    "refuse_connections": "apps.connections.open fails, and a ticket opens no socket",
    "delay": "a call is answered later by so many seconds",
    "rate_limit": "a call is answered with 429 and Retry-After",
    "server_error": "a call is answered with 500",
    "error": "a call is answered with an error code of Slack's",
    "lose_reply": "a call is done, but its connection breaks before the answer",
    "lose_ack": "an ack from the app is not heard",
    "redeliver": "an event that was acked is delivered again, as a retry",
    "duplicate": "an envelope is sent twice",
    "garble": "half of an envelope is sent before the envelope",
}
OF_CALLS = ("delay", "rate_limit", "server_error", "error", "lose_reply")


class ReplyLost(Exception):  # noqa: N818 (nothing of ours went wrong)
    """The call was done; its answer never arrives."""


@dataclass(frozen=True)
class InjectedFault:
    """One fault that is switched on, for so many times."""

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
        if fault.kind not in KINDS:
            refuse("unknown_fault", known=sorted(KINDS))
        self._on.append(fault)
        self._journal.note("fault", fault.kind, {"on": True, **vars(fault)})

    def clear(self) -> None:
        self._on.clear()
        self._journal.note("fault", "clear")

    def listed(self) -> list[Payload]:
        return [vars(f) for f in self._on]

    def take(self, kind: str, method: str = "*") -> InjectedFault | None:
        """Return a fault of this kind and count it, where one is switched on."""
        for number, fault in enumerate(self._on):
            if fault.kind == kind and fault.method in ("*", method):
                left = replace(fault, times=fault.times - 1)
                self._on[number : number + 1] = [left] if left.times > 0 else []
                self._journal.note("fault", kind, {"method": method, "left": left.times})
                return fault
        return None
