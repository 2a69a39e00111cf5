"""Pages of a list: on to the next, and back to the very page before, whatever fits on each."""

from __future__ import annotations

import pytest

from bot.answers.pages import cut_more
from bot.cli.ask import ask
from bot.commands import registry
from bot.layout.terminal import choices
from knowledge.questions import read

LONG = "/timeline dialogue"


def on(kb, today, question, label):
    """Press the button that begins with a label; return the question it asks."""
    found = choices(ask(kb, question, today).message)
    return next((q for name, q in found if name.startswith(label)), None)


def test_back_leads_through_the_same_pages_as_on(shipped_kb, today):
    forth = [LONG, on(shipped_kb, today, LONG, "All ")]
    while further := on(shipped_kb, today, forth[-1], "More ("):
        forth.append(further)
    assert len(forth) > 3
    back = [forth[-1]]
    while before := on(shipped_kb, today, back[-1], "Back"):
        back.append(before)
    assert back == forth[::-1]


def test_a_page_that_was_typed_leads_back_to_the_beginning(shipped_kb, today):
    assert on(shipped_kb, today, f"{LONG} more 12", "Back") == LONG


def test_past_the_end_one_can_still_go_back(shipped_kb, today):
    reply = ask(shipped_kb, f"{LONG} more 999 back 12 0", today)
    assert "No more" in reply.message.text
    assert dict(choices(reply.message))["Back"] == f"{LONG} more 12 back 0"


@pytest.mark.parametrize(
    ("typed", "skip", "before"),
    [
        ("velmora ferry-ban more 21 back 9 0", 21, (9, 0)),
        ("velmora ferry-ban more 21", 21, ()),
        ("velmora ferry-ban more", None, ()),
        ("velmora ferry-ban more 21 Back 9", 21, (9,)),
    ],
)
def test_the_pages_before_are_read_from_the_question(kb, typed, skip, before):
    question = read(kb, typed)
    assert (question.more, question.skip, question.before) == (True, skip, before)
    assert not question.not_understood
    assert cut_more(typed).strip() == "velmora ferry-ban"


@pytest.mark.parametrize(
    "typed", ["velmora back 9", "velmora ferry-ban back", "velmora more back 1 x"]
)
def test_back_by_itself_is_a_word_like_others(kb, typed):
    question = read(kb, typed)
    assert not question.more
    assert not question.before


def test_every_command_takes_the_words_of_a_page(kb, today):
    for command in registry().values():
        answer = ask(kb, f"/{command.name} velmora more 3 back 0", today).answer
        assert "back" not in answer.not_understood, command.name
