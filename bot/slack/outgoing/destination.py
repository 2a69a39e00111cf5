"""Where a message goes: to a channel or thread by the Web API, or to a click's response_url."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Protocol

from bot.slack.incoming.guarded_respond import is_of_slack
from bot.slack.outgoing import lookup
from bot.slack.outgoing.post_outcome import SENT, PostOutcome, outcome_of, refused
from bot.slack.outgoing.web_client import response_url_client

if TYPE_CHECKING:
    from slack_sdk import WebClient
    from slack_sdk.web import SlackResponse
    from slack_sdk.webhook import WebhookResponse

Payload = dict[str, Any]
_NOT_SLACKS = "no_response_url"
_QUIETLY: Payload = {"unfurl_links": False, "unfurl_media": False}


class Destination(Protocol):
    """One place that takes messages."""

    @property
    def line(self) -> str | None:
        """Return the channel whose rate limit all messages there share, if there is one."""

    def send(self, payload: Payload) -> PostOutcome:
        """Send a message once, and return what became of it."""

    def has(self, payload: Payload) -> bool | None:
        """Return whether a message is there, or None where we may not look."""


@dataclass(frozen=True)
class ChannelDestination:
    """A channel, or a thread in it; `since` is the time of what is answered there."""

    client: WebClient
    channel: str
    thread: str | None = None
    since: str = "0"

    @property
    def line(self) -> str:
        return self.channel

    def send(self, payload: Payload) -> PostOutcome:
        replies: list[SlackResponse] = []
        marked = lookup.mark(payload, self.channel, self.since)
        outcome = outcome_of(
            lambda: replies.append(
                self.client.chat_postMessage(
                    channel=self.channel, thread_ts=self.thread, **_QUIETLY, **marked
                )
            )
        )
        posted_at = replies[0].get("ts") if replies else None
        return replace(outcome, posted_at=posted_at if isinstance(posted_at, str) else None)

    def has(self, payload: Payload) -> bool | None:
        return lookup.find(self.client, self.channel, self.thread, self.since, payload["text"])


@dataclass(frozen=True)
class OnePerson:
    """One person in a channel or thread; nobody else sees a message there, nor can we read it."""

    client: WebClient
    channel: str
    user: str
    thread: str | None = None
    line: None = None

    def send(self, payload: Payload) -> PostOutcome:
        return outcome_of(
            lambda: self.client.chat_postEphemeral(
                channel=self.channel, user=self.user, thread_ts=self.thread, **payload
            )
        )

    def has(self, payload: Payload) -> bool | None:  # noqa: ARG002 (see Destination)
        return None


@dataclass(frozen=True)
class ResponseUrlDestination:
    """The address that came with a click or a shortcut; what stands there cannot be read."""

    url: str
    client: WebClient  # whose certificates are trusted
    line: None = None

    @property
    def is_slacks(self) -> bool:
        """Return whether this is Slack's own address: a payload that is forged may name any."""
        return is_of_slack(self.url, self.client.base_url)

    def send(self, payload: Payload) -> PostOutcome:
        if not self.is_slacks:
            return refused(_NOT_SLACKS, HTTPStatus.NOT_FOUND, {})
        replies: list[WebhookResponse] = []
        sender = response_url_client(self.url, self.client)
        outcome = outcome_of(lambda: replies.append(sender.send_dict({**_QUIETLY, **payload})))
        return _outcome(replies[0]) if replies else outcome

    def has(self, payload: Payload) -> bool | None:  # noqa: ARG002 (see Destination)
        return None


def _outcome(reply: WebhookResponse) -> PostOutcome:
    if reply.status_code < HTTPStatus.MULTIPLE_CHOICES:
        return SENT
    return refused(_code(reply.body), reply.status_code, reply.headers)


def _code(body: str) -> str:
    """Return Slack's code from a reply, which is the code itself or JSON that holds it."""
    try:
        said = json.loads(body)
    except ValueError:
        return body.strip()
    return str(said.get("error")) if isinstance(said, dict) else body.strip()
