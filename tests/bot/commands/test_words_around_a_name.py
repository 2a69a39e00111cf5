"""Who is meant by a name with words around it: whose party they are, and "former" beside them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus


@pytest.fixture
def asked(tmp_path):
    """A corpus of an issue between two states, and of an envoy of one who has no post on record."""
    corpus = InventedCorpus(tmp_path / "entries")
    for state in ("Sordia", "Lutha", "Velmark"):
        corpus.state(state)
    corpus.body("Lutha Chancery", "Lutha")
    corpus.issue("Sordia-Lutha summit", "summit", "meet Lund", parties=("Sordia", "Lutha"))
    corpus.person("Nora Blau", post=("minister", "Velmark"))
    corpus.person("Otto Falk", post=("minister", "Sordia"))
    corpus.person("Ida Lund")
    note = "She is said to have spoken for Lutha."
    corpus.said("Lutha", "Sordia-Lutha summit", "supports", "We meet.", by="Ida Lund", note=note)
    corpus.said("Sordia", "Sordia-Lutha summit", "supports", "We do.", by="Otto Falk")
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, date(2025, 6, 1))


def test_an_issue_of_two_is_not_read_of_two_others(asked):
    reply = asked("Did Nora Blau meet Ida Lund?")
    assert reply.answer.issue is None
    assert "summit" not in reply.message.text


def test_an_issue_of_two_is_read_of_these_two(asked):
    assert asked("Will Otto Falk meet Ida Lund?").answer.issue.id == "sordia-lutha-summit"


def test_former_before_a_title_and_a_name_is_named_as_not_read(asked):
    for typed in (
        "/stance former minister Otto Falk summit",
        "ex-minister Otto Falk on the summit",
    ):
        answer = asked(typed).answer
        assert answer.person.id == "otto-falk"
        assert [word.lower() for word in answer.not_understood] in (["former"], ["ex"])


def test_a_title_without_former_is_read(asked):
    assert asked("/stance minister Otto Falk summit").answer.not_understood == ()


def test_an_office_for_a_state_is_not_that_office(asked):
    for typed in (
        "who was Sordia's minister for Lutha?",
        "who was Sordia's minister for Lutha in 2021",
    ):
        reply = asked(typed)
        assert reply.answer.person is None
        assert "minister for Lutha”" in reply.message.text
        assert "Otto Falk (" not in reply.message.text
    assert asked("who was minister for Sordia?").answer.person.id == "otto-falk"


def test_an_official_of_a_body_is_not_the_body(asked):
    assert asked("/who senior Lutha Chancery official").answer.not_understood == ("official",)
    assert asked("what did Lutha Chancery officials say?").answer.not_understood == ()
    assert asked("/who Lutha Chancery").answer.not_understood == ()
