"""A title of a woman before the surname of a man on record names somebody else, and so on."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask
from knowledge.questions.reader import read
from tests.bot.invented_corpus import InventedCorpus


def _told(kb, typed):
    question = read(kb, typed)
    found = [name.target for f in question.found for name in f.names]
    return found, [stranger.typed for stranger in question.strangers]


@pytest.mark.parametrize(
    "typed",
    ["Mrs. Vehl", "mrs vehl", "Miss Vehl", "Mrs. Jonas Vehl", "Mr. Marrow", "Mr Ilse Marrow"],
)
def test_a_title_that_does_not_fit_is_a_strangers(kb, typed):
    assert _told(kb, f"what did {typed} say about the ferry ban")[1] == [typed]


@pytest.mark.parametrize(
    ("typed", "person"),
    [
        ("Mr. Vehl", "jonas-vehl"),
        ("Dr. Vehl", "jonas-vehl"),
        ("Ms. Marrow", "ilse-marrow"),
        ("Mrs. Marrow", "ilse-marrow"),
        ("Miss Ilse Marrow", "ilse-marrow"),
        ("Mr. Orin Dask", "orin-dask"),
    ],
)
def test_a_title_that_fits_is_the_persons(kb, typed, person):
    assert _told(kb, f"what did {typed} say") == ([person], [])


def test_a_title_decides_between_namesakes(kb):
    assert _told(kb, "Ms. Dask on the ferry ban") == (["teva-dask", "ferry-ban"], [])


@pytest.fixture(scope="module")
def unknown(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("titles") / "entries")
    corpus.state("Sordia")
    corpus.person("Zarvo Blaun", post=("president", "Sordia"))
    corpus.issue("Canal")
    corpus.said("Sordia", "Canal", "supports", "We want the canal.", by="Zarvo Blaun")
    return corpus.kb()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Mrs. Blaun", False),
        ("Miss Blaun", False),
        ("Mrs. Zarvo Blaun", False),
        ("Ms. Blaun", True),
        ("Mr. Blaun", True),
        ("Miss Zarvo Blaun", True),
    ],
)
def test_a_familys_title_is_somebody_elses_where_no_pronoun_is_known(unknown, typed, kept):
    answer = ask(unknown, f"{typed} on the canal", date(2025, 6, 1)).answer
    assert bool(answer.statements) is kept
    assert _told(unknown, typed)[1] == ([] if kept else [typed])


@pytest.fixture(scope="module")
def described(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("described") / "entries")
    corpus.state("Sordia")
    corpus.person("Zarvo Blaun", post=("press secretary", "Sordia"), called="the top spokesman")
    corpus.person("Hideki Torv", post=("president", "Sordia"))
    return corpus.kb()


@pytest.mark.parametrize("typed", ["Ms. Blaun", "Ms. Torv", "Miss Hideki Torv"])
def test_what_somebody_is_called_and_a_given_name_of_japan_tell_too(described, typed):
    assert _told(described, f"what did {typed} say")[1] == [typed]


@pytest.mark.parametrize("name", ["Suga", "Abe", "Kishida", "Funakoshi"])
def test_a_woman_of_that_name_is_no_man_on_record(shipped_kb, name):
    assert _told(shipped_kb, f"what did Ms. {name} say")[1] == [f"Ms. {name}"]
    assert not _told(shipped_kb, f"what did Mr. {name} say")[1]
