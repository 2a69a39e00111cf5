"""The methods that public Bolt apps call beside posting: each answers as Slack documents."""

from __future__ import annotations

import time
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from tests.local_slack.listener import listening, sent
from tests.local_slack.parrot import client


@pytest.fixture(scope="module")
def slack():
    with listening() as started:
        yield started


@pytest.fixture
def web(slack):
    return client(slack, retry_handlers=[])


@pytest.fixture
def posted(slack, web):
    return web.chat_postMessage(channel=slack.channel, text="first")["ts"]


def refused(call, **arguments):
    with pytest.raises(SlackApiError) as raised:
        call(**arguments)
    return raised.value.response["error"]


# posting


def test_another_name_and_icon_make_a_bot_message(slack, web):
    posted = web.chat_postMessage(
        channel=slack.channel, text="x", username="Desk", icon_emoji=":newspaper:"
    )
    assert posted["message"]["username"] == "Desk"
    assert posted["message"]["icons"] == {"emoji": ":newspaper:"}
    assert posted["message"]["subtype"] == "bot_message"
    assert "user" not in posted["message"]


def test_another_name_is_ignored_without_its_scope(web, slack, monkeypatch):
    monkeypatch.setitem(
        vars(slack.core.manifest), "scopes", slack.core.manifest.scopes - {"chat:write.customize"}
    )
    posted = web.chat_postMessage(channel=slack.channel, text="x", username="Desk")
    assert "username" not in posted["message"]
    assert posted["message"]["user"] == slack.bot_user


def test_markdown_text_becomes_a_block_and_excludes_other_content(slack, web):
    posted = web.chat_postMessage(channel=slack.channel, markdown_text="**bold**")
    assert posted["message"]["blocks"][0]["text"] == "**bold**"
    both = {"channel": slack.channel, "markdown_text": "x", "text": "y"}
    assert refused(web.chat_postMessage, **both) == "markdown_text_conflict"
    long = {"channel": slack.channel, "markdown_text": "x" * 12_001}
    assert refused(web.chat_postMessage, **long) == "msg_too_long"
    changed = web.chat_update(channel=slack.channel, ts=posted["ts"], markdown_text="_other_")
    assert changed["message"]["text"] == "_other_"


def test_metadata_is_kept_and_read_only_if_asked_for(slack, web):
    metadata = {"event_type": "seen", "event_payload": {"a": 1}}
    ts = web.chat_postMessage(channel=slack.channel, text="x", metadata=metadata)["ts"]
    at = {"channel": slack.channel, "ts": ts}
    assert "metadata" not in web.conversations_replies(**at)["messages"][0]
    read = web.conversations_replies(**at, include_all_metadata=True)["messages"][0]
    assert read["metadata"] == metadata
    wrong = {"channel": slack.channel, "text": "x", "metadata": {"event_type": "x"}}
    assert refused(web.chat_postMessage, **wrong) == "invalid_metadata_format"


def test_a_scheduled_message_waits_is_listed_and_can_be_taken_back(slack, web):
    soon = {"channel": slack.channel, "post_at": int(time.time()) + 60}
    first = web.chat_scheduleMessage(**soon, text="later")["scheduled_message_id"]
    second = web.chat_scheduleMessage(**soon, text="never")["scheduled_message_id"]
    listed = web.chat_scheduledMessages_list()["scheduled_messages"]
    assert [m["id"] for m in listed] == [first, second]
    web.chat_deleteScheduledMessage(channel=slack.channel, scheduled_message_id=second)
    assert "later" not in [m.text for m in slack.messages()]
    slack.post_scheduled()
    assert slack.messages()[-1].text == "later"
    assert web.chat_scheduledMessages_list()["scheduled_messages"] == []
    past = {"channel": slack.channel, "text": "x", "post_at": 1}
    assert refused(web.chat_scheduleMessage, **past) == "time_in_past"


def test_a_scheduled_message_is_posted_at_its_time(slack, web):
    web.chat_scheduleMessage(channel=slack.channel, text="on time", post_at=int(time.time()) + 1)
    assert slack.wait_for(
        lambda: slack.core.workspace.channel("general") and _last(slack) == "on time"
    )


def _last(slack):
    channel = slack.core.workspace.channel("general")
    return next(reversed(channel.messages.values())).text


