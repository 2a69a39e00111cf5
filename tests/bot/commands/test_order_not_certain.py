"""Positions of days that do not tell which came last: no value is called the latest alone."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

FEBRUARY = ("2024-02-01", "2024-02-29")


def _said(first: str, last: str) -> dict[str, str]:
    return {"from": first, "to": last, "printed": "2024", "basis": "printed"}


@pytest.fixture
def asked(tmp_path):
    """Ask about a state that took two sides on a canal, on the days given, and one on a dike."""

    def asking(typed, *days):
        corpus = InventedCorpus(tmp_path / "entries")
        corpus.state("Sordia")
        corpus.state("Lutha")
        for name in ("a canal", "a dike"):
            corpus.issue(name)
            corpus.said("Lutha", name, "supports", f"Lutha on {name}.")
        corpus.said("Sordia", "a dike", "supports", "Raise it.", said=_said(*FEBRUARY))
        for value, span in zip(("supports", "opposes"), days, strict=True):
            corpus.said("Sordia", "a canal", value, f"It {value}.", said=_said(*span))
        return ask(corpus.kb(), typed, date(2024, 12, 1))

    return asking


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/stance sordia canal", "The latest on record, {} may be newer."),
        ("/stance sordia on a canal and a dike", "as of Feb 2024, {} may be newer\n"),
        ("/compare sordia, lutha on a canal", "as of Feb 2024, {} may be newer\n"),
        ("/issues sordia", "2024, {} may be newer\n"),
    ],
)
def test_the_other_value_of_the_same_days_is_named(asked, typed, told):
    reply = asked(typed, FEBRUARY, FEBRUARY)
    held = next(s for s in reply.answer.stances if s.issue.id == "a-canal" and s.perhaps_newer)
    assert {held.value, held.perhaps_newer} == {"supports", "opposes"}
    assert told.format(held.perhaps_newer) in reply.message.text


@pytest.mark.parametrize(
    "days", [(("2024-01-01", "2024-01-31"), FEBRUARY), (FEBRUARY, ("2024-03-01", "2024-03-01"))]
)
def test_a_value_of_later_days_is_the_latest(asked, days):
    reply = asked("/stance sordia canal", *days)
    assert reply.answer.stances[0].perhaps_newer is None
    assert "may be newer" not in reply.message.text


@pytest.mark.slow
def test_the_card_and_the_timeline_agree_on_what_is_certain(shipped_kb):
    today, uncertain = date(2026, 11, 28), 0
    for holder, issue in {(row.holder, row.issue) for row in shipped_kb.stances()}:
        held = ask(shipped_kb, f"/stance {holder} {issue}", today).answer.stances[0]
        lane = ask(shipped_kb, f"/timeline {holder} {issue}", today).answer.lanes[0]
        unordered = bool(lane.changes) and not lane.changes[-1].in_order
        assert (held.perhaps_newer is not None) is unordered, (holder, issue)
        uncertain += unordered
    assert uncertain
