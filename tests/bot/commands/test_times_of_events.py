"""An occasion on record tells the days asked about; one without a day on record is asked back."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask

MINISTERIAL = "16 January 2018 (Foreign ministerial on North Korea issues)"


def _ask(kb, today, typed):
    return ask(kb, typed, today).answer


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("before the foreign ministerial", None, date(2018, 1, 15)),
        ("ahead of the ministerial", None, date(2018, 1, 15)),
        ("since the teleconference", date(2021, 2, 20), None),
        ("after the call with Sung Kim", date(2021, 2, 25), None),
        ("in the wake of the trilateral meeting", date(2021, 10, 20), None),
        ("after the October 2021 meeting", date(2021, 10, 20), None),
        ("since the hearing in January 2024", date(2024, 2, 1), None),
        ("before Moon's UN speech", None, date(2021, 8, 31)),
        ("before Kim Yo Jong's statement", None, date(2024, 2, 14)),
        ("after the remarks by Kono", date(2018, 1, 17), None),
        ("after Kim Yo Jong spoke", date(2024, 2, 16), None),
        ("in the aftermath of the ministerial", date(2018, 1, 17), None),
        ("by the time of the hearing", None, date(2023, 12, 31)),
        ("up to the hearing", None, date(2023, 12, 31)),
        ("post-ministerial", date(2018, 1, 17), None),
        ("immediately after the ministerial", date(2018, 1, 17), None),
        ("during the ministerial", date(2018, 1, 16), date(2018, 1, 16)),
    ],
)
def test_the_days_of_an_occasion_on_record_are_read(shipped_kb, today, when, first, last):
    answer = _ask(shipped_kb, today, f"What did Japan say {when}?")
    assert (answer.first_day, answer.as_of if last else None) == (first, last)
    assert (answer.read_as[0].typed, answer.not_understood) == (when, ())


def test_the_answer_says_which_day_was_read(shipped_kb, today):
    answer = _ask(shipped_kb, today, "What did Kono say before the foreign ministerial?")
    assert f"before {MINISTERIAL}" in {read.name for read in answer.read_as}
    assert answer.statements == ()


def test_nothing_from_before_somebody_spoke_is_given_as_said_after_it(shipped_kb, today):
    answer = _ask(shipped_kb, today, "What did Kishida say after Kim Yo Jong's statement?")
    assert (answer.first_day, answer.statements) == (date(2024, 2, 16), ())


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("before the summit", "the summit"),
        ("after the Olympics", "the Olympics"),
        ("before the Pyeongchang Olympics", "the Pyeongchang Olympics"),
        ("during the Olympics", "the Olympics"),
        ("since the earthquake", "the earthquake"),
        ("since the summit in Hanoi", "the summit in Hanoi"),
        ("after Trump met Kim", "Trump met Kim"),
        ("before he met Kang", "he met Kang"),
        ("two weeks after the call", "two weeks after the call"),
        ("before and after the call", "before and after the call"),
        ("after the 2018 Olympics", "the 2018 Olympics"),
        ("after Tillerson's UN speech", "Tillerson's UN speech"),
        ("before his speech", "his speech"),
        ("pre-Olympics", "Olympics"),
    ],
)
def test_an_occasion_without_a_day_on_record_is_asked_back(shipped_kb, today, when, told):
    answer = _ask(shipped_kb, today, f"What did Japan say {when}?")
    assert answer.reason.startswith(f"I have no day on record for “{told}”.")
    assert [choice.question for choice in answer.choices] == ["/timeline japan"]


def test_somebody_who_spoke_on_several_days_gives_a_choice(shipped_kb, today):
    answer = _ask(shipped_kb, today, "What did Seoul say after Funakoshi spoke?")
    assert [choice.id for choice in answer.choices] == ["2021-02-19", "2021-02-24", "2021-10-19"]


@pytest.mark.parametrize(
    "when", ["between the call and the ministerial", "from the ministerial to the teleconference"]
)
def test_days_between_two_occasions_are_asked_about(shipped_kb, today, when):
    answer = _ask(shipped_kb, today, f"What did Japan say {when}?")
    assert answer.reason.startswith("I read days before or after one occasion")


def test_two_times_are_asked_about(shipped_kb, today):
    answer = _ask(shipped_kb, today, "What did Japan say in 2021 after the teleconference?")
    assert (answer.outcome, "are two times" in answer.reason) == ("choice", True)


@pytest.mark.parametrize(
    "typed",
    [
        "Where did Sordia stand on pressure?",
        "Does the US support talks before denuclearization?",
        "What did Kishida say before parliament?",
        "What did Kono say about talks between the two Koreas?",
        "Does Japan want talks without pre-conditions?",
        "What did Kishida say before the Diet?",
        "What does Pyongyang want before the war is declared over?",
    ],
)
def test_what_tells_no_time_is_not_asked_back(shipped_kb, today, typed):
    answer = _ask(shipped_kb, today, typed)
    assert "no day on record" not in (answer.reason or "")


def test_a_time_by_which_nothing_was_chosen_is_named(shipped_kb, today):
    answer = _ask(shipped_kb, today, "What does Japan say about talks after Moon's offer?")
    assert {"after", "Moon"} <= set(answer.not_understood)
