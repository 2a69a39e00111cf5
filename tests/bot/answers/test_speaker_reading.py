"""Who is named, and the words not read as a name: how many, how much of each, what is one name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers.speaker_reading import read_speaker
from knowledge.check_quote.typed_quotations import blank_quotations
from knowledge.questions.reader import read


@pytest.mark.parametrize(
    ("typed", "unread"),
    [
        ("qada    qede    qidi    qodo    qudu", ("qada", "qede", "qidi", "qodo", "qudu")),
        ("qada    qede    qidi    qodo    qudu    qydy", ("qada", "qede", "qidi", "qodo", "qudu")),
        ("z" * 60, ("z" * 60,)),
        ("z" * 61, ("z" * 59 + "…",)),
        ("qada   qede", ("qada qede",)),  # three characters apart: one name
        ("qada    qede", ("qada", "qede")),  # four: a quotation may stand between them
    ],
)
def test_names_that_were_not_read_are_listed_in_short(kb, typed, unread):
    found = read_speaker(kb.names, read(kb, typed)).unread
    assert tuple(" ".join(words.split()) for words in found) == unread


@pytest.mark.parametrize(
    ("typed", "names"), [("velmora", ["velmora"]), ("with velmora", []), ("about Velmora", [])]
)
def test_who_words_are_about_is_not_taken_for_their_speaker(kb, typed, names):
    found = read_speaker(kb.names, read(kb, typed))
    assert [name.target for name in found.names] == names
    assert names or "velmora" in found.unread[0].lower()
    assert names or found.mentioned == found.unread  # and is not called a stranger


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("who says that Velmora has a “plan”?", []),
        ("who was it that told Velmora “no”?", []),
        ("who promised Velmora “a plan”?", []),
        ("who says Velmora said “plan”?", ["velmora"]),
        ("who in Velmora said “plan”?", ["velmora"]),
        ("who said “plan”, Velmora?", ["velmora"]),
    ],
)
def test_whom_words_are_of_is_not_asked_about_where_the_speaker_is(kb, typed, names):
    found = read_speaker(kb.names, read(kb, typed))
    assert [name.target for name in found.names] == names
    assert found.unread == ()


@pytest.mark.parametrize(
    ("typed", "unread"),
    [
        ("caption says: the delegation pulled out “”, and that was in the meeting", ()),
        ("who said the meetings were “” after all of this", ()),
        ("caption says: the delegation pulled out “”, according to Rolf Grell", ("Rolf Grell",)),
        ("is it true that unions said “” in the meeting", ("unions",)),
        ("and in the meeting it was rolf grell: “”", ("rolf grell",)),
        ("“”, said unions in the evening of it", ("unions",)),
        ("unions “”", ("unions",)),
    ],
)
def test_words_of_prose_are_no_names(kb, typed, unread):
    filled = typed.replace("“”", "“not so fast”")
    question = replace(read(kb, blank_quotations(filled)), typed=filled)
    assert read_speaker(kb.names, question).unread == unread
