"""*Ask Stancebook*: a form that completes names, its answer in the modal, shared from there."""

from __future__ import annotations

import json

import pytest

from bot.slack.outgoing.once import Once
from bot.slack.outgoing.pools import Pools
from bot.slack.outgoing.runtime import Runtime
from bot.state import StateStore
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.swappable_kb import SwappableKb
from tests.bot.at_once import AtOnce
from tests.bot.connected_bot import MODES, slack_with_bot
from tests.bot.curators_desk import correct
from tests.bot.recording_slack import recording
from tests.bot.slack_requests import app_of, buttons, send

JAPAN = {"text": {"type": "plain_text", "text": "Japan"}, "value": "japan"}
PRESSURE = {"text": {"type": "plain_text", "text": "Pressure"}, "value": "pressure"}


@pytest.fixture(scope="module", params=MODES)
def slack(request, shipped_kb):
    """A Slack with the real bot connected to it, in each mode."""
    with slack_with_bot(request.param, shipped_kb) as server:
        yield server


@pytest.fixture
def form(slack):
    """The form, as the shortcut opens it."""
    opened = slack.shortcut("ask_stancebook")
    assert opened.view["title"]["text"] == "Ask Stancebook"
    yield slack.view()
    slack.core.views.clear(slack.user)


def offered(slack, view, select, typed):
    return [option["text"]["text"] for option in slack.options(view, select, typed)]


def answered(slack, **chosen):
    outcome = slack.submit(chosen)
    assert not outcome.errors, outcome.errors
    return slack.view()


def words(view):
    return json.dumps(view.body["blocks"], ensure_ascii=False)


@pytest.mark.parametrize(
    ("select", "typed", "first"),
    [
        ("holder", "", "China"),
        ("holder", "jap", "Japan"),
        ("holder", "Tokyo", "Japan"),
        ("holder", "kishi", "Fumio Kishida"),
        ("holder", "일본", "Japan"),
        ("issue", "pres", "Pressure on North Korea"),
        ("issue", "sanctions", "Pressure on North Korea"),
    ],
)
def test_a_select_completes_a_name_as_it_is_typed(slack, form, select, typed, first):
    assert offered(slack, form, select, typed)[0] == first


def test_a_select_offers_nothing_for_what_nobody_is_called(slack, form):
    assert offered(slack, form, "holder", "zzz") == []
    assert offered(slack, form, "issue", "kishida zzz") == []


def test_the_answer_stands_on_the_form_on_the_day_asked(slack, form):
    view = answered(slack, holder=JAPAN, issue=PRESSURE, day="2018-06-12")
    assert view.id != form.id
    assert "This is not the time to reduce pressure" in words(view)
    followed = [json.loads(b["value"])["q"] for b in buttons(view.body).values()]
    assert any("as of 2018-06-12" in question for question in followed)
    slack.close()
    assert slack.view().id == form.id


def test_the_ack_carries_the_answer_and_nothing_is_called(slack, form):
    before = len(slack.calls())
    answered(slack, holder=JAPAN, issue=PRESSURE)
    assert len(slack.calls()) == before


def test_one_of_both_is_enough_and_gives_a_choice_in_its_place(slack, form):
    view = answered(slack, holder=JAPAN)
    assert "Japan on which issue?" in words(view)
    slack.click(view, "Abductions of Japanese citizens")
    slack.wait_for(lambda: "resolve the abduction issue" in words(slack.view()))
    assert slack.view().id == view.id


def test_a_form_with_nothing_chosen_says_what_to_choose(slack, form):
    assert slack.submit({}).errors == {"holder": "Choose who, or on what, or both."}


def test_what_is_not_on_record_any_more_is_to_be_chosen_again(slack, form):
    gone = {**JAPAN, "value": "ruritania"}
    assert "holder" in slack.submit({"holder": gone, "issue": PRESSURE}).errors


def test_an_answer_is_shared_in_the_channel_that_is_picked_after_a_preview(slack, form):
    view = answered(slack, holder=JAPAN, issue=PRESSURE)
    slack.click(view, "Share…")
    preview = slack.wait_for(lambda: (v := slack.view()).id != view.id and v)
    assert "Preview. This will be posted with your name:" in words(preview)
    before = len(slack.messages())
    slack.submit({"channel": slack.channel})
    posted = slack.wait_for(lambda: len(m := slack.messages()) > before and m[-1])
    assert slack.user in json.dumps(posted.body)
    assert "This is not the time to reduce pressure" in posted.text
    assert not buttons(posted.body)
    with pytest.raises(LookupError):
        slack.view()


