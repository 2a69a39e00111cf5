"""What was said in a time that is over is not dated to the week of the article."""

from __future__ import annotations

import pytest

from tests.knowledge.intake.read.reading_texts import PUBLISHED, read

WORDS = "“a rail that ends is a question to us”"


def date_all(raw):
    return [made.said for made in read(raw) if not made.no_quote]


@pytest.mark.parametrize(
    "lead",
    [
        "My grandmother used to say that",
        "As Mary Finch liked to say,",
        "When I was a minister, an executive told me that",
        "When she was mayor, Mary Finch told me that",
        "While in opposition, Mary Finch told me that",
        "As a young diplomat, Mary Finch told me that",
    ],
)
def test_a_time_of_life_reaches_back(lead):
    said = date_all(f"{lead} {WORDS}.")
    assert said
    assert all((PUBLISHED.from_ - one.from_).days > 366 for one in said)


@pytest.mark.parametrize(
    "lead",
    [
        "When she was asked about it, Mary Finch told me that",
        "When the minister was asked, Mary Finch said that",
        "As a minister, Mary Finch said that",
        "Mary Finch, who used to be mayor, said that",
    ],
)
def test_what_is_said_now_is_of_the_week(lead):
    assert all((PUBLISHED.from_ - one.from_).days == 7 for one in date_all(f"{lead} {WORDS}."))


@pytest.mark.parametrize(
    ("raw", "years"),
    [
        ("Velmora, which has asked for a treaty since 2019, welcomed the deal.", [2025]),
        ("Mary Finch, who has opposed the dams since 2015, said the deal was late.", [2025]),
        (f"Mary Finch, who had in 2015 called it {WORDS}, said it was late.", [2015]),
        ("Velmora has asked for a new treaty since 2019.", [2019]),
        (f"Years ago Mary Finch told me that {WORDS}.", [1965]),
        (f"In the 1990s Mary Finch said that {WORDS}.", [1990]),
    ],
)
def test_the_date_of_a_clause_about_somebody_is_not_that_of_the_news(raw, years):
    assert [said.from_.year for said in date_all(raw)] == years
