"""Everything that an app may hear beside messages, and what a person sees of its answer."""

from __future__ import annotations

from threading import Thread

import pytest
from slack_bolt import App
from slack_sdk.errors import SlackApiError

from local_slack import running
from tests.local_slack import payload_files
from tests.local_slack.listener import MANIFEST, listening, sent
from tests.local_slack.parrot import BUTTON, HASTE, client, connected
from tests.local_slack.test_message_shapes import missing


@pytest.fixture(scope="module")
def slack():
    with listening() as started:
        yield started


@pytest.fixture
def web(slack):
    return client(slack, retry_handlers=[])


def test_a_reaction_is_heard_when_it_is_added_and_taken_back(slack):
    message = slack.write("worth it", wait=0).written
    assert slack.react(message, ":eyes:", user="Bob").acked
    added = sent(slack, "reaction_added")["event"]
    assert added["item"] == {"type": "message", "channel": slack.channel, "ts": message.ts}
    assert (added["user"], added["item_user"]) == (slack.other, slack.user)
    slack.react(message, "eyes", user="Bob", back=True)
    assert sent(slack, "reaction_removed")["event"]["reaction"] == "eyes"
    assert "reactions" not in slack.messages()[-1].body


def test_who_joins_and_leaves_is_heard_and_stands_in_the_channel(slack, web):
    place = slack.add_channel("comings", bot=False)
    assert sent(slack, "channel_created")["event"]["channel"]["name"] == "comings"
    slack.join(user="parrot", channel=place.id, inviter="Alice")
    assert sent(slack, "member_joined_channel")["event"]["user"] == slack.bot_user
    slack.leave(user="Bob", channel=place.id)
    assert sent(slack, "member_left_channel")["event"]["user"] == slack.other
    lines = [m.body["subtype"] for m in slack.messages(place.id)]
    assert lines == ["channel_join", "channel_leave"]
    assert slack.other not in web.conversations_members(channel=place.id)["members"]


def test_a_new_person_is_heard_of(slack):
    person = slack.add_user("Cho")
    assert sent(slack, "team_join")["event"]["user"]["id"] == person.id


def test_a_link_to_a_site_of_the_manifest_is_previewed_by_the_app(slack, web):
    written = slack.write("see https://www.news.example/a?b=1&c=2", wait=0).written
    shared = sent(slack, "link_shared")["event"]
    assert shared["links"] == [
        {"domain": "news.example", "url": "https://www.news.example/a?b=1&c=2"}
    ]
    preview = {shared["links"][0]["url"]: {"text": "Onodera"}}
    web.chat_unfurl(channel=slack.channel, ts=shared["message_ts"], unfurls=preview)
    assert slack.thread(written)[0].body["attachments"][0]["text"] == "Onodera"
    slack.write("see https://other.example/", wait=0)
    assert sent(slack, "link_shared")["event"]["message_ts"] == written.ts


# the assistant


def test_a_thread_with_the_assistant_is_opened_and_looked_beside(slack):
    opened = slack.open_assistant(channel="general", wait=0)
    started = sent(slack, "assistant_thread_started")
    assert started["event"]["assistant_thread"]["context"]["channel_id"] == slack.channel
    assert missing(payload_files.read("assistant-thread-started"), started) == set()
    slack.look_at(opened.written, "random")
    changed = sent(slack, "assistant_thread_context_changed")
    where = changed["event"]["assistant_thread"]["context"]["channel_id"]
    assert where == slack.channels["random"]
    assert missing(payload_files.read("assistant-thread-context-changed"), changed) == set()


def test_what_is_asked_in_the_assistant_is_a_direct_message_with_a_token(slack):
    opened = slack.open_assistant(wait=0).written
    slack.dm("hello", thread_ts=opened.ts, wait=0)
    message = sent(slack, "message")
    assert message["event"]["assistant_thread"]["action_token"]
    assert missing(payload_files.read("im-assistant-thread"), message) == set()


