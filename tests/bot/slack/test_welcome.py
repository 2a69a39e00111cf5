"""Who opens the messages with the bot is welcomed once, with questions that the kb answers."""

from __future__ import annotations

import json
from itertools import count
from threading import Thread

import pytest

from bot.answers.answer import Outcome
from bot.block_kit import limits
from bot.block_kit.buttons import pressed
from bot.commands import registry
from bot.slack.listeners.replies import ReplySource
from bot.slack.outgoing.once import Once
from bot.state import StateStore, open_state
from bot.state.memory_record import MemoryRecord
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from tests.bot.slack.conftest import bot_of
from tests.bot.slack_requests import buttons, runtime_at_once

ANA, BO, EVE = "U0000000A01", "U0000000B02", "U0000000C03"
number = count(1)


def opening(bot, user=ANA, **fields):
    """Return the body of the event that somebody opened a tab."""
    channel = bot.slack.core.workspace.im(bot.slack.user).id
    event = {
        "type": "app_home_opened", "user": user, "channel": channel, "tab": "messages",
        "event_ts": "1515449522.000016", **fields,
    }  # fmt: skip
    return {
        "type": "event_callback", "event_id": f"EvHome{next(number)}", "team_id": "T0000000001",
        "api_app_id": "A1", "event": event,
    }  # fmt: skip


def questions(message):
    return [pressed(button["value"]) for button in buttons(message).values()]


def on_state(slack, kb, url, processes=1):
    """Return some processes of the bot that share a database."""
    return [bot_of(slack, kb, runtime_at_once(Once(open_state(url)))) for _ in range(processes)]


def close(bots):
    for bot in bots:
        bot.runtime.once.close()


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path}/state.sqlite"


def test_each_user_is_welcomed_at_the_first_opening_and_never_again(bot):
    assert bot.deliver(opening(bot))
    (welcome,) = bot.posted()
    assert welcome["channel"] == bot.slack.core.workspace.im(bot.slack.user).id
    assert welcome["text"].startswith("Hello. Ask me who stands where on what.")
    assert len(questions(welcome)) == 3
    assert all(bot.deliver(opening(bot)) for _ in range(3))
    assert len(bot.posted()) == 1
    assert bot.deliver(opening(bot, BO))
    assert len(bot.posted()) == 2


def test_only_the_messages_are_where_it_stands(bot):
    assert bot.deliver(opening(bot, EVE, tab="home"))
    assert bot.deliver(opening(bot, EVE, tab="about"))
    assert bot.posted() == []


@pytest.mark.parametrize(
    "odd", [{"user": None}, {"user": {"id": EVE}}, {"channel": ""}, {"channel": {"id": "D1"}}]
)
def test_an_opening_that_names_nobody_is_refused(bot, odd):
    assert bot.deliver(opening(bot, **{"user": EVE, **odd}))
    assert bot.calls() == []


def test_of_several_processes_one_welcomes(quiet_slack, shipped_kb, url):
    bots = on_state(quiet_slack, shipped_kb, url, processes=3)
    threads = [Thread(target=bot.deliver, args=(opening(bot),)) for bot in bots for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    close(bots)
    assert len(bots[0].posted()) == 1


def test_a_restart_welcomes_nobody_again_and_a_lost_state_does(
    quiet_slack, shipped_kb, url, tmp_path
):
    for state, welcomes in ((url, 1), (url, 0), (f"sqlite:///{tmp_path}/another.sqlite", 1)):
        (bot,) = bots = on_state(quiet_slack, shipped_kb, state)
        bot.deliver(opening(bot))
        close(bots)
        assert len(bot.posted()) == welcomes


def test_a_state_in_memory_remembers_longer_than_deliveries(quiet_slack, shipped_kb):
    store = StateStore()
    store._memory = MemoryRecord(seconds=0)
    bot = bot_of(quiet_slack, shipped_kb, runtime_at_once(Once(store)))
    bot.deliver(opening(bot))
    bot.deliver(opening(bot))
    assert len(bot.posted()) == 1


def test_one_id_in_an_organization_is_one_user(bot):
    for team in ("T0000000001", "T0000000002"):
        bot.deliver({**opening(bot), "team_id": team, "enterprise_id": "E0000000001"})
    assert len(bot.posted()) == 1


def test_who_could_not_be_welcomed_is_at_the_next_opening(bot, caplog):
    bot.slack.faults.error("chat.postMessage", "restricted_action")
    assert bot.deliver(opening(bot))
    assert bot.posted() == []
    assert caplog.text.count("a welcome was not posted") == 1
    bot.slack.faults.clear()
    bot.deliver(opening(bot))
    assert len(bot.posted()) == 1


@pytest.mark.parametrize("name", ["kb", "shipped_kb"])
def test_its_questions_are_answered_from_the_kb_that_is_served(name, request):
    with ReplySource(request.getfixturevalue(name), registry()).open() as replies:
        welcome = replies.to_newcomer()
        asked = questions(welcome.payload())
        answers = [replies.to_button(json.dumps({"q": q, "d": "x"})).answer for q in asked]
    assert len(set(asked)) == 3
    assert [answer.outcome for answer in answers] == [Outcome.ANSWER] * 3
    assert len({answer.command for answer in answers}) == 3
    assert not any(answer.not_understood for answer in answers)
    assert all(len(label) <= limits.BUTTON_TEXT for label in buttons(welcome.payload()))
    assert [label.count("“") - label.count("”") for label in buttons(welcome.payload())] == [0] * 3


def test_a_kb_without_a_stance_has_a_welcome_without_questions(tmp_path):
    (tmp_path / "organizations").mkdir()
    entry = "id: ruritania\nname: Ruritania\nclassification: state\n"
    (tmp_path / "organizations" / "ruritania.yaml").write_text(entry, "utf-8")
    build(tmp_path, tmp_path / "kb.sqlite")
    with ReplySource(KnowledgeBase(tmp_path / "kb.sqlite"), registry()).open() as replies:
        welcome = replies.to_newcomer()
    assert "Nothing is on record yet." in welcome.text
    assert not buttons(welcome.payload())
