"""What Slack's client lets people enter in a modal; anything else never reaches the app."""

from __future__ import annotations

import pytest
from slack_bolt import App

from local_slack import running
from tests.local_slack.parrot import HASTE, MANIFEST, client, connected


def words(text):
    return {"type": "plain_text", "text": text}


FIELDS = {
    "note": {"type": "plain_text_input", "min_length": 3, "max_length": 5},
    "essay": {"type": "plain_text_input", "multiline": True},
    "count": {
        "type": "number_input",
        "is_decimal_allowed": False,
        "min_value": "1",
        "max_value": "10",
    },
    "share": {"type": "number_input", "is_decimal_allowed": True},
    "mail": {"type": "email_text_input"},
    "link": {"type": "url_text_input"},
    "rich": {"type": "rich_text_input"},
    "day": {"type": "datepicker"},
    "hour": {"type": "timepicker"},
    "moment": {"type": "datetimepicker"},
    "who": {"type": "users_select"},
    "all": {"type": "multi_users_select", "max_selected_items": 2},
    "room": {"type": "channels_select"},
    "place": {"type": "conversations_select"},
    "near": {
        "type": "conversations_select",
        "filter": {"include": ["private", "im"], "exclude_bot_users": True},
    },
    "kind": {
        "type": "static_select",
        "options": [{"text": words("Wire"), "value": "wire"}],
    },
    "topic": {"type": "external_select", "min_query_length": 2},
}


def form():
    inputs = [
        {
            "type": "input",
            "block_id": name,
            "label": words(name.title()),
            "element": {"action_id": name, **element},
            "optional": name != "note",
        }
        for name, element in FIELDS.items()
    ]
    return {
        "type": "modal",
        "callback_id": "form",
        "title": words("Form"),
        "submit": words("Send"),
        "blocks": inputs,
    }


@pytest.fixture(scope="module")
def told():
    """Yield a Slack, the forms that its app is sent, and what is typed into its menu."""
    sent, typed = [], []
    with running(MANIFEST, rates=False, timing=HASTE) as slack:
        app = App(client=client(slack), signing_secret="local", process_before_response=True)

        @app.shortcut("wave")
        def wave(ack, shortcut, client):
            ack()
            client.views_open(trigger_id=shortcut["trigger_id"], view=form())

        @app.options("topic")
        def topics(ack, payload):
            typed.append(payload["value"])
            ack(options=[{"text": words(w), "value": w} for w in ("talks", "trade")])

        @app.view("form")
        def submitted(ack, view):
            ack()
            sent.append(view["state"]["values"])

        slack.add_channel("desk", private=True)
        with connected(slack, app):
            yield slack, sent, typed


@pytest.fixture
def opened(told):
    """Yield a Slack with the form open, and what its app is sent."""
    slack, sent, typed = told
    sent.clear()
    typed.clear()
    slack.shortcut("wave")
    return slack, sent


def submit(opened, **values):
    """Return the values that reach the app."""
    slack, sent = opened
    slack.submit({"note": "abcd", **values})
    return {name: next(iter(given.values())) for name, given in sent[-1].items()}


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("note", "xy", "Use at least 3 characters: these are 2."),
        ("note", "abcdef", "Use at most 5 characters: these are 6."),
        ("essay", "x" * 3001, "Use at most 3000 characters: these are 3001."),
        ("essay", 5, "5 is not a text."),
        ("count", "0", "Enter a number that is 1 or more."),
        ("count", "11", "Enter a number that is 10 or less."),
        ("count", 11, "Enter a number that is 10 or less."),
        ("count", "1.5", "Enter a whole number."),
        ("count", "abc", "Enter a number."),
        ("share", "1e3", "Enter a number."),
        ("share", True, "True is not a number."),
        ("mail", "nobody", "Enter an email address, like name@example.com."),
        ("link", "javascript:alert(1)", "Enter an address, like https://example.com."),
        ("rich", {"type": "rich_text"}, "This is not rich text: "),
        ("day", "2026-02-30", "'2026-02-30' is not a day. Write it like 2026-11-30."),
        ("hour", "25:00", "'25:00' is not a time of day. Write it like 09:30."),
        ("moment", "noon", "'noon' is not a time."),
        ("who", "U0NOPE", "There is no person 'U0NOPE'. There are: ['parrot', 'Alice', 'Bob']."),
        ("all", ["Alice", "Zoe"], "There is no person 'Zoe'."),
        ("all", ["Alice", "Bob", "parrot"], "Choose at most 2."),
        ("room", "nowhere", "There is no public channel 'nowhere'. There are: ['#general', "),
        ("room", "desk", "There is no public channel 'desk'."),
        ("place", "C0NOPE", "There is no conversation 'C0NOPE'."),
        ("near", "random", "There is no conversation 'random'. There are: ['#desk']."),
        ("near", "parrot", "There is no conversation 'parrot'."),
        ("kind", "radio", "There is no option 'radio'. There are: ['Wire']."),
        ("topic", "t", "The app is asked for options once 2 characters are typed, not for 't'."),
        ("topic", 5, "The app is asked for options once 2 characters are typed, not for 5."),
        ("topic", "tariffs", "There is no option 'tariffs'. There are: ['talks', 'trade']."),
    ],
)
def test_what_slack_does_not_let_one_enter_is_refused_and_not_sent(opened, field, value, sentence):
    slack, sent = opened
    with pytest.raises(LookupError) as refused:
        slack.submit({"note": "abcd", field: value})
    assert list(refused.value.errors) == [field]
    assert refused.value.errors[field].startswith(sentence)
    assert str(refused.value).startswith(f"{field}: {sentence}")
    assert not sent


