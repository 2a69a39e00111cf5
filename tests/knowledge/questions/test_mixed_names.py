"""A name mixed from two people on record is neither's: a given name beside another's surname."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from knowledge.questions.reader import read
from tests.bot.invented_corpus import InventedCorpus

TODAY = date(2025, 6, 1)


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("mixed") / "entries")
    corpus.state("Sordia")
    corpus.person("Nora Blau", "Blau Nora", "Nora", post=("president", "Sordia"))
    corpus.person("Ida Rahn", "Rahn Ida", "Ida")
    corpus.person("Pak Yong Su", "Yong-su", post=("envoy", "Sordia"))
    corpus.person("Oh Min Ji", "Oh Min-ji")
    corpus.issue("Canal")
    corpus.said("Sordia", "Canal", "supports", "We want the canal.", by="Nora Blau")
    corpus.said("Sordia", "Canal", "supports", "It is ours to want.", by="Pak Yong Su")
    return corpus.kb()


MIXED = [
    "Nora Rahn",
    "Rahn Nora",
    "Ida Blau",
    "Blau Ida",
    "Oh Yong-su",
    "Pak Min-ji",
    "Rahn Yong Su",
]


@pytest.mark.parametrize("name", MIXED)
@pytest.mark.parametrize("around", ["{}", "who is {}", "what did {} say", "{} on the canal"])
def test_a_given_name_beside_anothers_surname_is_a_strangers(kb, name, around):
    question = read(kb, around.format(name))
    assert [stranger.typed for stranger in question.strangers] == [name]
    assert [f.name.target for f in question.found] in ([], ["canal"])
    assert ask(kb, around.format(name), TODAY).answer.statements == ()


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Nora Blau on the canal", ["nora-blau", "canal"]),
        ("Blau Nora", ["nora-blau"]),
        ("what did Yong-su say", ["pak-yong-su"]),
        ("Nora, Rahn", ["nora-blau", "ida-rahn"]),
        ("Nora's Rahn", ["nora-blau", "ida-rahn"]),
    ],
)
def test_names_of_one_person_or_apart_stay_whose_they_are(kb, typed, names):
    assert [f.name.target for f in read(kb, typed).found] == names


def test_a_row_to_compare_has_no_given_name_beside_anothers_surname(kb):
    told = ask(kb, "compare Yong-su Rahn on the canal", TODAY).message.text
    assert "no record of “Yong-su Rahn”" in told


@pytest.mark.parametrize("typed", ["Kim Yo-jong-un", "Moon Jae-in-un on talks"])
def test_a_name_that_runs_on_with_a_hyphen_is_nobodys(shipped_kb, typed):
    question = read(shipped_kb, typed)
    assert [stranger.typed for stranger in question.strangers] == [typed.split(" on ")[0]]


def test_a_person_and_whom_they_meet_keep_their_names(shipped_kb):
    for typed in ("Moon Jae-in-Kim Jong-un talks", "Kim Jong-un-US talks"):
        assert read(shipped_kb, typed).strangers == ()
