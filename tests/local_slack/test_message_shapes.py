"""Messages of every shape, and the events that Slack makes of them, held to recorded ones."""

from __future__ import annotations

import pytest

from tests.local_slack import payload_files
from tests.local_slack.listener import listening, sent
from tests.local_slack.parrot import client

WORDS = "This is not the time to reduce pressure or reward the DPRK."
# What recordings have that says nothing to an app here: pictures, sizes, Grid, a locale's words.
PICTURES = {"author_icon", "avatar_hash", "image_72", "first_name", "icons", "thumb_tiny"}
NOT_HERE = PICTURES | {"enterprise_id", "permalink_public", "edit_link", "subscribed", "last_read"}


@pytest.fixture(scope="module")
def slack():
    with listening() as started:
        yield started


@pytest.fixture
def archives(slack):
    known = {c.name: c.id for c in slack.core.workspace.channels.values()}
    return known.get("archives") or slack.add_channel("archives").id


def keys(part, path=""):
    """Return the paths of all keys; lists count by their first item."""
    if isinstance(part, list):
        return keys(part[0], f"{path}[]") if part else set()
    if not isinstance(part, dict):
        return set()
    inner = {p for k, v in part.items() for p in keys(v, f"{path}.{k}")}
    return {f"{path}.{k}" for k in part} | inner


def missing(recorded, made, *more):
    """Return what a recording has and what was made lacks."""
    left_out = NOT_HERE | set(more)
    lacking = keys(recorded) - keys(made)
    return {p for p in lacking if not left_out & set(p.replace("[]", "").split("."))}


def assert_shaped(made, name, *more):
    recorded = payload_files.read(name)
    assert missing(recorded, made, *more) == set()
    assert "subtype" not in recorded["event"] or (
        made["event"]["subtype"] == recorded["event"]["subtype"]
    )


def test_a_mention_and_its_twin(slack):
    slack.mention(WORDS, wait=0)
    mention, twin = sent(slack, "app_mention"), sent(slack, "message")
    assert mention["event"]["ts"] == twin["event"]["ts"]
    assert mention["event_id"] != twin["event_id"]
    assert "context_team_id" not in mention
    assert "channel_type" not in mention["event"]
    assert_shaped(mention, "mention-plain")
    assert_shaped(twin, "message-twin-of-mention-plain")


def test_a_reply_says_whose_thread_it_is_in_and_the_parent_counts_it(slack):
    first = slack.write("a start", user="Bob", wait=0).written
    reply = slack.write(WORDS, thread_ts=first.ts, wait=0).written
    assert sent(slack, "message")["event"]["parent_user_id"] == slack.other
    parent = slack.thread(first)[0].body
    assert (parent["reply_count"], parent["latest_reply"]) == (1, reply.ts)
    assert parent["reply_users"] == [slack.user]
    assert_shaped(sent(slack, "message"), "message-thread-reply")
    slack.delete(reply)
    assert "reply_count" not in slack.messages()[-1].body


def test_an_edit_says_so_and_a_mention_that_it_adds_is_heard(slack):
    written = slack.write("This is the time", wait=0).written
    edited = slack.edit(written, f"@parrot {WORDS}", wait=0).written
    changed = sent(slack, "message")["event"]
    assert changed["message"]["edited"]["user"] == slack.user
    assert changed["previous_message"]["text"] == "This is the time"
    assert "user" not in changed
    assert sent(slack, "app_mention")["event"]["event_ts"] == edited.ts == written.ts
    assert_shaped(sent(slack, "message"), "message-changed", "user_id")
    assert_shaped(sent(slack, "app_mention"), "mention-edited")


def test_an_edit_of_what_was_a_mention_is_no_new_mention(slack):
    written = slack.mention("one", wait=0).written
    before = sent(slack, "app_mention")["event_id"]
    slack.edit(written, "@parrot two", wait=0)
    assert sent(slack, "app_mention")["event_id"] == before


def test_nobody_edits_or_deletes_what_another_person_wrote(slack):
    theirs = slack.write("mine", user="Bob", wait=0).written
    for change in (lambda: slack.edit(theirs, "x"), lambda: slack.delete(theirs)):
        with pytest.raises(Exception, match="not_your_message"):
            change()


def test_a_deletion_has_the_words_in_the_previous_message_only(slack):
    slack.delete(slack.write(WORDS, wait=0).written)
    assert WORDS not in [m.text for m in slack.messages()[-1:]]
    assert_shaped(sent(slack, "message"), "message-deleted")


def test_a_deleted_first_message_leaves_a_tombstone(slack):
    first = slack.write(WORDS, wait=0).written
    slack.write("a reply", thread_ts=first.ts, wait=0)
    slack.delete(first)
    assert sent(slack, "message")["event"]["message"]["subtype"] == "tombstone"
    assert [m.text for m in slack.thread(first)] == ["This message was deleted.", "a reply"]
    assert_shaped(sent(slack, "message"), "message-tombstone")


