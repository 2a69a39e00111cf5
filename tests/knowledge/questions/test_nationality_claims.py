"""A person behind a state, or behind an office of one, that is not theirs is nobody on record."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from knowledge.questions.reader import read
from tests.bot.invented_corpus import InventedCorpus

TODAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("nationalities") / "entries")
    corpus.state("Sordia", "Sordian")
    corpus.state("Lutha", "Luthan")
    corpus.body("Luthan Army", "Lutha", "army")
    corpus.body("Luthan Navy", "Lutha", "navy")
    corpus.person("Nora Blau", post=("president", "Sordia"))
    corpus.person("Jan Blau", post=("secretary of state", "Lutha"))
    corpus.person("Ida Rahn", post=("secretary of state", "Lutha"))
    corpus.person("Olt Brenn", post=("spokesman", "Luthan Army"))
    corpus.person("Ute Zorn", post=("envoy on Sordian rivers", "Lutha"))
    corpus.issue("Canal")
    corpus.said("Lutha", "Canal", "opposes", "We want no canal.", by="Ida Rahn")
    return corpus.kb()


def _told(kb, typed):
    question = read(kb, typed)
    found = [name.target for f in question.found for name in f.names]
    return found, [stranger.typed for stranger in question.strangers]


@pytest.mark.parametrize(
    "typed",
    [
        "Luthan president Nora Blau",
        "Sordian foreign minister Rahn",
        "French president Nora Blau",
        "Sordia's Rahn",
        "Luthan Navy spokesman Brenn",
    ],
)
@pytest.mark.parametrize("question", ["{}", "who is {}", "what did {} say", "{} on the canal"])
def test_a_state_or_body_that_is_not_theirs_makes_a_stranger(kb, typed, question):
    found, strangers = _told(kb, question.format(typed))
    assert strangers == [typed]
    assert set(found) <= {"canal"}
    answer = ask(kb, question.format(typed), TODAY).answer
    assert answer.statements == ()
    assert {"nora-blau", "ida-rahn", "olt-brenn"} & {choice.id for choice in answer.choices}


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Sordian president Nora Blau", "nora-blau"),
        ("Lutha's Rahn", "ida-rahn"),
        ("army spokesman Brenn", "olt-brenn"),
        ("Sordian rivers envoy Zorn", "ute-zorn"),
        ("Luthan envoy Zorn", "ute-zorn"),
    ],
)
def test_what_is_theirs_is_read_over(kb, typed, person):
    found, strangers = _told(kb, f"what did {typed} say")
    assert person in found
    assert not strangers


@pytest.mark.parametrize("typed", ["Luthan secretary of state Blau", "Lutha's Blau"])
def test_a_state_tells_namesakes_apart(kb, typed):
    assert _told(kb, typed)[0][-1:] == ["jan-blau"]


def test_an_office_tells_namesakes_apart(kb):
    assert _told(kb, "President Blau on the canal")[0] == ["nora-blau", "canal"]


def test_an_office_by_another_name_is_told_by_its_own(kb):
    answer = ask(kb, "Foreign Minister Rahn on the canal", TODAY).answer
    assert answer.stances
    told = [(read_as.typed, read_as.name) for read_as in answer.read_as]
    assert told[1:] == [("Foreign Minister", "secretary of state")]
    assert len(ask(kb, "Secretary of State Rahn on the canal", TODAY).answer.read_as) == 1


@pytest.mark.parametrize(
    "typed", ["what did Rahn say as foreign minister", "Rahn as foreign minister"]
)
def test_an_office_behind_a_name_is_told_too(kb, typed):
    answer = ask(kb, typed, TODAY).answer
    assert answer.person.id == "ida-rahn"
    assert "secretary of state" in {read_as.name for read_as in answer.read_as}


@pytest.mark.parametrize(
    "typed", ["the French secretary of state", "France's president", "president of France"]
)
def test_an_office_of_a_state_not_on_record_is_nobodys(kb, typed):
    answer = ask(kb, f"what did {typed} say", TODAY).answer
    assert answer.statements == ()
    assert answer.reason == f"Nobody on record is named as “{typed.removeprefix('the ')}”."


def test_the_wrong_state_of_people_on_record(shipped_kb):
    answer = ask(shipped_kb, "who is South Korean President Trump?", TODAY).answer
    assert answer.reason.startswith("I have no record of “South Korean President Trump”.")
    assert answer.choices[0].id == "donald-trump"
    answer = ask(shipped_kb, "who is North Korean leader Kim?", TODAY).answer
    assert answer.person.id == "kim-jong-un"
