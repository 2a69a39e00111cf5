"""A kb is exchanged under many questions: no answer is lost, and none is of two."""

from __future__ import annotations

import json
import threading
from contextlib import closing
from itertools import cycle

import pytest

from bot.commands import registry
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from knowledge.kb.swappable_kb import SwappableKb
from local_slack import running
from tests.bot.curators_desk import answer, correct, edit
from tests.bot.slack_requests import app_of, asked
from tests.local_slack.crowd import bot_with

ASKING = 10  # threads: as many as the bot has
SWAPS = 100


def questions(kb):
    """Return every command with what it can be asked on this corpus: the name, then the text."""
    holders = sorted({row.holder for row in kb.stances()})
    articles = [record.source.id for record in kb.sources()]
    said = [s for h in holders for i in kb.issues for s in kb.statements_on(h, i)]
    quotes = [q.exact for s in said for q in s.quotes]
    return [
        *(("/stance", f"{holder} {issue}") for holder in holders for issue in kb.issues),
        ("/stance", "velmora border-opening as of 2025-05"),
        *(("/whois", entity) for entity in kb.entities),
        *(("/said", " ".join(words.split()[:3])) for words in quotes),
        *(("/issues", text) for text in ("", *holders, *kb.issues)),
        *(("/check", f'"{words}"') for words in dict.fromkeys(quotes)),
        ("/check", '"some eleven weeks"'),  # of a whole text alone
        ("/check", '"We will keep the ban until the last ferry is home"'),
        *(("/source", text) for name in articles for text in (name, f"{name} more")),
        *(("/cite", name) for name in dict.fromkeys(s.id for s in said)),
        *(("/timeline", holder) for holder in holders),
        *(("/compare", f"on {issue}") for issue in kb.issues),
        ("/stance", "help"),
    ]


@pytest.fixture
def both(tmp_path, entries):
    """The files of two kbs, of before and after a correction that many answers show."""
    old, new = tmp_path / "old.sqlite", tmp_path / "new.sqlite"
    build(entries, old)
    correct(entries)
    edit(entries, "sister of Orin Dask", "a sister of Orin Dask")
    organization = entries / "organizations" / "velmora.yaml"
    text = organization.read_text(encoding="utf-8").replace("name: Velmora", "name: Great Velmora")
    text = text.replace("aliases:\n", "aliases:\n  - Velmora\n", 1)
    organization.write_text(text, encoding="utf-8")
    build(entries, new)
    return old, new


@pytest.fixture
def opened(both, texts_folder):
    """Return what opens the old kb, the new one, the old one again …, with the texts at hand."""
    files = cycle(both)
    return lambda: KnowledgeBase(next(files), texts_folder)


def expected(ask, swappable, opened, every):
    """Return what one thread is answered, before the correction and after it."""
    found = {question: [ask(*question)] for question in every}
    swappable.swap(opened())
    for question, answers in found.items():
        answers.append(ask(*question))
    return found


def hammered(ask, swappable, opened, answers):
    """Ask everything in many threads during swaps; return what came out other than with one."""
    over, wrong, right = threading.Event(), [], set()

    def hammer(number):
        every = list(answers)
        while not over.is_set():
            for question in every[number:] + every[:number]:
                given = ask(*question)
                if given in answers[question]:
                    right.add((question, given))
                else:
                    wrong.append((question, given))

    threads = [threading.Thread(target=hammer, args=(7 * n,)) for n in range(ASKING)]
    for thread in threads:
        thread.start()
    for _ in range(SWAPS):
        swappable.swap(opened())
    over.set()
    for thread in threads:
        thread.join()
    assert {question for question, _ in right} == answers.keys()
    return wrong


def held_against_one_thread(ask, swappable, opened):
    with swappable.reading() as kb:
        every = questions(kb)
    assert {name for name, _ in every} == {
        f"/{c.registered}" for c in registry().values() if c.in_slack
    }
    answers = expected(ask, swappable, opened, every)
    assert sum(old != new for old, new in answers.values()) > len(every) / 3
    assert hammered(ask, swappable, opened, answers) == []


@pytest.fixture
def swappable(opened):
    with closing(SwappableKb(opened())) as made:
        yield made


@pytest.mark.slow(seconds=4)
def test_many_threads_are_answered_through_bolt_during_swaps_as_one_thread_is(swappable, opened):
    """Whole answers are compared, with the digests in their buttons."""
    app = app_of(swappable)
    held_against_one_thread(lambda *question: json.dumps(asked(app, *question)), swappable, opened)


@pytest.mark.slow(seconds=4)
def test_many_people_are_answered_through_a_socket_during_swaps_as_one_is(swappable, opened):
    people = [f"Person {n}" for n in range(ASKING)]
    with (
        running("manifest.yml", rates=False, people=people) as slack,
        bot_with(slack, swappable, 1),
    ):

        def ask(name, text):
            return json.dumps(slack.command(name, text).payload)

        held_against_one_thread(ask, swappable, opened)


class Slow(KnowledgeBase):
    """Stops in the middle of an answer until it is let go."""

    def __init__(self, path):
        super().__init__(path)
        self.reached, self.go_on, self.closed = threading.Event(), threading.Event(), False

    def statements_about(self, issue, speakers):
        self.reached.set()
        assert self.go_on.wait(20)
        return super().statements_about(issue, speakers)

    def close(self):
        self.closed = True
        super().close()


def test_an_answer_under_way_is_finished_from_the_corpus_it_began_with(both):
    before = KnowledgeBase(both[0])
    expected, given = answer(before), []
    before.close()
    old = Slow(both[0])
    swappable = SwappableKb(old)
    app = app_of(swappable)
    asking = threading.Thread(
        target=lambda: given.append(asked(app, "/stance", "velmora border-opening"))
    )
    asking.start()
    assert old.reached.wait(20)
    swappable.swap(KnowledgeBase(both[1]))
    assert "Great Velmora" in asked(app, "/stance", "velmora border-opening")["text"]
    assert not old.closed
    old.go_on.set()
    asking.join()
    assert given == [expected]
    assert old.closed
    swappable.close()