def test_a_preview_changes_a_message_without_an_edit(slack):
    written = slack.write(f"{WORDS} https://news.example/dprk", wait=0).written
    slack.add_preview(written, "https://news.example/dprk", title="Onodera", text="Japan & the US")
    changed = sent(slack, "message")["event"]
    assert "edited" not in changed["message"]
    assert changed["message"]["text"] == changed["previous_message"]["text"]
    assert changed["message"]["attachments"][0]["text"] == "Japan &amp; the US"
    image = ("image_url", "image_width", "image_height", "image_bytes", "service_icon")
    assert_shaped(sent(slack, "message"), "message-changed-by-unfurl", *image)


def test_a_link_to_a_message_is_previewed_but_not_forwarded(slack, archives):
    linked = slack.write(WORDS, channel=archives, wait=0).written
    web = client(slack)
    url = web.chat_getPermalink(channel=archives, message_ts=linked.ts)["permalink"]
    written = slack.write(f"is this right?\n{url}", wait=0).written
    slack.add_preview(written, url)
    attached = sent(slack, "message")["event"]["message"]["attachments"][0]
    assert attached["is_msg_unfurl"]
    assert "is_share" not in attached
    recorded = payload_files.event("message-permalink-unfurl")["attachments"]
    assert missing(recorded, [attached]) == set()


@pytest.mark.parametrize("comment", ["", "@parrot who said this?"])
def test_a_forwarded_message_has_its_words_in_an_attachment(slack, archives, comment):
    original = slack.write(WORDS, user="Bob", channel=archives, wait=0).written
    slack.forward(original, comment, channel=slack.channel, wait=0)
    event = sent(slack, "message")["event"]
    assert event["attachments"][0]["text"] == WORDS
    assert event["attachments"][0]["is_share"]
    assert ("blocks" in event) is bool(comment)
    if comment:
        assert_shaped(sent(slack, "app_mention"), "mention-forwarded")
    else:
        assert event["text"] == ""
        assert_shaped(sent(slack, "message"), "message-forwarded-only")


def test_a_forwarded_reply_has_its_blocks_beside_its_words(slack, archives):
    first = slack.write("a start", channel=archives, wait=0).written
    reply = slack.write(f"*{WORDS}*", channel=archives, thread_ts=first.ts, wait=0).written
    slack.forward(reply, user="Alice", channel=slack.channel, wait=0)
    assert sent(slack, "message")["event"]["attachments"][0]["blocks"] == reply.blocks
    assert_shaped(sent(slack, "message"), "message-forwarded-thread-reply", "color")


def test_a_reply_is_sent_to_the_channel_too(slack):
    first = slack.write("Where does Tokyo stand?", user="Bob", wait=0).written
    slack.write("one", thread_ts=first.ts, wait=0)
    slack.write(WORDS, thread_ts=first.ts, broadcast=True, wait=0)
    event = sent(slack, "message")["event"]
    assert event["root"]["ts"] == first.ts
    assert_shaped(sent(slack, "message"), "message-thread-broadcast")


def test_a_reply_is_sent_to_the_channel_later(slack):
    first = slack.write("Where does Tokyo stand?", user="Bob", wait=0).written
    reply = slack.write(WORDS, thread_ts=first.ts, wait=0).written
    slack.broadcast(reply)
    event = sent(slack, "message")["event"]
    assert event["message"]["subtype"] == "thread_broadcast"
    assert "edited" not in event["message"]
    assert_shaped(sent(slack, "message"), "message-changed-to-broadcast")


def test_another_app_mentions_ours_with_a_user_and_a_bot_id(slack):
    slack.post_as("Wire Watch", f"@parrot {WORDS}", wait=0)
    event = sent(slack, "app_mention")["event"]
    assert event["user"]
    assert event["bot_id"] != slack.bot_id
    assert_shaped(sent(slack, "app_mention"), "mention-by-bot")


def test_an_apps_text_has_references_and_escapes(slack):
    text = (
        f"<@{slack.bot_user}> in <#{slack.channel}|general>: R&amp;D &lt;b&gt; `a &lt; b`"
        " <https://news.example/?a=1&amp;b=2|the wire> <!here>"
    )
    slack.post_as("Wire Watch", text, wait=0)
    event = sent(slack, "app_mention")["event"]
    assert event["text"] == text.replace("|general", "")
    (section,) = event["blocks"][0]["elements"]
    assert section["elements"] == [
        {"type": "user", "user_id": slack.bot_user},
        {"type": "text", "text": " in "},
        {"type": "channel", "channel_id": slack.channel},
        {"type": "text", "text": ": R&D <b> "},
        {"type": "text", "text": "a < b", "style": {"code": True}},
        {"type": "text", "text": " "},
        {"type": "link", "url": "https://news.example/?a=1&b=2", "text": "the wire"},
        {"type": "text", "text": " "},
        {"type": "broadcast", "range": "here"},
    ]


@pytest.mark.parametrize("mark", [">", "> ", "&gt;"])
def test_an_app_quotes_a_line_with_or_without_a_space(slack, mark):
    slack.post_as("Wire Watch", f"@parrot check\n{mark}{WORDS}\n— Noh", wait=0)
    kinds = [e["type"] for e in sent(slack, "app_mention")["event"]["blocks"][0]["elements"]]
    assert kinds == ["rich_text_section", "rich_text_quote", "rich_text_section"]


