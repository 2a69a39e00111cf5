"""An app built from slack-bolt alone, with a listener of every kind, over the SDK's own socket."""

from __future__ import annotations

import pytest
from slack_sdk.errors import SlackApiError


def test_a_command_is_answered_inside_its_ack(slack):
    seen = slack.command("/echo", "hello there")
    assert seen.text == "hello there"
    assert seen.payload["blocks"][0]["elements"][0]["action_id"] == "again"
    assert seen.error is None


def test_an_ack_is_seen_by_nobody_else(slack):
    seen = slack.command("/echo", "a secret")
    assert seen.answer in slack.seen_by(slack.user)
    assert seen.answer not in slack.seen_by(slack.other)
    assert seen.answer not in slack.messages()


def test_a_command_without_an_ack_shows_slacks_error(slack):
    seen = slack.command("/slow")
    assert seen.error == (
        "/slow failed because the app did not respond."
        " Please try again or contact the app developer."
    )
    assert slack.seen_by(slack.user)[-1].text == seen.error


def test_a_command_is_not_redelivered(slack):
    before = len(slack.entries("envelope"))
    slack.command("/slow")
    assert len(slack.entries("envelope")) == before + 1


@pytest.mark.parametrize(
    ("name", "more", "words"),
    [
        ("/echo", {"thread_ts": "1.0"}, "/echo is not supported in threads. Sorry!"),
        ("/parrot", {}, "/parrot is not a valid command."),
    ],
)
def test_slack_answers_a_command_that_it_does_not_pass_on(slack, name, more, words):
    before = len(slack.entries("envelope"))
    assert slack.command(name, **more).error.startswith(words)
    assert len(slack.entries("envelope")) == before


def test_should_escape_turns_names_into_references(slack):
    slack.command("/form", "ask @bob in #general")
    text = slack.view().body["private_metadata"]
    assert text == f"ask <@{slack.other}|bob> in <#{slack.channel}|general>"


def test_a_mention_is_answered_in_its_thread(slack, heard):
    said = slack.mention("polly & <co>")
    assert said.answer.thread_ts == said.written.ts
    assert "polly &amp; &lt;co&gt;" in said.text
    event, headers = heard[0]
    assert event["type"] == "app_mention"
    assert headers["x-slack-retry-num"] == ["0"]


def test_a_mention_in_a_thread_stays_there(slack):
    first = slack.write("a start", wait=0).written
    said = slack.mention("below", thread_ts=first.ts)
    assert said.answer.thread_ts == first.ts
    assert [m.ts for m in slack.thread(first)] == [first.ts, said.written.ts, said.answer.ts]


def test_a_direct_message_is_a_message_and_never_a_mention(slack, heard):
    said = slack.dm("@parrot hello")
    assert said.text.startswith("in private: ")
    assert [e["type"] for e, _ in heard] == ["message"]
    assert heard[0][0]["channel_type"] == "im"


def test_a_bot_that_is_not_in_the_channel_hears_nothing(slack, heard):
    said = slack.mention("hello", channel="random")
    assert said.error == "You mentioned @parrot, but they’re not in this channel."
    assert heard == []


def test_a_click_on_an_ephemeral_message_replaces_it(slack, heard):
    seen = slack.command("/echo", "hello")
    after = slack.click(seen.answer, "Again")
    assert (after.answer.ts, after.text) == (seen.answer.ts, "again")
    assert after.effects[0].what == "message_changed"
    body = heard[0][0]
    assert body["container"]["is_ephemeral"] is True
    assert "message" not in body


def test_nobody_can_click_a_message_that_only_another_person_sees(slack):
    seen = slack.command("/echo", "hello")
    with pytest.raises(Exception, match="message_not_found"):
        slack.click(seen.answer, "Again", user=slack.other)


def test_a_menu_is_filled_by_the_app_and_chosen_from(slack):
    seen = slack.command("/echo", "hello")
    offered = slack.options(seen.answer, "fruit", "ap")
    assert [o["value"] for o in offered] == ["apple", "apricot"]
    assert slack.click(seen.answer, "fruit", choice="pear").text == "pear"


def test_a_form_is_opened_filled_in_corrected_and_sent(slack):
    opened = slack.command("/form")
    assert opened.view["title"]["text"] == "Form"
    assert slack.submit({}).errors == {"name": "Please complete this required field."}
    assert slack.submit({"Name": "nobody"}).errors == {"name": "Somebody, please"}
    assert slack.submit({"typed": "Polly"}).view is None


def test_a_submission_may_push_update_and_clear(slack):
    first = slack.command("/form").view
    second = slack.submit({"typed": "more"}).view
    assert second["previous_view_id"] == first["id"]
    assert slack.submit({"typed": "other"}).view["submit"]["text"] == "!"
    assert slack.submit({"typed": "all"}).view is None


def test_a_form_that_is_closed_tells_the_app(slack, heard):
    slack.command("/form")
    assert slack.close().acked
    assert heard[-1][0]["type"] == "view_closed"


def test_a_form_that_is_not_open_is_not_closed(slack):
    with pytest.raises(LookupError, match="No modal is open"):
        slack.close()


def test_a_click_in_a_form_carries_the_view(slack, heard):
    slack.command("/form")
    assert slack.click(slack.view(), "Again", wait=0).acked
    assert heard[-1][0]["view"]["callback_id"] == "form"
    slack.close()


def test_global_and_message_shortcuts_reach_the_app(slack):
    assert slack.shortcut("wave").view["callback_id"] == "form"
    slack.close()
    message = slack.write("worth it", wait=0).written
    assert slack.shortcut("keep", message=message).text == "kept worth it"


def test_the_home_tab_is_published_when_it_is_opened(slack):
    assert slack.open_home().view["blocks"][0]["text"]["text"] == "Welcome"


def test_an_app_hears_that_its_messages_were_opened(slack):
    assert slack.open_messages().acked
    heard = [e.body["payload"].get("event", {}) for e in slack.entries("envelope")]
    opened = [e for e in heard if e.get("type") == "app_home_opened"][-1]
    assert (opened["tab"], opened["channel"], "view" in opened) == ("messages", slack.im(), False)


def test_a_trigger_works_once(slack, web):
    slack.command("/form")
    used = slack.entries("envelope")[-1].body["payload"]["trigger_id"]
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        web.views_open(trigger_id=used, view={})
    slack.close()


def test_a_command_fails_if_no_app_is_connected(lonely):
    assert lonely.command("/echo", "x").error == '/echo failed with the error "dispatch_failed"'
