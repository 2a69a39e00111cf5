"""Everyday words of a question are read with a slip in them, and names never are."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cli.ask import ask

_TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("What is the postion of Velmora on the border?", "position"),
        ("Velmora oppinion on the border", "opinion"),
        ("velmoran veiw on the border", "view"),
        ("Positon of Velmora on the border", "position"),
        ("what is teh stance of Velmora on the border", "the"),
        ("waht does velmora think of the border", "what"),
    ],
)
def test_a_slip_in_an_asking_word_is_read_and_said(kb, typed, word):
    answer, message = ask(kb, typed, _TODAY)
    assert answer.outcome == "answer"
    assert (answer.holder.id, answer.issue.id) == ("velmora", "border-opening")
    assert f"as “{word}”" in message.text


@pytest.mark.parametrize(
    "typed",
    [
        "/stance stanse border",
        "what does polica think of the border",
        "what does Postion say on the border",
        "velmora and postion on the border",
        "john positon on the border",
        "/whois veiw",
    ],
)
def test_a_word_that_may_be_a_name_is_not(kb, typed):
    answer = ask(kb, typed, _TODAY).answer
    assert answer.outcome != "answer"
    assert not any("“" in read.name for read in answer.read_as)


@pytest.mark.parametrize("slip", ["psition", "poosition", "posotion", "positoin"])
def test_one_slip_of_each_sort_is_read(kb, slip):
    answer = ask(kb, f"velmora {slip} on the border", _TODAY).answer
    assert [read.name for read in answer.read_as] == ["“position”"]


@pytest.mark.parametrize("other", ["pstion", "poooosition", "xposition", "vie", "vietw"])
def test_more_slips_or_short_words_are_left(kb, other):
    answer = ask(kb, f"velmora {other} on the border", _TODAY).answer
    assert not any("“" in read.name for read in answer.read_as)


def test_a_word_joined_to_a_name_is_left(kb):
    answer = ask(kb, "what do Velmora and polica think of the border", _TODAY).answer
    assert "polica" in answer.not_understood