def test_what_is_typed_in_angle_brackets_stays_as_it_is(slack):
    written = slack.write(f"<@{slack.bot_user}> &amp;", wait=0).written
    assert written.text == f"&lt;@{slack.bot_user}&gt; &amp;amp;"


def test_what_was_added_names_itself(slack):
    ada = slack.add_user("Ada Kim")
    group = slack.add_group("Alice", ada)
    assert slack.write("hello", user=ada, channel=group, wait=0).written.channel == group.id
    assert slack.messages(group)[-1].text == "hello"
    assert slack.seen_by(ada, group)[-1].user == ada.id


def test_a_workflow_posts_without_a_user(slack):
    slack.post_as("Morning checks", f"@parrot check {WORDS}", kind="workflow", wait=0)
    assert "user" not in sent(slack, "app_mention")["event"]
    assert_shaped(sent(slack, "app_mention"), "mention-by-workflow")


def test_an_app_posts_blocks_whose_text_is_a_fallback(slack):
    block = {"type": "section", "text": {"type": "mrkdwn", "text": WORDS}}
    slack.post_as("Wire Watch", "New quote found", blocks=[block], wait=0)
    event = sent(slack, "message")["event"]
    assert event["text"] == "New quote found"
    assert event["blocks"][0]["text"]["text"] == WORDS


def test_an_old_integration_posts_attachments_alone(slack):
    attachment = {"fallback": "[wire]", "text": WORDS, "pretext": "1 new quote", "color": "4183c4"}
    slack.post_as("Wire Watch", kind="integration", attachments=[attachment], wait=0)
    event = sent(slack, "message")["event"]
    assert not {"text", "user", "blocks"} & event.keys()
    assert event["attachments"][0]["pretext"] == "1 new quote"


def test_a_file_without_words_has_no_blocks(slack):
    slack.share_file("page.png", b"png", channel=slack.im(), wait=0)
    event = sent(slack, "message")["event"]
    assert event["text"] == ""
    pictures = [f"thumb_{n}" for n in ("64", "360", "360_w", "360_h")]
    more = ("media_display_type", "original_w", "original_h", "is_starred", "skipped_shares")
    assert_shaped(sent(slack, "message"), "message-file-only", *pictures, *more)


def test_a_snippet_carries_its_words(slack):
    slack.share_file("quote.txt", WORDS, text="@parrot check the file", snippet=True, wait=0)
    assert sent(slack, "message")["event"]["files"][0]["preview"] == WORDS
    assert "subtype" not in sent(slack, "app_mention")["event"]
    assert_shaped(sent(slack, "message"), "message-file-snippet")
    assert sent(slack, "file_shared")["event"]["user_id"] == slack.user


# Slack Connect


def test_a_guest_of_another_organization_is_of_theirs_in_a_channel_of_ours(slack):
    channel = slack.add_channel("desk-and-partner")
    guest = slack.add_user("Ada Okafor", outside=channel.id)
    slack.mention(WORDS, user=guest.id, channel=channel.id, wait=0)
    made = sent(slack, "app_mention")
    assert made["event"]["team"] == made["team_id"] == slack.team
    assert made["event"]["user_team"] == guest.team
    assert made["is_ext_shared_channel"]
    assert_shaped(made, "mention-connect-external")


def test_a_guest_of_a_grid_has_foreign_ids_but_our_authorization(slack):
    channel = slack.add_channel("desk-and-grid")
    guest = slack.add_user("Grid Guest", outside=channel.id, org=True)
    assert guest.id.startswith("W")
    slack.mention(WORDS, user=guest.id, channel=channel.id, wait=0)
    message = sent(slack, "message")
    assert message["authorizations"][0]["team_id"] == slack.team
    assert slack.team not in {message["team_id"], message["event"]["team"]}
    assert "user_team" not in message["event"]
    assert sent(slack, "app_mention")["event"]["user_team"].startswith("E")
    assert_shaped(sent(slack, "app_mention"), "mention-connect-org-user")
    assert missing(payload_files.read("message-connect-external"), message, "elements") == set()


def test_our_own_person_has_a_foreign_team_in_a_channel_that_others_host(slack):
    channel = slack.share_channel(slack.add_channel("hosted-there").id, hosted_elsewhere=True)
    slack.mention(WORDS, channel=channel.id, wait=0)
    made = sent(slack, "app_mention")
    assert made["event"]["user_team"] == slack.team
    assert made["event"]["team"] == made["team_id"] != slack.team
    assert_shaped(made, "mention-connect-own-user")


# private places


@pytest.mark.parametrize("kind", ["group", "mpim"])
def test_private_channels_and_groups_have_events_of_their_own(slack, kind):
    place = (
        slack.add_channel("secrets", private=True)
        if kind == "group"
        else slack.add_group("Alice", "Bob")
    )
    slack.write(WORDS, channel=place.id, wait=0)
    assert sent(slack, "message")["event"]["channel_type"] == kind
