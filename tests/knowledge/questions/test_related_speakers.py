"""Somebody who is named by somebody else is neither of them: an aide, a counterpart, a body."""

from __future__ import annotations

import pytest

from knowledge.corpus.model import Kind
from knowledge.questions.reader import read
from knowledge.questions.related_speakers import tell_apart

KINDS = {Kind.PERSON, Kind.ORGANIZATION}


def _told(kb, typed):
    question = tell_apart(kb, read(kb, typed, KINDS))
    return [f.name.target for f in question.found], [s.typed for s in question.strangers]


@pytest.mark.parametrize(
    ("typed", "stranger"),
    [
        ("Vehl’s aide", "Vehl’s aide"),
        ("Vehl's Velmoran counterpart said", "Vehl's Velmoran counterpart"),
        ("the Marrow administration", "Marrow administration"),
        ("a Marrow official called it", "Marrow official"),
        ("Marrow adviser Rolf Grell", "Marrow adviser Rolf Grell"),
        ("a former aide to Vehl", "a former aide to Vehl"),
        ("an ally of Vehl’s", "an ally of Vehl"),
        ("a spokesman for Vehl", "a spokesman for Vehl"),
        ("Velmora’s defense ministry", "Velmora’s defense ministry"),
        ("Velmora’s embassy in South Tarsk", "Velmora’s embassy in South Tarsk"),
        ("Velmora’s fishermen said", "Velmora’s fishermen"),
        ("the Velmoran ambassador", "Velmoran ambassador"),
        ("the ambassador to Velmora", "the ambassador to Velmora"),
        ("a source close to Velmora’s talks with South Tarsk said", None),
    ],
)
def test_who_is_named_by_another_is_a_stranger(kb, typed, stranger):
    found, strangers = _told(kb, typed)
    assert found == []
    assert strangers == [stranger or typed.removesuffix(" said")]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Vehl’s Velmoran interlocutor Orin Dask", ["orin-dask"]),
        ("Vehl ally Ilse Marrow", ["ilse-marrow"]),
        ("a Velmoran official", ["velmora"]),
        ("Velmoran diplomats", ["velmora"]),
        ("the Velmoran government", ["velmora"]),
        ("Velmoran ambassador Jonas Vehl", ["velmora", "jonas-vehl"]),
        ("Vehl’s remarks", ["jonas-vehl"]),
        ("Vehl’s press conference", ["jonas-vehl"]),
        ("Vehl, aide of nobody", ["jonas-vehl"]),
        ("an official in Velmora", ["velmora"]),
    ],
)
def test_who_is_named_themselves_or_spoken_for_stays(kb, typed, names):
    assert _told(kb, typed) == (names, [])


@pytest.mark.parametrize(
    ("article", "names"), [("the", ["ilse-marrow"]), ("a", []), ("another", [])]
)
def test_one_of_several_in_an_office_is_not_whoever_held_it(kb, article, names):
    found, strangers = _told(kb, f"{article} special envoy said")
    assert found == names
    assert strangers == ([] if names else ["special envoy"])