def test_a_message_grows_until_it_is_stopped(slack, web, posted):
    stream = web.chat_stream(
        channel=slack.channel,
        thread_ts=posted,
        recipient_team_id=slack.team,
        recipient_user_id=slack.user,
        buffer_size=1,
    )
    stream.append(markdown_text="**one** ")
    stream.append(markdown_text="two")
    feedback = {"type": "context", "elements": [{"type": "plain_text", "text": "Good?"}]}
    stopped = stream.stop(blocks=[feedback])
    assert stopped["message"]["text"] == "**one** two"
    assert [b["type"] for b in stopped["message"]["blocks"]] == ["markdown", "context"]
    again = {"channel": slack.channel, "ts": stopped["ts"], "markdown_text": "more"}
    assert refused(web.chat_appendStream, **again) == "message_not_in_streaming_state"


# reading


def test_history_is_cut_by_time_with_the_ends_if_asked_for(slack, web):
    place = slack.add_channel("by-time").id
    ts = [web.chat_postMessage(channel=place, text=str(n))["ts"] for n in range(4)]

    def read(**more):
        return [m["text"] for m in web.conversations_history(channel=place, **more)["messages"]]

    assert read(oldest=ts[1]) == ["3", "2"]
    assert read(oldest=ts[1], latest=ts[2], inclusive=True) == ["2", "1"]
    assert read(limit=1) == ["3"]
    error = refused(web.conversations_history, channel=place, oldest="yesterday")
    assert error == "invalid_ts_oldest"


def test_replies_are_cut_by_time_and_keep_their_parent(slack, web, posted):
    at = {"channel": slack.channel, "thread_ts": posted}
    ts = [web.chat_postMessage(**at, text=str(n))["ts"] for n in range(3)]
    read = web.conversations_replies(channel=slack.channel, ts=posted, oldest=ts[0])["messages"]
    assert [m["text"] for m in read] == ["first", "1", "2"]
    assert (read[0]["reply_count"], read[0]["latest_reply"]) == (3, ts[2])


def test_replies_are_found_by_a_reply(slack, web, posted):
    reply = web.chat_postMessage(channel=slack.channel, thread_ts=posted, text="below")["ts"]
    read = web.conversations_replies(channel=slack.channel, ts=reply)["messages"]
    assert [m["text"] for m in read] == ["first", "below"]


def test_reactions_are_read_listed_and_removed(slack, web, posted):
    at = {"channel": slack.channel, "timestamp": posted}
    web.reactions_add(**at, name="eyes")
    assert web.reactions_get(**at)["message"]["reactions"][0]["users"] == [slack.bot_user]
    assert posted in [i["message"]["ts"] for i in web.reactions_list()["items"]]
    web.reactions_remove(**at, name="eyes")
    assert "reactions" not in web.reactions_get(**at)["message"]
    assert refused(web.reactions_remove, **at, name="eyes") == "no_reaction"


@pytest.mark.parametrize("name", ["nosuch_emoji", "eyes::skin-tone-7", "👀"])
def test_a_reaction_that_the_workspace_does_not_have_is_refused(slack, web, posted, name):
    at = {"channel": slack.channel, "timestamp": posted}
    assert refused(web.reactions_add, **at, name=name) == "invalid_name"
    assert refused(web.reactions_remove, **at, name=name) == "invalid_name"
    with pytest.raises(Exception, match="invalid_name"):
        slack.react(slack.messages()[-1], name)


@pytest.mark.parametrize(
    "name", ["hourglass_flowing_sand", "thumbsup::skin-tone-4", "flag-kr", "desk_logo"]
)
def test_every_emoji_of_slack_and_the_workspaces_own_may_be_added(slack, web, posted, name):
    slack.add_emoji("desk_logo")
    assert web.reactions_add(channel=slack.channel, timestamp=posted, name=name)["ok"]


@pytest.mark.parametrize("limit", [1001, 100_000, "many", -1])
def test_a_limit_that_slack_does_not_take_is_refused(slack, web, limit):
    at = {"channel": slack.channel, "limit": limit}
    assert refused(web.conversations_history, **at) == "invalid_limit"
    assert refused(web.conversations_members, **at) == "invalid_limit"
    assert refused(web.conversations_list, limit=limit) == "invalid_limit"


def test_messages_are_pinned(slack, web, posted):
    at = {"channel": slack.channel, "timestamp": posted}
    web.pins_add(**at)
    assert sent(slack, "pin_added")["event"]["item"]["message"]["ts"] == posted
    assert [i["message"]["ts"] for i in web.pins_list(channel=slack.channel)["items"]] == [posted]
    assert refused(web.pins_add, **at) == "already_pinned"
    web.pins_remove(**at)
    assert refused(web.pins_remove, **at) == "no_pin"


# people


def test_people_are_found_by_mail_and_shown_with_it(slack, web):
    found = web.users_lookupByEmail(email="Bob@local.example")["user"]
    assert found["id"] == slack.other
    assert found["profile"]["email"] == "bob@local.example"
    assert web.users_profile_get(user=slack.user)["profile"]["display_name"] == "alice"
    assert refused(web.users_lookupByEmail, email="x@y.example") == "users_not_found"


