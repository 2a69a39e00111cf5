"""A welcome for whoever opens the direct messages with the bot for the first time, and only then.

Slack tells of each opening of the Messages tab, before anything is written there, and needs no
scope for it.
"""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from slack_bolt import BoltResponse

from bot.slack.outgoing.destination import ChannelDestination
from bot.slack.outgoing.post_outcome import Result
from bot.slack.outgoing.slack_errors import in_words
from bot.state import Claim

if TYPE_CHECKING:
    from slack_bolt import App
    from slack_sdk import WebClient

    from bot.slack.listeners.replies import ReplySource
    from bot.slack.outgoing.once import Once
    from bot.slack.outgoing.post_outcome import PostOutcome
    from bot.slack.outgoing.sending import Sender

Payload = dict[str, Any]
_KIND = "welcome"
_log = logging.getLogger(__name__)


class Welcome:
    """Greets each user once, whichever process hears of them."""

    def __init__(self, source: ReplySource, once: Once, sender: Sender) -> None:
        self._source = source
        self._once = once
        self._sender = sender

    def listen(self, app: App) -> None:
        """Register a listener for the opening of the app."""
        app.event("app_home_opened")(self.opened)

    def opened(self, event: Payload, body: Payload, client: WebClient) -> BoltResponse:
        """Greet who opens the Messages tab, unless they have been greeted."""
        if event.get("tab") == "messages":
            self._greet(event, body, client)
        return BoltResponse(status=HTTPStatus.OK, body="")

    def _greet(self, event: Payload, body: Payload, client: WebClient) -> None:
        keys = _keys(body)
        claim = self._once.claim(_KIND, keys, team=body.get("team_id"), user=event["user"])
        if not claim.is_ours:
            return
        try:
            payload = self._payload()
        except BaseException:
            self._once.release(_KIND, keys)
            raise
        place = ChannelDestination(client, event["channel"])
        died = claim is Claim.TAKEN_OVER  # whoever had it may have posted it, and then died
        self._sender.send(place, payload, lambda o: self._settle(keys, o), look_first=died)

    def _payload(self) -> Payload:
        with self._source.open() as replies:
            return replies.to_newcomer().payload()

    def _settle(self, keys: tuple[str, ...], outcome: PostOutcome) -> None:
        """Remember who was greeted; who could not be is greeted at the next opening."""
        if outcome.result is Result.FAILED:
            _log.warning("a welcome was not posted: %s", in_words(outcome.code))
            self._once.release(_KIND, keys)
        else:
            self._once.finish(_KIND, keys, for_good=True)


def _keys(body: Payload) -> tuple[str, ...]:
    """Return whom the welcome is for: in an organization a user has one id in all workspaces."""
    place = body.get("enterprise_id") or body.get("team_id")
    return (f"{body.get('api_app_id')}:{place}:{body['event']['user']}",)
