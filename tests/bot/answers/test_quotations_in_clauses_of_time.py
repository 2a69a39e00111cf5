"""A clause of time that leads to a quotation gives it to who is named there, and is no day."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask

TODAY = date(2026, 1, 1)
BAN = "“This is not the time to ease the ferry ban”"
HOME = "“We will keep the ban until the last fisherman is home”"


@pytest.mark.parametrize(
    "marker", [" before", " after", ", a day after", " two years before", " since"]
)
@pytest.mark.parametrize(
    "told", ["told reporters", "told the press", "spoke of", "said", "called it"]
)
def test_who_is_named_in_a_clause_of_time_is_the_speaker_of_its_quotation(kb, marker, told):
    answer = ask(kb, f"/check Jonas Vehl said {HOME}{marker} Orin Dask {told} {BAN}", TODAY).answer
    check = answer.checks[1]
    assert (check.speaker.name, check.verdict, check.theirs) == ("Orin Dask", "exact", True)


def test_a_clause_of_time_at_the_beginning_gives_its_quotation_to_who_is_named_there(kb):
    answer = ask(
        kb, f"/check After Orin Dask told reporters {BAN}, Jonas Vehl said {HOME}", TODAY
    ).answer
    assert [c.speaker.name for c in answer.checks] == ["Orin Dask", "Jonas Vehl"]
    assert answer.checks[0].theirs
