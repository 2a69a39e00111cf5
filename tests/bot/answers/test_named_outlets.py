"""An outlet named beside words that it prints is no speaker whom the record does not know."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.named_outlets import names_outlet
from bot.cli.ask import ask
from knowledge.citations import Source
from knowledge.corpus import Interval

DAY = date(2026, 11, 21)
BAN = "This is not the time to ease the ferry ban"


def source(agency, publisher):
    day = Interval(from_=DAY, to=DAY, basis="date inferred: so")
    return Source(
        id="a", agency=agency, publisher=publisher, title=None, byline=None, url=None, published=day
    )


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Tarsk News", True),
        ("tarsk", True),
        ("the harbor gazette", True),
        ("Harbor", False),
        ("News", False),
        ("Tarsk Radio", False),
        ("Grell, Harbor Gazette", False),
        ("", False),
    ],
)
def test_the_names_of_an_outlet_are_its_own_and_what_an_agency_is_called_in_short(words, named):
    assert names_outlet(source("Tarsk News", "Harbor Gazette"), words) is named
    assert not names_outlet(source(None, None), words)


@pytest.mark.parametrize("around", ["Valley Post: “{}”", "“{}” valley post", "“{}” (Valley Post)"])
def test_the_outlet_of_the_words_is_not_said_to_be_unknown(kb, around):
    told = ask(kb, f"/check {around.format(BAN)}", DAY).answer
    (found,) = told.checks
    assert (found.article.publisher, found.verdict) == ("Valley Post", "exact")
    assert (found.unknown_names, told.not_understood) == ((), ())


@pytest.mark.parametrize("name", ["Rolf Grell", "Tarsk Courier"])
def test_a_stranger_or_another_outlet_stays_unknown(kb, name):
    told = ask(kb, f"/check “{BAN}” {name}", DAY).answer
    assert told.checks[0].unknown_names == told.not_understood == (name,)


@pytest.mark.parametrize(
    "typed",
    [
        "who does {} quote",
        "what did {} say about the end of war",
        "The {} on talks",
        "/whois {}",
        "{}",
    ],
)
@pytest.mark.parametrize("outlet", ["Kyodo", "kyodo", "Korea Herald"])
def test_an_outlet_that_is_asked_about_leads_to_its_articles(shipped_kb, today, typed, outlet):
    answer = ask(shipped_kb, typed.format(outlet), today).answer
    assert f"“{outlet}” is on record as an outlet alone" in answer.reason
    (choice,) = answer.choices
    assert ask(shipped_kb, choice.question, today).answer.sources


def test_an_outlet_without_an_article_is_not_on_record(shipped_kb, today):
    answer = ask(shipped_kb, "the Ledger of Lund on talks", today).answer
    assert "I have no record of" in answer.reason
