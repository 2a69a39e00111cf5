"""What people enter in messages and views: an app is told all of it, as Slack tells it."""

from __future__ import annotations

import pytest
from slack_bolt import App
from slack_sdk.webhook import WebhookClient

from local_slack import running
from tests.local_slack.parrot import HASTE, MANIFEST, client, connected


def words(text):
    return {"type": "plain_text", "text": text, "emoji": True}


def options(*values):
    return [{"text": words(v), "value": v} for v in values]


DESK, WIRE = options("desk", "wire")
PLACE = {
    "type": "static_select",
    "action_id": "place",
    "options": [DESK, WIRE],
    "initial_option": DESK,
}
DAY = {"type": "datepicker", "action_id": "day"}
SEND = {"type": "button", "action_id": "send", "text": words("Send")}
CHOICES = [
    {"type": "actions", "block_id": "choices", "elements": [PLACE, DAY, SEND]},
]
INPUTS = {
    "place": PLACE,
    "tags": {
        "type": "checkboxes",
        "action_id": "tags",
        "options": options("a", "b"),
        "initial_options": options("b"),
    },
    "note": {"type": "plain_text_input", "action_id": "note", "initial_value": "as before"},
    "who": {"type": "multi_users_select", "action_id": "who"},
    "day": DAY,
    "post": {
        "type": "conversations_select",
        "action_id": "post",
        "response_url_enabled": True,
    },
    "look": {"type": "conversations_select", "action_id": "look"},
}


def form(title="Form"):
    inputs = [
        {"type": "input", "block_id": n, "label": words(n), "element": e, "optional": True}
        for n, e in INPUTS.items()
    ]
    return {
        "type": "modal",
        "callback_id": "form",
        "title": words(title),
        "submit": words("Send"),
        "blocks": [*inputs, *CHOICES],
    }


@pytest.fixture(scope="module")
def told():
    """Yield a Slack, and what its app is told at each action and submission."""
    heard = []
    with running(MANIFEST, rates=False, timing=HASTE) as slack:
        app = App(client=client(slack), signing_secret="local", process_before_response=True)

        @app.shortcut("wave")
        def wave(ack, shortcut, client):
            ack()
            client.views_open(trigger_id=shortcut["trigger_id"], view=form())

        @app.action("place")
        @app.action("day")
        def chosen(ack, body, client):
            ack()
            heard.append(body)
            if "view" in body:
                client.views_update(view_id=body["view"]["id"], view=form("Again"))

        @app.action("send")
        def clicked(ack, body):
            ack()
            heard.append(body)

        @app.view("form")
        def submitted(ack, body):
            ack()
            heard.append(body)

        with connected(slack, app):
            yield slack, heard


def submit(told, values, *clicks):
    """Open the form, make some choices in it, submit it, and return the values sent."""
    slack, heard = told
    slack.shortcut("wave")
    for element, choice in clicks:
        slack.click(slack.view(), element, block="choices", choice=choice)
    slack.submit(values)
    return heard[-1]["view"]["state"]["values"]


def test_an_untouched_input_is_sent_with_its_initial_value(told):
    values = submit(told, {})
    assert values["place"]["place"] == {"type": "static_select", "selected_option": DESK}
    assert values["tags"]["tags"] == {"type": "checkboxes", "selected_options": options("b")}
    assert values["note"]["note"] == {"type": "plain_text_input", "value": "as before"}
    assert values["who"]["who"] == {"type": "multi_users_select", "selected_users": []}
    assert values["day"]["day"] == {"type": "datepicker", "selected_date": None}
    assert set(values["choices"]) == {"place", "day"}


def test_an_input_may_ask_for_an_address_to_post_to_where_one_chooses(told):
    slack, heard = told
    submit(told, {"post": slack.channel, "look": slack.channel})
    (given,) = heard[-1]["response_urls"]
    where = (given["block_id"], given["action_id"], given["channel_id"])
    assert where == ("post", "post", slack.channel)
    posted = {"text": "for all", "response_type": "in_channel"}
    assert WebhookClient(given["response_url"]).send_dict(posted).status_code == 200
    assert slack.messages()[-1].text == "for all"


def test_without_a_choice_there_is_no_address(told):
    _, heard = told
    submit(told, {})
    assert heard[-1]["response_urls"] == []


def test_a_cleared_input_is_sent_empty(told):
    cleared = submit(told, {"note": None, "tags": []})
    assert cleared["note"]["note"]["value"] is None
    assert cleared["tags"]["tags"]["selected_options"] == []


def test_what_was_entered_stays_when_the_view_is_updated(told):
    slack, heard = told
    values = submit(told, {"note": "new"}, ("place", "wire"), ("day", "2026-11-29"))
    assert heard[-2]["view"]["state"]["values"]["choices"]["day"]["selected_date"] == "2026-11-29"
    assert heard[-2]["view"]["title"]["text"] == "Again"
    assert values["choices"]["place"]["selected_option"] == WIRE
    assert values["choices"]["day"]["selected_date"] == "2026-11-29"
    assert values["place"]["place"]["selected_option"] == DESK  # of another block
    assert slack.core.views.top(slack.user) is None


@pytest.mark.slow(seconds=6)
def test_a_message_remembers_what_each_person_chose(told):
    slack, heard = told
    client(slack).chat_postMessage(channel=slack.channel, text="x", blocks=CHOICES)
    message = slack.messages()[-1]
    slack.click(message, "day", choice="2026-11-29")
    slack.click(message, "send")
    mine = heard[-1]["state"]["values"]["choices"]
    assert mine["place"] == {"type": "static_select", "selected_option": DESK}
    assert mine["day"]["selected_date"] == "2026-11-29"
    slack.click(message, "send", user=slack.other)
    assert heard[-1]["state"]["values"]["choices"]["day"]["selected_date"] is None
