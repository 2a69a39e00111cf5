"""A statement that is withdrawn stays in its article, and is served no more."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.corpus.errors import UpkeepError
from knowledge.upkeep.renaming import rename
from knowledge.upkeep.retiring import retire

ARTICLE, STATEMENT = "articles/marrow-2025-05", "teva-dask-news"
DAY = date(2025, 6, 1)


def test_it_is_kept_as_it_was_with_the_day_and_the_reason(curator, make):
    held = curator.read(ARTICLE)["statements"]
    told = make(retire, STATEMENT, "It was a rumor.", DAY)
    assert told[0].startswith(f"The statement '{STATEMENT}' is retired")
    assert "1 removed statement" in told[-1]
    data = curator.read(ARTICLE)
    assert [s for s in held if s not in data["statements"]] == [data["retired"][0]["statement"]]
    assert data["retired"][0]["why"] == "It was a rumor."
    assert str(data["retired"][0]["day"]) == "2025-06-01"
    report = curator.check()
    assert (report.problems, report.proof.proved) == ([], 16)


def test_what_does_not_pass_its_check_can_be_retired(curator, make):
    curator.quote(STATEMENT, exact="said she had never heard the news")
    assert curator.told()
    make(retire, STATEMENT, "Nobody prints it.", DAY)
    assert curator.told() == []


def test_it_goes_on_naming_what_is_renamed(curator, make):
    make(retire, STATEMENT, "It was a rumor.", DAY)
    make(rename, "teva-dask", "t-dask")
    assert curator.read(ARTICLE)["retired"][0]["statement"]["speaker"]["id"] == "t-dask"


@pytest.mark.parametrize(
    ("name", "why", "told"),
    [("teva-dask-new", "So.", "Did you mean 'teva-dask-news'"), (STATEMENT, "  ", "Say why")],
)
def test_an_unknown_statement_and_no_reason_are_told(opened, name, why, told):
    with pytest.raises(UpkeepError, match=told):
        retire(opened().corpus, name, why, DAY)


def test_it_is_retired_once(make, opened):
    make(retire, STATEMENT, "It was a rumor.", DAY)
    with pytest.raises(UpkeepError, match=r"was retired on 2025-06-01: It was a rumor\."):
        retire(opened().corpus, STATEMENT, "Again.", DAY)
