"""An issue asked about on which nobody takes a side is named, though one below it is answered."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

TOLD = "On moose tax: no position coded."


@pytest.fixture
def moose(tmp_path):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.issue("moose tax")
    corpus.issue("calf levy", below="moose tax")
    corpus.said("Sordia", "calf levy", "opposes", "No levy on calves.", about=["moose-tax"])
    corpus.said("Lutha", "calf levy", "opposes", "No levy on calves either.")
    kb = corpus.kb()
    yield kb
    kb.close()


def test_it_is_named_above_the_words(moose, today):
    answer, message = ask(moose, "/stance sordia moose tax", today)
    assert [stance.issue.id for stance in answer.stances] == ["calf-levy"]
    assert [issue.id for issue in answer.issues_without_position] == ["moose-tax"]
    assert TOLD in message.text
    assert message.text.index(TOLD) < message.text.index("No levy on calves.")


@pytest.mark.parametrize("typed", ["/stance sordia calf levy", "/stance lutha moose tax"])
def test_it_is_not_named_where_it_is_not_asked_about_or_nothing_is_on_record(moose, today, typed):
    answer, message = ask(moose, typed, today)
    assert answer.issues_without_position == ()
    assert TOLD not in message.text
