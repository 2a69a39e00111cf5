"""Words that somebody said on other days than those asked about are told with their days."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

_TODAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("days") / "entries")
    corpus.state("Sordia")
    corpus.person("Nora Blau", post=("premier", "Sordia"))
    corpus.issue("Canal", parties=("Sordia",))
    corpus.said("Sordia", "Canal", "opposes", "It is premature to dig.", by="Nora Blau")
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, _TODAY).answer


@pytest.mark.parametrize(
    "typed",
    [
        "did blau say premature in 2019?",
        "blau premature 2019",
        "premature (Nora Blau, 2019)",
        "who said premature in 2019?",
        "premature - Sordia, 2019",
    ],
)
def test_words_of_another_year_are_shown_as_such(asked, typed):
    answer = asked(typed)
    assert answer.outcome is Outcome.NO_RECORD
    assert answer.reason.endswith("has “premature” in 2019. On other days:")
    assert [q.exact for s in answer.statements for q in s.quotes] == ["It is premature to dig."]


def test_words_of_no_day_are_not_said_to_be_of_others(asked):
    answer = asked("did blau say harpoon in 2019?")
    assert "On other days" not in answer.reason
    assert "in 2019" in answer.reason
