"""Words between marks that one claims and another takes up: the claimant's, or nobody's."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.english.taken_claim_words import NOT_THEIR_WORDS, TAKEN_CLAIM, WORDS_OF
from tests.knowledge.intake.read.reading_texts import list_narrations, list_said

WORDS = "a coffin that somebody painted white"


@pytest.mark.parametrize(
    ("lead", "claimant"),
    [
        ("She rejected a claim by Per Dahl that the ferry was", "Per Dahl"),
        ("She played down a warning by Per Dahl that storms would bring", "Per Dahl"),
        ("She dismissed a suggestion from Per Dahl that the ferry was", "Per Dahl"),
        ("She rejected Per Dahl's claim that the ferry was", "Per Dahl"),
        ("She repeated Per Dahl's claim that the ferry was", "Per Dahl"),
        ("She disputed the claim of Per Dahl, its owner, that the ferry was", "Per Dahl"),
        (
            "She on Monday rejected as nonsense a claim by Per Dahl, her rival, that it was",
            "Per Dahl",
        ),
        ("She rejected claims by several residents that the ferry was", "several residents"),
        ("She rejected the union's claim that the ferry was", "the union"),
        ("Asked about a claim by Per Dahl that the ferry was", "Per Dahl"),
        ("Responding to accusations by Per Dahl that the ferry was", "Per Dahl"),
        ("She repeated her claim that the ferry was", "Mary Finch"),
        ("She said that Per Dahl's claim was", "Mary Finch"),
        ("She rejected Per Dahl's claim that the ferry was late, calling it", "Mary Finch"),
    ],
)
def test_the_words_of_a_claim_are_the_claimants(lead, claimant):
    assert list_said(f"Mary Finch spoke. {lead} “{WORDS}.”") == [(f"{WORDS}.", claimant)]


@pytest.mark.parametrize(
    "lead",
    [
        "She rejected suggestions that the ferry was",
        "She dismissed as nonsense a report that the ferry was",
        "She rejected his claim that the ferry was",
        "She pushed back against an accusation that the ferry was",
    ],
)
def test_a_rejected_claim_of_nobody_named_is_no_quote(lead):
    assert list_said(f"Mary Finch spoke. {lead} “{WORDS}.”") == []


@pytest.mark.parametrize(
    "lead",
    [
        "She dismissed suggestions that Per Dahl had asked her for",
        "She denied a report in the Courier that Per Dahl had told the crew it was",
        "She rejected claims, made by the opposition, that Per Dahl had warned them of",
        "She rejected Ada Quill's claim that Per Dahl had called it",
        "There were rumors that Per Dahl had promised the owners",
        "Rumors that Per Dahl had called the ferry",
        "She dismissed speculation that Per Dahl would call it",
        "She saw no basis for the idea that Per Dahl had said it was “late” and",
    ],
)
def test_what_a_report_says_that_somebody_said_is_nobodys(lead):
    assert f"{WORDS}." not in dict(list_said(f"Mary Finch spoke. {lead} “{WORDS}.”"))


def test_who_answers_a_claim_speaks():
    raw = f"The claims that Per Dahl made were false, said Ada Quill, who called them “{WORDS}.”"
    assert list_said(raw) == [(f"{WORDS}.", "Ada Quill")]


def test_what_a_paper_says_is_the_papers():
    raw = f"Mary Finch spoke of a report that said the ferry was “{WORDS}.”"
    assert list_said(raw) == [(f"{WORDS}.", "a report")]


def test_the_rejection_itself_is_reported():
    raw = f"Mary Finch rejected a claim by Per Dahl that the ferry was “{WORDS}.”"
    assert list_narrations(raw) == [raw]


@pytest.mark.parametrize(
    "raw",
    [
        f"She did not say that the ferry was “{WORDS}”; the words were those of Per Dahl.",
        f"“{WORDS}” were not her words but those of Per Dahl, she said.",
        f"“{WORDS}” was not her own phrase but Per Dahl's.",
    ],
)
def test_words_that_are_said_to_be_anothers_are_theirs(raw):
    assert list_said(f"Mary Finch spoke. {raw}") == [(WORDS, "Per Dahl")]


def test_words_that_are_said_not_to_be_somebodys_are_no_quote():
    assert list_said(f"Mary Finch spoke. “{WORDS}” was not her phrase, she said.") == []


@given(st.text(alphabet="rejected a claim by Per that 's,;\0 words are not his", max_size=300))
def test_no_claim_is_too_strange(words):
    for pattern in (TAKEN_CLAIM, NOT_THEIR_WORDS, WORDS_OF):
        assert isinstance(pattern, re.Pattern)
        assert list(pattern.finditer(words)) is not None
