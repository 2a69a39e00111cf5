"""/cite: words to paste, where no bar tells quotation from prose."""

from __future__ import annotations

from datetime import date

import pytest

from bot.block_kit.message import as_text
from bot.cli.ask import ask
from bot.layout.forms_to_paste import list_citations
from bot.layout.terminal import choices
from knowledge.text.folding import fold

TODAY = date(2026, 11, 28)


def _one(statement, about=None):
    (citation,) = list_citations(statement, about)
    return citation


def test_own_words_are_given_to_their_speaker(invented):
    assert _one(invented.cited()) == (
        "Orin Dask, the head, Mar 12, 2025: “We will keep the ban until the last fisherman is "
        "home.” Source: Valley Post, Apr 5, 2025."
    )


def test_own_words_that_were_relayed_say_by_whom(invented):
    told = _one(invented.cited(sourcing="relayed", via="diplomats"))
    assert "is home.” Relayed by diplomats. Source: " in told


def test_the_outlets_sentence_keeps_its_cuts_and_has_inner_marks_single(invented):
    words = "[…] Dask called it “too early” on Monday […]"
    statement = invented.cited(
        quotes=[invented.narration(words)], sourcing="relayed", via="diplomats"
    )
    assert _one(statement) == (
        "Valley Post, Apr 5, 2025: “[…] Dask called it ‘too early’ on Monday […]” "
        "Said Mar 12, 2025; relayed by diplomats."
    )


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({"speaker": None, "sourcing": "outlet"}, "“He left.” The outlet’s account."),
        ({}, "“He left.” Said publicly, Mar 12, 2025."),
    ],
)
def test_how_the_words_came_ends_a_citation(invented, fields, end):
    statement = invented.cited(quotes=[invented.narration("He left.")], **fields)
    assert _one(statement).endswith(end)


def test_a_pronoun_is_named(invented):
    quote = invented.narration("It fears a split.", attribution=None, refers_to="Velmora")
    statement = invented.cited(quotes=[quote], speaker=None, sourcing="outlet")
    assert "“It [Velmora] fears a split.”" in _one(statement, "Velmora")


def test_an_article_without_an_outlet_is_cited_by_its_whole_headline(invented):
    title = "Velmora wary of the plan to open the border"
    told = _one(invented.cited(article={"publisher": None, "title": title}))
    assert told.endswith(f"Source: “{title}”, Apr 5, 2025.")


def test_an_address_is_cited(invented):
    assert _one(invented.cited(article={"url": "https://e.com/a"})).endswith(
        "Source: Valley Post, Apr 5, 2025, https://e.com/a."
    )


def test_words_that_may_not_be_shown_are_not_cited(invented):
    told = _one(invented.cited(quotes=[], withheld_reason="the publisher allows only a link"))
    assert told == ("Valley Post, Apr 5, 2025. Words not shown: the publisher allows only a link.")


def test_the_button_under_a_card_cites_the_words_shown(shipped_kb):
    card = ask(shipped_kb, "/stance japan end-of-war", TODAY).message
    question = dict(choices(card))["Cite"]
    answer, message = ask(shipped_kb, question, TODAY)
    assert answer.outcome == "answer"
    assert message.text.startswith(
        "Kyodo, [Nov 2021]: “[…] Takehiro Funakoshi […] said it is ‘premature’ to discuss"
    )
    assert "Japan has shown reluctance" in message.text


def test_every_statement_can_be_cited_and_each_citation_stands_apart(shipped_kb):
    ids = [s.id for r in shipped_kb.sources() for s in shipped_kb.statements_in(r.source.id)]
    for name in ids:
        answer, message = ask(shipped_kb, f"/cite {name}", TODAY)
        assert [s.id for s in answer.statements] == [name]
        cited = [as_text([block]) for block in message.blocks if block["type"] == "rich_text"]
        for quote in answer.statements[0].quotes:
            words = fold(quote.exact.replace("“", "‘").replace("”", "’"))
            assert any(words in fold(text) for text in cited) or quote.context or "[" in cited[0]


@pytest.mark.parametrize("typed", ["/cite nothing", "/cite japan end-of-war"])
def test_what_is_no_statement_is_said(shipped_kb, typed):
    answer, message = ask(shipped_kb, typed, TODAY)
    assert answer.outcome == "no_match"
    assert "Press Cite under an answer" in message.text