def test_the_workspace_the_bot_and_what_was_added_are_told(slack, web):
    slack.add_usergroup("korea-desk")
    slack.add_emoji("newsdesk")
    assert web.team_info()["team"]["id"] == slack.team
    assert web.bots_info(bot=slack.bot_id)["bot"]["user_id"] == slack.bot_user
    assert refused(web.bots_info, bot="B404") == "bot_not_found"
    assert web.usergroups_list()["usergroups"][0]["handle"] == "korea-desk"
    assert "newsdesk" in web.emoji_list()["emoji"]


# channels


def test_a_channel_is_made_filled_renamed_and_archived(slack, web):
    made = web.conversations_create(name="desk", is_private=False)["channel"]["id"]
    assert web.conversations_members(channel=made)["members"] == [slack.bot_user]
    web.conversations_invite(channel=made, users=f"{slack.user},{slack.other}")
    web.conversations_kick(channel=made, user=slack.other)
    assert slack.other not in web.conversations_members(channel=made)["members"]
    web.conversations_setTopic(channel=made, topic="Korea")
    renamed = web.conversations_rename(channel=made, name="korea-desk")["channel"]
    assert (renamed["name"], renamed["topic"]["value"]) == ("korea-desk", "Korea")
    assert refused(web.conversations_create, name="korea-desk") == "name_taken"
    assert refused(web.conversations_create, name="Not a name") == "invalid_name_specials"
    web.conversations_archive(channel=made)
    assert refused(web.chat_postMessage, channel=made, text="x") == "is_archived"
    assert sent(slack, "channel_archive")["event"]["channel"] == made
    web.conversations_unarchive(channel=made)
    web.chat_postMessage(channel=made, text="x")


def test_the_app_joins_and_leaves(slack, web):
    place = slack.add_channel("joined", bot=False).id
    assert refused(web.conversations_history, channel=place) == "not_in_channel"
    web.conversations_join(channel=place)
    assert web.conversations_join(channel=place)["warning"] == "already_in_channel"
    assert web.conversations_history(channel=place)["ok"]
    web.conversations_leave(channel=place)
    assert place not in [c["id"] for c in web.users_conversations()["channels"]]
    assert refused(web.conversations_leave, channel=slack.channel) == "cant_leave_general"


def test_what_is_private_does_not_exist_for_an_app_outside(slack, web):
    place = slack.add_channel("closed", private=True, bot=False).id
    for call in (web.conversations_info, web.conversations_members, web.conversations_history):
        assert refused(call, channel=place) == "channel_not_found"
    assert refused(web.chat_postMessage, channel=place, text="x") == "channel_not_found"
    types = "public_channel,private_channel"
    assert place not in [c["id"] for c in web.conversations_list(types=types)["channels"]]
    slack.join(user="parrot", channel=place)
    listed = web.conversations_list(types="private_channel")["channels"]
    assert place in [c["id"] for c in listed]


def test_a_group_is_opened_once(slack, web):
    users = f"{slack.user},{slack.other}"
    opened = web.conversations_open(users=users, return_im=True)["channel"]
    assert opened["is_mpim"]
    assert web.conversations_open(users=users)["already_open"]
    web.chat_postMessage(channel=opened["id"], text="both of you")


def test_a_file_is_told_listed_and_deleted(slack, web):
    file = web.files_upload_v2(channel=slack.channel, content="a,b", filename="t.csv")["file"]["id"]
    assert web.files_info(file=file)["file"]["mimetype"] == "text/csv"
    assert file in [f["id"] for f in web.files_list()["files"]]
    web.files_delete(file=file)
    assert refused(web.files_info, file=file) == "file_not_found"


# webhooks


def test_a_webhook_posts_to_its_channel(slack):
    hook = WebhookClient(slack.webhook("random"))
    assert hook.send(text="by webhook").body == "ok"
    last = slack.messages("random")[-1].body
    assert (last["text"], last["subtype"], last["bot_id"]) == (
        "by webhook",
        "bot_message",
        slack.bot_id,
    )
    assert hook.send(text="").body == "no_text"
    form = urlencode({"payload": '{"text": "by form"}'}).encode()
    with urlopen(slack.webhook("random"), data=form) as reply:
        assert reply.read() == b"ok"


def test_a_webhook_refuses_what_it_does_not_know(slack):
    wrong = slack.webhook("random") + "_"
    assert WebhookClient(wrong).send(text="x").status_code == 403
    with pytest.raises(HTTPError, match="400"):
        urlopen(
            Request(
                slack.webhook("random"), data=b"[1]", headers={"Content-Type": "application/json"}
            )
        )
