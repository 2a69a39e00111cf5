"""Mentions and direct messages: which of them are answered, and in which thread."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from slack_bolt import BoltResponse

from bot.answers.last_question import remember
from bot.slack.incoming.payload_shapes import ANSWERED_EVENTS
from bot.slack.listeners.asked_messages import references_of
from bot.slack.listeners.conversations import conversation_of
from bot.slack.listeners.event_answers import AskedEvent, EventAnswer
from bot.slack_text.message_words import decode_message

if TYPE_CHECKING:
    from slack_bolt import App, BoltContext
    from slack_sdk import WebClient

    from bot.slack.listeners.conversations import Conversations
    from bot.slack.listeners.event_answers import EventAnswers
    from bot.slack.listeners.replies import ReplySource
    from bot.slack_text.message_parts import DecodedMessage

Payload = dict[str, Any]
_READABLE = {None, "file_share", "thread_broadcast"}  # subtypes of messages that people write


class EventListeners:
    """Answers what people write to the bot; an event is acknowledged when its answer is posted."""

    def __init__(
        self, source: ReplySource, answers: EventAnswers, conversations: Conversations
    ) -> None:
        self._source = source
        self._answers = answers
        self._conversations = conversations

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
        return _acknowledged(self._answers.answer(asked, lambda: EventAnswer({"text": apology})))

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
        return _acknowledged(self._answers.answer(asked, lambda: self._answer(message, asked)))

    def _answer(self, message: DecodedMessage, asked: AskedEvent) -> EventAnswer:
        """Answer a message; what it leaves out, the last question of its thread has."""
        with self._source.open() as replies:
            if asked.is_private:
                return EventAnswer(replies.to_copied(message).payload())
            place = conversation_of(asked)
            last = self._conversations.recall(place)
            reply = replies.to_message(message, last, is_shared=place.is_shared)
            now = remember(replies.kb, reply.answer, last, reply.message.shows)
        return EventAnswer(
            reply.message.payload(),
            lambda outcome: self._conversations.remember(place, now, outcome.posted_at),
        )


def _acknowledged(is_done: bool) -> BoltResponse:
    """Return what acknowledges an event, or what leaves it: Slack then sends it again."""
    status = HTTPStatus.OK if is_done else HTTPStatus.SERVICE_UNAVAILABLE
    return BoltResponse(status=status, body="")
