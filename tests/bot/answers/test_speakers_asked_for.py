"""Who of a state or an office spoke is told by their words alone, whoever the words are about."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.answer import Outcome
from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus

_TODAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("whose") / "entries")
    corpus.state("Sordia", "Sordian")
    corpus.state("Lutha", "Luthan")
    corpus.state("Ruritania")
    corpus.person("Nora Blau", post=("foreign minister", "Sordia"))
    corpus.issue("Canal", "the waterway", parties=("Sordia", "Lutha"))
    corpus.issue("Tolls", parties=("Lutha",))
    corpus.said("Sordia", "Canal", "supports", "Lutha and we shall dig.", by="Nora Blau")
    corpus.said("Sordia", "Tolls", "opposes", "We urge Lutha to drop the tolls.")
    corpus.said("Lutha", "Canal", "opposes", "Sordia digs on its own.")
    corpus.said("Ruritania", "Canal", "supports", "Sordia and Lutha are right.")
    kb = corpus.kb()
    return lambda typed: ask(kb, typed, _TODAY).answer


def _voices(answer):
    return {statement.on_behalf_of for statement in answer.statements}


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("who in Sordia spoke about Lutha?", "sordia"),
        ("which Sordian official spoke about Lutha?", "sordia"),
        ("which Sordian spoke about Lutha?", "sordia"),
        ("did anyone in Sordia mention Lutha?", "sordia"),
        ("who among the Sordians talked about Lutha?", "sordia"),
        ("which Luthan official commented on Sordia?", "lutha"),
        ("who at the Luthan government spoke about Sordia?", "lutha"),
        ("who in Lutha said that?", "lutha"),
        ("which Sordian foreign minister spoke about Lutha?", "sordia"),
        ("who in Sordia spoke about the waterway?", "sordia"),
        ("which Sordian minister spoke about the canal?", "sordia"),
    ],
)
def test_nobody_elses_words_tell_who_of_a_state_spoke(asked, typed, state):
    answer = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert _voices(answer) == {state}


def test_which_minister_is_told_by_the_ministers_own_words(asked):
    answer = asked("which Sordian minister spoke about Lutha?")
    assert [said.speaker.id for said in answer.statements] == ["nora-blau"]


def test_where_nobody_of_a_state_spoke_no_others_are_given(asked):
    answer = asked("who in Ruritania spoke about Ida Rahn?")
    assert answer.outcome is not Outcome.ANSWER
    assert _voices(answer) <= {"ruritania"}


@pytest.mark.parametrize(
    "typed",
    [
        "who did Sordia urge?",
        "whom did the Sordians urge?",
        "who was urged by Sordia?",
        "which states did Sordia urge?",
        "who was Sordia urging to drop the tolls?",
        "who Sordia urged",
    ],
)
def test_whom_somebody_urged_is_told_by_their_own_words(asked, typed):
    answer = asked(typed)
    assert answer.outcome is Outcome.ANSWER
    assert [said.quotes[0].exact for said in answer.statements] == [
        "We urge Lutha to drop the tolls."
    ]
    assert "Sordia" not in answer.not_understood


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("who did Sordia blame?", "no words on record by Sordia have “blame”."),
        ("who did Nora Blau meet?", "no words on record by Nora Blau have “meet”."),
        ("who was praised by Lutha?", "no words on record by Lutha have “praised”."),
    ],
)
def test_no_words_of_others_tell_whom_somebody_did_something_to(asked, typed, reason):
    answer = asked(typed)
    assert (answer.outcome, answer.statements) == (Outcome.NO_MATCH, ())
    assert answer.reason == f"I cannot tell whom: {reason}"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("who in Sordia urged Lutha?", "We urge Lutha to drop the tolls."),
        ("which Sordian diplomat urged Lutha?", "We urge Lutha to drop the tolls."),
    ],
)
def test_a_place_beside_a_verb_keeps_to_its_speakers(asked, typed, told):
    assert [said.quotes[0].exact for said in asked(typed).statements] == [told]


def test_a_verb_that_nobody_of_a_place_used_is_told_with_the_place(asked):
    answer = asked("who in Lutha praised the canal?")
    assert answer.reason == "No statement on record from “Lutha” on Canal has “praised”. Near:"
    assert _voices(answer) == {"lutha"}


@pytest.mark.parametrize(
    "typed", ["who in Graustark spoke about Lutha?", "who in Asia urged Lutha?"]
)
def test_a_place_without_a_record_is_named(asked, typed):
    answer = asked(typed)
    assert answer.outcome is not Outcome.ANSWER
    assert answer.statements == ()


def test_who_is_in_charge_of_a_state_is_not_the_state(asked):
    answer = asked("who is in charge of Sordia policy?")
    assert (answer.organization, answer.statements) == (None, ())


def test_which_of_a_nation_did_something_is_not_what_the_nation_holds(asked):
    answer = asked("which Sordians met Nora Blau?")
    assert (answer.outcome, answer.stances) == (Outcome.NO_RECORD, ())


@pytest.mark.parametrize("typed", ["who did Sordia say is right?", "who did Sordia talk about?"])
def test_of_whom_somebody_said_something_is_not_told_by_others(asked, typed):
    answer = asked(typed)
    assert (answer.outcome, answer.statements) == (Outcome.NO_MATCH, ())


def test_whom_somebody_speaks_for_is_who_they_are(asked):
    answer = asked("who does Nora Blau speak for?")
    assert (answer.command, answer.outcome) == ("who", Outcome.ANSWER)
