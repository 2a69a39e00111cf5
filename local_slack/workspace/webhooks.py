"""Incoming webhooks: addresses that take messages for one channel."""

from __future__ import annotations

import secrets

from local_slack.refusal import refuse
from local_slack.workspace.ids import BOT, TEAM


class Webhooks:
    """The addresses that were given out, each for its channel."""

    def __init__(self) -> None:
        self._channels: dict[str, str] = {}

    def give(self, channel: str) -> str:
        """Return the path of an address for a channel."""
        secret = secrets.token_urlsafe(18)
        self._channels[secret] = channel
        return f"services/{TEAM}/{BOT}/{secret}"

    def channel(self, secret: str) -> str:
        """Return where an address posts; raise Refusal if it is unknown."""
        return self._channels.get(secret) or refuse("invalid_token", status=403)
