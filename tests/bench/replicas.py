"""Three processes with one PostgreSQL, through kills, restarts, redeliveries and a lost database.

    python -m tests.bench.replicas --turns 840

In a turn somebody asks the bot in a channel, goes on in the thread, presses a button there together
with a second person, and shares an answer: two events and four clicks, of which each pair is one.
Requests are sent twice, acked events are delivered again and acks get lost, now and then. People
ask so many turns at least, and until all has been done to the processes. What is answered once,
twice or never is counted where Slack keeps it, at the end.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.shipped import open_kb
from local_slack import Timing, people, running
from local_slack.workspace import state
from local_slack.workspace.faults import InjectedFault
from tests.bench.balancer import Balancer
from tests.bot.connected_bot import manifest_at, url_of
from tests.bot.state import postgresql
from tests.local_slack.crowd import find_questions

if TYPE_CHECKING:
    from collections.abc import Iterator

BOT = [str(Path(sys.executable).parent / "stancebook")]
# The same, for a machine that is busy with other things: a call to the database that is late by
# some seconds is no database that is away, and a process that is late is not taken for dead.
PATIENT = """
from bot.state import engines, guarded_database
from bot.slack.outgoing import once
guarded_database._LONGEST = 20
engines._SERVER_TIMEOUTS = "SET LOCAL statement_timeout = '20s'; SET LOCAL lock_timeout = '20s'"
once._LEASE = 20
from bot.cli.start import main
main()
"""
SEED = 20211106
TIMING = Timing(http_retries=(0, 2, 4, 8, 16, 32), act=90)
SEEN = 60  # seconds that somebody waits for an answer
AGAIN = 8  # seconds until somebody presses again what shows nothing
AFTER = 12  # seconds after a kill or an outage in which what is asked may still be hit by it
EVENTS_AND_CLICKS = 6  # of one turn
_COUNTED = 1_000_000  # messages
DELIVERED_AGAIN = {"duplicate": 0.5, "redeliver": 0.4, "lose_ack": 0.1}  # in a turn


@dataclass
class Replicas:
    """Processes of `stancebook serve` at ports of their own, with one state."""

    settings: dict[str, str]
    home: Path
    program: list[str]
    ports: list[int] = field(default_factory=lambda: [_free_port() for _ in range(3)])
    processes: dict[int, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, number: int) -> None:
        kept = {
            name: os.environ[name] for name in ("PATH", "LANG", "PYTHONPATH") if name in os.environ
        }
        command = [*self.program, "serve", "--port", str(self.ports[number]), "--drain", "1"]
        with (self.home / f"log{number}").open("a") as log:
            self.processes[number] = subprocess.Popen(
                command,
                env={**kept, "HOME": str(self.home), **self.settings},
                cwd=self.home,
                stdout=log,
                stderr=log,
            )

    def end(self, number: int, how: signal.Signals) -> None:
        self.processes[number].send_signal(how)
        self.processes[number].wait(60)

    def end_all(self) -> None:
        for process in self.processes.values():
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return taken.getsockname()[1]


@dataclass
class Hits:
    """When something was done to the bots, so that what was hit by it can be told apart."""

    killed: list[float] = field(default_factory=list)
    away: list[float] = field(default_factory=list)

    def cause_at(self, began: float, ended: float) -> str:
        """Return what may have hit something that was asked between two moments."""
        if any(at - 1 <= ended and began <= at + AFTER for at in self.away):
            return "database away"
        if any(at - 1 <= ended and began <= at + AFTER for at in self.killed):
            return "killed"
        return "nothing"


@dataclass
class Act:
    """One thing that is to be answered once: what answers it, and how often that is there."""

    kind: str
    began: float
    ended: float = 0
    times: int = 0
    again: int = 0  # how often it was pressed again
    is_apart: bool = False  # it was not read as going on from the question before


class People:
    """All who ask; each takes one turn after the other."""

    def __init__(self, slack: Any, kb: Any, turns: int) -> None:
        self.slack, self.turns = slack, turns
        today = date.today()  # noqa: DTZ011 (the day that the bot answers on)
        found = [(q, a) for q, a in find_questions(kb) if can_share(kb, q, today)]
        self._other = found[-1][0].partition(" ")[0]  # whom the follow-ups are about
        self.answers = {q: a for q, a in found if not q.startswith(f"{self._other} ")}
        self._other_name = kb.name_of(self._other)
        self.asked = list(self.answers)
        self.members = [u.id for u in slack.core.workspace.users.values() if not u.is_bot]
        self.acts: list[Act] = []
        self.commands = Counter[bool]()
        self.done = 0
        self._threads: list[tuple[Act, Act, Act, str, str, list[str]]] = []
        self._shares: list[tuple[Act, str, str]] = []
        self._dice = random.Random(SEED)
        self._begun = 0
        self.is_over = threading.Event()  # all that is done to the processes is done

    def begin(self) -> Any:
        async def all_of_them() -> None:
            await asyncio.gather(*(self._ask(n) for n in range(len(self.members))))

        return asyncio.run_coroutine_threadsafe(all_of_them(), self.slack._loop)

    async def _ask(self, member: int) -> None:
        while self._begun < self.turns or not self.is_over.is_set():
            question = self.asked[self._begun % len(self.asked)]
            self._begun += 1
            self._disturb_deliveries()
            await self._in_thread(member, question)
            await self._share(member, question)
            self.done += 1

    def _disturb_deliveries(self) -> None:
        """Have Slack send something twice in every second turn; as many faults as are used up."""
        faults = self.slack.core.faults
        for kind, chance in DELIVERED_AGAIN.items():
            if self._dice.random() < chance:
                faults.switch_on(InjectedFault(kind))

    def _act(self, kind: str) -> Act:
        self.acts.append(Act(kind, time.monotonic()))
        return self.acts[-1]

    async def _in_thread(self, member: int, question: str) -> None:
        core, user = self.slack.core, self.members[member]
        other = self.members[(member + 1) % len(self.members)]
        where = {"user": user, "channel": self.slack.channel, "wait": SEEN}
        mention = self._act("mention")
        first = await people.write(core, f"@stancebook {question}", **where)
        mention.ended = time.monotonic()
        thread, texts = first.written.ts, []
        follow_up = self._act("follow-up")
        second = await people.write(
            core, f"@stancebook and {self._other_name}?", thread_ts=thread, **where
        )
        follow_up.ended = time.monotonic()
        texts += [second.answers[-1].text] if second.answers else [""]
        follow_up.is_apart = " on which issue?" in texts[0]
        click = self._act("click")
        await self._press_together(thread, click, first, (user, other))
        self._threads.append((mention, follow_up, click, thread, self.answers[question], texts))

    async def _press_together(self, thread: str, click: Act, first: Any, users: Any) -> None:
        label = _button(first.answers[-1].blocks) if first.answers else None
        if label is None:
            self.acts.remove(click)
            return
        before = len(self._from_app(thread))
        while len(self._from_app(thread)) == before and click.again < 4:
            presses = (
                people.click(self.slack.core, first.answers[-1], label, user=user, wait=0)
                for user in users
            )
            await asyncio.gather(*presses)
            await self._until(lambda: len(self._from_app(thread)) > before, AGAIN)
            click.again += len(self._from_app(thread)) == before
        click.ended = time.monotonic()

    async def _share(self, member: int, question: str) -> None:
        core, user = self.slack.core, self.members[member]
        where = {"user": user, "channel": self.slack.channel}
        typed = await people.type_command(core, "/stance", question, **where)
        self.commands[not typed.error] += 1
        if typed.error:
            return
        share = self._act("share")
        self._shares.append((share, user, self.answers[question]))
        seen = set(self._previews(user))
        while (preview := self._new_preview(user, seen)) is None and share.again < 4:
            await people.click(core, typed.answer, "Share…", user=user, wait=0)
            await self._until(lambda: self._new_preview(user, seen), AGAIN)
            share.again += self._new_preview(user, seen) is None
        if preview:
            await self._post(share, preview, user, self.answers[question])
        share.ended = time.monotonic()

    async def _post(self, share: Act, preview: Any, user: str, answer: str) -> None:
        before = len(self._shared(user, answer))
        while len(self._shared(user, answer)) == before and share.again < 4:
            try:
                await people.click(self.slack.core, preview, "Post", user=user, wait=0)
            except Exception:  # noqa: BLE001, the preview is gone: it was posted
                break
            await self._until(lambda: len(self._shared(user, answer)) > before, AGAIN)
            share.again += len(self._shared(user, answer)) == before

    def _new_preview(self, user: str, seen: set[str]) -> Any:
        return next((m for ts, m in self._previews(user).items() if ts not in seen), None)

    def _previews(self, user: str) -> dict[str, Any]:
        """Return what only this person sees in the channel that a button can share, by its time."""
        channel = self.slack.core.workspace.channels[self.slack.channel]
        shown = (m for m in channel.messages.values() if m.ephemeral_to == user)
        return {m.ts: m for m in shown if "Preview." in m.text}

    async def _until(self, is_so: Any, seconds: float) -> None:
        await self.slack.core.journal.until(is_so, seconds)

    def _from_app(self, thread: str) -> list[Any]:
        core = self.slack.core
        channel = core.workspace.channels[self.slack.channel]
        return [m for m in core.workspace.thread(channel, thread) if m.from_app]

    def _shared(self, user: str, answer: str) -> list[float]:
        """Return when somebody shared an answer, in seconds as time.monotonic() has them."""
        channel = self.slack.core.workspace.channels[self.slack.channel]
        since = time.time() - time.monotonic()
        return [
            float(m.ts) - since for m in channel.messages.values()
            if m.from_app and not m.ephemeral_to and not m.thread_ts
            and m.text.startswith(f"Shared by <@{user}>") and answer[:60] in m.text
        ]  # fmt: skip

    def count(self) -> None:
        """Count what stands in the channel of each act."""
        self.slack.look(self._count)

    def _count(self) -> None:
        for mention, follow_up, click, thread, answer, (followed,) in self._threads:
            found = [m.text for m in self._from_app(thread)]
            mention.times = found.count(answer)
            follow_up.times = found.count(followed) if followed else 0
            click.times = len(found) - mention.times - follow_up.times
        for user, answer in {(user, answer) for _, user, answer in self._shares}:
            shares = [share for share, *whose in self._shares if whose == [user, answer]]
            for posted in self._shared(user, answer):
                before = [share for share in shares if share.began < posted]
                before[-1].times += 1


def can_share(kb: KnowledgeBase, question: str, today: date) -> bool:
    """Return whether the answer has a button to share it, and is about one issue."""
    answer = ask(kb, question, today).answer
    return answer.outcome is Outcome.ANSWER and bool(answer.asked)


def _button(blocks: Any) -> str | None:
    """Return the label of a button whose answer is posted below the message."""
    elements = [e for b in blocks if b["type"] == "actions" for e in b["elements"]]
    asks = [e for e in elements if e["action_id"].startswith("ask:")]
    return asks[0]["text"]["text"] if asks else None


def _disturb(
    crowd: People, replicas: Replicas, balancer: Balancer, server: Any, hits: Hits, away: float
) -> None:
    """Kill each process, restart all in turn, and take the database away, as turns go by."""

    def at(share: float) -> None:
        while crowd.done < share * crowd.turns:
            time.sleep(0.05)
        print(f"  ({crowd.done} turns)", file=sys.stderr, flush=True)

    def restart(number: int, by: signal.Signals) -> None:
        replicas.end(number, by)
        balancer.wait_for(2)  # else the one that has gone still counts as the third
        replicas.start(number)
        balancer.wait_for(3)

    def kill(number: int) -> None:
        hits.killed.append(time.monotonic())
        restart(number, signal.SIGKILL)

    at(0.08)
    kill(0)
    at(0.2)
    for number in range(3):
        restart(number, signal.SIGTERM)
    at(0.4)
    kill(1)
    at(0.55)
    server.stop()
    time.sleep(away)
    server.start()
    at(0.75)
    kill(2)


@contextmanager
def _set_up(
    people_: int, corpus: tuple[Path, Path] | None, program: list[str]
) -> Iterator[tuple[Any, Replicas, Balancer, Any]]:
    with ExitStack() as stack:
        server = stack.enter_context(postgresql.started())
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        replicas = Replicas({}, home, program)
        balancer = Balancer(replicas.ports)
        stack.callback(balancer.stop)
        names = [f"Person {n}" for n in range(people_)]
        manifest = manifest_at(url_of(balancer.socket))
        # What was answered is counted at the end: none of it may have been dropped by then.
        stack.enter_context(patch.object(state, "MESSAGES_A_CHANNEL", _COUNTED))
        slack = stack.enter_context(running(manifest, rates=False, people=names, timing=TIMING))
        replicas.settings = {
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_API_URL": slack.base_url,
            "STANCEBOOK_STATE": server.new_database(),
        }
        if corpus:
            entries, texts = map(str, corpus)
            replicas.settings |= {"STANCEBOOK_CORPUS": entries, "STANCEBOOK_ARTICLES": texts}
        stack.callback(replicas.end_all)
        for number in range(3):  # the first checks the corpus, and the others find that it passed
            replicas.start(number)
            balancer.wait_for(number + 1)
        yield slack, replicas, balancer, server


def run(
    turns: int,
    people_: int,
    away: float,
    corpus: tuple[Path, Path] | None = None,
    *,
    is_busy: bool = False,
) -> dict[str, object]:
    """Take so many turns over a corpus, or the built-in one; return what came of them."""
    program = [sys.executable, "-c", PATIENT] if is_busy else BOT
    with _set_up(people_, corpus, program) as (slack, replicas, balancer, server):
        kb = _built(corpus[0], replicas.home) if corpus else open_kb()
        crowd, hits = People(slack, kb, turns), Hits()
        began = time.monotonic()
        asking = crowd.begin()
        try:
            _disturb(crowd, replicas, balancer, server, hits, away)
        finally:
            crowd.is_over.set()
        asking.result(3600)
        took = time.monotonic() - began
        slack.faults.clear()
        time.sleep(8)  # what is still under way, and what was delivered again
        crowd.count()
        hits.away = balancer.state_away
        return {
            "events and clicks": crowd.done * EVENTS_AND_CLICKS,
            "seconds": round(took),
            "requests tried at another process": balancer.tried_again,
            "commands answered": f"{crowd.commands[True]} of {crowd.commands.total()}",
            **_tell(crowd.acts, hits),
        }


def _built(entries: Path, folder: Path) -> KnowledgeBase:
    build(entries, folder / "kb.sqlite")
    return KnowledgeBase(folder / "kb.sqlite")


def _tell(acts: list[Act], hits: Hits) -> dict[str, object]:
    told: dict[str, object] = {}
    for kind in dict.fromkeys(act.kind for act in acts):
        mine = [a for a in acts if a.kind == kind]
        lost = Counter(hits.cause_at(a.began, a.ended or a.began) for a in mine if a.times < 1)
        doubled = Counter(hits.cause_at(a.began, a.ended or a.began) for a in mine if a.times > 1)
        again = Counter(hits.cause_at(a.began, a.ended or a.began) for a in mine if a.again)
        apart = Counter(hits.cause_at(a.began, a.ended or a.began) for a in mine if a.is_apart)
        told[kind] = {
            "asked": len(mine),
            "once": sum(a.times == 1 for a in mine),
            "lost": dict(lost),
            "doubled": dict(doubled),
            "pressed again": dict(again),
            "without context": dict(apart),
        }
    return told


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--turns", type=int, default=840, help="at least; six events and clicks each"
    )
    parser.add_argument("--people", type=int, default=30, help="how many ask at once")
    parser.add_argument("--away", type=float, default=10, help="seconds without the database")
    parser.add_argument("--busy", action="store_true", help="be patient: others work here too")
    asked = parser.parse_args()
    told = run(asked.turns, asked.people, asked.away, is_busy=asked.busy)
    for name, figure in told.items():
        print(f"  {name:36} {figure}", flush=True)


if __name__ == "__main__":
    main()
