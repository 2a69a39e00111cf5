"""Heads whose words the text prints, but not as a head."""

from __future__ import annotations

import pytest

from knowledge.check_corpus.printed_head import PrintedHead
from knowledge.corpus.model import Article
from knowledge.text.article_text import Text
from tests.proof_mutants.written_statements import read_names

NAMES = read_names()[1]
HEAD = """The Invented Ledger

NEWS > Sea

Ministers meet over squid, Sorva says no

By Ada Finch, Fictive Press Service

March 4, 2024

PORT ILAR (FPS) - Ministers met over squid on Monday. Beatrix Will told Radio Brekka that it was late.
Sorva said no. The Squid Times was not there.

Per Lind contributed to this article.
"""
DAY = {"from": "2024-03-04", "to": "2024-03-04", "printed": "March 4, 2024", "basis": "printed"}


def told(text=HEAD, **fields):
    head = {
        **dict.fromkeys(("agency", "publisher", "title", "byline", "url")),
        "id": "squid",
        "published": DAY,
        "fingerprint": "0" * 64,
        "words": 1,
        **fields,
    }
    reading = NAMES.read(Text(text))
    return [f.why for f in PrintedHead(Article.model_validate(head), reading).faults()]


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("title", "Ministers meet over squid, Sorva says no"),
        ("byline", "Ada Finch"),
        ("byline", "Per Lind"),
        ("publisher", "The Invented Ledger"),
        ("agency", "Fictive Press Service"),
        ("agency", "FPS"),
        ("publisher", "Radio Brekka"),
        ("title", "Nothing that is printed"),
    ],
)
def test_what_a_head_prints_passes(field, words):
    assert told(**{field: words}) == []


@pytest.mark.parametrize(
    ("field", "words"), [("byline", "Beatrix Will"), ("publisher", "The Squid Times")]
)
def test_words_of_the_prose_are_no_head(field, words):
    assert told(**{field: words}) == [
        f"The text prints {words!r} only in its prose, and not as its {field}."
    ]


@pytest.mark.parametrize(
    "words", ["Ministers meet over squid", "Ministers met over squid on Monday", "Sorva says no"]
)
def test_a_title_is_a_whole_line(words):
    assert told(title=words) == [f"{words!r} is not a whole line of the text."]


def test_a_title_may_stand_beside_a_section_or_the_outlet_and_on_two_lines():
    title = "Ministers meet over squid, Sorva says no"
    for line in (
        f"OPINION: {title}",
        f"{title} | The Ledger",
        title.replace("squid, ", "squid,\n"),
    ):
        assert told(HEAD.replace(title, line), title=title) == []


def test_a_day_that_the_head_prints_is_given():
    inferred = {"from": "2024-03-05", "to": "2024-03-05", "basis": "date inferred: the day after"}
    assert told(published=inferred) == ["The head prints a day: 'March 4, 2024'."]
    assert told(HEAD.replace("March 4, 2024\n", ""), published=inferred) == []
