"""The app on Slack: over Socket Mode and over HTTP, against a Slack that is a real server."""

from __future__ import annotations

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from slack_bolt import BoltRequest

from bot.slack.listeners.replies import ReplySource
from bot.slack.settings import Settings
from bot.slack_text.message_words import decode_message
from bot.slack_text.references import References
from tests.bot.connected_bot import MODES, slack_with_bot
from tests.bot.slack_requests import app_of, asked, buttons, send


@pytest.fixture(scope="module", params=MODES)
def slack(request, shipped_kb):
    """A Slack with the real bot connected to it, in each mode."""
    with slack_with_bot(request.param, shipped_kb) as server:
        yield server


@pytest.fixture
def on(slack):
    """The Slack with the bot in it; faults are switched off afterwards."""
    yield slack
    slack.faults.clear()


def test_a_command_is_answered_in_its_ack_to_the_asker_alone(on):
    outcome = on.command("/stance", "japan end-of-war")
    assert outcome.error is None
    assert outcome.payload["response_type"] == "ephemeral"
    assert "Japan · End-of-war declaration: reluctant" in outcome.text
    assert any("premature" in m.text for m in on.seen_by(on.user, on.channel))
    assert not any("premature" in m.text for m in on.seen_by(on.other, on.channel))


@pytest.mark.parametrize("name", ["/whois", "/issues"])
def test_each_command_of_the_manifest_is_answered(on, name):
    assert on.command(name, "help").answer.text


def test_sharing_previews_names_the_channel_and_posts_with_the_sharers_name(on):
    answer = on.command("/stance", "japan nuclear-status").answer
    preview = on.click(answer, "Share…").answer
    assert preview.ephemeral_to == on.user
    assert f"<#{on.channel}>" in json.dumps(preview.body) or on.channel in json.dumps(preview.body)
    before = len(on.messages(on.channel))
    on.click(preview, "Post")
    posted = on.messages(on.channel)[-1]
    assert len(on.messages(on.channel)) == before + 1
    assert on.user in json.dumps(posted.body)
    assert "acknowledge North Korea as a nuclear power" in posted.text
    assert posted.ts in [m.ts for m in on.seen_by(on.other, on.channel)]
    on.wait_for(lambda: preview.ts not in [m.ts for m in on.seen_by(on.user, on.channel)], 20)


def test_a_preview_can_be_cancelled(on):
    preview = on.click(on.command("/stance", "japan abductions").answer, "Share…").answer
    before = len(on.messages(on.channel))
    on.click(preview, "Cancel")
    assert len(on.messages(on.channel)) == before
    assert preview.ts not in [m.ts for m in on.seen_by(on.user, on.channel)]


def test_a_choice_is_answered_where_it_was_offered(on):
    choice = on.command("/whois", "kim").answer
    picked = on.click(choice, "Kim Yo Jong")
    assert "Kim Jong-un’s sister" in picked.effects[-1].message.text or any(
        "Kim Jong-un’s sister" in m.text for m in on.seen_by(on.user, on.channel)
    )


def test_a_mention_is_answered_in_its_thread(on):
    outcome = on.mention("what does Seoul think about ending the Korean War?")
    assert outcome.answer.thread_ts == outcome.written.ts
    assert "South Korea · End of war: supports" in outcome.answer.text


def test_a_mention_in_a_thread_is_answered_in_that_thread(on):
    root = on.mention("who is Kim Yo Jong").written
    outcome = on.mention("Japan position on sanctions pls", thread_ts=root.ts)
    assert outcome.answer.thread_ts == root.ts


def test_a_click_in_a_thread_is_answered_in_the_thread_for_all(on):
    outcome = on.mention("korea on end of war")
    on.click(outcome.answer, "North Korea on End-of-war declaration")
    replies = on.wait_for(
        lambda: [m for m in on.thread(outcome.written) if "hostile policy" in m.text]
    )
    assert replies[-1].ephemeral_to is None


def _from_app(on, written):
    return [m for m in on.thread(written) if m.from_app]


