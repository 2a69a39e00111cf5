"""Lost sockets, a killed bot and lost replies: no mention is lost, and nobody is left waiting."""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import pytest

from local_slack import Timing, running
from local_slack.people.outcome import FAILED, NO_ANSWER
from tests.local_slack.crowd import BOUND, Crowd, all_are_open, bot_with

pytestmark = pytest.mark.slow(seconds=5)

SECONDS = 25
PEOPLE = 40
SOCKETS = 3
PAUSE = 0.8  # seconds, at most, that somebody thinks before asking again
QUIET = 4  # seconds, at most, between two faults
SEED = 20211106
STANCEBOOK = Path(sys.executable).parent / "stancebook"
MENTIONS = ("mention",)
WHY = {
    NO_ANSWER.format(command="/stance"),
    FAILED.format(command="/stance", code="dispatch_failed"),
}


@pytest.fixture
def slack(request):
    names, timing = [f"Person {n}" for n in range(PEOPLE)], getattr(request, "param", None)
    with running("manifest.yml", rates=False, people=names, timing=timing) as server:
        yield server


@pytest.fixture
def crowd(slack, shipped_kb):
    return Crowd(slack, shipped_kb)


async def wander(crowd, member, until):
    """Ask, think, and ask again."""
    dice, number = random.Random(SEED + member), 0
    while time.monotonic() < until:
        await crowd.one(member, number)
        number += 1
        await asyncio.sleep(dice.uniform(0, PAUSE))


async def disturb(sockets, until, done):
    """Now and then drop a socket, with or without a close frame, or ask all of them to reconnect."""
    dice = random.Random(SEED)
    faults = {
        "dropped": lambda: sockets.drop(1),
        "dropped abruptly": lambda: sockets.drop(1, abruptly=True),
        "all dropped": sockets.drop,
        "warning": lambda: sockets.disconnect("warning"),
        "refresh_requested": lambda: sockets.disconnect("refresh_requested"),
    }
    left = []
    while time.monotonic() < until:
        await asyncio.sleep(dice.uniform(0, QUIET))
        left = left or dice.sample(list(faults), len(faults))  # each of them before any again
        name = left.pop()
        await faults[name]()
        done[name] += 1


@pytest.mark.slow(seconds=25)
def test_while_sockets_drop_each_mention_is_answered_once_and_each_command_gets_an_answer_or_error(
    slack, crowd, shipped_kb, capsys
):
    until, done = time.monotonic() + SECONDS, Counter()
    with bot_with(slack, shipped_kb, SOCKETS):
        people = (wander(crowd, n, until) for n in range(PEOPLE))
        crowd.begin(disturb(slack.core.sockets, until, done), *people).result(BOUND)
        all_are_open(slack, SOCKETS)
    account = crowd.account
    commands = [a for a in crowd.acts if a.kind == "command"]
    told = Counter(a.error for a in commands)
    with capsys.disabled():
        print(f"\n{len(crowd.acts)} questions in {SECONDS} s while sockets were lost: {dict(done)}")
        print(crowd.figures())
        print(f"  commands: {dict(told)}; {account.passed['no_ack']} envelopes not acked in time")

    assert account.posts == dict.fromkeys(account.mentions, 1)
    assert len(account.mentions) == len(crowd.acts) - len(commands) > PEOPLE
    assert set(told) <= {None, *WHY}
    assert {a.seen for a in commands if not a.error} == {1}
    assert set(account.acks.values()) == {1}
    assert account.acks.total() >= told[None] > PEOPLE
    assert account.wrong == []
    assert len(done) == 5  # each kind of fault


@contextmanager
def process(slack, folder):
    """Connect the bot as a process of its own, and kill it at the end."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    tokens = {"SLACK_BOT_TOKEN": slack.bot_token, "SLACK_APP_TOKEN": slack.app_token}
    with (folder / "log").open("a") as log:
        started = subprocess.Popen(
            [STANCEBOOK, "run"],
            env={**kept, "HOME": str(folder), "SLACK_API_URL": slack.base_url, **tokens},
            cwd=folder,
            stdout=log,
            stderr=log,
        )
        try:
            all_are_open(slack, 1)
            yield
        finally:
            started.kill()
            started.wait(BOUND)
            all_are_open(slack, 0)


# Slack delivers an event four times: on a slow machine none but a kill may take one of them.
@pytest.mark.parametrize("slack", [Timing(answer=15)], indirect=True)
@pytest.mark.slow(seconds=10)
def test_a_bot_that_is_killed_again_and_again_answers_each_mention_at_least_once(
    slack, crowd, tmp_path, capsys
):
    account, left = crowd.account, []
    with process(slack, tmp_path):
        asking = crowd.asking(10, kinds=MENTIONS)
        slack.wait_for(lambda: account.posts.total() > 3 * PEOPLE, within=50)
    left.append(len(account.unanswered))
    with process(slack, tmp_path):
        slack.wait_for(lambda: account.posts.total() > 6 * PEOPLE, within=50)
    left.append(len(account.unanswered))
    with process(slack, tmp_path):
        asking.result(BOUND)
    with capsys.disabled():
        print(f"\n{len(account.mentions)} mentions of a bot that was killed twice, {left} waiting:")
        print(f"{crowd.figures()}\n  {_times(account)}")

    assert min(left) > 0  # it was killed under load
    assert len(account.mentions) == len(crowd.acts) == 10 * PEOPLE
    assert account.unanswered == []
    assert account.wrong == []


def _times(account):
    times = Counter(account.posts.values())
    return ", ".join(f"{times[n]} answered {n}x" for n in sorted(times))


def test_if_replies_to_posts_are_lost_each_mention_is_answered_at_least_once(
    slack, crowd, shipped_kb, capsys
):
    account, lost = crowd.account, PEOPLE
    with bot_with(slack, shipped_kb, SOCKETS):
        for _ in range(2):
            slack.faults.lose_reply("chat.postMessage", times=lost)
            crowd.ask(6, kinds=MENTIONS)
            assert slack.look(slack.core.faults.as_json) == []  # all of them got lost
    with capsys.disabled():
        print(f"\n{len(account.mentions)} mentions, {2 * lost} replies to posts lost:")
        print(f"{crowd.figures()}\n  {_times(account)}")

    assert len(account.mentions) == len(crowd.acts) == 12 * PEOPLE
    assert account.unanswered == []
    assert account.posts.total() <= len(account.mentions) + 2 * lost  # none without its reason
    assert account.wrong == []


def test_a_post_that_is_refused_twice_is_made_once_when_the_event_comes_again(
    slack, crowd, shipped_kb
):
    with bot_with(slack, shipped_kb, 1):
        slack.faults.rate_limit("chat.postMessage", retry_after=0)
        slack.faults.server_error("chat.postMessage")
        crowd.begin(crowd.one(0, 0, kinds=MENTIONS)).result(BOUND)
    assert list(crowd.account.posts.values()) == [1]
    assert crowd.account.wrong == []
