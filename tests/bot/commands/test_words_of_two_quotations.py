"""/check: words that an article prints in two quotations are not told as one, nor as no quotation."""

from __future__ import annotations

from datetime import date

import pytest

from bot.block_kit.block_text import as_text
from bot.cli.ask import ask
from knowledge.kb.builder import build
from knowledge.kb.knowledge_base import KnowledgeBase
from tests.harbor_hearing import make_article, speak, write_corpus

TODAY = date(2025, 11, 28)
ARTICLE = """Ministers spar over a pier

By Ada Finch
Harbor Gazette, June 5, 2025

“We will open the pier in spring,” Brenna Hale said. “The tolls stay as long as the ice moves.”

“The fleet needs a new harbor,” Hale told reporters, “and we will build it if they pay.”

Hale called the plan “a gift to the valley” and “a bridge to the north,” and left.

“We wait for the letter,” Toma Reed said.

“It has not come in eleven weeks,” his brother added.

“The tide was low.

“The boats were late, and the ‘war’ went on,” Hale said, “but nobody was hurt.”

The minister said that she “would not sign the treaty” unless the board “reads every page of it.”
"""
SIGNED = ARTICLE.strip().rpartition("\n")[2]
TWO = "These words stand in 2 quotations there, with “{}” between them."
OF_ONE = "Differs: Harbor Gazette prints these words in 2 quotations, not as one"
SEAMS = {
    "We will open the pier in spring. The tolls stay": "Brenna Hale said",
    "We will open the pier in spring, The tolls stay as long as": "Brenna Hale said",
    "open the pier in spring … The tolls stay": "Brenna Hale said",
    "The fleet needs a new harbor and we will build it": "Hale told reporters",
    "a gift to the valley, a bridge to the north": "and",
    "a gift to the valley and a bridge to the north": "and",
    "The boats were late, and the 'war' went on, but nobody was hurt": "Hale said",
    "We wait for the letter. It has not come": "Toma Reed said",
    "would not sign the treaty unless the board reads every page": "unless the board",
}


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pier")
    quote = {"kind": "narration", "exact": SIGNED, "attribution": "The minister said"}
    statement = speak(SIGNED) | {"quotes": [quote]}
    entries, texts = write_corpus(folder, make_article(ARTICLE, statement), ARTICLE)
    build(entries, folder / "kb.sqlite")
    kbs = [KnowledgeBase(folder / "kb.sqlite", *own) for own in ((texts,), ())]
    yield kbs
    for kb in kbs:
        kb.close()


@pytest.fixture
def check(opened):
    return lambda words, kb=0: as_text(ask(opened[kb], f"/check “{words}”", TODAY).message.blocks)


@pytest.mark.parametrize("asked", SEAMS)
def test_words_of_two_quotations_are_told_as_such_with_what_is_between(check, asked):
    told = check(asked)
    assert told.startswith(OF_ONE)
    assert TWO.format(SEAMS[asked]) in told
    assert "in its own words" not in told
    assert "does not print" not in told


def test_one_quotation_over_paragraphs_is_one(check):
    told = check("The tide was low. The boats were late")
    assert told.startswith("A part of what Harbor Gazette prints, speaker not read")
    assert "These words stand in a quotation there." in told


def test_a_changed_word_is_told_beside_both_quotations(check):
    told = check("The fleet needs a new port, and we will build it if they pay")
    assert told.startswith("Differs from what Harbor Gazette prints, speaker not read")
    assert TWO.format("Hale told reporters") in told
    assert "What differs: quotation marks; you asked “port,”" in told
    assert "the condition" not in told


def test_quotations_far_from_one_another_are_told_part_by_part(check):
    told = check("The tolls stay as long as the ice moves. It has not come in eleven weeks")
    assert "Part 2. Exact, speaker not read" in told


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("would not sign the treaty … reads every page", TWO.format("unless the board")),
        ("reads every page of it", "These words stand in a quotation there."),
        ("she would not sign the treaty", "Some of these words stand in a quotation there"),
        ("The minister said that", "The outlet prints this"),
    ],
)
def test_a_record_of_narration_tells_which_words_are_between_marks(check, asked, sentence):
    told = check(asked, 1)
    assert sentence in told
    assert ("in its own words" in told) == sentence.startswith("The outlet")


def test_a_record_that_holds_the_words_lacks_none_of_them(check):
    told = check("would not sign the treaty unless the board reads every page", 1)
    assert "Not held here" not in told
    assert TWO.format("unless the board") in told
