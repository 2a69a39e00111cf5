"""Words that others relay, however the article says so."""

from __future__ import annotations

import pytest

from knowledge.check_corpus.relay import find_relay, is_nameless
from knowledge.text.article_text import Span, Text

QUOTE = "Velmora will sign the treaty"
WHOLE = Span(0, len(QUOTE))


@pytest.mark.parametrize(
    "rest",
    [
        ", the sources said.",
        ", people familiar with the matter said.",
        ", three officials told the Courier.",
        ", two people briefed on the talks told the Courier.",
        ", officials of the ministry said.",
        ", according to people close to the council.",
        ", according to a senior official.",
        ", according to media reports.",
        ", Vehl was quoted by the radio as saying.",
        ", Vehl reportedly said.",
        ", as Vehl is said to have told them.",
        ", a person said on condition of anonymity.",
        ", said a diplomat who asked not to be named.",
        ". They asked not to be identified because the talks are private.",
        ". The officials were not authorized to speak to the press.",
        ". That is what three diplomats told the Courier.",
        ". That, according to officials, is the plan.",
        ". So said two people at the table.",
        ", but not Tarsk, an official who asked not to be named said.",
    ],
)
def test_words_that_others_relay_are_found(rest):
    text = Text(f"{QUOTE}{rest}")
    found = find_relay(text, WHOLE)
    assert found is not None
    assert found.startswith(QUOTE)


@pytest.mark.parametrize(
    "rest",
    [
        ", Vehl said.",
        ", Vehl told officials.",
        ", Vehl said, “as sources told us and they said.”",
        ", according to Vehl, a plan that officials like.",
        ", Vehl, who met officials, said.",
        ", Vehl said after he had seen diplomats and aides.",
        ", according to the Velmoran government.",
        ", the council said in a report.",
        ". According to officials, the other treaty is not signed.",
        ". A baker, who asked not to be named, said that it was raining.",
        ". They went home.",
        ". That is what Vehl promised in March.",
        ", Vehl said, but an aide who asked not to be named said it would not.",
        ", Vehl said, while two officials told the Courier that it was late.",
    ],
)
def test_words_in_public_are_not(rest):
    assert find_relay(Text(f"{QUOTE}{rest}"), WHOLE) is None


def test_what_is_quoted_over_several_sentences_relays_nothing():
    text = Text("“It was raining. We asked the sources,” said Vehl, “and they said so.”")
    assert find_relay(text, Span(1, 5)) is None
    assert find_relay(text, Span(17, 20)) is None


@pytest.mark.parametrize(
    ("via", "people"),
    [
        ("diplomatic sources", True),
        ("people familiar with the matter", True),
        ("a senior official", True),
        ("Tarsk Radio", False),
        ("the official Tarsk Radio", False),
        ("its state-run media", False),
    ],
)
def test_a_medium_is_no_people(via, people):
    assert is_nameless(via) is people
