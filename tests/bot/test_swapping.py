"""A kb is exchanged under many questions: no answer is lost, and none is of two."""

from __future__ import annotations

import json
import threading
from itertools import cycle

import pytest

from knowledge.base import KnowledgeBase
from knowledge.build import build
from knowledge.living import Living
from tests.bot.desk import answer, correct, edit
from tests.bot.slack import app_of, asked

QUESTIONS = [
    "velmora border-opening",
    "velmora border-opening as of 2025-05",
    "velmora talks",
    "velmora",
    "nobody border-opening",
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
    organization.write_text(text, encoding="utf-8")
    build(entries, new)
    return old, new


def test_questions_asked_during_many_swaps_are_answered_by_the_old_or_the_new_corpus(both):
    """Whole answers are compared, with the digests in their buttons."""
    expected = {}
    for file in both:
        kb = KnowledgeBase(file)
        for question in QUESTIONS:
            expected.setdefault(question, []).append(json.dumps(answer(kb, question)))
        kb.close()
    assert all(old != new for old, new in (expected[q] for q in QUESTIONS[:3]))
    living = Living(KnowledgeBase(both[0]))
    app, over, mixed, seen = app_of(living), threading.Event(), [], set()

    def hammer():
        for question in cycle(QUESTIONS):
            given = json.dumps(asked(app, "/stance", question))
            if given in expected[question]:
                seen.add(given)
            else:
                mixed.append((question, given))
            if over.is_set():
                return

    threads = [threading.Thread(target=hammer) for _ in range(8)]
    for thread in threads:
        thread.start()
    for _, file in zip(range(100), cycle(reversed(both)), strict=False):
        living.swap(KnowledgeBase(file))
    over.set()
    for thread in threads:
        thread.join()
    living.close()
    assert mixed == []
    assert len(seen) > len(QUESTIONS)


class Slow(KnowledgeBase):
    """Stops in the middle of an answer until it is let go."""

    def __init__(self, path):
        super().__init__(path)
        self.reached, self.go_on, self.closed = threading.Event(), threading.Event(), False

    def statements_on(self, holder, issue):
        self.reached.set()
        assert self.go_on.wait(20)
        return super().statements_on(holder, issue)

    def close(self):
        self.closed = True
        super().close()


def test_an_answer_under_way_is_finished_from_the_corpus_it_began_with(both):
    before = KnowledgeBase(both[0])
    expected, given = answer(before), []
    before.close()
    old = Slow(both[0])
    living = Living(old)
    app = app_of(living)
    asking = threading.Thread(
        target=lambda: given.append(asked(app, "/stance", "velmora border-opening"))
    )
    asking.start()
    assert old.reached.wait(20)
    living.swap(KnowledgeBase(both[1]))
    assert "Great Velmora" in asked(app, "/stance", "velmora border-opening")["text"]
    assert not old.closed
    old.go_on.set()
    asking.join()
    assert given == [expected]
    assert old.closed
    living.close()
