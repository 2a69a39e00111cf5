"""Which printed words a bar shows, and what is added to them in our brackets."""

from __future__ import annotations

import pytest

from bot.layout.bar_words import make_slice
from knowledge.citations import deciding_quotes, whole_quotes

STANCE = {"holder": "velmora", "issue": "ban", "value": "opposes", "basis": "declared"}
CLAUSE = "Orin Dask […] called the plan “premature” […] the sources said."


def _only(statement, about=None):
    (quote,) = whole_quotes(statement.quotes)
    return make_slice(statement, quote, about)


def test_own_words_stand_between_marks(invented):
    shown = _only(invented.cited())
    assert shown.words == "“We will keep the ban until the last fisherman is home.”"
    assert shown.is_own_words


def test_a_few_own_words_are_read_in_their_clause(invented):
    quotes = [
        invented.direct("premature", start=85, context=CLAUSE),
        invented.narration(CLAUSE, start=0, end=166),
    ]
    shown = make_slice(statement := invented.cited(quotes=quotes), statement.quotes[0], None)
    assert (shown.words, shown.is_own_words) == (CLAUSE, False)
    assert _only(statement).words == CLAUSE


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ("[…] Dask […] was against it […]", "Dask […] was against it"),
        ("Dask was against it.", "Dask was against it."),
    ],
)
def test_cuts_at_the_edges_are_not_marked_on_a_card(invented, exact, shown):
    assert _only(invented.cited(quotes=[invented.narration(exact)])).words == shown


def test_a_pronoun_is_named_in_our_brackets(invented):
    who = {"attribution": "He", "refers_to": "Fisheries chief Orin Dask"}
    quotes = [invented.narration("He warned that he would stay.", **who)]
    assert _only(invented.cited(quotes=quotes)).words == "He [Orin Dask] warned that he would stay."


def test_a_pronoun_in_an_outlets_account_is_the_holder(invented):
    quote = invented.narration("[…] it fears a split.", attribution=None, refers_to="Velmora is")
    statement = invented.cited(quotes=[quote], speaker=None, sourcing="outlet")
    assert _only(statement, "Velmora").words == "it [Velmora] fears a split."
    assert _only(statement).words == "it fears a split."


def test_a_name_is_not_explained(invented):
    quote = invented.narration("Dask said it was over.", attribution="Dask", refers_to="Orin Dask")
    assert _only(invented.cited(quotes=[quote])).words == "Dask said it was over."


def test_the_quote_that_decides_a_stance_is_shown(invented):
    quotes = [
        invented.narration("Dask spoke.", start=0),
        invented.direct("Never will we", start=90),
    ]
    statement = invented.cited(quotes=quotes, stances=[{**STANCE, "grounds": 1}])
    (deciding,) = deciding_quotes(statement, "velmora", "ban")
    assert deciding.exact == "Never will we"


def test_a_condition_that_another_quote_prints_is_shown_with_the_stance(invented):
    quotes = [
        invented.narration("Dask would lift the ban.", start=0),
        invented.narration("That was so, he said, if the fleet came home.", start=90),
    ]
    stance = {**STANCE, "value": "conditional", "condition": "if the fleet came home", "grounds": 0}
    statement = invented.cited(quotes=quotes, stances=[stance])
    assert len(deciding_quotes(statement, "velmora", "ban")) == 2


@pytest.mark.parametrize(("grounds", "shown"), [(0, [0, 1]), (1, [1]), (2, [2])])
def test_of_several_conditions_one_is_shown_with_the_stance(invented, grounds, shown):
    quotes = [
        invented.narration("Dask would lift the ban.", start=0),
        invented.narration("That was so, he said, if the fleet came home.", start=90),
        invented.narration("Snow must fall too, unless “the lake” froze.", start=190),
    ]
    condition = "if the fleet came home […] unless “the lake” froze"
    stance = {**STANCE, "value": "conditional", "condition": condition, "grounds": grounds}
    statement = invented.cited(quotes=quotes, stances=[stance])
    assert deciding_quotes(statement, "velmora", "ban") == [statement.quotes[i] for i in shown]


def test_without_a_stance_own_words_say_most(invented):
    quotes = [
        invented.narration("Dask spoke.", start=0),
        invented.direct("Never will we", start=90),
    ]
    (shown,) = deciding_quotes(invented.cited(quotes=quotes), "velmora", "ban")
    assert shown.exact == "Never will we"


def test_a_direct_quote_that_another_merely_spells_is_not_lost(invented):
    quotes = [
        invented.narration("Dask said that it is now too late for talks.", start=0),
        invented.direct("it is now too late for talks", start=500),
        invented.direct("No", start=700),
    ]
    shown = [quote.exact for quote in whole_quotes(invented.cited(quotes=quotes).quotes)]
    assert shown == [
        "it is now too late for talks",
        "No",
        "Dask said that it is now too late for talks.",
    ]


def test_words_that_were_said_twice_are_shown_twice(invented):
    quotes = [invented.direct("We will keep the ban", start=at) for at in (10, 300)]
    assert len(whole_quotes(invented.cited(quotes=quotes).quotes)) == 2
