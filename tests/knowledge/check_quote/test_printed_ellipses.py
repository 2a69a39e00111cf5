"""Words compared with a sentence that prints an ellipsis itself, or writes two words as one."""

from __future__ import annotations

import pytest

from knowledge.check_quote.wording_comparison import compare_wordings

PRINTED = (
    "If Velmora can leave behind its old habits of meddling with our harbor ... there is no reason"
    " why the two towns cannot get closer, and the day may come when the mayor visits Tarsk"
)
HABITS = "If Velmora can leave behind its old habits"


def differences(asked):
    return [(d.asked, d.printed) for d in compare_wordings(asked, PRINTED).differences]


@pytest.mark.parametrize(
    ("asked", "differing"),
    [
        (f"{HABITS} … the day will come when the mayor visits Tarsk", [("will", "may")]),
        (f"{HABITS} ... the day may come when a mayor visits Tarsk", [("a", "the")]),
        ("If Velmora leaves behind its old habits … the day may come", [("leaves", "can leave")]),
        ("our harbor … there is no reason why the two towns cannot get nearer",
         [("nearer", "closer,")]),
    ],
)  # fmt: skip
def test_a_cut_is_not_held_against_an_ellipsis_that_is_printed(asked, differing):
    assert differences(asked) == differing


@pytest.mark.parametrize("mark", ["...", "…"])
def test_an_ellipsis_typed_as_printed_leaves_nothing_out(mark):
    asked = PRINTED.replace("...", mark).replace("may come", "will come")
    found = compare_wordings(asked, PRINTED)
    assert ([d.asked for d in found.differences], found.left_out) == (["will"], ())


def test_two_words_that_are_printed_as_one_are_not_said_to_be_missing():
    asked = "there is no reason why the two towns can not become closer"
    assert differences(asked) == [("can not", "cannot"), ("become closer", "get closer,")]
    changes = compare_wordings(asked, PRINTED).meaning_changes
    assert "negation" not in {change.kind for change in changes}
