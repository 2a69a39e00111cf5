"""Statements found by words: each stands under the issue it is on and the side it takes."""

from __future__ import annotations

import pytest

from bot.cli.ask import ask
from tests.bot.invented_corpus import InventedCorpus


@pytest.fixture
def told(kb, today):
    return lambda typed: ask(kb, typed, today).message.text


@pytest.mark.parametrize(
    ("typed", "head", "sides"),
    [
        ("what did orin dask say about premature", "Orin Dask: on record with “premature”",
         ["Opening of the Tarsk border: reluctant as of Mar 2025"]),
        ("what did marrow say about north tarsk", "Ilse Marrow: on record about North Tarsk",
         ["Opening of the Tarsk border: supports as of May 2025",
          "Talks of Velmora and North Tarsk: conditional as of May 2025"]),
    ],
)  # fmt: skip
def test_what_takes_a_side_stands_under_it_and_never_under_no_position(told, typed, head, sides):
    text = told(typed)
    assert text.startswith(f"{head}\n")
    assert all(f"\n{side}\n> " in text for side in sides)
    assert "no position coded" not in text


def test_what_takes_no_side_says_how_it_was_found_alone(told):
    text = told("what did tarsk radio say about spring")
    assert text.startswith("Tarsk Radio: on record with “spring”\n")
    assert "no position coded" not in text


@pytest.mark.parametrize(
    ("word", "told"),
    [("mayor", "The word “mayor”: only in our notes on it."), ("dig", None)],
)
def test_a_word_that_is_only_in_our_notes_is_not_told_as_said(tmp_path, today, word, told):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.person("Nora Blau", post=("minister", "Sordia"))
    corpus.issue("a canal")
    summary = "The mayor was told so."
    corpus.said("Sordia", "a canal", "supports", "We dig.", by="Nora Blau", summary=summary)
    text = ask(corpus.kb(), f"what did nora blau say about {word}", today).message.text
    assert text.startswith(f"Nora Blau: on record with “{word}”\n")
    assert told in text if told else "our notes" not in text


def test_what_was_said_in_a_meeting_named_after_somebody_is_about_them(tmp_path, today):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.person("Nora Blau", post=("minister", "Sordia"))
    corpus.person("Piet Sand", post=("minister", "Lutha"))
    corpus.issue("a canal", parties=("Sordia",))
    corpus.event("Call of Nora Blau and Piet Sand", {
        "from": "2025-03-03", "to": "2025-03-03", "printed": "March 3, 2025", "basis": "printed",
    })  # fmt: skip
    corpus.said(
        "Sordia",
        "a canal",
        "supports",
        "We dig in May.",
        by="Nora Blau",
        event="call-of-nora-blau-and-piet-sand",
    )
    corpus.said("Sordia", "a canal", "supports", "We dig in June.", by="Nora Blau")
    text = ask(corpus.kb(), "what did nora blau tell piet sand", today).message.text
    assert "a canal: supports as of Mar 2025\n> “We dig in May.”" in text
    assert "June" not in text


@pytest.mark.parametrize(
    ("bases", "fields", "told"),
    [
        (["ascribed", "ascribed"], {"speaker": None, "sourcing": "outlet"},
         "Sordia supports, Lutha opposes as of Mar 2025, by an outlet’s account"),
        (["declared", "ascribed"], {},
         "Sordia supports, Lutha opposes (by an outlet’s account) as of Mar 2025"),
        (["declared", "declared"], {}, "Sordia supports, Lutha opposes as of Mar 2025"),
    ],
)  # fmt: skip
def test_sides_of_several_are_told_by_whose_they_are(tmp_path, today, bases, fields, told):
    corpus = InventedCorpus(tmp_path / "entries")
    corpus.state("Sordia")
    corpus.state("Lutha")
    corpus.issue("a canal")
    sides = zip(["sordia", "lutha"], ["supports", "opposes"], bases, strict=True)
    stances = [
        {"holder": holder, "issue": "a-canal", "value": value, "basis": basis, "grounds": 0}
        for holder, value, basis in sides
    ]
    words = "Sordia and Lutha quarrel over digging."
    note = "Said for Sordia and for Lutha together."
    own = {"stances": stances, "on_behalf_of": None, "note": note, **fields}
    corpus.said("Sordia", "a canal", "supports", words, **own)
    text = ask(corpus.kb(), "who said digging", today).message.text
    assert f"\na canal: {told}\n" in text


@pytest.mark.parametrize(
    ("typed", "head"),
    [
        ("who warned about charm diplomacy?", "On record with “charm” and “diplomacy”"),
        ("Turner on allies' dialogue with Pyongyang", "Julie Turner · Dialogue with North Korea: on record with “allies”"),
        ("did Kono say pressure should be reduced", "Taro Kono · Pressure on North Korea: on record with"),
    ],
)  # fmt: skip
def test_the_head_has_the_issue_that_words_were_read_as_only_where_it_is_theirs(
    shipped_kb, today, typed, head
):
    answer, message = ask(shipped_kb, typed, today)
    assert message.text.startswith(head)
    assert bool(answer.issue) is ("charm" not in typed)


def test_what_an_outlet_says_of_a_state_is_no_statement_by_it(shipped_kb, today):
    text = ask(shipped_kb, "was China opposed to the foreign ministerial?", today).message.text
    assert "Statements that mention it:" in text
    assert "by China" not in text
