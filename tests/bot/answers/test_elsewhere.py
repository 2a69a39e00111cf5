"""Typed and message checks leave out the same names: where, through whom, from where."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers.claimed_speakers import claimed_speakers
from bot.answers.prose_speakers import list_speakers
from knowledge.check_quote import blank_quotations
from knowledge.questions import read


@pytest.mark.parametrize(
    "first",
    [
        "Orin Dask via Velmora:",
        "Orin Dask via Lund:",
        "Orin Dask through Velmora:",
        "Orin Dask in Velmora:",
        "Orin Dask to Velmora:",
        "back late on the long way home from Lund, Orin Dask:",
        "Orin Dask, who was back late last night from Lund, said",
    ],
)
def test_a_name_that_tells_where_speaks_in_neither(kb, first):
    text = f"{first} “not so fast”, and Jonas Vehl: “a late spring”"
    assert list_typed(kb, text) == list_prose(kb, text) == ["Orin Dask", "Jonas Vehl"]


@pytest.mark.parametrize("name", ["Velmora", "Lund"])
@pytest.mark.parametrize(
    "first",
    [
        "“not so fast” from {}",
        "what reached all of us here yesterday in writing was “not so fast”, from {}",
        "from {}: “not so fast”",
        "a statement that reached all of us yesterday evening from {} says “not so fast”",
    ],
)
def test_words_may_come_from_a_speaker_in_both(kb, first, name):
    text = f"{first.format(name)}, and “a late spring” from Orin Dask"
    assert list_typed(kb, text) == list_prose(kb, text) == [name, "Orin Dask"]


def list_typed(kb, text):
    question = replace(read(kb, blank_quotations(text)), typed=text)
    given = claimed_speakers(kb.names, question) or ()
    return [" ".join([*(name.text for name in one.names), *one.unread]) for one in given]


def list_prose(kb, text):
    return [name.typed for name in list_speakers(kb, text).values()]
