"""A Bolt app that shows every kind of block and input, for the tests of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from slack_bolt import App
from slack_sdk import WebClient

if TYPE_CHECKING:
    from local_slack import LocalSlack

MANIFEST = {
    "display_information": {"name": "Gallery", "description": "Shows what Slack can show"},
    "features": {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": "Gallery"},
        "slash_commands": [
            {"command": "/blocks", "description": "Show every block", "usage_hint": "[kind]"},
            {"command": "/form", "description": "Open a modal"},
        ],
        "shortcuts": [
            {"name": "Note", "type": "message", "callback_id": "note", "description": "Note it"}
        ],
    },
    "oauth_config": {"scopes": {"bot": ["commands", "chat:write", "im:history"]}},
    "settings": {
        "event_subscriptions": {"bot_events": ["app_home_opened", "message.im"]},
        "interactivity": {"is_enabled": True},
        "socket_mode_enabled": True,
    },
}


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def marked(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def option(name: str) -> dict[str, Any]:
    return {"text": plain(name), "value": name.lower()}


def run(text: str, **style: bool) -> dict[str, Any]:
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def section(*runs: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text_section", "elements": list(runs)}


TRAP = "<img src=x onerror=alert(1)>"
FRUIT = [option(f) for f in ("Apple", "Banana", "Cherry")]
CONFIRM = {
    "title": plain("Are you sure?"),
    "text": marked("This *cannot* be undone."),
    "confirm": plain("Delete it"),
    "deny": plain("Keep it"),
    "style": "danger",
}


def rich(channel: str, user: str) -> dict[str, Any]:
    """Return rich text with every part and run."""
    person = {"type": "user", "user_id": user}
    place = {"type": "channel", "channel_id": channel}
    emoji = {"type": "emoji", "name": "tada"}
    link = {"type": "link", "url": "https://example.org/", "text": "a link"}
    return {
        "type": "rich_text",
        "elements": [
            section(
                run("Bold", bold=True),
                run(", "),
                run("italic", italic=True),
                run(", "),
                run("struck", strike=True),
                run(", "),
                run("code", code=True),
                run(", "),
                link,
                run(" for "),
                person,
                run(" in "),
                place,
                run(" "),
                emoji,
                run(f" *literally* {TRAP}"),
            ),
            {"type": "rich_text_quote", "elements": [run("Words that somebody else said.")]},
            {
                "type": "rich_text_list",
                "style": "ordered",
                "elements": [section(run("first")), section(run("second"))],
            },
            {
                "type": "rich_text_list",
                "style": "bullet",
                "indent": 1,
                "elements": [section(run("indented"))],
            },
            {"type": "rich_text_preformatted", "elements": [run("def f():\n    return 1")]},
        ],
    }


def table() -> dict[str, Any]:
    rows = [("State", "Value"), ("Velmora", "opposes"), ("Orin", "supports")]
    cells = [[{"type": "raw_text", "text": c} for c in row] for row in rows]
    return {"type": "table", "rows": cells, "column_settings": [{}, {"align": "right"}]}


def elements() -> list[dict[str, Any]]:
    """Return what can be clicked and chosen in a message."""
    return [
        {"type": "button", "action_id": "go", "text": plain("Go"), "style": "primary"},
        {
            "type": "button",
            "action_id": "delete",
            "text": plain("Delete"),
            "style": "danger",
            "confirm": CONFIRM,
        },
        {
            "type": "static_select",
            "action_id": "fruit",
            "placeholder": plain("Choose a fruit"),
            "options": FRUIT,
        },
        {
            "type": "external_select",
            "action_id": "found",
            "placeholder": plain("Search"),
            "min_query_length": 1,
        },
        {"type": "datepicker", "action_id": "day", "initial_date": "2026-11-21"},
        {"type": "overflow", "action_id": "rest", "options": FRUIT},
    ]


def every_block(channel: str, user: str) -> list[dict[str, Any]]:
    words = f"*Bold* _italic_ ~struck~ `code` :wave: <https://example.org|a link> &lt;b&gt; {user}"
    image = "https://images.invalid/cat.png"
    return [
        {"type": "header", "text": plain("Every block")},
        {
            "type": "section",
            "text": marked(words + "\n> quoted\nsnake_case_name 2*3*4"),
            "accessory": {"type": "button", "action_id": "side", "text": plain("Beside")},
        },
        {"type": "section", "fields": [marked("*State*\nVelmora"), marked("*Value*\nopposes")]},
        {"type": "divider"},
        rich(channel, user),
        table(),
        {"type": "image", "image_url": image, "alt_text": "A cat", "title": plain("Cat")},
        {"type": "actions", "elements": elements()},
        {"type": "context", "elements": [marked("A *context* line"), plain("Small print")]},
    ]


def form() -> dict[str, Any]:
    def field(name: str, label: str, element: dict[str, Any], **more: Any) -> dict[str, Any]:
        inner = {"action_id": name, **element}
        return {
            "type": "input",
            "block_id": name,
            "label": plain(label),
            "element": inner,
            **more,
        }

    return {
        "type": "modal",
        "callback_id": "form",
        "title": plain("A form"),
        "submit": plain("Save"),
        "close": plain("Cancel"),
        "blocks": [
            {"type": "section", "text": marked("Fill in *all* of it.")},
            field("name", "Name", {"type": "plain_text_input"}, hint=plain("At least 3 letters")),
            field("fruit", "Fruit", {"type": "static_select", "options": FRUIT}),
            field("due", "Due", {"type": "datepicker"}, optional=True),
            field("toppings", "Toppings", {"type": "checkboxes", "options": FRUIT}, optional=True),
            field("why", "Why", {"type": "plain_text_input", "multiline": True}, optional=True),
        ],
    }


def home(text: str) -> dict[str, Any]:
    return {
        "type": "home",
        "blocks": [
            {"type": "header", "text": plain("Welcome home")},
            {"type": "section", "text": marked(text)},
            {
                "type": "actions",
                "elements": [{"type": "button", "action_id": "home", "text": plain("Refresh")}],
            },
        ],
    }


def gallery(slack: LocalSlack) -> App:
    """Build the app; it says what it was asked to do."""
    app = App(client=WebClient(token=slack.bot_token, base_url=slack.base_url))
    app.command("/blocks")(_show)
    app.command("/form")(_open_form)
    app.view("form")(_submitted)
    app.options("found")(_found)
    app.action("home")(_refresh)
    app.action(re.compile(""))(_acted)
    app.shortcut("note")(_noted)
    app.event("app_home_opened")(_opened)
    app.event("message")(_written)
    return app


def _show(ack, payload):
    blocks = every_block(payload["channel_id"], payload["user_id"])
    ack(response_type="in_channel", text="Every block", blocks=blocks)


def _open_form(ack, payload, client):
    ack()
    client.views_open(trigger_id=payload["trigger_id"], view=form())


def _submitted(ack, view, client, body):
    values = view["state"]["values"]
    name = values["name"]["name"]["value"]
    if len(name) < 3:
        ack(response_action="errors", errors={"name": "Too short: at least 3 letters"})
        return
    ack()
    fruit = values["fruit"]["fruit"]["selected_option"]["value"]
    client.chat_postMessage(channel=body["user"]["id"], text=f"Saved {name} with {fruit}")


def _found(ack, payload):
    ack(options=[option(f"{payload['value']} {n}") for n in (1, 2)])


def _refresh(ack, body, client):
    ack()
    client.views_publish(user_id=body["user"]["id"], view=home("Refreshed"))


def _acted(ack, action, respond):
    ack()
    chosen = action.get("selected_option") or {}
    value = chosen.get("value") or action.get("selected_date") or ""
    respond(text=f"did {action['action_id']} {value}".strip(), replace_original=False)


def _noted(ack, payload, respond):
    ack()
    respond(text=f"noted {payload['message']['text']}")


def _opened(event, client):
    client.views_publish(user_id=event["user"], view=home("Only *you* see this."))


def _written(event, say):
    if not event.get("bot_id"):
        say(text=f"heard {event['text']}")
