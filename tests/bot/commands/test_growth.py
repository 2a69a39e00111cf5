"""Ten times the articles make no answer dearer: counted in lines of Python and SQLite's steps."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from bot.layout.terminal import choices
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from tests.grown_corpus import Grown, slug
from tests.steps import count_instructions, count_steps

FEW, MANY = 20, 200  # articles
FLAT = 1.5  # times the work, where ten times as much is on record
TODAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def grown(tmp_path_factory):
    """Yield two corpora of the same names, one with ten times the articles, each with its kb."""
    opened = []
    for count in (FEW, MANY):
        place = tmp_path_factory.mktemp("grown")
        corpus = Grown(count, states=80, issues=2)
        corpus.write(place)
        build(place / "corpus", place / "kb.sqlite")
        opened.append((corpus, KnowledgeBase(place / "kb.sqlite")))
    yield opened
    for _, kb in opened:
        kb.close()


def loud(corpus):
    return slug(corpus.states[0])


def issue(corpus):
    return slug(corpus.issues[0])


def growth(grown, typed):
    """Return how many times the work an answer takes with ten times the articles."""
    lines, steps = [], []
    for corpus, kb in grown:
        question = typed(corpus)

        def work(kb=kb, question=question):
            return ask(kb, question, TODAY)

        assert work().answer.outcome in {"answer", "choice"}
        lines.append(count_steps(work))
        steps.append(count_instructions(kb, work))
    return max(lines[1] / lines[0], steps[1] / max(steps[0], 1_000))


@pytest.mark.slow(10)
@pytest.mark.parametrize(
    "typed",
    [
        lambda _: "/issues",
        lambda corpus: f"/issues {loud(corpus)}",
        lambda corpus: f"/issues {issue(corpus)}",
        lambda corpus: f"/stance {loud(corpus)}",
        lambda corpus: f"/stance {loud(corpus)} as of 2026",
    ],
)
def test_an_answer_takes_no_more_work_with_ten_times_the_articles(grown, typed):
    assert growth(grown, typed) <= FLAT


@pytest.mark.slow(10)
def test_an_issue_with_many_holders_is_paged_and_says_how_many_are_left(grown):
    corpus, kb = grown[1]
    count = len({row.holder for row in kb.stances(issue=issue(corpus))})
    question, listed, hidden = f"/issues {issue(corpus)}", [], []
    while question:
        reply = ask(kb, question, TODAY)
        assert reply.answer.holder_count == count
        listed += [stance.holder.id for stance in reply.answer.stances]
        left = count - len(listed)
        assert (f"And {left} more holder" in reply.message.text) == (left > 0)
        shown = dict(choices(reply.message))
        question = next((q for label, q in shown.items() if label == f"More ({left})"), None)
        hidden.append(left)
    assert sorted(set(listed)) == sorted(listed)
    assert (len(listed), hidden[0]) == (count, count - 40)


@pytest.mark.slow(10)
@pytest.mark.parametrize("days", ["", " as of 2021-01-10", " since 2021-01-15", " in January 2021"])
def test_the_list_has_the_position_that_the_statements_give(grown, days):
    corpus, kb = grown[0]
    listed = ask(kb, f"/issues {issue(corpus)}{days}", TODAY).answer
    assert listed.stances
    for stance in listed.stances:
        own = ask(kb, f"/stance {stance.holder.id} {issue(corpus)}{days}", TODAY).answer.stances
        told = [s.model_copy(update={"statements": s.statements[:3]}) for s in own]
        assert told == [stance]
    held = {row.holder for row in kb.stances(issue=issue(corpus))}
    silent = sorted(held - {stance.holder.id for stance in listed.stances})
    # Since a day, a list has what was said from then on; one position may be from before it.
    if listed.holder_count in {None, len(listed.stances)} and "since" not in days:
        for holder in silent:
            assert not ask(kb, f"/stance {holder} {issue(corpus)}{days}", TODAY).answer.stances
