"""Messages that want no answer get a line, and not all of the help."""

from __future__ import annotations

import pytest

from bot.answers.unasked_messages import closes
from bot.cli.ask import ask


@pytest.mark.parametrize(
    "typed",
    [
        *("thanks", "ok great", "ok, great, thank you so much!", "got it"),
        *("good bot", "hmm ok", "cheers mate", "lol", "good job, thanks"),
    ],
)
def test_thanks_get_a_line(kb, today, typed):
    assert closes(typed)
    text = ask(kb, typed, today).message.text
    assert text.startswith("Ask again at any time")
    assert "/check" not in text


@pytest.mark.parametrize("typed", ["hello", "help", "what can you do?"])
def test_a_greeting_gets_all_of_the_help(kb, today, typed):
    assert not closes(typed)
    assert "/check" in ask(kb, typed, today).message.text


def test_thanks_before_a_question_are_no_end(kb):
    assert not closes("thanks, and what does Velmora think?")
