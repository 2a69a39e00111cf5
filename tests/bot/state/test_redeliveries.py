"""Three processes that get the same at once: whichever is first answers, and no other does."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from bot.slack.listeners import event_answers
from bot.slack.outgoing.once import Once
from bot.state import guarded_database, open_state
from local_slack import running
from tests.bot.recording_slack import recording
from tests.bot.slack.conftest import bot_of
from tests.bot.slack_requests import runtime_at_once

WAIT = 60  # seconds after which a test hangs no longer
THINGS = 20


@pytest.fixture(autouse=True)
def _patient(monkeypatch):
    """Give a busy machine time: here no call hangs."""
    monkeypatch.setattr(guarded_database, "_LONGEST", WAIT)
    monkeypatch.setattr(event_answers, "_JOIN", WAIT)


@pytest.fixture
def replicas(server, shipped_kb):
    """Three bots with one PostgreSQL, in one Slack."""
    url = server.new_database()
    with running("manifest.yml", rates=False) as slack:
        bots = [bot_of(slack, shipped_kb, runtime_at_once(Once(open_state(url)))) for _ in range(3)]
        yield bots
        for bot in bots:
            bot.runtime.close()


def deliver_to_all(bots, body):
    """Deliver a request to each of them, twice, at the same moment; return what each said."""
    together = Barrier(2 * len(bots), timeout=WAIT)

    def deliver(bot):
        together.wait()
        return bot.deliver(body)

    with ThreadPoolExecutor(2 * len(bots)) as threads:
        return list(threads.map(deliver, [*bots, *bots]))


@pytest.mark.slow(seconds=5)
def test_an_event_is_answered_once_and_acknowledged_by_all(replicas):
    first = replicas[0]
    for _ in range(THINGS):
        before = len(first.posted())
        assert all(deliver_to_all(replicas, first.event()))
        assert len(first.posted()) == before + 1


@pytest.mark.slow(seconds=5)
@pytest.mark.parametrize("action", ["ask:0", "post:0"])
def test_a_click_and_a_share_are_answered_once(replicas, action, shipped_kb, monkeypatch):
    asked = {"q": "/stance japan end-of-war", "d": shipped_kb.digest[:12]}
    first = replicas[0]
    with recording() as hooks:
        monkeypatch.setattr(
            "bot.slack.outgoing.destination.is_of_slack", lambda url, _: url == hooks.response_url
        )
        for _ in range(THINGS):
            click = first.click(action, first.written(), **asked)
            hooks.requests.clear()
            deliver_to_all(replicas, {**click, "response_url": hooks.response_url})
            answers = [p for p in hooks.posts if p.get("response_type") == "in_channel"]
            assert len(answers) == 1, hooks.posts
