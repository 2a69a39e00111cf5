"""`stancebook retire`: whoever cites the statement is told why it is gone."""

from __future__ import annotations


def test_a_retired_statement_says_why(stancebook, upkept):
    why = ("--why", "It was a rumor")
    made = stancebook("retire", "teva-dask-news", *why, *upkept.options)
    assert made.exit_code == 0
    told = stancebook("ask", "/cite teva-dask-news", *upkept.options)
    assert told.exit_code == 1
    assert "was retired on" in told.output
    assert told.output.rstrip().endswith(": It was a rumor.")


def test_a_reason_is_needed(stancebook, upkept):
    before = upkept.files()
    assert stancebook("retire", "teva-dask-news", *upkept.options).exit_code == 2
    assert upkept.files() == before


def test_a_dry_run_writes_nothing(stancebook, upkept):
    before = upkept.files()
    why = ("--why", "It was a rumor")
    assert stancebook("retire", "teva-dask-news", *why, "--dry-run", *upkept.options).exit_code == 0
    assert upkept.files() == before
