"""Who did something to somebody is sought in what was said, and is not who that somebody is."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from knowledge.questions.who_did import find_surname
from tests.bot.invented_corpus import InventedCorpus


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("did") / "entries")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.person("Nora Blau", post=("minister", "Sordia"))
    corpus.person("Ida Rahn", post=("envoy", "Lutha"))
    corpus.issue("Canal")
    corpus.said("Lutha", "Canal", "supports", "I have sent Blau a letter.", by="Ida Rahn")
    corpus.said("Sordia", "Canal", "supports", "We met nobody at all.", by="Nora Blau")
    return corpus.kb()


@pytest.fixture
def asked(kb):
    return lambda typed: ask(kb, typed, date(2025, 6, 1)).answer


@pytest.mark.parametrize(
    "typed",
    ["who sent blau a letter", "who sent nora blau a letter", "who has sent the letter to blau"],
)
def test_whoever_did_it_is_shown(asked, typed):
    answer = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert [s.speaker.id for s in answer.statements] == ["ida-rahn"]


@pytest.mark.parametrize("typed", ["who met rahn", "who replaced blau", "who rejects blau's offer"])
def test_what_nobody_is_on_record_with_is_not_answered_by_a_profile(asked, typed):
    answer = asked(typed)
    assert (answer.outcome, answer.person) == (Outcome.NO_RECORD, None)


@pytest.mark.parametrize("typed", ["who is blau", "who blau", "who was nora blau"])
def test_who_somebody_is_stays_so(asked, typed):
    assert asked(typed).person.id == "nora-blau"


@pytest.mark.parametrize(
    ("typed", "surname"), [("Kim Jong Un", "kim"), ("Joe Biden", "biden"), ("Blau", "blau")]
)
def test_an_article_goes_on_with_the_surname(kb, typed, surname):
    assert find_surname(kb, typed) == surname


@pytest.mark.parametrize("typed", ["which countries met nobody", "which minister met nobody"])
def test_which_of_many_did_it_is_sought_too(asked, typed):
    assert [s.speaker.id for s in asked(typed).statements] == ["nora-blau"]


def test_a_verb_alone_is_near_nothing(asked):
    answer = asked("who sent the parcel")
    assert (answer.outcome, answer.statements) == (Outcome.NO_RECORD, ())
