"""Words between marks that somebody denies, or that others claim: nobody's own direct quote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.english.denying_words import CLAIMED_WORDS, DENIED_WORDS
from tests.knowledge.intake.read.reading_texts import list_narrations, list_said, read

WORDS = "a thief who never paid a toll"


@pytest.mark.parametrize(
    "lead",
    [
        "Per Dahl denied on Friday that he had called the pilot",
        "Per Dahl denied, in a long letter, that he had called the pilot",
        "Per Dahl denied calling the pilot",
        "Per Dahl denied a press report that he called the pilot",
        "Per Dahl denied having ever called the pilot",
        "Per Dahl never said that the pilot was",
        "Per Dahl did not call the pilot",
        "Mary Finch claimed he called the pilot",
        "Mary Finch accused Per Dahl of calling the pilot",
    ],
)
def test_words_that_somebody_is_only_said_to_have_said_are_no_quote(lead):
    assert list_said(f"Per Dahl spoke. {lead} “{WORDS}.”") == []


def test_the_denial_itself_is_reported():
    raw = f"Per Dahl denied on Friday that he had called the pilot “{WORDS}.”"
    assert list_narrations(raw) == [raw]


@pytest.mark.parametrize(
    ("raw", "speakers"),
    [
        (f"The Courier claimed she called the pilot “{WORDS}.”", ["Courier"]),
        (f"She did not say that he was “{WORDS}”, her office stressed.", ["her office"]),
        ("She would not support the toll, her office stressed.", ["Mary Finch", "her office"]),
        ("She did not comment, and her office said it was late.", ["Mary Finch", "her office"]),
    ],
)
def test_a_report_is_nobodys_of_whom_others_claim_or_deny_it(raw, speakers):
    found = [c for c in read(f"Mary Finch spoke. {raw}") if not c.quotation]
    assert [c.speaker.key for c in found] == speakers


def test_words_that_an_office_denies_behind_them_are_no_quote():
    raw = f"Mary Finch spoke. She did not say that he was “{WORDS}”, her office stressed."
    assert list_said(raw) == []


@pytest.mark.parametrize(
    "lead",
    [
        "Per Dahl denied the charge and called the pilot",
        "Per Dahl denied that he had lied, calling the pilot",
        "Per Dahl did not tell the board but said the pilot was",
        "Per Dahl denied being",
        "Per Dahl did not resign. He called the pilot",
    ],
)
def test_what_is_said_beside_a_denial_is_a_quote(lead):
    assert list_said(f"{lead} “{WORDS}.”") == [(f"{WORDS}.", "Per Dahl")]


@given(st.text(alphabet="denied that he had said, callingNot \0", max_size=200))
def test_no_sentence_is_too_strange(words):
    assert {bool(p.search(words)) for p in (DENIED_WORDS, CLAIMED_WORDS)} <= {True, False}