@pytest.mark.parametrize("place", ["mention", "dm"])
def test_a_choice_that_others_see_gives_way_to_its_answer(on, place):
    outcome = getattr(on, place)("korea on end of war")
    on.click(outcome.answer, "North Korea on End-of-war declaration")
    seen = on.messages(outcome.answer.channel)
    (answer,) = on.wait_for(
        lambda: [
            m
            for m in on.messages(outcome.answer.channel)
            if m.ts == outcome.answer.ts and "hostile policy" in m.text
        ]
    )
    assert answer.thread_ts == outcome.answer.thread_ts
    assert len(on.messages(outcome.answer.channel)) == len(seen)


def test_an_answer_that_others_see_stays_above_what_it_leads_to(on):
    outcome = on.mention("where does japan stand on pressure")
    on.click(outcome.answer, "Compare")
    first, second = on.wait_for(lambda: len(found := _from_app(on, outcome.written)) > 1 and found)
    assert (first.ts, first.text) == (outcome.answer.ts, outcome.answer.text)
    assert "China" in second.text


def test_the_pages_of_a_list_turn_in_their_place_forth_and_back(on):
    outcome = on.mention("timeline of dialogue")
    on.click(outcome.answer, next(b for b in buttons(outcome.answer.body) if b.startswith("All ")))
    _, first = on.wait_for(lambda: len(found := _from_app(on, outcome.written)) > 1 and found)
    assert _turned(on, outcome, "More (").text != first.text
    assert _turned(on, outcome, "Back").text == first.text
    assert _turned(on, outcome, "More (").ts == first.ts


def _turned(on, outcome, label):
    """Press a button of a page; return what then stands in its place."""
    _, page = _from_app(on, outcome.written)
    on.click(page, next(b for b in buttons(page.body) if b.startswith(label)))
    return on.wait_for(lambda: _changed(on, outcome, page))


def _changed(on, outcome, shown):
    _, now = _from_app(on, outcome.written)
    return now if now.ts == shown.ts and now.text != shown.text else None


def test_a_direct_message_is_answered(on):
    outcome = on.dm("who is funakoshi")
    assert "Takehiro Funakoshi" in outcome.answer.text


def test_in_a_direct_message_nothing_is_offered_to_share(on):
    outcome = on.command("/stance", "japan end-of-war", channel=on.im())
    assert "Share…" not in json.dumps(outcome.payload)


@pytest.mark.parametrize("text", ["hello", "", "hi, I’m new here, how does this work?"])
def test_a_greeting_gets_help(on, text):
    assert "Stancebook answers who stands where" in on.mention(text).answer.text


def test_a_redelivered_event_is_answered_once(on):
    on.faults.duplicate()
    outcome = on.mention("Japan position on nuclear status")
    second = on.mention("who is Rex Tillerson")
    assert second.answer
    replies = [m for m in on.thread(outcome.written) if m.from_app]
    assert len(replies) == 1


@pytest.mark.slow(seconds=6)
def test_an_answer_that_slack_refuses_for_a_moment_is_given_on_redelivery(on):
    on.faults.server_error("chat.postMessage", times=2)
    outcome = on.mention("who is Julie Turner", wait=20)
    assert "Julie Turner" in outcome.answer.text
    assert len([m for m in on.thread(outcome.written) if m.from_app]) == 1


def test_words_of_other_bots_and_edits_are_not_answered(shipped_kb):
    app = app_of(shipped_kb)
    posted = threading.Event()
    app.client.chat_postMessage = lambda **_: posted.set()
    for extra in (
        {"bot_id": "B1"},
        {"edited": {"user": "U1", "ts": "2"}},
        {"subtype": "message_changed"},
    ):
        event = {
            "type": "app_mention",
            "text": "<@UBOT> japan end of war",
            "ts": "1",
            "channel": "C1",
        }
        status, _ = send(app, _envelope({**event, **extra}))
        assert status == 200
    assert not posted.is_set()


def _envelope(event):
    return {
        "type": "event_callback",
        "event_id": "Ev1",
        "team_id": "T1",
        "api_app_id": "A1",
        "event": event,
    }


