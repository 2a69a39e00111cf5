"""Lists in a sentence, and which statements a screen shows."""

from __future__ import annotations

import pytest

from bot.layout import wording


@pytest.mark.parametrize(
    ("items", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_reads_as_in_a_sentence(items, words):
    assert wording.listed(items) == words


def test_a_list_can_end_in_or():
    assert wording.listed(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(("more", "shown"), [(False, 3), (True, 12)])
def test_a_further_screen_shows_a_dozen_statements_at_most(every_reply, more, shown):
    answer = every_reply["/stance japan end-of-war"].answer
    answer = answer.model_copy(update={"asked_for_more": more, "skip": 0})
    assert len(wording.page(list(range(20)), answer)) == shown
