"""Verbs over several proposals: found by words, gone to, merged, split, and all of a speaker."""

from __future__ import annotations

import pytest

from tests.reviewing import ARTICLE, list_statements, list_texts, review_typing

pytestmark = pytest.mark.slow  # sittings at a terminal
TWICE = ARTICLE.replace(
    "“The river is ours to share,” the mayor of Ostby, Marta Quill, said on Monday.".encode(),
    "“The river is ours to share,” Teva Dask said on Monday. “It will not run dry.”".encode(),
)
LATER = ARTICLE + "\nSnow fell. “We shall all drown in it,” Ilse Marrow said later.\n".encode()
FOR = "c\rholder\rvelmora\rc\rnote\rShe spoke for Velmora.\r"


def test_a_quotation_is_found_by_its_words(library):
    article = ARTICLE.replace(b"Quill said that any treaty", b"Ilse Marrow signed, as any treaty")
    shown = review_typing(library, "n\rhas gone on … a year now\rc\rsp\r\x03\x03u\r", article)
    assert "Takes: has gone on for a year now" in shown
    assert "words      […] has gone on for a year now" in shown
    assert "Undone: new quotation: has gone on for a year now." in shown


def test_a_quotation_that_is_proposed_already_is_gone_to(library):
    assert "That is number 3." in review_typing(library, "n\rwaste of paper\r")


def test_words_that_are_not_printed_are_asked_for_again(library):
    shown = review_typing(library, "n\rwaste of time\rhas gone on for a year now\r")
    assert "The text does not print these words." in shown
    assert "4 of 4" not in shown
    assert "3 of 4" in shown


def test_a_new_quotation_is_still_there_in_the_next_sitting(library):
    review_typing(library, "n\rhas gone on for a year now\r\x03")
    assert "of 4" in review_typing(library, "\x03")


def test_a_curator_goes_to_a_proposal_by_its_number(library):
    shown = review_typing(library, "3\rg\r1\r")
    assert [line for line in shown.splitlines() if " of 3" in line] == [
        "1 of 3",
        "3 of 3",
        "1 of 3",
    ]
    assert (
        "   2              nobody: ferry war" in shown
        or "2              nobody: ferry war" in shown
    )


def test_a_decided_proposal_is_changed_after_the_end(library):
    review_typing(library, "s\rs\rs\r1\ra\rp\r\rHer words.\rw\r")
    assert [s.summary for s in list_statements(library)] == ["Her words."]


def test_a_merged_proposal_has_no_summary_of_its_own(library):
    later = LATER.replace(b"Marta Quill", b"Ilse Marrow").replace(b"the mayor of Ostby, ", b"")
    review_typing(library, "a\rHers.\rs\rs\r4\rm\r1\ra\rw\r", later)
    assert list_texts(library) == [["The river is ours to share", "We shall all drown in it"]]


def test_a_proposal_is_split_off(library):
    review_typing(library, "a\rFirst.\r/\ra\r\rs\rs\rw\r", TWICE)
    assert [(s.summary, s.draft) for s in list_statements(library)] == [
        ("First.", False),
        ("To be worded by a curator.", True),
    ]


def test_a_holder_is_given_to_all_of_the_speaker(library):
    shown = review_typing(library, f"{FOR}e\rholder\re\rnote\r2\r", TWICE)
    assert shown.rpartition("2 of 4")[2].count("She spoke for Velmora.") == 1
    assert "holder     velmora" in shown.rpartition("2 of 4")[2]


def test_what_does_not_fit_an_accepted_proposal_is_told_and_left(library):
    keys = f"a\rFirst.\r2\r{FOR}e\rholder\r1\r"
    shown = review_typing(library, keys, TWICE)
    assert "! 1 stays as it was: " in shown
    assert "Nothing was changed." in shown


def test_all_of_a_speaker_are_taken_back_as_one_step(library):
    shown = review_typing(library, f"{FOR}e\rholder\ru\r2\r", TWICE)
    assert "Undone: the same holder for all of this speaker (2)." in shown
    assert "holder     velmora" not in shown.rpartition("2 of 4")[2]
