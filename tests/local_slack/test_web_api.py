"""slack_sdk's own client raises the errors that Slack's documentation names."""

from __future__ import annotations

from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from local_slack import running
from tests.local_slack.parrot import HASTE, client, manifest

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "hello"}}


@pytest.fixture
def posted(web, slack):
    return web.chat_postMessage(channel=slack.channel, text="first", blocks=[SECTION])


def test_auth_test_says_who_the_app_is(web, slack):
    assert web.auth_test()["user_id"] == slack.bot_user


@pytest.mark.parametrize(
    ("method", "arguments", "error"),
    [
        ("no.such.method", {}, "unknown_method"),
        ("chat.postMessage", {"channel": "C404", "text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"text": "x"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "general"}, "no_text"),
        ("chat.postMessage", {"channel": "random", "text": "x"}, "not_in_channel"),
        ("chat.postMessage", {"channel": "general", "text": "x" * 40_001}, "msg_too_long"),
        (
            "chat.postMessage",
            {"channel": "general", "text": "x", "blocks": "{"},
            "invalid_blocks_format",
        ),
        ("chat.postMessage", {"channel": "general", "text": "x", "blocks": [{}]}, "invalid_blocks"),
        (
            "chat.postMessage",
            {"channel": "general", "text": "x", "thread_ts": "1.0"},
            "thread_not_found",
        ),
        (
            "chat.postEphemeral",
            {"channel": "general", "text": "x", "user": "U404"},
            "user_not_in_channel",
        ),
        ("chat.update", {"channel": "general", "text": "x", "ts": "1.0"}, "message_not_found"),
        ("chat.delete", {"channel": "general", "ts": "1.0"}, "message_not_found"),
        ("chat.getPermalink", {"channel": "general", "message_ts": "1.0"}, "message_not_found"),
        (
            "reactions.add",
            {"channel": "general", "timestamp": "1.0", "name": "x"},
            "message_not_found",
        ),
        ("views.open", {"trigger_id": "1.2.3", "view": {}}, "invalid_trigger_id"),
        ("views.update", {"view_id": "V404", "view": {}}, "not_found"),
        ("users.info", {"user": "U404"}, "user_not_found"),
        ("conversations.info", {"channel": "C404"}, "channel_not_found"),
        ("conversations.history", {"channel": "C404"}, "channel_not_found"),
        ("conversations.open", {"users": "U404"}, "user_not_found"),
        ("files.completeUploadExternal", {"files": [{"id": "F404"}]}, "file_not_found"),
    ],
)
def test_each_bad_input_has_its_error(web, slack, method, arguments, error):
    with pytest.raises(SlackApiError) as raised:
        web.api_call(method, json=arguments)
    assert raised.value.response["error"] == error


def test_an_unknown_method_is_logged(web, slack, caplog):
    with pytest.raises(SlackApiError):
        web.api_call("chat.shout")
    assert "chat.shout: unknown_method" in caplog.text


@pytest.mark.parametrize(
    ("token", "error"),
    [
        ("", "not_authed"),
        ("xoxb-other", "invalid_auth"),
        ("-".join(["xoxb", "1234567890", "1234567890", "abcdefghijkl"]), "invalid_auth"),
    ],
)
def test_only_the_local_tokens_work(slack, token, error):
    web = WebClient(token=token, base_url=slack.base_url)
    with pytest.raises(SlackApiError, match=error):
        web.auth_test()


def test_the_token_of_the_app_opens_sockets_only(slack):
    web = WebClient(token=slack.app_token, base_url=slack.base_url)
    with pytest.raises(SlackApiError, match="not_allowed_token_type"):
        web.auth_test()


def test_each_start_has_tokens_of_its_own(slack, lonely):
    ours = {slack.bot_token, slack.app_token, slack.signing_secret}
    assert ours.isdisjoint({lonely.bot_token, lonely.app_token, lonely.signing_secret})
    with pytest.raises(SlackApiError, match="invalid_auth"):
        WebClient(token=slack.bot_token, base_url=lonely.base_url).auth_test()


def test_a_token_that_looks_real_is_refused_with_a_reason(slack, caplog):
    token = "-".join(["xapp", "1", "A012ABCDEF", "123", "abcdef"])  # no scanner takes it for one
    web = WebClient(token=token, base_url=slack.base_url)
    with pytest.raises(SlackApiError, match="seems to be a real one"):
        web.apps_connections_open(app_token=token)
    assert "A012ABCDEF" not in caplog.text


def test_a_call_without_its_scope_is_refused():
    scopes = {"scopes": {"bot": ["chat:write", "commands", "app_mentions:read", "im:history"]}}
    with running(manifest(oauth_config=scopes), timing=HASTE) as slack:
        with pytest.raises(SlackApiError) as raised:
            client(slack).users_info(user=slack.user)
        assert raised.value.response["error"] == "missing_scope"
        assert raised.value.response["needed"] == "users:read"


def test_a_message_is_posted_changed_found_and_deleted(web, slack, posted):
    ts = posted["ts"]
    assert posted["message"]["blocks"][0]["block_id"]
    web.chat_update(channel=slack.channel, ts=ts, text="second")
    assert web.conversations_history(channel=slack.channel)["messages"][0]["text"] == "second"
    assert (
        ts.replace(".", "")
        in web.chat_getPermalink(channel=slack.channel, message_ts=ts)["permalink"]
    )
    web.chat_delete(channel=slack.channel, ts=ts)
    assert ts not in [m.ts for m in slack.messages()]


def test_an_update_keeps_the_blocks_that_it_does_not_name(web, slack, posted):
    kept = web.chat_update(channel=slack.channel, ts=posted["ts"], text="other")
    assert kept["message"]["blocks"][0]["text"]["text"] == "hello"
    gone = web.chat_update(channel=slack.channel, ts=posted["ts"], text="other", blocks=[])
    assert "blocks" not in gone["message"]


def test_an_update_takes_less_text_than_a_post(web, slack, posted):
    with pytest.raises(SlackApiError, match="msg_too_long"):
        web.chat_update(channel=slack.channel, ts=posted["ts"], text="x" * 4_001)


def test_an_app_cannot_change_a_persons_message(web, slack):
    theirs = slack.write("mine", wait=0).written
    with pytest.raises(SlackApiError, match="cant_update_message"):
        web.chat_update(channel=slack.channel, ts=theirs.ts, text="x")


def test_ephemeral_messages_are_seen_by_one_person_and_never_listed(web, slack):
    web.chat_postEphemeral(channel=slack.channel, user=slack.user, text="psst")
    assert slack.seen_by(slack.user)[-1].text == "psst"
    assert "psst" not in [m.text for m in slack.seen_by(slack.other)]
    assert "psst" not in str(web.conversations_history(channel=slack.channel)["messages"])


def test_threads_are_read_page_by_page(web, slack, posted):
    for number in range(3):
        web.chat_postMessage(channel=slack.channel, text=str(number), thread_ts=posted["ts"])
    pages = web.conversations_replies(channel=slack.channel, ts=posted["ts"], limit=2)
    assert [m["text"] for page in pages for m in page["messages"]] == ["first", "0", "1", "2"]


def test_the_same_reaction_twice_is_refused(web, slack, posted):
    web.reactions_add(channel=slack.channel, timestamp=posted["ts"], name="eyes")
    with pytest.raises(SlackApiError, match="already_reacted"):
        web.reactions_add(channel=slack.channel, timestamp=posted["ts"], name="eyes")


def test_people_and_channels_are_listed(web, slack):
    assert web.users_info(user=slack.user)["user"]["real_name"] == "Alice"
    assert web.conversations_info(channel=slack.channel)["channel"]["is_member"] is True
    assert [c["name"] for c in web.conversations_list()["channels"]] == ["general", "random"]
    opened = web.conversations_open(users=slack.other)["channel"]["id"]
    assert web.chat_postMessage(channel=opened, text="x")["channel"] == opened


def test_a_file_is_uploaded_and_shared(web, slack):
    shared = web.files_upload_v2(channel=slack.channel, content="a,b\n1,2", filename="t.csv")
    assert shared["file"]["name"] == "t.csv"
    assert slack.messages()[-1].body["files"][0]["size"] == 7


def test_a_file_of_another_length_is_refused(web, slack):
    asked = web.files_getUploadURLExternal(filename="t.csv", length=5)
    with pytest.raises(HTTPError, match="400"):
        urlopen(asked["upload_url"], data=b"123").close()


def test_posting_too_fast_is_rate_limited(lonely):
    web = client(lonely, retry_handlers=[])
    for _ in range(5):
        web.chat_postMessage(channel=lonely.channel, text="x")
    with pytest.raises(SlackApiError, match="ratelimited") as raised:
        web.chat_postMessage(channel=lonely.channel, text="x")
    assert raised.value.response.status_code == 429
    assert raised.value.response.headers["Retry-After"] == "1"
    assert len(lonely.messages()) == 5


def test_a_home_tab_needs_the_manifest_to_enable_it():
    features = {"app_home": {"home_tab_enabled": False}}
    with running(manifest(features=features), timing=HASTE) as slack:
        view = {"type": "home", "blocks": [SECTION]}
        with pytest.raises(SlackApiError, match="not_enabled"):
            client(slack).views_publish(user_id=slack.user, view=view)
        assert slack.dm("hello").error == "Sending messages to this app has been turned off."
