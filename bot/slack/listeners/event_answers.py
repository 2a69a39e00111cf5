"""Answers to mentions and direct messages: each once, and an event is acknowledged when it is done.

Slack sends an event again that is not acknowledged: one whose answer is still under way joins it.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.slack.outgoing.destination import ChannelDestination, OnePerson
from bot.slack.outgoing.post_outcome import Result
from bot.slack.outgoing.telling import Asker, report_refusal
from bot.state import Claim

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

    from bot.slack.outgoing.destination import Destination
    from bot.slack.outgoing.once import Once
    from bot.slack.outgoing.post_outcome import PostOutcome
    from bot.slack.outgoing.sending import Sender

Payload = dict[str, Any]
_KIND = "event"
_JOIN = 2.8  # seconds; Slack takes no ack after three
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class AskedEvent:
    """An event that asks something, and the thread to answer it in, or the asker alone."""

    body: Payload
    client: WebClient
    thread: str | None
    is_private: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Return what it is known by: a message can come in two events, an event twice."""
        event, event_id = self.body["event"], self.body.get("event_id")
        app = f"{self.body.get('api_app_id')}:{self.body.get('team_id')}"
        message = f"{app}:{event.get('channel')}:{event.get('ts')}"
        return (f"{app}:{event_id}", message) if event_id else (message,)

    @property
    def asker(self) -> Asker:
        event = self.body["event"]
        user = event.get("user")
        known = user if isinstance(user, str) else None
        return Asker(self.client, event["channel"], known, self.thread)

    @property
    def place(self) -> Destination:
        event = self.body["event"]
        if self.is_private:
            return OnePerson(self.client, event["channel"], event["user"], self.thread)
        return ChannelDestination(self.client, event["channel"], self.thread, event["ts"])


class EventAnswer(NamedTuple):
    """What is posted to an event, and what follows once it stands there, if anything."""

    payload: Payload
    then: Callable[[PostOutcome], None] | None = None


class EventAnswers:
    """Posts answers to events, and says of each event whether it is done."""

    def __init__(self, once: Once, sender: Sender) -> None:
        self._once = once
        self._sender = sender

    def answer(self, asked: AskedEvent, make: Callable[[], EventAnswer]) -> bool:
        """Post what is made, once; return whether the event can be acknowledged."""
        claim = self._once.claim(
            _KIND,
            asked.keys,
            team=asked.body.get("team_id"),
            user=asked.asker.user,
            join=_JOIN,
        )
        if claim.is_ours:
            return self._post(asked, make, look_first=claim is Claim.TAKEN_OVER)
        return claim is Claim.DONE

    def _post(
        self, asked: AskedEvent, make: Callable[[], EventAnswer], *, look_first: bool
    ) -> bool:
        """Post what is made; whoever had the event before may have posted it, and then died."""
        try:
            payload, then = make()
        except BaseException:
            self._once.release(_KIND, asked.keys)
            raise
        settled: list[bool] = []

        def done(outcome: PostOutcome) -> None:
            settled.append(self._settle(asked, outcome))
            if then and outcome.result is not Result.FAILED:
                then(outcome)

        self._sender.send(
            asked.place,
            payload,
            done,
            look_first=look_first,
        )
        return any(settled)

    def _settle(self, asked: AskedEvent, outcome: PostOutcome) -> bool:
        """Note how a post ended; return whether that is for good.

        Who was told why there is no answer is not answered later. Where nobody could be told, a
        later delivery may find Slack well again.
        """
        told = True
        if outcome.result is Result.UNKNOWN:
            _log.warning("an answer may have been posted: Slack did not reply in time")
        elif outcome.result is Result.FAILED:
            told = report_refusal(asked.asker, outcome)
        if outcome.can_change and not told:
            self._once.release(_KIND, asked.keys)
            return False
        self._once.finish(_KIND, asked.keys)
        return True
