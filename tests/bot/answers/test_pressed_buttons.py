"""Every button of every answer leads to an answer, to another card, and to the days asked about."""

from __future__ import annotations

from collections import deque

import pytest

from bot.answers.answer import Outcome
from bot.block_kit.buttons import pressed
from bot.cli.ask import ask
from knowledge.corpus.model import Kind

DAYS = ("", " as of 2021-11-30", " from 2018-01-01 to 2021-03-31", " last year", " since 2019")
TYPED = {
    "kb": (
        "/who dask",
        "/stance dask ferry-ban",
        "/compare dask, velmora on ferry-ban",
        "/stance tarsk talks",
        "/said ban",
        '/check "We will keep the ban"',
        "/stance velmroa ferry-ban",
        "help",
    ),
    "shipped_kb": (
        "/stance kim summit",
        "kim on abductions",
        "/timeline kim summit",
        "/compare kim, abe on summit",
        "/stance japan and china on abductions",
        "/compare japan, china on abductions as of 2019",
        "/said north korea on pressure",
        '/check "premature"',
        '/check "Japan supports the end-of-war declaration"',
        "/stance japan whaling",
        "/who funakosi",
        "/issues japan",
        "/source",
    ),
}
PERIODS = {"shipped_kb": DAYS[:3], "kb": DAYS}
MOST = 4  # buttons beside Share: more fill more than two rows of a phone


def buttons(reply):
    elements = [e for b in reply.message.blocks if b["type"] == "actions" for e in b["elements"]]
    return [(element["text"]["text"], pressed(element["value"])) for element in elements]


def card(reply):
    return [block for block in reply.message.blocks if block["type"] != "actions"]


def asked_first(kb, days):
    speakers = [e.id for e in kb.entities.values() if e.kind is Kind.PERSON or e.state == e.id]
    for issue in kb.issues:
        yield from (f"/{c} {issue}{days}" for c in ("stance", "timeline", "compare", "issues"))
        yield from (f"/stance {who} {issue}{days}" for who in speakers)
    for who in speakers:
        yield from (f"/{c} {who}{days}" for c in ("stance", "timeline", "compare", "issues"))
    yield from (f"/who {entity}{days}" for entity in kb.entities)


@pytest.fixture(scope="module", params=["kb", "shipped_kb"])
def replies(request, today):
    """Return what is said to every question, and to all that can be pressed from there on."""
    kb = request.getfixturevalue(request.param)
    left = deque(q for days in PERIODS[request.param] for q in asked_first(kb, days))
    left += TYPED[request.param]
    found = {}
    while left:
        question = left.popleft()
        if question not in found:
            found[question] = ask(kb, question, today)
            left += (q for _, q in buttons(found[question]))
    return found


pytestmark = [pytest.mark.slow(seconds=15), pytest.mark.one_python]


def test_every_button_leads_to_an_answer(replies):
    # Of namesakes it is asked who is meant, whatever is on record of each.
    for question, reply in replies.items():
        namesakes = "could be any of these" in (reply.answer.reason or "")
        for label, following in buttons(reply):
            is_answered = replies[following].answer.outcome is Outcome.ANSWER
            assert is_answered or namesakes, (question, label, following)


def test_no_button_leads_to_the_same_card(replies):
    for question, reply in replies.items():
        for label, following in buttons(reply):
            assert card(replies[following]) != card(reply), (question, label, following)


def test_every_button_keeps_the_days_asked_about(replies):
    for question, reply in replies.items():
        for label, following in buttons(reply):
            of_articles = following.startswith(("/source", "/cite"))
            kept = reply.answer.dated.strip() in following or label.endswith(", all days")
            reaches_back = bool(reply.answer.first_day) and _reaches_back(reply.answer, following)
            assert kept or of_articles or reaches_back, (question, label, following)


def _reaches_back(answer, following):
    """Return whether a timeline goes up to the last day, of a position from before the days."""
    all_before = all(s.said.to < answer.first_day for s in answer.statements)
    return (
        following.startswith("/timeline")
        and all_before
        and following.endswith(f" to {answer.as_of}")
    )


def test_no_two_buttons_of_an_answer_are_alike(replies):
    for question, reply in replies.items():
        labels = [label for label, _ in buttons(reply)]
        assert len(labels) == len(set(labels)), question
        assert len({q for _, q in buttons(reply)}) == len(labels), question


def test_an_answer_has_no_more_buttons_than_a_phone_shows_in_two_rows(replies):
    for question, reply in replies.items():
        if reply.answer.outcome is Outcome.ANSWER and not reply.answer.choices:
            assert len(buttons(reply)) <= MOST, question


def test_back_leads_to_the_screen_that_led_on(replies):
    lists = [(q, r) for q, r in replies.items() if any(label == "Back" for label, _ in buttons(r))]
    assert lists
    for question, reply in lists:
        before = next(q for label, q in buttons(reply) if label == "Back")
        assert question in [q for _, q in buttons(replies[before])], (before, question)
