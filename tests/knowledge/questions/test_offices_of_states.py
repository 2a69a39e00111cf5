"""Whose an office is: of the whole name before it, and not of who is told by whoever holds it."""

from __future__ import annotations

import pytest

from knowledge.questions.reader import read
from tests.bot.invented_corpus import InventedCorpus


@pytest.fixture(scope="module")
def kb(tmp_path_factory):
    corpus = InventedCorpus(tmp_path_factory.mktemp("offices") / "entries")
    corpus.state("North Sordia", "North Sordian", "the North")
    corpus.state("South Sordia", "South Sordian", "Sordia", "Sordian", "the South")
    corpus.person("Nora Blau", post=("president", "South Sordia"))
    corpus.person("Ida Rahn", post=("foreign minister", "South Sordia"))
    corpus.person("Olt Brenn", post=("leader", "North Sordia"))
    corpus.person("Ute Brenn", weak=("North Sordian leader's sister", "leader's sister", "sister"))
    corpus.issue("Canal")
    corpus.said("South Sordia", "Canal", "supports", "We want the canal.", by="Ida Rahn")
    return corpus.kb()


def _told(kb, typed):
    question = read(kb, typed)
    found = [name.target for f in question.found for name in f.names]
    return found, [stranger.typed for stranger in question.strangers]


@pytest.mark.parametrize("before", ["", "who is ", "what did "])
def test_an_article_takes_no_part_of_the_states_name(kb, before):
    typed = f"{before}the north sordian foreign minister"
    assert _told(kb, typed) == ([], ["north sordian foreign minister"])


def test_an_article_leaves_an_office_to_who_held_it(kb):
    assert _told(kb, "the south sordian foreign minister")[0] == ["ida-rahn"]
    assert _told(kb, "the north on the canal")[0] == ["north-sordia", "canal"]


@pytest.mark.parametrize(
    "typed",
    [
        "the wife of the South Sordian president",
        "the son of the North Sordian leader",
        "South Sordian president's sister",
        "South Sordian leader's sister",
    ],
)
def test_who_is_told_by_a_holder_of_an_office_is_not_the_holder(kb, typed):
    assert _told(kb, f"what does {typed} say") == ([], [typed])


def test_a_name_that_tells_somebody_by_an_office_is_that_persons(kb):
    assert _told(kb, "what does the North Sordian leader's sister say") == (["ute-brenn"], [])


@pytest.mark.parametrize("typed", ["Ostby's spy chief", "Ostby spy chief", "Lutha's spy chief"])
def test_a_place_behind_one_office_is_not_what_another_is_about(tmp_path, typed):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Lutha", "Ostby")
    corpus.person("Ulf Moor", post=("spy chief", "Lutha"))
    corpus.person("Nora Blau", post=("the head of the navy in Ostby", "Lutha"))
    assert _told(corpus.kb(), typed) == (["ulf-moor"], [])
