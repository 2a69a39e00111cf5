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