@pytest.mark.parametrize(
    "body",
    [
        _envelope({"type": "reaction_added", "user": "U1"}),
        {"type": "block_actions", "user": {"id": "U1"}, "team": {"id": "T1"}, "channel": {"id": "C1"},
         "container": {"type": "message", "channel_id": "C1"}, "trigger_id": "1",
         "actions": [{"action_id": "unknown", "type": "button", "block_id": "b"}]},
        {"type": "shortcut", "callback_id": "x", "user": {"id": "U1"}, "team": {"id": "T1"}},
        {"type": "message_action", "callback_id": "x", "user": {"id": "U1"}, "team": {"id": "T1"}},
        {"type": "view_submission", "view": {"type": "modal", "callback_id": "x"}, "user": {"id": "U1"}, "team": {"id": "T1"}},
        {"type": "view_closed", "view": {"type": "modal", "callback_id": "x"}, "user": {"id": "U1"}, "team": {"id": "T1"}},
        {"type": "block_suggestion", "action_id": "x", "block_id": "b", "value": "v", "user": {"id": "U1"}, "team": {"id": "T1"}},
    ],
)  # fmt: skip
def test_what_nothing_handles_is_acknowledged(shipped_kb, body):
    status, _ = send(app_of(shipped_kb), body)
    assert status == 200


def test_a_button_of_an_older_corpus_says_so_and_shares_nothing_unseen(on):
    answer = on.command("/stance", "japan end-of-war").answer
    preview = on.click(answer, "Share…").answer
    for block in preview.body["blocks"]:
        for element in block.get("elements", []):
            if "value" in element:
                element["value"] = json.dumps({**json.loads(element["value"]), "d": "0" * 12})
    before = len(on.messages(on.channel))
    on.click(preview, "Post")
    assert len(on.messages(on.channel)) == before
    assert any("has changed since" in m.text for m in on.seen_by(on.user, on.channel))


@pytest.fixture
def broken(shipped_kb):
    """An app whose knowledge base fails in a way nobody expects, with the question in the error."""

    class Broken:
        def __getattr__(self, name):
            if name in {"names", "digest", "entities", "issues", "name_of"}:
                return getattr(shipped_kb, name)
            msg = "canary japan"
            raise RuntimeError(msg)

    return app_of(Broken())


def test_who_opens_the_messages_is_welcomed_and_presses_a_question(on):
    direct = on.core.workspace.im(on.other).id
    assert on.open_messages(user=on.other).acked
    on.wait_for(lambda: on.seen_by(on.other, direct))
    (welcome,) = on.seen_by(on.other, direct)
    label, *_ = buttons({"blocks": welcome.body["blocks"]})
    assert label == "Where does South Korea stand on Denuclearization of North Korea?"
    answer = on.click(welcome, label, user=on.other).answer
    assert answer.text.startswith("South Korea · Denuclearization")


def test_an_unexpected_error_gives_a_reference_that_is_in_the_log(broken, caplog):
    told = asked(broken, "/stance", "japan end-of-war")["text"]
    reference = told.rsplit(" ", 1)[1]
    assert reference in caplog.text
    assert "canary" not in caplog.text
    assert "RuntimeError" in caplog.text


def test_command_names_can_be_set(shipped_kb):
    app = app_of(shipped_kb, stancebook_commands={"stance": "position"})
    assert "reluctant" in asked(app, "/position", "japan end-of-war")["text"]
    assert "/position" in asked(app, "/position", "help")["text"]


def test_a_name_that_a_command_has_in_slack_is_not_anothers(shipped_kb):
    app = app_of(shipped_kb, stancebook_commands={"said": "check", "check": "verify"})
    assert "has the word “premature”" in asked(app, "/check", "premature")["text"]
    assert "has the word “premature”" in asked(app, "/said", "premature")["text"]
    assert "You checked" in asked(app, "/verify", "“premature”")["text"]


