"""A state's own weapons are not those that an issue wants gone of another state."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

TODAY = date(2025, 12, 1)


@pytest.fixture(scope="module")
def answer_to(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("weapons") / "entries")
    corpus.state("Ruritania", "Ruritanian")
    corpus.state("Sordia")
    corpus.issue("Disarmament of Sordia", "rockets", "glass rockets", parties=("Sordia",))
    corpus.said("Ruritania", "Disarmament of Sordia", "supports", "Sordia must disarm.")
    corpus.said("Sordia", "Disarmament of Sordia", "opposes", "We keep what we have.")
    kb = corpus.kb()
    yield lambda typed: ask(kb, typed, TODAY).answer
    kb.close()


@pytest.mark.parametrize(
    "typed",
    [
        "Ruritania's glass rockets",
        "Ruritania's rockets",
        "Ruritania on glass rockets of its own",
        "does Ruritania want glass rockets",
        "should Ruritania get rockets",
        "Sordia on Ruritania's glass rockets",
    ],
)
def test_whose_weapons_are_meant_is_asked_where_no_issue_is_about_them(answer_to, typed):
    answer = answer_to(typed)
    assert answer.outcome in {Outcome.CHOICE, Outcome.NO_MATCH}
    assert answer.reason.startswith("No issue on record has Ruritania as a party there.")


@pytest.mark.parametrize(
    ("typed", "holder"),
    [
        ("Sordia's glass rockets", "sordia"),
        ("does Sordia want glass rockets", "sordia"),
        ("Ruritania on glass rockets", "ruritania"),
        ("Ruritania's glass rockets position", "ruritania"),
        ("Ruritania on Sordia's glass rockets", "ruritania"),
    ],
)
def test_the_weapons_that_an_issue_is_about_are_answered(answer_to, typed, holder):
    answer = answer_to(typed)
    assert answer.outcome is Outcome.ANSWER
    assert answer.holder.id == holder
