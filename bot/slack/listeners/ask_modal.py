"""The shortcut *Ask Stancebook*: a form that completes names, answered in its modal.

The answer is pushed onto the form, so that Slack's own arrow leads back to what was chosen; what is
pressed on it takes its place. To share it, one picks a channel, for which Slack gives an address to
post to: the app asks for no scope.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bot.slack.listeners import modal_views, sharing
from bot.slack.listeners.click import Click
from bot.slack.listeners.click_answers import ClickAnswer, alone
from knowledge.corpus import Kind

if TYPE_CHECKING:
    from slack_bolt import Ack, App, BoltContext
    from slack_sdk import WebClient

    from bot.slack.listeners.click_answers import ClickAnswers
    from bot.slack.listeners.modal_calls import ModalCalls
    from bot.slack.listeners.modal_views import View
    from bot.slack.listeners.replies import Replies, ReplySource
    from knowledge.kb import KnowledgeBase

Payload = dict[str, Any]
CALLBACK: Final = "ask_stancebook"
_OFFERED: Final = 25  # names at once
_SPEAKERS: Final = frozenset({Kind.PERSON, Kind.ORGANIZATION})
_EMPTY: Final = "Choose who, or on what, or both."
_GONE: Final = "This is not on record any more. Choose again."
_CHANGED: Final = (
    "The knowledge base changed while this was being posted, so I posted nothing. Please ask again."
)
_NO_WAY: Final = "Slack lets me post nothing there. Choose another channel."


class AskModal:
    """Opens the form, completes names, and shows and shares answers in modals."""

    def __init__(self, source: ReplySource, clicks: ClickAnswers, calls: ModalCalls) -> None:
        self._source = source
        self._clicks = clicks
        self._calls = calls

    def listen(self, app: App) -> None:
        """Register the shortcut, the selects of its form, and what is submitted."""
        app.global_shortcut(CALLBACK)(self.opened)
        app.options(modal_views.HOLDER)(self.holder_typed)
        app.options(modal_views.ISSUE)(self.issue_typed)
        app.view(modal_views.FORM)(self.asked)
        app.view(modal_views.SHARE)(self.shared)

    def opened(self, ack: Ack, body: Payload, client: WebClient) -> None:
        """Open the form, once the shortcut is acknowledged."""
        ack()

        def put(view: View) -> None:
            client.views_open(trigger_id=body.get("trigger_id"), view=view)

        self._calls.show(put, modal_views.form_view)

    def holder_typed(self, ack: Ack, payload: Payload) -> None:
        """Offer who may be meant; before anything is typed, the states."""
        with self._source.open() as replies:
            ack(options=modal_views.options_of(_holders(replies.kb, _typed(payload))))

    def issue_typed(self, ack: Ack, payload: Payload) -> None:
        """Offer the issues that may be meant; before anything is typed, the first of all."""
        with self._source.open() as replies:
            ack(options=modal_views.options_of(_issues(replies.kb, _typed(payload))))

    def asked(self, ack: Ack, view: View) -> None:
        """Answer the form in the ack itself."""
        with self._source.open() as replies:
            errors = _errors(replies.kb, view)
            if errors:
                ack(response_action="errors", errors=errors)
                return
            reply = replies.to_question(_question(view))
            ack(response_action="push", view=modal_views.answer_view(reply, reply.message))

    def pressed(self, click: Click) -> None:
        """Show what a button of an answer leads to in the answer's place."""

        def make() -> View:
            with self._source.open() as replies:
                reply = replies.to_button(click.value)
                message = replies.say_if_changed(reply.message, click.value)
                return modal_views.answer_view(reply, message)

        def put(view: View) -> None:
            click.client.views_update(view_id=click.view.get("id"), view=view)

        self._calls.show(put, make)

    def share_pressed(self, click: Click) -> None:
        """Show what would be posted, and ask where."""

        def make() -> View:
            with self._source.open() as replies:
                return _preview(replies, str(click.value))

        def put(view: View) -> None:
            click.client.views_push(trigger_id=click.body.get("trigger_id"), view=view)

        self._calls.show(put, make)

    def shared(
        self, ack: Ack, body: Payload, view: View, client: WebClient, context: BoltContext
    ) -> None:
        """Post an answer to the channel that was picked; show it again where the kb has changed."""
        value, place = str(view.get("private_metadata")), _place(body)
        if not place:
            ack(response_action="errors", errors={modal_views.CHANNEL: _NO_WAY})
            return
        with self._source.open() as replies:
            if not replies.is_current(value):
                ack(response_action="update", view=_preview(replies, value))
                return
        ack(response_action="clear")
        self._post(Click({**body, **place}, client, context.bot_user_id), value)

    def _post(self, click: Click, value: str) -> None:
        def answer() -> ClickAnswer:
            with self._source.open() as replies:
                if not replies.is_current(value):  # it changed since the ack
                    return ClickAnswer(alone(_CHANGED))
                message = sharing.post(replies.to_button(value, pressable=False), click.user)
            where = {"response_type": "in_channel", "replace_original": False}
            return ClickAnswer({**message.payload(), **where})

        self._clicks.answer_once(click, click.itself(), answer)