def test_a_further_page_stands_in_the_modal_too(slack, form):
    view = answered(slack, holder=JAPAN, issue=PRESSURE)
    slack.click(view, "All 4")
    slack.wait_for(lambda: "all 4 statements" in words(slack.view()))
    slack.click(slack.view(), "Back")
    slack.wait_for(lambda: "all 4 statements" not in words(slack.view()))


@pytest.mark.parametrize("fault", ["error", "lose_reply"])
def test_a_button_whose_answer_fails_gets_an_apology_with_a_reference(slack, form, fault):
    view = answered(slack, holder=JAPAN)
    code = ["internal_error"] if fault == "error" else []
    getattr(slack.faults, fault)("views.update", *code)
    slack.click(view, "Abductions of Japanese citizens")
    slack.wait_for(lambda: "give this reference" in words(slack.view()))
    assert slack.view().id == view.id


def submitted(view, **fields):
    return {
        "type": "view_submission", "user": {"id": "U1"}, "team": {"id": "T1"},
        "trigger_id": "1.1", "api_app_id": "A1", "view": {"type": "modal", **view}, **fields,
    }  # fmt: skip


@pytest.mark.parametrize(
    "state",
    [{}, {"values": None}, {"values": {"holder": []}}, {"values": {"holder": {"holder": {"selected_option": {"value": 3}}}}}],
)  # fmt: skip
def test_a_forged_form_is_answered_as_one_with_nothing_chosen(shipped_kb, state):
    _, ack = send(app_of(shipped_kb), submitted({"callback_id": "ask_form", "state": state}))
    assert ack["response_action"] == "errors"


@pytest.mark.parametrize("urls", [[], [{}], [{"response_url": 1, "channel_id": "C1"}]])
def test_where_slack_gives_no_address_another_channel_is_asked_for(shipped_kb, urls):
    view = {"callback_id": "ask_share", "private_metadata": "{}"}
    _, ack = send(app_of(shipped_kb), submitted(view, response_urls=urls))
    assert "channel" in ack["errors"]


def test_what_changed_since_the_preview_is_shown_before_it_is_posted(shipped_kb):
    old = json.dumps({"q": "/stance japan pressure", "d": "0" * 12})
    url = {"response_url": "https://hooks.slack.com/app/T1/1/x", "channel_id": "C1"}
    view = {"callback_id": "ask_share", "private_metadata": old}
    _, ack = send(app_of(shipped_kb), submitted(view, response_urls=[url]))
    assert ack["response_action"] == "update"
    assert "has changed since" in json.dumps(ack["view"])


class Swapping(AtOnce):
    """A pool whose work begins only once the kb was exchanged."""

    def __init__(self, exchange):
        super().__init__()
        self.exchange = exchange

    def submit(self, work):
        self.exchange()
        return super().submit(work)


def test_what_changes_between_the_ack_and_the_post_is_told_and_not_posted(kb, entries, tmp_path):
    correct(entries)
    build(entries, tmp_path / "new.sqlite")
    swappable = SwappableKb(KnowledgeBase(kb.path))
    clicks = Swapping(lambda: swappable.swap(KnowledgeBase(tmp_path / "new.sqlite")))
    runtime = Runtime(Pools(AtOnce(), AtOnce(), clicks), Once(StateStore()))
    value = json.dumps({"q": "/stance velmora border-opening", "d": kb.digest[:12]})
    view = {"callback_id": "ask_share", "private_metadata": value}
    with recording() as hooks:
        app = app_of(swappable, runtime=runtime, slack_api_url=hooks.api_url)
        urls = [{"response_url": hooks.response_url, "channel_id": "C1"}]
        _, ack = send(app, submitted(view, response_urls=urls))
        swappable.close()
    assert ack["response_action"] == "clear"
    (told,) = hooks.posts
    assert told["response_type"] == "ephemeral"
    assert "I posted nothing" in told["text"]


def test_where_it_is_switched_off_nothing_is_offered(shipped_kb):
    off = app_of(shipped_kb, stancebook_form=False)
    body = {
        "type": "block_suggestion", "action_id": "holder", "block_id": "holder", "value": "jap",
        "user": {"id": "U1"}, "team": {"id": "T1"},
    }  # fmt: skip
    assert send(off, body)[1] == {"options": []}
    assert send(app_of(shipped_kb), body)[1]["options"][0]["value"] == "japan"