NAMED = re.compile(r"(?<![\w/<:.])/[a-z][\w-]*")
NAMING = [
    ("stance", "help"), ("stance", "who help"), ("stance", "check"), ("stance", "source help"),
    ("stance", "issues"), ("stance", "cite nothing"), ("stance", "said by kono"), ("said", ""),
    ("check", ""), ("cite", ""), ("who", "help"), ("no-such-command", ""), ("stance", "tilerson talks"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "typed"), NAMING)
def test_only_names_that_slack_knows_are_named(shipped_kb, command, typed):
    app = app_of(
        shipped_kb,
        stancebook_commands={"stance": "position", "source": "origin"},
        stancebook_register="source -who -issues -check -said",
    )
    told = asked(app, f"/{command}", typed)["text"]
    assert set(NAMED.findall(told)) <= {"/position", "/origin"}


def test_a_message_may_begin_with_the_name_that_a_command_has_in_slack(shipped_kb):
    chosen = Settings(_env_file=None, stancebook_commands={"stance": "position"})
    written = decode_message(
        {"text": "<@UBOT> /position source kyodo"}, References(frozenset({"UBOT"}))
    )
    with ReplySource(shipped_kb, chosen.commands).open() as replies:
        told = replies.to_message(written).message.text
    assert told.startswith("2 articles on record")


@pytest.mark.parametrize("question", ["help", "/issues", "/cite nothing"])
def test_what_a_message_is_told_names_commands_as_they_are_typed(shipped_kb, question):
    chosen = Settings(
        _env_file=None,
        stancebook_commands={"stance": "position"},
        stancebook_register="-who -issues -check -said",
    )
    pressed = json.dumps({"q": question, "d": shipped_kb.digest[:12]})
    with ReplySource(shipped_kb, chosen.commands).open() as replies:
        told = replies.to_button(pressed).message.text
    assert set(NAMED.findall(told)) == {"/position"}


def test_the_ack_carries_buttons_whose_value_alone_rebuilds_the_answer(shipped_kb):
    app = app_of(shipped_kb)
    found = buttons(asked(app, "/stance", "korea end-of-war"))
    value = json.loads(found["South Korea on End-of-war declaration"]["value"])
    assert shipped_kb.digest.startswith(value["d"])
    assert asked(app, "/stance", value["q"])["text"].startswith("South Korea · End of war: ")


def test_http_requests_without_a_signature_are_refused(shipped_kb):
    app = app_of(shipped_kb, slack_signing_secret="secret")
    response = app.dispatch(BoltRequest(body="command=%2Fstance&text=japan", headers={}))
    assert response.status == 401


def test_the_shortcut_checks_the_quotations_of_a_message_for_the_asker_alone(on):
    written = on.mention("Tillerson: “This is the time to reduce pressure”").written
    outcome = on.shortcut("check_quote", message=written)
    assert outcome.answer.ephemeral_to == on.user
    assert "Not Rex Tillerson’s: differs from what" in outcome.answer.text
    assert "the article prints “not”" in outcome.answer.text


@pytest.fixture
def refusing():
    """A response_url that takes what one person sees, and no post in the channel."""
    taken = []

    class Refusing(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            taken.append(body)
            self.send_response(500 if body.get("response_type") == "in_channel" else 200)
            self.end_headers()

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", taken
        server.shutdown()


@pytest.mark.slow
def test_a_post_that_slack_does_not_take_is_told_and_its_preview_stays(shipped_kb, refusing):
    url, taken = refusing
    value = json.dumps({"q": "/stance japan end-of-war", "d": shipped_kb.digest[:12]})
    body = {
        "type": "block_actions", "user": {"id": "U1"}, "team": {"id": "T1"},
        "channel": {"id": "C1"}, "container": {"type": "message", "channel_id": "C1"},
        "trigger_id": "1", "response_url": url,
        "actions": [{"action_id": "post:0", "type": "button", "block_id": "b", "value": value}],
    }  # fmt: skip
    assert send(app_of(shipped_kb, slack_api_url=url), body)[0] == 200
    assert taken[0]["response_type"] == "in_channel"
    assert "nothing was shared" in taken[-1]["text"]
    assert not any(sent.get("delete_original") for sent in taken)
