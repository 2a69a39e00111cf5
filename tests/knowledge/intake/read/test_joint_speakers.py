"""Several people who are printed as saying the same words."""

from __future__ import annotations

from knowledge.intake.add.drafts import make_statements
from knowledge.text.article_text import Text
from tests.knowledge.intake.read.reading_texts import read

LETTER = (
    "The bill “leaves too many questions open,” Senators Tom Carver, Diana Fein and Per Dahl wrote."
)


def test_all_of_a_list_have_said_the_words():
    (found,) = read(LETTER)
    names = [party.name for party in found.speaker.jointly]
    assert names == ["Tom Carver", "Diana Fein", "Per Dahl"]


def test_each_of_them_has_a_statement_of_their_own():
    text = Text(LETTER)
    made = make_statements(read(LETTER), text, "letter")
    assert [one.speaker.description for one in made] == ["Tom Carver", "Diana Fein", "Per Dahl"]
    assert [one.quotes[0].attribution for one in made][1:] == ["Diana Fein", "Per Dahl"]


def test_a_body_with_and_in_its_name_is_one():
    (found,) = read("The Ministry of Health and Welfare said it was “too late for that.”")
    assert found.speaker.jointly == ()
