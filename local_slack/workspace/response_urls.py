"""The response_urls that were given out: each is good for five uses in thirty minutes."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass

from local_slack import slack_limits
from local_slack.refusal import refuse

_KEPT = 10_000


@dataclass
class ResponseUrl:
    """One address: where its answers go, and how often it was used."""

    channel: str
    user: str
    cause: str
    until: float
    original: str | None  # the message that was clicked
    uses: int = 0


class ResponseUrls:
    """Gives out addresses, and says which may still be used."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._given: OrderedDict[str, ResponseUrl] = OrderedDict()

    def give(self, channel: str, user: str, cause: str, original: str | None = None) -> str:
        """Return the last part of a new address."""
        name = f"{secrets.randbelow(10**12)}/{secrets.token_urlsafe(18)}"
        until = time.monotonic() + self._seconds
        self._given[name] = ResponseUrl(channel, user, cause, until, original)
        while len(self._given) > _KEPT:
            self._given.popitem(last=False)
        return name

    def use(self, name: str) -> ResponseUrl:
        """Return an address that may still be used; raise Refusal if it may not."""
        url = self._given.get(name)
        if url is None:
            refuse("invalid_url", status=404)
        if time.monotonic() > url.until:
            refuse("expired_url", status=404)
        if url.uses >= slack_limits.RESPONSE_URL_USES:
            refuse("used_url", status=404)
        return url
