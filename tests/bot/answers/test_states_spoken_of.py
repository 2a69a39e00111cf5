"""A state that is spoken of leads to the issues that are about it, and to no others."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

_TODAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("states") / "entries")
    for name in ("Sordia", "Lutha", "Ruritania", "Grauland", "Tarn"):
        corpus.state(name)
    corpus.person("Nora Blau", post=("premier", "Sordia"))
    corpus.issue("Canal", parties=("Sordia", "Lutha"))
    corpus.issue("Armistice", parties=("Sordia", "Lutha", "Ruritania"))
    corpus.issue("Tolls")
    corpus.state("Kravonia")
    corpus.issue("Unity on Kravonia", parties=("Sordia", "Ruritania", "Tarn"))
    corpus.officeholder("Ida Lund", {"president": ("2024-01-01", "2025-03-04")}, of="Sordia")
    corpus.body("Sordian Chancery", "Sordia")
    chancery = {"speaker": {"id": "sordian-chancery", "as": "the chancery of Ida Lund"}}
    corpus.said("Sordia", "Unity on Kravonia", "supports", "We stand together.", **chancery)
    corpus.said("Sordia", "Canal", "supports", "We shall dig it, whatever it costs.")
    corpus.said("Sordia", "Armistice", "opposes", "It is too early to sign.", by="Nora Blau")
    corpus.said("Sordia", "Tolls", "opposes", "Grauland will never get one coin from us.")
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, _TODAY).answer


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("sordia on ruritania", "ruritania"),
        ("what does sordia think about ruritania", "ruritania"),
        ("what does sordia think about tarn", "tarn"),
        ("sordia's view of tarn", "tarn"),
        ("what does nora blau think of grauland", "grauland"),
    ],
)
def test_nothing_is_on_record_about_a_state_that_no_issue_is_about(asked, typed, state):
    answer = asked(typed)
    assert answer.outcome is Outcome.NO_RECORD
    assert f"is about “{state}”" in answer.reason
    assert not answer.stances


def test_a_state_that_an_issue_is_about_leads_to_its_issues(asked):
    answer = asked("what does sordia think about lutha")
    assert answer.outcome is Outcome.CHOICE
    assert {choice.label for choice in answer.choices} == {"Canal", "Armistice"}


def test_a_state_that_the_words_name_leads_to_them(asked):
    answer = asked("what does sordia think about grauland")
    assert answer.outcome is Outcome.ANSWER
    assert answer.issue.id == "tolls"


def test_an_issue_that_is_named_is_answered_whatever_its_parties(asked):
    answer = asked("sordia on the armistice with ruritania")
    assert answer.outcome is Outcome.ANSWER
    assert answer.issue.id == "armistice"


@pytest.mark.parametrize(
    "typed", ["/stance ida lund kravonia", "what did ida lund say about kravonia", "/who ida lund"]
)
def test_what_bodies_said_under_somebody_counts_where_the_question_names_the_state(asked, typed):
    answer = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert answer.from_bodies
    assert [statement.speaker.id for statement in answer.statements] == ["sordian-chancery"]
    assert not answer.not_understood


def test_what_an_issue_asks_of_its_own_parties_is_not_about_them(asked):
    assert asked("ida lund on ruritania").outcome is Outcome.NO_RECORD
