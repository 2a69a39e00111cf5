"""Buttons and the shortcut: what each click is answered with, and where its answer goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from bot.answers.last_question import remember
from bot.block_kit.buttons import ASK, IN_PLACE, is_readable
from bot.slack.listeners import picture_clicks, sharing
from bot.slack.listeners.asked_messages import decode_shortcut, references_of
from bot.slack.listeners.click import Click
from bot.slack.listeners.click_answers import ClickAnswer, alone
from bot.slack.listeners.conversations import conversation_below
from bot.slack.outgoing.post_outcome import PostOutcome, Result

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import Ack, App, BoltContext
    from slack_sdk import WebClient

    from bot.answers.reply import Reply
    from bot.slack.listeners.ask_modal import AskModal
    from bot.slack.listeners.click_answers import ClickAnswers, Settle
    from bot.slack.listeners.conversations import Conversations
    from bot.slack.listeners.replies import Replies, ReplySource

Payload = dict[str, Any]
_NOT_POSTED = "Slack refused the post, so nothing was shared. Press Post to try again."
_PERHAPS_POSTED = (
    "Slack did not say whether it took the post. If it is not in the channel, ask again to share."
)
_OLD = "This button belongs to an older version of Stancebook. Please ask again."
_UNREADABLE = "I cannot read what this button asks. Please type the question instead."
_ASIDE = {"response_type": "ephemeral", "replace_original": False}


class ClickListeners:
    """Answers clicks; each is acknowledged at once, and what it asks is done after that."""

    def __init__(
        self,
        source: ReplySource,
        clicks: ClickAnswers,
        conversations: Conversations,
        modal: AskModal,
    ) -> None:
        self._source = source
        self._clicks = clicks
        self._conversations = conversations
        self._modal = modal
        self._pictures = picture_clicks.Pictures()

    def listen(self, app: App) -> None:
        """Register a listener for each kind of button; the last takes those of older versions."""
        app.message_shortcut("check_quote")(_acknowledging(self.checked))
        answers = {
            ASK: self.asked,
            IN_PLACE: self.asked,
            "share": self.shared,
            "post": self.posted,
            picture_clicks.ACTION: self.pictured,
        }
        for kind, answer in answers.items():
            app.action(re.compile(f"^{kind}:"))(_acknowledging(self._if_readable(answer)))
        app.action(re.compile(r"^cancel:"))(_acknowledging(self.canceled))
        app.action(re.compile(""))(_acknowledging(self.unknown))

    def asked(self, click: Click) -> None:
        """Answer a button: in its place if it says so or one person sees it, else in the thread."""
        if click.view:
            self._modal.pressed(click)
            return

        def answer(replies: Replies) -> ClickAnswer:
            reply = replies.to_button(click.value)
            shared = click.alone and sharing.can_be_shared(click.channel)
            message = sharing.offer(reply) if shared else reply.message
            message = replies.say_if_changed(message, click.value)
            also = None if click.alone else self._remembering(replies, click, reply)
            return ClickAnswer({**message.payload(), **_where(click)}, also=also)

        if _is_in_place(click):
            self._clicks.answer_again(click, self._reading(answer))
            return
        answer_it = self._clicks.answer_soon if click.alone else self._clicks.answer_once
        answer_it(click, click.on_button(), self._reading(answer))

    def _remembering(self, replies: Replies, click: Click, reply: Reply) -> Settle:
        """Return what remembers in its thread what a choice was about."""
        place = conversation_below(click)
        before = self._conversations.recall(place)
        now = remember(replies.kb, reply.answer, before, reply.message.shows)

        def also(outcome: PostOutcome) -> None:
            if outcome.result is not Result.FAILED:
                self._conversations.remember(place, now)

        return also

    def checked(self, click: Click) -> None:
        """Check the quotations of a message, for the one who asks alone."""

        def answer(replies: Replies) -> ClickAnswer:
            written: Payload = click.body["message"]
            message = decode_shortcut(written, references_of(click.body, click.bot_user))
            where = {**_ASIDE, "thread_ts": written.get("thread_ts")}
            is_own = click.bot_user is not None and written.get("user") == click.bot_user
            return ClickAnswer({**replies.to_quoted(message, is_own=is_own).payload(), **where})

        self._clicks.answer_once(click, click.itself(), self._reading(answer))

    def shared(self, click: Click) -> None:
        """Show what would be posted, to the one who asks."""
        if click.view:
            self._modal.share_pressed(click)
            return
        preview = self._reading(lambda replies: _preview(replies, click))
        self._clicks.answer_soon(click, click.on_button(), preview)

    def posted(self, click: Click) -> None:
        """Post what was previewed; show it again first where the kb has changed since."""

        def answer(replies: Replies) -> ClickAnswer:
            if not replies.is_current(click.value):
                return _preview(replies, click)
            reply = replies.to_button(click.value, pressable=False)
            where = {"response_type": "in_channel", "replace_original": False}
            payload = {**sharing.post(reply, click.user).payload(), **where}
            return ClickAnswer(payload, lambda outcome: self._after_post(click, outcome))

        self._clicks.answer_once(click, click.on_message(), self._reading(answer))

    def _after_post(self, click: Click, outcome: PostOutcome) -> None:
        """Take the preview away once it is posted, else say what happened."""
        if outcome.is_sent:
            self._clicks.say(click, {"delete_original": True})
        else:
            perhaps = outcome.result is Result.UNKNOWN
            self._clicks.say(click, alone(_PERHAPS_POSTED if perhaps else _NOT_POSTED))

    def canceled(self, click: Click) -> None:
        """Take the preview away."""
        self._clicks.say_later(click, {"delete_original": True})

    def pictured(self, click: Click) -> None:
        """Draw a timeline and share it, and say where it is to the one who clicked."""

        def answer(replies: Replies) -> ClickAnswer:
            shown = replies.to_button(click.value, pressable=False).answer
            return ClickAnswer(alone(self._pictures.share(shown, click)))

        self._clicks.answer_soon(click, click.on_button(), self._reading(answer))

    def _if_readable(self, answer: Callable[[Click], None]) -> Callable[[Click], None]:
        """Answer a button that carries a question; say of any other that it cannot be read."""

        def answer_or_say(click: Click) -> None:
            if is_readable(click.value):
                answer(click)
            else:
                self._clicks.say_later(click, alone(_UNREADABLE))

        return answer_or_say

    def unknown(self, click: Click) -> None:
        """Say that a button is not one of ours any more."""
        self._clicks.say_later(click, alone(_OLD))

    def _reading(self, answer: Callable[[Replies], ClickAnswer]) -> Callable[[], ClickAnswer]:
        """Take the kb when the answer is made."""

        def make() -> ClickAnswer:
            with self._source.open() as replies:
                return answer(replies)

        return make


def _acknowledging(answer: Callable[[Click], None]) -> Callable[..., None]:
    def acknowledge(ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        ack()
        answer(Click(body, client, context.bot_user_id))

    return acknowledge


def _preview(replies: Replies, click: Click) -> ClickAnswer:
    """Return what would be posted, for the one who asks."""
    reply = replies.to_button(click.value, pressable=False)
    message = sharing.preview(reply, click.channel)
    return ClickAnswer({**replies.say_if_changed(message, click.value).payload(), **_ASIDE})


def _where(click: Click) -> Payload:
    """Replace a message that one person sees, or that asks which; answer any other below it."""
    if click.alone:
        return {"response_type": "ephemeral", "replace_original": True}
    if _is_in_place(click):
        return {"response_type": "in_channel", "replace_original": True}
    where = {"response_type": "in_channel", "replace_original": False}
    return {**where, "thread_ts": click.thread}


def _is_in_place(click: Click) -> bool:
    return str(click.action.get("action_id")).startswith(f"{IN_PLACE}:")
