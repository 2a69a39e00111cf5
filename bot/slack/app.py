"""create_app(): Slack's requests to commands and back, through Bolt."""

from __future__ import annotations

import secrets
from http import HTTPStatus
from typing import TYPE_CHECKING

from slack_bolt import BoltResponse

from bot.slack.incoming.guarded_app import GuardedApp
from bot.slack.listeners.ask_modal import AskModal
from bot.slack.listeners.catch_alls import catch_all
from bot.slack.listeners.click_answers import ClickAnswers, alone
from bot.slack.listeners.click_listeners import ClickListeners
from bot.slack.listeners.command_listeners import listen_to_commands
from bot.slack.listeners.command_tables import CommandTables
from bot.slack.listeners.conversations import Conversations
from bot.slack.listeners.event_answers import EventAnswers
from bot.slack.listeners.event_listeners import EventListeners
from bot.slack.listeners.modal_calls import ModalCalls
from bot.slack.listeners.picture_clicks import with_pictures
from bot.slack.listeners.replies import ReplySource
from bot.slack.listeners.welcome import Welcome
from bot.slack.listeners.withdrawal import listen_for_withdrawal
from bot.slack.outgoing.apology import apologize
from bot.slack.outgoing.runtime import Runtime, open_runtime
from bot.slack.outgoing.web_client import web_client
from knowledge.text import compile_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import BoltRequest
    from slack_bolt.authorization import AuthorizeResult
    from slack_sdk import WebClient

    from bot.slack.settings import Settings
    from knowledge.kb import KnowledgeBase, SwappableKb


def create_app(
    kb: KnowledgeBase | SwappableKb,
    settings: Settings,
    *,
    authorize: Callable[..., AuthorizeResult] | None = None,
    runtime: Runtime | None = None,
) -> GuardedApp:
    """Build the whole app; without `authorize`, Slack is asked at once whether the token holds."""
    compile_all()  # whoever asks first waits for no pattern
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
    )
    shared = runtime or open_runtime(settings.stancebook_threads)
    commands = settings.commands
    commands = with_pictures(commands) if settings.stancebook_pictures else commands
    source = ReplySource(kb, commands, shared.tables, shared.measures)
    _listen(app, source, shared, with_form=settings.stancebook_form)
    return app


def _signing_secret(settings: Settings) -> str:
    """Return the secret that HTTP requests are signed with; without one, none is let in."""
    is_set = settings.slack_signing_secret or settings.slack_signing_secret_file
    return settings.signing_secret() if is_set else secrets.token_hex()


def _listen(app: GuardedApp, source: ReplySource, runtime: Runtime, *, with_form: bool) -> None:
    """Register a listener for all that Slack can send; catch-alls come last."""
    once, pools = runtime.once, runtime.pools
    conversations = Conversations(once.store)
    answers = EventAnswers(once, runtime.sender(pools.posts))
    events = EventListeners(source, answers, conversations)
    clicks = ClickAnswers(once, runtime.sender(pools.clicks), pools.clicks)
    tables = CommandTables(runtime.tables, runtime.sender(pools.clicks), pools.clicks)
    listen_to_commands(app, source, tables)
    events.listen(app)
    modal = AskModal(source, clicks, ModalCalls(pools.clicks, spare=pools.posts))
    ClickListeners(source, clicks, conversations, modal).listen(app)
    if with_form:
        modal.listen(app)
    Welcome(source, once, runtime.sender(pools.posts)).listen(app)
    listen_for_withdrawal(app, runtime.ending)
    catch_all(app, source.commands.values())
    app.error(_failing(events))


def _failing(events: EventListeners) -> Callable[..., BoltResponse]:
    def failed(error: Exception, request: BoltRequest, client: WebClient) -> BoltResponse:
        """Log what nobody expected under a reference, and tell it to whoever asked."""
        apology = apologize(error)
        if "event" in request.body:
            return events.apologize(request.body, client, apology)
        if "command" in request.body:
            answer = {"response_type": "ephemeral", "text": apology}
            return BoltResponse(status=HTTPStatus.OK, body=answer)
        if respond := request.context.respond:  # it sends to Slack's own addresses alone
            respond(**alone(apology))
        return BoltResponse(status=HTTPStatus.OK, body="")

    return failed
