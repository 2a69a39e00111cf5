"""What a served bot loses, doubles and costs while Slack fails: `python -m tests.bench.failing RUN`.

Each run drives `stancebook run`, as a process of its own, in a local Slack. `--bot` names another
one, such as that of an earlier checkout, so that both can be compared.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import psutil

from knowledge.kb.shipped import open_kb
from local_slack import people, running
from tests.bot.state import postgresql
from tests.bot.state.cable import Cable
from tests.local_slack.crowd import BOUND, Crowd, all_are_open

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from local_slack import LocalSlack

PAUSE = 0.8  # seconds, at most, that somebody thinks before asking again
SEED = 20211106
ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / "manifest.yml"
BOT = Path(sys.executable).parent / "stancebook"
PLAIN_BOLT = [sys.executable, "-m", "tests.bench.plain_bolt"]
CODES = (
    "channel_not_found not_in_channel is_archived restricted_action"
    " restricted_action_read_only_channel restricted_action_thread_locked cannot_reply_to_message"
    " invalid_blocks msg_too_long msg_blocks_too_long missing_scope invalid_auth"
    " ekm_access_denied"
).split()


class Bots:
    """Processes of the bot, which share a home and with it their state, unless a URL is given."""

    def __init__(self, slack: LocalSlack, asked: argparse.Namespace, home: Path) -> None:
        self.slack = slack
        self.asked = asked
        self.home = home
        self.processes: list[subprocess.Popen[bytes]] = []

    def start(self, state: str = "", sockets: int | None = None) -> None:
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        tokens = {
            "SLACK_BOT_TOKEN": self.slack.bot_token,
            "SLACK_APP_TOKEN": self.slack.app_token,
            "SLACK_API_URL": self.slack.base_url,
        }
        chosen = {"STANCEBOOK_STATE": state} if state else {}
        if sockets:
            chosen["STANCEBOOK_SOCKETS"] = str(sockets)
        program = PLAIN_BOLT if self.asked.bot == "bolt" else [self.asked.bot, "run"]
        before = len(self.slack.core.sockets.open)
        with (self.home / "log").open("a") as log:
            self.processes.append(
                subprocess.Popen(
                    program,
                    env={**kept, "HOME": str(self.home), **tokens, **chosen},
                    cwd=ROOT if program is PLAIN_BOLT else self.home,
                    stdout=log,
                    stderr=log,
                )
            )
        all_are_open(self.slack, before + (sockets or self.asked.sockets))

    def kill(self, number: int = 0) -> None:
        process = self.processes.pop(number)
        process.kill()
        process.wait(BOUND)

    def memory(self) -> float:
        """Return the MiB that all of them hold."""
        return sum(psutil.Process(p.pid).memory_info().rss for p in self.processes) / 2**20

    def log_lines(self) -> int:
        return len((self.home / "log").read_text(encoding="utf-8").splitlines())


@contextmanager
def setting(asked: argparse.Namespace) -> Iterator[tuple[Bots, Crowd]]:
    """Open a local Slack with a crowd in it; the processes are killed at the end."""
    names = [f"Person {n}" for n in range(asked.people)]
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        slack = stack.enter_context(running(MANIFEST, rates=False, people=names))
        bots = Bots(slack, asked, home)
        try:
            yield bots, Crowd(slack, open_kb())
        finally:
            while bots.processes:
                bots.kill()


def chaos(asked: argparse.Namespace) -> None:
    """Lose a socket every few seconds while everybody asks."""
    with setting(asked) as (bots, crowd):
        bots.start()
        sockets, done, memory = bots.slack.core.sockets, Counter[str](), []
        until = time.monotonic() + asked.seconds
        tasks = [_wander(crowd, n, until) for n in range(asked.people)]
        gaps = _gaps(sockets, until)
        running_on = crowd.begin(_disturb(sockets, asked, until, done), *tasks)
        while not running_on.done():
            memory.append(bots.memory())
            time.sleep(min(10, asked.seconds / 20))
        running_on.result(BOUND)
        _report_crowd(crowd)
        print(f"  faults: {dict(done)}; log: {bots.log_lines()} lines")
        print(f"  without any socket: {100 * gaps.result():.2f} % of the time")
        tenths = [memory[n * (len(memory) - 1) // 10] for n in range(11)]
        print(f"  MiB, from the first tenth to the last: {' '.join(f'{m:.0f}' for m in tenths)}")


async def _wander(crowd: Crowd, member: int, until: float) -> None:
    dice, number = random.Random(SEED + member), 0
    while time.monotonic() < until:
        await crowd.one(member, number)
        number += 1
        await asyncio.sleep(dice.uniform(0, PAUSE))


def _gaps(sockets: Any, until: float) -> Future[float]:
    """Look every millisecond for a socket; return the share of looks that find none."""

    def look() -> float:
        found: Counter[bool] = Counter()
        while time.monotonic() < until:
            found[bool(sockets.open)] += 1
            time.sleep(0.001)
        return found[False] / found.total()

    return ThreadPoolExecutor(1).submit(look)


async def _disturb(
    sockets: Any, asked: argparse.Namespace, until: float, done: Counter[str]
) -> None:
    """Switch a fault on every so many seconds: each kind before any again."""
    dice = random.Random(SEED)
    faults: dict[str, Callable[[], Any]] = {
        "dropped": lambda: sockets.drop(1),
        "dropped abruptly": lambda: sockets.drop(1, abruptly=True),
        "all dropped": sockets.drop,
        "warning": lambda: sockets.disconnect("warning"),
        "refresh_requested": lambda: sockets.disconnect("refresh_requested"),
    }
    if asked.one:
        faults = {name: faults[name] for name in ("dropped", "dropped abruptly")}
    left: list[str] = []
    while time.monotonic() + asked.every < until:
        await asyncio.sleep(asked.every)
        left = left or dice.sample(list(faults), len(faults))
        name = left.pop()
        await faults[name]()
        done[name] += 1


def _report_crowd(crowd: Crowd) -> None:
    account = crowd.account
    commands = [a for a in crowd.acts if a.kind == "command"]
    lost = [a for a in commands if a.error]
    doubled = [ts for ts in account.mentions if account.posts[ts] > 1]
    mentions = len(account.mentions)
    share = 100 * len(lost) / len(commands) if commands else 0
    print(f"  commands: {len(commands)}, {len(lost)} lost ({share:.2f} %)")
    print(
        f"  mentions: {mentions}, {len(account.unanswered)} lost, {len(doubled)} doubled"
        f" ({100 * len(doubled) / max(mentions, 1):.1f} %); {len(account.wrong)} wrong"
    )
    print(crowd.figures())


def killed(asked: argparse.Namespace) -> None:
    """Kill the process three times under load."""
    with setting(asked) as (bots, crowd):
        account = crowd.account
        bots.start()
        asking = crowd.asking(10, kinds=("mention",))
        for number in (1, 2, 3):
            wanted = number * 2 * asked.people
            bots.slack.wait_for(lambda wanted=wanted: account.posts.total() > wanted, 60)
            bots.kill()
            all_are_open(bots.slack, 0)
            bots.start()
        asking.result(BOUND)
        _report_crowd(crowd)


def shared(asked: argparse.Namespace) -> None:
    """Serve from two processes while Slack delivers every event again."""
    with ExitStack() as stack:
        url = asked.state
        if url == "postgresql":
            url = stack.enter_context(postgresql.started()).new_database()
        bots, crowd = stack.enter_context(setting(asked))
        bots.start(url)
        bots.start(url)
        bots.slack.faults.redeliver(times=10_000)
        bots.slack.faults.duplicate(times=200)
        crowd.ask(5, kinds=("mention",))
        _report_crowd(crowd)


def reconnect(asked: argparse.Namespace) -> None:
    """Lose the only socket in each way, and wait for the next."""
    with setting(asked) as (bots, _):
        slack, sockets = bots.slack, bots.slack.core.sockets
        cable = Cable(("127.0.0.1", urlsplit(slack.url).port or 0))
        slack.core.base_url = f"http://127.0.0.1:{cable.port}/"  # of the sockets
        bots.start(sockets=1)
        ways: dict[str, Callable[[], Any]] = {
            "a close frame": slack.faults.drop_sockets,
            "a broken connection": lambda: slack.faults.drop_sockets(abruptly=True),
            "silence": cable.fall_silent,
        }
        for way, lose in ways.items():
            took = []
            for _ in range(asked.times):
                time.sleep(2)  # as long as a connection has to live at least to be taken for one
                old, began = list(sockets.open), time.monotonic()
                lose()
                while not set(sockets.open) - set(old):
                    time.sleep(0.01)
                took.append(time.monotonic() - began)
            print(f"  {way:20} {' '.join(f'{seconds:.2f}' for seconds in took)} s")
        cable.close()


def slow(asked: argparse.Namespace) -> None:
    """Let each post take five seconds, and type thirty commands meanwhile."""
    with setting(asked) as (bots, crowd):
        slack = bots.slack
        bots.start()
        slack.faults.delay(5, "chat.postMessage", times=10_000)
        asking = crowd.asking(1, kinds=("mention",))
        time.sleep(1)
        with ThreadPoolExecutor(30) as pool:
            typed = [pool.submit(slack.command, "/stance", "japan end-of-war") for _ in range(30)]
        answered = sum(not t.result().error for t in typed)
        asking.result(BOUND)
        time.sleep(8)
        slack.faults.clear()
        print(f"  commands: {answered} of 30 answered")
        _report_crowd(crowd)


def codes(asked: argparse.Namespace) -> None:
    """Refuse posts by thirteen permanent codes, one after the other."""
    for code in CODES:
        with setting(asked) as (bots, _):
            slack = bots.slack
            bots.start()
            slack.faults.error("chat.postMessage", code, times=1_000)
            slack.do(_mention(slack))
            time.sleep(13)  # four deliveries, if it comes again
            tries = [c for c in slack.calls("chat.postMessage") if c.body.get("thread_ts")]
            told = any(c.reply["ok"] for c in slack.calls("chat.postEphemeral"))
            events = [e for e in slack.entries("envelope") if e.name == "events_api"]
            print(f"  {code:36} {len(events)} deliveries, {len(tries)} posts tried, told: {told}")


async def _mention(slack: LocalSlack) -> None:
    asked = people.write(
        slack.core, "@stancebook japan end-of-war", user=slack.user, channel=slack.channel, wait=0
    )
    slack.core.start(asked)


RUNS = {
    "chaos": chaos,
    "killed": killed,
    "shared": shared,
    "slow": slow,
    "codes": codes,
    "reconnect": reconnect,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", choices=RUNS)
    parser.add_argument("--bot", default=str(BOT), help="the `stancebook` to run, or bolt")
    parser.add_argument("--sockets", type=int, default=2, help="how many it opens")
    parser.add_argument("--every", type=float, default=20, help="seconds between two faults")
    parser.add_argument("--seconds", type=float, default=600, help="how long chaos lasts")
    parser.add_argument("--one", action="store_true", help="never disturb all sockets at once")
    parser.add_argument("--people", type=int, default=40, help="how many ask")
    parser.add_argument("--times", type=int, default=5, help="how often each way to lose a socket")
    parser.add_argument("--state", default="", help="a URL, or postgresql for a server of its own")
    asked = parser.parse_args()
    print(f"{asked.run} {' '.join(sys.argv[2:])}")
    RUNS[asked.run](asked)


if __name__ == "__main__":
    main()
