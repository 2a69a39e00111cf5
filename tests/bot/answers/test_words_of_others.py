"""Whether somebody else said the words checked last is no question of where they stand."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.last_question import LastQuestion, remember
from bot.answers.words_of_others import ask_of_same_words
from bot.cli.ask import ask

TODAY = date(2026, 12, 1)


@pytest.fixture
def answer_to(shipped_kb):
    def answer(*questions):
        last = None
        for question in questions:
            reply = ask(shipped_kb, question, TODAY, last)
            last = remember(shipped_kb, reply.answer, last, reply.message.shows)
        return reply.answer

    return answer


@pytest.mark.parametrize(
    ("then", "who"),
    [
        ("and did Tillerson say that too?", "rex-tillerson"),
        ("did Kishida say that?", "fumio-kishida"),
        ("or was it Kishida?", "fumio-kishida"),
        ("is it Kim Jong Un?", "kim-jong-un"),
        ("was it really the State Department?", "us-state-department"),
    ],
)
def test_whether_another_said_the_words_checked_asks_for_them(answer_to, then, who):
    answer = answer_to("check “a new future”", then)
    assert (answer.command, answer.outcome) == ("said", "choice")
    assert answer.reason.startswith("No words to search for.")
    assert answer.reason.endswith(f"by {who}")
    assert answer.taken_over.was_a_search


@pytest.mark.parametrize("then", ["is it Japan's position?", "was it in 2018?", "is it so?", ""])
def test_other_questions_after_a_check_are_read_as_they_are(shipped_kb, then):
    last = LastQuestion(command="check", who=("japan",), issues=("pressure",))
    assert ask_of_same_words(shipped_kb, then, last) is None


def test_after_another_question_a_position_may_be_meant(shipped_kb):
    last = LastQuestion(command="stance", who=("japan",), issues=("pressure",))
    assert ask_of_same_words(shipped_kb, "did Kishida say that?", last) is None


@pytest.mark.parametrize("then", ["which article is that from?", "what source was it in?"])
def test_the_article_of_words_checked_is_told(answer_to, then):
    assert answer_to("check “a new future”", then).command == "source"
