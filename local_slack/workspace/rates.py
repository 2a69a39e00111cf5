"""Rate limits: how often an app may call a method, by Slack's tiers, with a small burst."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from dataclasses import dataclass, field

from local_slack.refusal import refuse

_KEPT = 10_000
TIERS = {
    1: 1 / 60,
    2: 20 / 60,
    3: 50 / 60,
    4: 100 / 60,
    0: 1.0,
}  # calls a second; tier 0 is a channel
BURST = {1: 10, 2: 20, 3: 50, 4: 100, 0: 5}


@dataclass
class _Bucket:
    left: float
    at: float


@dataclass
class Rates:
    """Token buckets, one for each method, and one for each channel that is posted to."""

    on: bool = True
    burst: dict[int, int] = field(default_factory=lambda: dict(BURST))
    _buckets: OrderedDict[tuple[str, str], _Bucket] = field(default_factory=OrderedDict)

    def take(self, method: str, tier: int, place: str = "") -> None:
        """Count a call; raise Refusal (429) if it is one too many."""
        if not self.on:
            return
        bucket = self._bucket((method, place), tier)
        if bucket.left < 1:
            wait = max(1, math.ceil((1 - bucket.left) / TIERS[tier]))
            refuse("ratelimited", status=429, wait=wait)
        bucket.left -= 1

    def _bucket(self, key: tuple[str, str], tier: int) -> _Bucket:
        now = time.monotonic()
        bucket = self._buckets.setdefault(key, _Bucket(self.burst[tier], now))
        self._buckets.move_to_end(key)
        bucket.left = min(self.burst[tier], bucket.left + (now - bucket.at) * TIERS[tier])
        bucket.at = now
        while len(self._buckets) > _KEPT:
            self._buckets.popitem(last=False)
        return bucket
