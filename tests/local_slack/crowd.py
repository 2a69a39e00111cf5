"""A crowd of people who ask the real bot at once, and an account of the answer to each question."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from bot.cli.ask import ask
from local_slack import people
from tests.bot.connected_bot import connected_bot

BOUND = 300  # seconds until a test gives up; no figure of a test depends on it
SEEN = 30  # seconds that somebody waits for an answer to a mention whose event was acked
MENTION = "@stancebook "


def questions(kb):
    """Return many questions with their answers."""
    found = dict(find_questions(kb))
    assert len(set(found.values())) == len(found) > 40  # so one's own answer is nobody else's
    return found


def find_questions(kb):
    """Return questions, each with its answer, which is the same today and tomorrow."""
    today = date.today()  # noqa: DTZ011 (the day that the bot answers on)
    found = []
    holders = sorted({row.holder for issue in kb.issues for row in kb.stances(issue=issue)})
    for holder, issue in product(holders, kb.issues):
        typed = f"{holder} {issue}"
        answer = ask(kb, typed, today).message.payload()["text"]
        if answer == ask(kb, typed, today + timedelta(days=1)).message.payload()["text"]:
            found.append((typed, answer))
    return found


@contextmanager
def bot_with(slack, kb, sockets):
    """Connect the real bot with a number of sockets; at the end it has nothing left to do."""
    with connected_bot(slack, kb, sockets) as (app, _):
        all_are_open(slack, sockets)
        yield app
        all_are_open(slack, sockets)


def all_are_open(slack, sockets, within=50):
    slack.wait_for(lambda: len(slack.core.sockets.open) == sockets, within)


class Account:
    """Counts everything that passes between Slack and the bot, and keeps no message."""

    def __init__(self, slack, answers):
        self.commands = {}  # the text of each, by its envelope
        self.mentions = {}  # the text of each, by its time
        self.acks = Counter()  # of commands, by envelope
        self.posts = Counter()  # that Slack took, by thread
        self.wrong = []  # answers to another question
        self.passed = Counter()  # entries of the journal, by kind
        self._answers = answers
        slack.look(lambda: slack.core.journal.listen(self._hear))

    def _hear(self, entry):
        self.passed[entry.kind] += 1
        if entry.kind == "envelope":
            self._sent(entry.body["envelope_id"], entry.body["payload"])
        elif entry.kind == "ack" and entry.name in self.commands:
            self.acks[entry.name] += 1
            self._compare(self.commands[entry.name], entry.body)
        elif entry.name == "chat.postMessage" and entry.reply["ok"]:
            self.posts[entry.body["thread_ts"]] += 1
            self._compare(self.mentions[entry.body["thread_ts"]], entry.body)

    def _sent(self, envelope, payload):
        if "command" in payload:
            self.commands[envelope] = payload["text"]
        else:
            self.mentions[payload["event"]["ts"]] = payload["event"]["text"].partition("> ")[2]

    def _compare(self, asked, said):
        if said.get("text") != self._answers[asked]:
            self.wrong.append((asked, said.get("text")))

    @property
    def unanswered(self):
        return [ts for ts in self.mentions if not self.posts[ts]]


@dataclass(frozen=True)
class Act:
    """One act of a person, and how long it took until they saw the result."""

    kind: str
    seconds: float
    error: str | None = None  # in Slack's words
    seen: int = 0  # answers


class Crowd:
    """All people in the workspace; each asks another question each time."""

    def __init__(self, slack, kb):
        self._slack = slack
        self._answers = questions(kb)
        self._questions = list(self._answers)
        self.account = Account(slack, self._answers)
        self.members = [u.id for u in slack.core.workspace.users.values() if not u.is_bot]
        self.acts = []

    def begin(self, *works):
        """Run coroutines where the server runs; return the future of their end."""

        async def all_of_them():
            await asyncio.gather(*works)

        return asyncio.run_coroutine_threadsafe(all_of_them(), self._slack._loop)

    def asking(self, each, **more):
        """Let everybody ask so many times, none waiting for another; return the end's future."""
        return self.begin(*(self._asks(n, each, **more) for n in range(len(self.members))))

    def ask(self, each, **more):
        """Let everybody ask so many times, and wait for the last answer."""
        self.asking(each, **more).result(BOUND)

    async def _asks(self, member, times, **more):
        for number in range(times):
            await self.one(member, number, **more)

    async def one(self, member, number, *, kinds=("command", "mention")):
        """Ask once: each kind in its turn."""
        typed = self._questions[(7 * member + number) % len(self._questions)]
        kind = kinds[(member + number) % len(kinds)]
        began = time.perf_counter()
        seen = await getattr(self, f"_{kind}")(typed, self.members[member])
        took = time.perf_counter() - began
        self.acts.append(Act(kind, took, seen.error, len(seen.answers)))

    def _command(self, typed, user):
        slack = self._slack
        return people.type_command(slack.core, "/stance", typed, user=user, channel=slack.channel)

    def _mention(self, typed, user):
        slack = self._slack
        return people.write(
            slack.core, f"{MENTION}{typed}", user=user, channel=slack.channel, wait=SEEN
        )

    def figures(self):
        """Say how long it took from the click to the answer, in a line for each kind."""
        return "\n".join(
            f"  {kind}s: {len(took)} answered, p50 {_share(took, 0.5):.0f} ms,"
            f" p99 {_share(took, 0.99):.0f} ms, longest {_share(took, 1):.0f} ms"
            for kind in ("command", "mention")
            if (took := sorted(a.seconds for a in self.acts if a.kind == kind and not a.error))
        )


def _share(ordered, share):
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1000