def _holders(kb: KnowledgeBase, typed: str) -> list[tuple[str, str]]:
    if not typed:
        states = (e for e in kb.entities.values() if e.state == e.id)
        return sorted(((e.id, e.name) for e in states), key=_name)[:_OFFERED]
    found = kb.completions.find(typed, _SPEAKERS, _OFFERED)
    return [(target, kb.entities[target].label or kb.name_of(target)) for target in found]


def _issues(kb: KnowledgeBase, typed: str) -> list[tuple[str, str]]:
    if not typed:
        return sorted(((i.id, i.name) for i in kb.issues.values()), key=_name)[:_OFFERED]
    found = kb.completions.find(typed, {Kind.ISSUE}, _OFFERED)
    return [(target, kb.name_of(target)) for target in found]


def _name(named: tuple[str, str]) -> str:
    return named[1]


def _typed(payload: Payload) -> str:
    typed = payload.get("value")
    return typed.strip() if isinstance(typed, str) else ""


def _errors(kb: KnowledgeBase, view: View) -> dict[str, str]:
    """Return what is wrong with a form, by the block that it is wrong in."""
    holder, issue = _chosen(view, modal_views.HOLDER), _chosen(view, modal_views.ISSUE)
    if not (holder or issue):
        return {modal_views.HOLDER: _EMPTY}
    gone = {modal_views.HOLDER: _GONE} if holder and kb.entry_id(holder) not in kb.entities else {}
    lost = {modal_views.ISSUE: _GONE} if issue and kb.entry_id(issue) not in kb.issues else {}
    return {**gone, **lost}


def _question(view: View) -> str:
    """Return what a form asks, as it is typed."""
    holder, issue = _chosen(view, modal_views.HOLDER), _chosen(view, modal_views.ISSUE)
    day = _chosen(view, modal_views.DAY)
    named = " ".join(filter(None, [holder, issue]))
    return f"/stance {named}{f' as of {day}' if day else ''}"


def _chosen(view: View, block: str) -> str:
    """Return what is chosen in a block of a form: an id or a day, and nothing where none is."""
    entered: object = view
    for name in ("state", "values", block, block):
        entered = entered.get(name) if isinstance(entered, dict) else None
    if not isinstance(entered, dict):
        return ""
    option = entered.get("selected_option")
    found = option.get("value") if isinstance(option, dict) else entered.get("selected_date")
    return found if isinstance(found, str) else ""


def _preview(replies: Replies, value: str) -> View:
    """Return what would be posted now, with a value of now."""
    reply = replies.to_button(value, pressable=False)
    message = replies.say_if_changed(reply.message, value)
    return modal_views.share_view(message, sharing.value_of(reply))


def _place(body: Payload) -> Payload:
    """Return the channel that was picked and the address that Slack gives for it, as of a click."""
    for given in body.get("response_urls") or ():
        url, channel = given.get("response_url"), given.get("channel_id")
        if isinstance(url, str) and isinstance(channel, str):
            return {"response_url": url, "channel": {"id": channel}}
    return {}
