"""The names of the corpus in printed words: whose office they name."""

from __future__ import annotations

import pytest

from knowledge.corpus.corpus_reader import load_corpus
from knowledge.speech.known_names import KnownNames
from tests.places import CORPUS


@pytest.fixture(scope="module")
def known():
    return KnownNames.of(load_corpus(CORPUS))


@pytest.mark.parametrize(
    ("words", "holder"),
    [
        ("Velmora's water minister", "velmora"),
        ("the new Velmoran envoy to the two Tarsks", "velmora"),
        ("special envoy of South Tarsk", "south-tarsk"),
        ("ambassador to South Tarsk", None),
        ("the envoy for South Tarsk of Velmora", "velmora"),
        ("the mayor of Ostby", None),
    ],
)
def test_an_office_is_of_the_body_it_names_and_not_of_the_one_it_deals_with(known, words, holder):
    assert known.find_body_holder(words) == holder
