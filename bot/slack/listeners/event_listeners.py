"""Mentions and direct messages: which of them are answered, and in which thread."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from slack_bolt import BoltResponse

from bot.slack.incoming.payload_shapes import ANSWERED_EVENTS
from bot.slack.listeners.asked_messages import references_of
from bot.slack.listeners.event_answers import AskedEvent
from bot.slack_text.message_words import decode_message

if TYPE_CHECKING:
    from slack_bolt import App, BoltContext
    from slack_sdk import WebClient

    from bot.slack.listeners.event_answers import EventAnswers
    from bot.slack.listeners.replies import ReplySource
    from bot.slack_text.message_parts import DecodedMessage

Payload = dict[str, Any]
_READABLE = {None, "file_share", "thread_broadcast"}  # subtypes of messages that people write


class EventListeners:
    """Answers what people write to the bot; an event is acknowledged when its answer is posted."""

    def __init__(self, source: ReplySource, answers: EventAnswers) -> None:
        self._source = source
        self._answers = answers

    def listen(self, app: App) -> None:
        """Register a listener for each event of a message."""
        app.event("app_mention")(self.mentioned)
        app.event("message")(self.written)

    def mentioned(
        self, event: Payload, body: Payload, context: BoltContext, client: WebClient
    ) -> BoltResponse | None:
        """Answer a mention in its thread; nobody is answered for editing."""
        if "edited" in event:
            return None
        return self._answer_in_thread(body, context, client, event.get("thread_ts") or event["ts"])

    def written(
        self, event: Payload, body: Payload, context: BoltContext, client: WebClient
    ) -> BoltResponse | None:
        """Answer a direct message where it stands; other channels have mentions."""
        if event.get("channel_type") != "im":
            return None
        return self._answer_in_thread(body, context, client, event.get("thread_ts"))

    def apologize(self, body: Payload, client: WebClient, apology: str) -> BoltResponse:
        """Tell in its thread that an event was not answered, where it asked something."""
        event = body["event"]
        if event["type"] not in ANSWERED_EVENTS:
            return BoltResponse(status=HTTPStatus.OK, body="")
        asked = AskedEvent(body, client, event.get("thread_ts") or event["ts"])
        return _acknowledged(self._answers.answer(asked, lambda: {"text": apology}))

    def _answer_in_thread(
        self, body: Payload, context: BoltContext, client: WebClient, thread: str | None
    ) -> BoltResponse | None:
        event = body["event"]
        if event.get("bot_id") or event.get("subtype") not in _READABLE:
            return None
        message = decode_message(event, references_of(body, context.bot_user_id))
        if message.in_copy and event["type"] == "app_mention" and event.get("user"):
            asked = AskedEvent(body, client, event.get("thread_ts"), is_private=True)
        else:
            asked = AskedEvent(body, client, thread)
        return _acknowledged(self._answers.answer(asked, lambda: self._payload(message, asked)))

    def _payload(self, message: DecodedMessage, asked: AskedEvent) -> Payload:
        with self._source.open() as replies:
            reply_to = replies.to_copied if asked.is_private else replies.to_message
            return reply_to(message).payload()


def _acknowledged(is_done: bool) -> BoltResponse:
    """Return what acknowledges an event, or what leaves it: Slack then sends it again."""
    status = HTTPStatus.OK if is_done else HTTPStatus.SERVICE_UNAVAILABLE
    return BoltResponse(status=status, body="")