def test_every_wrong_field_is_told_at_once_with_the_empty_ones(opened):
    slack, _ = opened
    with pytest.raises(LookupError) as refused:
        slack.submit({"day": "tomorrow", "count": "0"})
    assert refused.value.errors == {
        "count": "Enter a number that is 1 or more.",
        "note": "Please complete this required field.",
        "day": "'tomorrow' is not a day. Write it like 2026-11-30.",
    }


def test_nothing_but_white_space_does_not_fill_a_required_field(opened):
    slack, sent = opened
    told = slack.submit({"note": "    "})
    assert told.errors == {"note": "Please complete this required field."}
    assert not sent


def test_what_is_as_long_and_as_large_as_it_may_be_is_sent(opened):
    values = submit(
        opened, note="abcde", essay="x" * 3000, count="10", share="-0.25", mail="a@b.example"
    )
    assert values["essay"]["value"] == "x" * 3000
    assert (values["count"]["value"], values["share"]["value"]) == ("10", "-0.25")


def test_a_number_is_sent_as_the_text_that_is_typed(opened):
    assert submit(opened, count=7)["count"]["value"] == "7"


def test_an_empty_field_that_is_optional_has_no_least(opened):
    values = submit(opened, essay="", count="")
    assert values["essay"]["value"] is None
    assert values["count"]["value"] is None


def test_people_and_places_are_named_by_id_or_by_name(opened):
    slack, _ = opened
    values = submit(opened, who="Bob", all=["Alice"], room="#random", place="desk")
    assert values["who"]["selected_user"] == slack.other
    assert values["all"]["selected_users"] == [slack.user]
    assert values["room"]["selected_channel"] == slack.channels["random"]
    assert values["place"]["selected_conversation"].startswith("C")


def test_a_conversation_may_be_with_a_person(opened):
    slack, _ = opened
    assert submit(opened, place=slack.other)["place"]["selected_conversation"] == slack.other


def test_a_menu_of_conversations_offers_what_its_filter_lets_pass(opened):
    slack, _ = opened
    assert submit(opened, near="Bob")["near"]["selected_conversation"] == slack.other


def test_words_in_a_rich_input_are_what_the_composer_makes_of_them(opened):
    rich = submit(opened, rich="*Kept*")["rich"]["rich_text_value"]
    (section,) = rich["elements"]
    assert section["elements"] == [{"type": "text", "text": "Kept", "style": {"bold": True}}]


def test_the_app_is_asked_for_options_only_once_enough_is_typed(told, opened):
    slack, (_, _, typed) = opened[0], told
    assert slack.options(slack.view(), "topic", "") == []
    assert slack.options(slack.view(), "topic", "t") == []
    assert [o["value"] for o in slack.options(slack.view(), "topic", "ta")] == ["talks", "trade"]
    assert typed == ["ta"]


def test_a_choice_of_the_apps_own_options_is_typed_first(told, opened):
    _, _, typed = told
    assert submit(opened, topic="talks")["topic"]["selected_option"]["value"] == "talks"
    assert typed == ["talks"]


def test_a_click_chooses_only_what_there_is_to_choose(told):
    slack, *_ = told
    picker = {"type": "datepicker", "action_id": "on"}
    blocks = [{"type": "actions", "elements": [picker]}]
    client(slack).chat_postMessage(channel=slack.channel, text="x", blocks=blocks)
    with pytest.raises(LookupError, match="'2026-02-30' is not a day"):
        slack.click(slack.messages()[-1], "on", choice="2026-02-30")
