"""An office that a person's name stands before is one of that person's own state."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from knowledge.questions.reader import read
from tests.bot.invented_corpus import InventedCorpus


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("offices") / "entries")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.person("Nora Blau", post=("president", "Sordia"))
    corpus.person("Ida Rahn", post=("minister", "Lutha"))
    corpus.person("Olt Brenn", post=("chief cabinet secretary", "Sordia"))
    corpus.issue("Canal")
    corpus.said("Sordia", "Canal", "supports", "We want the canal.", by="Olt Brenn")
    corpus.said("Lutha", "Canal", "opposes", "We want no canal.", by="Ida Rahn")
    return corpus.kb()


def test_an_office_of_the_persons_state_is_whoever_held_it(kb):
    question = read(kb, "blau's chief cabinet secretary on the canal")
    assert "olt-brenn" in {found.name.target for found in question.found}
    assert question.strangers == ()


@pytest.mark.parametrize(
    "typed",
    ["rahn's chief cabinet secretary", "blau's minister of defense", "blau's chief of staff"],
)
def test_an_office_that_nobody_held_in_that_state_is_a_strangers(kb, typed):
    question = read(kb, f"{typed} on the canal")
    assert [stranger.typed for stranger in question.strangers] == [typed]
    assert [found.name.target for found in question.found] == ["canal"]
    assert ask(kb, f"{typed} on the canal", date(2025, 6, 1)).answer.statements == ()


@pytest.mark.parametrize(
    "typed", ["brenn's boss", "brenn's president", "rahn's minister", "blau's boss", "blau's chief"]
)
def test_nobody_but_a_leader_has_an_office_and_a_boss_is_nobody_on_record(kb, typed):
    question = read(kb, f"{typed} on the canal")
    assert [(s.typed, s.ever) for s in question.strangers] == [(typed, ())]
    assert [found.name.target for found in question.found] == ["canal"]


@pytest.mark.parametrize(
    ("typed", "stranger"),
    [
        ("Japan's boss on the end of war", "Japan's boss"),
        ("the boss in Tokyo on the end of war", "boss in Tokyo"),
        ("Kono's boss on the end of war", "Kono's boss"),
        ("Shin's chief on talks", "Shin's chief"),
    ],
)
def test_the_head_of_a_body_is_not_that_of_its_state_nor_of_its_people(shipped_kb, typed, stranger):
    assert [s.typed for s in read(shipped_kb, typed).strangers] == [stranger]


def test_the_head_of_a_state_and_of_a_service_are_known(shipped_kb):
    named = [
        read(shipped_kb, t).found[0].name.target
        for t in ("Japan's leader", "South Korea's spy chief")
    ]
    assert named == ["fumio-kishida", "cho-tae-yong"]
