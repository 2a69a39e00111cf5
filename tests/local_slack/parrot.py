"""A Bolt app with a listener of every kind, its manifest, and how the real SDK connects it."""

from __future__ import annotations

from contextlib import contextmanager
from copy import deepcopy

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from local_slack import Timing

SCOPES = """app_mentions:read channels:history channels:read chat:write commands files:write
im:history im:read im:write reactions:write users:read""".split()
MANIFEST = {
    "display_information": {"name": "Parrot"},
    "features": {
        "bot_user": {"display_name": "parrot"},
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "slash_commands": [
            {"command": "/echo", "description": "Say it again", "usage_hint": "words"},
            {"command": "/slow", "description": "Answer too late"},
            {"command": "/form", "description": "Open a form", "should_escape": True},
        ],
        "shortcuts": [
            {"name": "Wave", "type": "global", "callback_id": "wave", "description": "Wave"},
            {"name": "Keep", "type": "message", "callback_id": "keep", "description": "Keep"},
        ],
    },
    "oauth_config": {"scopes": {"bot": SCOPES}},
    "settings": {
        "socket_mode_enabled": True,
        "interactivity": {"is_enabled": True},
        "event_subscriptions": {"bot_events": ["app_home_opened", "app_mention", "message.im"]},
    },
}
HASTE = Timing(answer=0.4)
BUTTON = {
    "type": "button",
    "action_id": "again",
    "value": "v",
    "text": {"type": "plain_text", "text": "Again"},
}
EXTERNAL = {
    "type": "external_select",
    "action_id": "fruit",
    "min_query_length": 1,
    "placeholder": {"type": "plain_text", "text": "Which fruit"},
}
FORM = {
    "type": "modal",
    "callback_id": "form",
    "notify_on_close": True,
    "title": {"type": "plain_text", "text": "Form"},
    "submit": {"type": "plain_text", "text": "Send"},
    "blocks": [
        {
            "type": "input",
            "block_id": "name",
            "label": {"type": "plain_text", "text": "Name"},
            "element": {"type": "plain_text_input", "action_id": "typed"},
        },
        {"type": "actions", "block_id": "more", "elements": [BUTTON]},
    ],
}


def manifest(**changes):
    """Return the manifest with some of its parts replaced."""
    changed = deepcopy(MANIFEST)
    for part, value in changes.items():
        changed[part] = {**changed[part], **value}
    return changed


def client(slack, **more):
    return WebClient(token=slack.bot_token, base_url=slack.base_url, **more)


@contextmanager
def connected(slack, app, **more):
    """Connect an app until the block ends."""
    handler = SocketModeHandler(app, slack.app_token, **{"ping_interval": 1, **more})
    handler.connect()
    slack.wait_for(lambda: slack.core.sockets.open)
    try:
        yield handler
    finally:
        slack.disconnect(handler.close)


def parrot(slack, heard):
    """Build an app with every kind of listener, which appends what it hears to a list."""
    app = App(
        client=client(slack), signing_secret=slack.signing_secret, process_before_response=True
    )
    _listen_to_commands(app)
    _listen_to_events(app, heard)
    _listen_to_clicks(app, heard)
    _listen_to_shortcuts(app)
    _listen_to_modals(app, heard)
    return app


def _listen_to_commands(app):
    @app.command("/echo")
    def echo(ack, command):
        ack(text=command["text"], blocks=[{"type": "actions", "elements": [BUTTON, EXTERNAL]}])

    @app.command("/slow")
    def slow(command):
        """Say nothing: there is no ack."""

    @app.command("/form")
    def form(ack, command, client):
        ack()
        client.views_open(
            trigger_id=command["trigger_id"], view={**FORM, "private_metadata": command["text"]}
        )


def _listen_to_events(app, heard):
    @app.event("app_mention")
    def mentioned(event, say, request):
        heard.append((event, request.headers))
        say(text=f"you said {event['text']}", thread_ts=event.get("thread_ts") or event["ts"])

    @app.event("message")
    def written(event, say):
        heard.append((event, {}))
        say(text=f"in private: {event['text']}")

    @app.event("app_home_opened")
    def home(event, client):
        text = {"type": "mrkdwn", "text": "Welcome"}
        view = {"type": "home", "blocks": [{"type": "section", "text": text}]}
        client.views_publish(user_id=event["user"], view=view)


def _listen_to_clicks(app, heard):
    @app.action("again")
    def again(ack, body, respond):
        ack()
        heard.append((body, {}))
        if "response_url" in body:
            respond(text="again", replace_original=True)

    @app.action("fruit")
    def fruit(ack, action, respond):
        ack()
        respond(text=action["selected_option"]["value"], replace_original=False)

    @app.options("fruit")
    def fruits(ack, payload):
        found = [f for f in ("apple", "apricot", "pear") if f.startswith(payload["value"])]
        ack(options=[{"text": {"type": "plain_text", "text": f}, "value": f} for f in found])


def _listen_to_shortcuts(app):
    @app.shortcut("wave")
    def wave(ack, shortcut, client):
        ack()
        client.views_open(trigger_id=shortcut["trigger_id"], view=FORM)

    @app.shortcut("keep")
    def keep(ack, shortcut, respond):
        ack()
        respond(text=f"kept {shortcut['message']['text']}")


def _listen_to_modals(app, heard):
    @app.view("form")
    def sent(ack, view):
        typed = view["state"]["values"]["name"]["typed"]["value"]
        heard.append((view, {}))
        if typed == "nobody":
            ack(response_action="errors", errors={"name": "Somebody, please"})
        elif typed == "more":
            ack(response_action="push", view=FORM)
        elif typed == "other":
            ack(response_action="update", view={**FORM, "submit": {**FORM["submit"], "text": "!"}})
        elif typed == "all":
            ack(response_action="clear")
        else:
            ack()

    @app.view_closed("form")
    def closed(ack, body):
        ack()
        heard.append((body, {}))
