"""create_app(): Slack's requests to commands and back, through Bolt."""

from __future__ import annotations

import logging
import re
import secrets
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

from slack_bolt import Ack, App, BoltContext, BoltRequest, BoltResponse, Respond
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.answers.reply import Meant, Reply, reply_to
from bot.block_kit.message import Message, begin_with, is_of, line, paragraph, pressed, run
from bot.commands import registry, routed
from bot.commands.plain_words import choose
from bot.slack import sharing, slack_errors
from bot.slack.asked_messages import (
    decode_shortcut,
    find_quoted,
    mark_code,
    read_question,
    references_of,
)
from bot.slack.copied_messages import kept_back
from bot.slack.deliveries import Deliveries
from bot.slack.guarded_app import GuardedApp
from bot.slack.logs import places
from bot.slack.payload_shapes import ANSWERED_EVENTS, channel_of
from bot.slack.web_client import web_client
from bot.slack_text.message_words import decode_message, decode_typed
from bot.slack_text.visible_text import make_visible
from knowledge.corpus import WithheldError
from knowledge.kb import SwappableKb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from slack_bolt.authorization import AuthorizeResult
    from slack_sdk import WebClient

    from bot.answers.command import Command
    from bot.slack.asked_messages import AskedMessage
    from bot.slack.settings import Settings
    from bot.slack_text.message_parts import DecodedMessage
    from knowledge.kb import KnowledgeBase

Payload = dict[str, Any]
P = ParamSpec("P")
_log = logging.getLogger(__name__)
_ANYTHING = re.compile("")
_READABLE = {None, "file_share", "thread_broadcast"}  # subtypes of messages that people write
_UNMARKED = (
    "I found no words between quotation marks in this message, so there is nothing to check."
)
_NOT_POSTED = "Slack refused the post, so nothing was shared. Press Post to try again."
_GONE = "The knowledge base has changed since you asked. This is what it says now."


def create_app(
    kb: KnowledgeBase | SwappableKb,
    settings: Settings,
    *,
    authorize: Callable[..., AuthorizeResult] | None = None,
) -> GuardedApp:
    """Build the whole app; without `authorize`, Slack is asked at once whether the token holds."""
    client = web_client(
        None if authorize else settings.token("slack_bot_token"), settings.slack_api_url
    )
    app = GuardedApp(
        api_url=settings.slack_api_url,
        client=client,
        authorize=authorize,
        signing_secret=_signing_secret(settings),
        process_before_response=True,  # the ack carries the answer; the default runner sleeps 10 ms
        ignoring_self_events_enabled=True,
        attaching_conversation_kwargs_enabled=False,  # of assistant panes: no listener takes them
        listener_executor=ThreadPoolExecutor(settings.stancebook_threads, "listener"),
    )
    Surface(kb, settings).listen(app)
    return app


def _signing_secret(settings: Settings) -> str:
    """Return the secret that HTTP requests are signed with; without one, none is let in."""
    given = settings.slack_signing_secret
    return given.get_secret_value() if given else secrets.token_hex()


