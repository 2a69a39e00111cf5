"""The trigger_ids that were given out: each is good for three seconds and one use."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass, replace

from local_slack.refusal import refuse

_KEPT = 10_000


@dataclass(frozen=True)
class _Trigger:
    user: str
    until: float
    used: bool = False


class Triggers:
    """Gives out trigger_ids, and takes each back once."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._given: OrderedDict[str, _Trigger] = OrderedDict()

    def give(self, user: str) -> str:
        number = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**10)}.{secrets.token_hex(16)}"
        self._given[number] = _Trigger(user, time.monotonic() + self._seconds)
        while len(self._given) > _KEPT:
            self._given.popitem(last=False)
        return number

    def use(self, number: str) -> str:
        """Return who acted; raise Refusal if the trigger_id is unknown, used or expired."""
        trigger = self._given.get(number)
        if trigger is None:
            refuse("invalid_trigger_id")
        if trigger.used:
            refuse("exchanged_trigger_id")
        if time.monotonic() > trigger.until:
            refuse("expired_trigger_id")
        self._given[number] = replace(trigger, used=True)
        return trigger.user