def test_the_assistant_shows_a_title_prompts_and_a_status_until_it_answers(slack, web):
    thread = slack.open_assistant(wait=0).written
    at = {"channel_id": thread.channel, "thread_ts": thread.ts}
    web.assistant_threads_setTitle(**at, title="On Japan")
    web.assistant_threads_setSuggestedPrompts(**at, prompts=[{"title": "Ask", "message": "who"}])
    web.assistant_threads_setStatus(**at, status="is reading")
    shown = slack.assistant_thread(thread)
    assert (shown.title, shown.status) == ("On Japan", "is reading")
    assert shown.prompts == [{"title": "Ask", "message": "who"}]
    web.chat_postMessage(channel=thread.channel, thread_ts=thread.ts, text="Here it is")
    assert slack.assistant_thread(thread).status == ""


def test_a_title_comes_back_as_a_change_of_the_first_message(slack, web):
    thread = slack.open_assistant(wait=0).written
    web.assistant_threads_setTitle(channel_id=thread.channel, thread_ts=thread.ts, title="New")
    changed = slack.wait_for(
        lambda: [
            e.body["payload"]["event"]
            for e in slack.core.journal.entries("envelope")
            if e.body["payload"].get("event", {}).get("subtype") == "message_changed"
        ]
    )[-1]
    assert changed["message"]["assistant_app_thread"]["title"] == "New"


@pytest.mark.parametrize("prompts", [[], [{"title": "x"}], [{"title": "x", "message": "y"}] * 5])
def test_prompts_of_another_form_are_refused(slack, web, prompts):
    thread = slack.open_assistant(wait=0).written
    at = {"channel_id": thread.channel, "thread_ts": thread.ts}
    with pytest.raises(SlackApiError, match="invalid_arguments"):
        web.assistant_threads_setSuggestedPrompts(**at, prompts=prompts)


# apps whose listeners act


@pytest.fixture(scope="module")
def acting():
    """Yield a Slack with an app that answers above threads, greets and completes functions."""
    with running(MANIFEST, rates=False, timing=HASTE) as slack:
        app = App(client=client(slack), signing_secret="local", process_before_response=True)
        _add_listeners(app)
        _add_actions(app)
        with connected(slack, app):
            yield slack


def _add_listeners(app):
    @app.event("app_mention")
    def mentioned(event, say, client):
        if "grow" in event["text"]:
            Thread(target=grow, args=(event, client)).start()  # the ack does not wait for it
        else:
            say(text=f"above: {event['text']}")

    def grow(event, client):
        to = {"recipient_team_id": event["team"], "recipient_user_id": event["user"]}
        growing = client.chat_stream(
            channel=event["channel"], thread_ts=event["ts"], buffer_size=1, **to
        )
        growing.append(markdown_text="first, ")
        growing.append(markdown_text="second, ")
        growing.stop(markdown_text="the end")

    @app.event("message")
    def heard(ack):
        ack()

    @app.event("reaction_added")
    def reacted(event, say):
        say(text="thanks", channel=event["item"]["channel"], thread_ts=event["item"]["ts"])

    @app.function("greet")
    def greet(inputs, complete, fail, client):
        client.chat_postMessage(channel="general", text="by the token of this run")
        if inputs.get("who") == "a click":
            blocks = [{"type": "actions", "elements": [{**BUTTON, "action_id": "end"}]}]
            client.chat_postMessage(channel="general", text="click", blocks=blocks)
        elif inputs.get("who"):
            complete({"greeting": f"hello {inputs['who']}"})
        else:
            fail("nobody to greet")


def _add_actions(app):
    @app.action("say")
    def clicked(ack, say, body):
        ack()
        say("said in the channel")

    @app.action("end")
    def end(ack, complete, client, body):
        ack()
        complete({"greeting": "clicked"})
        client.chat_update(channel=body["channel"]["id"], ts=body["message"]["ts"], text="done")


def test_what_is_said_outside_of_threads_is_an_answer_too(acting):
    assert acting.mention("anybody?").text.startswith("above: ")
    assert acting.mention("again").text.endswith("again")