class Surface:
    """The listeners; each is a line or two around reply(), on a kb that stays one and the same."""

    kb: KnowledgeBase  # of one request: there is none before

    def __init__(self, kb: KnowledgeBase | SwappableKb, settings: Settings) -> None:
        self.swappable = kb if isinstance(kb, SwappableKb) else SwappableKb(kb)
        self.deliveries = Deliveries()
        names = settings.stancebook_commands
        self.commands = {
            name: replace(c, slack_name=names.get(name, c.slack_name))
            for name, c in registry().items()
        }

    def listen(self, app: App) -> None:
        """Register a listener for all that Slack can send; catch-alls come last."""
        for name, command in _names(self.commands.values()):
            app.command(name)(self._answering(command))
        app.message_shortcut("check_quote")(self._once(Surface.checked))
        app.event("app_mention")(self._once(Surface.mentioned))
        app.event("message")(self._once(Surface.written))
        app.action(re.compile(r"^ask:"))(self._once(Surface.pressed))
        app.action(re.compile(r"^share:"))(self._once(Surface.share))
        app.action(re.compile(r"^post:"))(self._once(Surface.post))
        app.action(re.compile(r"^cancel:"))(self.cancel)
        _catch_all(app)
        app.error(self.failed)

    def _once(self, listener: Callable[Concatenate[Surface, P], None]) -> Callable[P, None]:
        """Take the kb once per request: an answer is of one corpus, never of two."""

        @wraps(listener)
        def on_one_kb(*args: P.args, **kwargs: P.kwargs) -> None:
            with self.swappable.reading() as kb:
                listener(self._on(kb), *args, **kwargs)

        return on_one_kb

    def _on(self, kb: KnowledgeBase) -> Surface:
        """Return this surface for one request; copy() takes several times as long."""
        surface = Surface.__new__(Surface)
        vars(surface).update(vars(self), kb=kb)
        return surface

    def _answering(self, command: Command) -> Callable[..., None]:
        def answer(self: Surface, ack: Ack, payload: Payload) -> None:
            decoded = decode_typed(payload.get("text") or "")
            typed = mark_code(decoded) if command.name == "check" else decoded.asked
            answered = self._reply(Meant(*routed(command, typed)))
            shared = sharing.can_be_shared(payload["channel_id"])
            message = sharing.offer(answered) if shared else answered.message
            ack(response_type="ephemeral", **message.payload())

        return self._once(answer)

    def _reply(self, meant: Meant, *, pressable: bool = True) -> Reply:
        named = meant._replace(command=self.commands[meant.command.name])  # as Slack knows it here
        return reply_to(self.kb, named, _today(), pressable=pressable)

    def _asked_again(self, question: str, *, pressable: bool = True) -> Reply:
        asked = make_visible(question)
        return self._reply(choose(self.kb, asked, _today()), pressable=pressable)

    def _answer_to(self, message: DecodedMessage) -> Message:
        return self._noted(read_question(self.kb, message, _today()))

    def _noted(self, asked: AskedMessage) -> Message:
        """Answer a message; say first how it was read, where nobody can see that."""
        message = self._reply(asked.meant).message
        return begin_with(asked.note, message) if asked.note else message

    def mentioned(
        self, event: Payload, body: Payload, context: BoltContext, client: WebClient
    ) -> None:
        """Answer a mention in its thread; nobody is answered for editing."""
        if "edited" not in event:
            thread = event.get("thread_ts") or event["ts"]
            self._answer_in_thread(body, context, client, thread)

    def written(
        self, event: Payload, body: Payload, context: BoltContext, client: WebClient
    ) -> None:
        """Answer a direct message where it stands; other channels have mentions."""
        if event.get("channel_type") == "im" and event.get("subtype") in _READABLE:
            self._answer_in_thread(body, context, client, event.get("thread_ts"))

    def _answer_in_thread(
        self, body: Payload, context: BoltContext, client: WebClient, thread: str | None
    ) -> None:
        event = body["event"]
        if event.get("bot_id") or event.get("subtype") not in _READABLE:
            return

        def post() -> None:
            written = decode_message(event, references_of(body, context.bot_user_id))
            if written.in_copy and event["type"] == "app_mention" and event.get("user"):
                self._keep_back(written, event, client)
                return
            message = self._answer_to(written)
            client.chat_postMessage(
                channel=event["channel"],
                thread_ts=thread,
                unfurl_links=False,
                unfurl_media=False,
                **message.payload(),
            )

        self.deliveries.once(body.get("event_id") or event["ts"], post)

    def _keep_back(self, written: DecodedMessage, event: Payload, client: WebClient) -> None:
        """Tell the writer alone that what is written to somebody else is not answered."""
        meant = read_question(self.kb, written, _today()).meant
        client.chat_postEphemeral(
            channel=event["channel"],
            user=event["user"],
            thread_ts=event.get("thread_ts"),
            **kept_back(self._reply(meant)).payload(),
        )

    def pressed(self, ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        """Answer a click: in place where only one person sees it, else in the thread."""
        ack()
        answered = self._asked_again(pressed(action.get("value", "")))
        message = answered.message
        alone = (body.get("container") or {}).get("is_ephemeral", False)
        if alone and sharing.can_be_shared(_channel(body)):
            message = sharing.offer(answered)
        message = self._said_if_changed(message, action)
        _respond(respond, message, **_where(body, alone=alone))

    def _said_if_changed(self, message: Message, action: Payload) -> Message:
        if self._is_current(action):
            return message
        return begin_with(_GONE, message)

    def _is_current(self, action: Payload) -> bool:
        return is_of(self.kb.digest, action.get("value"))

    def checked(self, ack: Ack, shortcut: Payload, context: BoltContext, respond: Respond) -> None:
        """Check the quotations of a message, for the one who asks alone."""
        ack()
        written = decode_shortcut(shortcut["message"], references_of(shortcut, context.bot_user_id))
        found = find_quoted(self.kb, written)
        unmarked = Message(_UNMARKED, [paragraph(line(run(_UNMARKED)))])
        message = self._noted(found) if found else unmarked
        thread = shortcut["message"].get("thread_ts")
        place = {"response_type": "ephemeral", "replace_original": False, "thread_ts": thread}
        _respond(respond, message, **place)

    def share(self, ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        """Show what would be posted, to the one who asks."""
        ack()
        answered = self._asked_again(pressed(action.get("value", "")), pressable=False)
        message = self._said_if_changed(sharing.preview(answered, _channel(body)), action)
        _respond(respond, message, response_type="ephemeral", replace_original=False)

    def post(self, ack: Ack, body: Payload, action: Payload, respond: Respond) -> None:
        """Post what was previewed; show it again first where the kb has changed since."""
        if not self._is_current(action):
            self.share(ack, body, action, respond)
            return
        ack()
        answered = self._asked_again(pressed(action.get("value", "")), pressable=False)
        message = sharing.post(answered, body["user"]["id"])
        if _respond(respond, message, response_type="in_channel", replace_original=False):
            respond(delete_original=True)
        else:
            respond(text=_NOT_POSTED, replace_original=False)

    def cancel(self, ack: Ack, respond: Respond) -> None:
        """Take the preview away."""
        ack()
        respond(delete_original=True)

    def failed(
        self, error: Exception, request: BoltRequest, client: WebClient
    ) -> BoltResponse | None:
        """Log what nobody expected under a reference, and tell it to whoever asked."""
        reference = secrets.token_hex(4)
        _log.error("reference %s: %s", reference, _in_words(error))
        why = error if isinstance(error, WithheldError) else "Something went wrong here."
        apology = f"{why} Please give this reference to whoever runs Stancebook: {reference}"
        body = request.body
        if "event" in body:
            return self._failed_event(error, body, client, apology)
        if "command" not in body and (respond := request.context.respond):
            respond(text=apology, replace_original=False)
            return BoltResponse(status=200, body="")
        return BoltResponse(status=200, body={"response_type": "ephemeral", "text": apology})

    def _failed_event(
        self, error: Exception, body: Payload, client: WebClient, apology: str
    ) -> BoltResponse:
        """Leave it unacked where Slack could not be reached: it redelivers; else say so."""
        if isinstance(error, SlackClientError | OSError):
            return BoltResponse(status=503, body="")
        event = body["event"]
        if event["type"] not in ANSWERED_EVENTS:
            return BoltResponse(status=200, body="")

        def post() -> None:
            thread = event.get("thread_ts") or event["ts"]
            client.chat_postMessage(channel=event["channel"], thread_ts=thread, text=apology)

        try:
            self.deliveries.once(body.get("event_id") or event["ts"], post)
        except (SlackClientError, OSError):
            return BoltResponse(status=503, body="")
        return BoltResponse(status=200, body="")


def _names(commands: Iterable[Command]) -> list[tuple[str, Command]]:
    """Return all names that a command answers to, first those that are asked most."""
    found = [(f"/{name}", c) for c in commands for name in {c.name, c.registered} if c.in_slack]
    return sorted(found, key=lambda pair: (pair[1].name != "stance", pair[0]))


def _catch_all(app: App) -> None:
    """Answer what nothing else handles: a 404 would make Slack show an error, or send it again."""

    @app.command(_ANYTHING)
    def unknown_command(ack: Ack) -> None:
        names = ", ".join(f"/{c.registered}" for c in registry().values() if c.in_slack)
        ack(text=f"Stancebook does not know this command. It knows {names}.")

    @app.action(_ANYTHING)
    def unknown_button(ack: Ack, respond: Respond) -> None:
        ack()
        respond(
            text="This button belongs to an older version of Stancebook. Please ask again.",
            replace_original=False,
        )

    @app.event(_ANYTHING)
    def other_event() -> None:
        """Nothing is done about events that were not asked for."""

    @app.shortcut(_ANYTHING)
    def unknown_shortcut(ack: Ack) -> None:
        ack()

    @app.view(_ANYTHING)
    @app.view_closed(_ANYTHING)
    def unknown_view(ack: Ack) -> None:
        ack()

    @app.options(_ANYTHING)
    def unknown_options(ack: Ack) -> None:
        ack(options=[])


def _today() -> date:
    return date.today()  # noqa: DTZ011 (the day where the bot runs)


def _channel(body: Payload) -> str:
    return str(channel_of(body) or "")


def _where(body: Payload, *, alone: bool) -> Payload:
    """Replace a message that one person sees; leave one that others see, and answer below it."""
    if alone:
        return {"response_type": "ephemeral", "replace_original": True}
    message = body.get("message") or {}
    thread = message.get("thread_ts") or message.get("ts")
    return {"response_type": "in_channel", "replace_original": False, "thread_ts": thread}


def _respond(respond: Respond, message: Message, **where: Any) -> bool:  # noqa: ANN401 (Slack's)
    """Send to a click's response_url, which never raises by itself; return whether it was taken."""
    answered = respond(**message.payload(), unfurl_links=False, unfurl_media=False, **where)
    if answered.status_code >= 400:  # noqa: PLR2004 (HTTP)
        _log.warning("Slack did not take the answer to a click: status %s", answered.status_code)
        return False
    return True


def _in_words(error: Exception) -> str:
    """Return what Slack refused in a sentence; of anything else, its type and places."""
    if isinstance(error, SlackApiError):
        code = str(error.response.get("error"))
        return f"{slack_errors.WORDS.get(code, 'Slack refused the call')} ({code})"
    return places(error)
