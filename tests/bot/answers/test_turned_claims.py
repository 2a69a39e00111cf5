"""A claim without the “not” of the words found for it is told so in the heading."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.reply import reply_to
from bot.commands.plain_words import choose

TODAY = date(2026, 1, 1)
TURNED = "beside a “not” that your words do not have"


def reason(kb, typed):
    return reply_to(kb, choose(kb, typed, TODAY), TODAY).answer.reason or ""


@pytest.mark.parametrize(
    "typed",
    [
        "Orin Dask claimed it is time to ease",
        "did Orin Dask say it is time to ease?",
        "is it true that Orin Dask said this is the time to ease?",
    ],
)
def test_a_claim_that_lost_its_not_is_told(kb, typed):
    assert TURNED in reason(kb, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "what did Orin Dask say about time?",
        "Orin Dask said this is not the time to ease",
        "who said late spring",
        "did Orin Dask ever say ease?",
    ],
)
def test_who_asks_what_was_said_claims_nothing(kb, typed):
    assert TURNED not in reason(kb, typed)