def test_what_is_said_after_a_click_is_an_answer_to_it(acting):
    blocks = [{"type": "actions", "elements": [{**BUTTON, "action_id": "say"}]}]
    client(acting).chat_postMessage(channel=acting.channel, text="click", blocks=blocks)
    message = acting.messages()[-1]
    assert [m.text for m in acting.click(message, "say").answers] == ["said in the channel"]
    assert [m.text for m in acting.click(message, "say").answers] == ["said in the channel"]


def test_an_answer_that_grows_is_waited_for_until_it_is_whole(acting):
    assert acting.mention("grow").text == "first, second, the end"


def test_a_reaction_is_answered(acting):
    message = acting.write("worth it", wait=0).written
    assert acting.react(message, "eyes", wait=2).text == "thanks"


def test_a_function_runs_with_a_token_of_its_own_and_ends_in_outputs_or_an_error(acting):
    ran = acting.run_function("greet", {"who": "Ann"})
    assert (ran.error, ran.payload) == (None, {"greeting": "hello Ann"})
    executed = sent(acting, "function_executed")
    assert "authorizations" not in executed
    assert executed["event"]["bot_access_token"].startswith("xwfp-")
    assert acting.messages()[-1].text == "by the token of this run"
    assert acting.run_function("greet", {}).error == "nobody to greet"
    with pytest.raises(LookupError, match="does not have a function 'wave'"):
        acting.run_function("wave")


def test_a_click_on_what_a_function_posted_ends_its_run(acting):
    waiting = acting.run_function("greet", {"who": "a click"}, wait=0.3)
    assert (waiting.error, waiting.payload) == (None, None)
    run, message = acting.function_run(), acting.messages()[-1]
    assert acting.click(message, "end").acked
    assert run.outputs == {"greeting": "clicked"}
    payloads = [e.body["payload"] for e in acting.entries("envelope")]
    clicked = [p for p in payloads if p["type"] == "block_actions"][-1]
    assert clicked["bot_access_token"] == run.token
    assert clicked["function_data"] == {
        "execution_id": run.id,
        "function": {"callback_id": "greet"},
        "inputs": {"who": "a click"},
    }
    assert acting.messages()[-1].text == "done"


def test_the_token_of_a_run_opens_no_socket(acting):
    acting.run_function("greet", {"who": "Ann"})
    web = client(acting)
    with pytest.raises(SlackApiError, match="invalid_auth"):
        web.apps_connections_open(app_token=acting.function_run().token)


def test_a_function_has_the_fields_of_a_recorded_one(acting):
    acting.run_function("greet", {"who": "Ann"})
    recorded = payload_files.read("function-executed")
    parameters = ("input_parameters", "output_parameters", "inputs")
    assert missing(recorded, sent(acting, "function_executed"), *parameters) == set()


# the end


def test_an_app_without_its_token_hears_so_and_is_refused():
    with listening() as slack:
        web = client(slack)
        assert slack.revoke_token().acked
        revoked = sent(slack, "tokens_revoked")
        assert missing(payload_files.read("tokens-revoked"), revoked) == set()
        assert "authorizations" not in revoked
        with pytest.raises(SlackApiError, match="token_revoked"):
            web.auth_test()
        slack.install()
        assert web.auth_test()["ok"]
        slack.uninstall()
        assert sent(slack, "app_uninstalled")["event"]["event_ts"]
        with pytest.raises(SlackApiError, match="account_inactive"):
            web.auth_test()


def test_an_app_can_revoke_its_own_token_and_hears_so():
    with listening() as slack:
        web = client(slack)
        assert web.auth_revoke(test=True)["revoked"] is False
        bot = web.auth_test()["user_id"]
        assert web.auth_revoke()["revoked"] is True
        assert sent(slack, "tokens_revoked")["event"]["tokens"]["bot"] == [bot]
        with pytest.raises(SlackApiError, match="token_revoked"):
            web.auth_test()
