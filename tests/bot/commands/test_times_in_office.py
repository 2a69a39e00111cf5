"""A time in office is the days asked about where the corpus has them; else it is asked back."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask

BEGAN = date(2021, 1, 20)  # Biden's time in office, and the end of Trump's


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("since Biden became president", BEGAN, None),
        ("since President Biden took office", BEGAN, None),
        ("since the Biden administration", BEGAN, None),
        ("since Biden", BEGAN, None),
        ("before Biden took office", None, date(2021, 1, 19)),
        ("before Biden", None, date(2021, 1, 19)),
        ("until Biden became the president of the US", None, date(2021, 1, 19)),
        ("after Trump left office", BEGAN, None),
        ("before Trump left office", None, BEGAN),
    ],
)
def test_days_on_record_are_those_asked_about(shipped_kb, today, when, first, last):
    answer = ask(shipped_kb, f"Where did the US stand on talks {when}?", today).answer
    assert (answer.outcome, answer.not_understood) == ("answer", ())
    assert (answer.first_day, answer.as_of if last else None) == (first, last)


@pytest.mark.parametrize(
    "when",
    [
        "under Abe",
        "under Prime Minister Abe",
        "during the Abe administration",
        "during Abe's premiership",
        "in the Abe era",
        "in Abe's second term",
        "in the Abe years",
        "when Abe was prime minister",
        "while Abe was in office",
        "when Abe was Japan's prime minister",
    ],
)
def test_days_that_are_not_on_record_are_asked_for(shipped_kb, today, when):
    answer = ask(shipped_kb, f"Where did Japan stand on talks {when}?", today).answer
    assert answer.outcome == "no_match"
    assert answer.reason == (
        "The articles do not say from when to when Shinzo Abe was in office. "
        "Try 2018, Feb 2018 or 2018-02-26."
    )


@pytest.mark.parametrize("when", ["under Biden", "in the Biden years", "under Trump"])
def test_a_time_of_which_one_end_is_on_record_is_asked_for(shipped_kb, today, when):
    answer = ask(shipped_kb, f"Where did the US stand on talks {when}?", today).answer
    assert (answer.outcome, "was in office" in answer.reason) == ("no_match", True)


@pytest.mark.parametrize(
    ("when", "told"),
    [
        ("since Kishida became prime minister", "when Fumio Kishida took office"),
        ("after Abe stepped down", "when Shinzo Abe left office"),
    ],
)
def test_the_day_that_is_missing_is_told(shipped_kb, today, when, told):
    answer = ask(shipped_kb, f"Where did Japan stand on a summit {when}?", today).answer
    assert answer.reason.startswith(f"The articles do not say {told}.")


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("Where did Japan stand on pressure under Suga in 2021?", "Suga"),
        ("What does Japan say about talks after Moon's offer?", "Moon"),
        ("Where did Japan stand on talks since Abe?", "Abe"),
    ],
)
def test_what_says_no_time_in_office_is_mentioned(shipped_kb, today, typed, left):
    answer = ask(shipped_kb, typed, today).answer
    assert (answer.outcome, left in answer.not_understood) == ("answer", True)


def test_who_held_an_office_under_somebody_is_still_told(shipped_kb, today):
    typed = "Who was South Korea's foreign minister under Moon?"
    assert ask(shipped_kb, typed, today).answer.person.name == "Kang Kyung-hwa"


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("Japan on talks under Abe", "/stance shinzo-abe government dialogue"),
        ("US policy on talks under Trump", "/stance donald-trump government dialogue"),
        ("what about under Moon", "/who moon-jae-in government"),
        ("Seoul on talks under Abe", None),
    ],
)
def test_a_time_without_days_leads_to_what_is_of_that_government(
    shipped_kb, today, typed, question
):
    answer = ask(shipped_kb, typed, today).answer
    assert answer.outcome == "no_match"
    assert [choice.question for choice in answer.choices] == ([question] if question else [])
