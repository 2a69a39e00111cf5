"""A response_url takes five answers in thirty minutes, for one person unless it says otherwise."""

from __future__ import annotations

import pytest
from slack_sdk.webhook import WebhookClient

from local_slack import Timing, running
from tests.local_slack.parrot import MANIFEST, connected, parrot


@pytest.fixture
def seen(slack):
    return slack.command("/echo", "hello")


@pytest.fixture
def url(slack, seen):
    return WebhookClient(slack.entries("envelope")[-1].body["payload"]["response_url"])


@pytest.fixture
def clicked_url(slack, seen, heard):
    """Return the address of a click on the command's answer."""
    slack.click(seen.answer, "Again")
    return WebhookClient(heard[-1][0]["response_url"])


def test_an_answer_is_for_the_asker(slack, url):
    assert url.send(text="for you").status_code == 200
    assert slack.seen_by(slack.user)[-1].text == "for you"
    assert "for you" not in [m.text for m in slack.seen_by(slack.other)]


def test_an_answer_in_channel_is_for_everybody(slack, url):
    url.send(text="for all", response_type="in_channel")
    assert slack.messages()[-1].text == "for all"


def test_an_answer_may_be_in_a_thread(slack, url):
    root = slack.write("a start", wait=0).written
    url.send_dict({"text": "below", "response_type": "in_channel", "thread_ts": root.ts})
    assert [m.text for m in slack.thread(root)] == ["a start", "below"]


def test_an_original_is_replaced_and_deleted(slack, seen, clicked_url):
    clicked_url.send(text="new", replace_original=True)
    assert [m.text for m in slack.seen_by(slack.user) if m.ts == seen.answer.ts] == ["new"]
    clicked_url.send(text="", delete_original=True)
    assert seen.answer.ts not in [m.ts for m in slack.seen_by(slack.user)]


def test_the_sixth_use_is_refused(url):
    assert [url.send(text=str(n)).status_code for n in range(5)] == [200] * 5
    sixth = url.send(text="6")
    assert (sixth.status_code, "used_url" in sixth.body) == (404, True)


def test_a_refused_answer_does_not_count_as_a_use(url):
    refused = url.send(text="x", blocks=[{"type": "shout"}])
    assert (refused.status_code, "invalid_blocks" in refused.body) == (400, True)
    assert [url.send(text=str(n)).status_code for n in range(5)] == [200] * 5


def test_an_unknown_address_is_refused(slack):
    assert WebhookClient(f"{slack.url}actions/T/1/x").send(text="x").status_code == 404


def test_a_response_url_expires(heard):
    with (
        running(MANIFEST, timing=Timing(response_url=0)) as slack,
        connected(slack, parrot(slack, [])),
    ):
        slack.command("/echo", "hello")
        url = slack.entries("envelope")[-1].body["payload"]["response_url"]
        assert "expired_url" in WebhookClient(url).send(text="x").body


@pytest.mark.slow
def test_a_trigger_expires():
    with (
        running(MANIFEST, timing=Timing(trigger=0)) as slack,
        connected(slack, parrot(slack, [])),
    ):
        slack.command("/form", wait=0)
        assert slack.calls("views.open")[-1].reply["error"] == "expired_trigger_id"
