"""A day without a year is of the one year that those named, or the conversation, give it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.last_question import remember
from bot.cli.ask import ask


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("What did Funakoshi say on October 19?", date(2021, 10, 19), date(2021, 10, 19)),
        ("What did Kono say in January?", date(2018, 1, 1), date(2018, 1, 31)),
        ("What did Kim Yo Jong say on Feb 15?", date(2024, 2, 15), date(2024, 2, 15)),
    ],
)
def test_the_only_year_in_which_somebody_spoke_is_read(shipped_kb, today, typed, first, last):
    answer = ask(shipped_kb, typed, today).answer
    assert (answer.outcome, bool(answer.statements)) == ("answer", True)
    assert (answer.first_day or first, answer.as_of) == (first, last)
    assert str(first.year) in answer.read_as[-1].name


def test_a_month_in_which_somebody_did_not_speak_is_of_the_year_of_all_their_words(
    shipped_kb, today
):
    answer = ask(shipped_kb, "What did Kono say in June?", today).answer
    assert (answer.as_of, answer.statements) == (date(2018, 6, 30), ())


def test_words_of_that_day_are_none_from_after_it(shipped_kb, today):
    answer = ask(shipped_kb, "What did Funakoshi say after October 19?", today).answer
    assert (answer.first_day, answer.statements) == (date(2021, 10, 20), ())


@pytest.mark.parametrize("typed", ["What did Japan say in February?", "What was said on Feb 24?"])
def test_the_year_is_asked_for_where_several_fit_or_nobody_is_named(shipped_kb, today, typed):
    assert "needs a year" in ask(shipped_kb, typed, today).answer.reason


def test_a_month_that_goes_on_is_of_the_year_asked_about(shipped_kb, today):
    reply = ask(shipped_kb, "What did North Korea say in February 2024?", today)
    last = remember(shipped_kb, reply.answer, None, reply.message.shows)
    answer = ask(shipped_kb, "and in January?", today, last).answer
    assert (answer.first_day, answer.as_of) == (date(2024, 1, 1), date(2024, 1, 31))
