"""Words with an editor's brackets are those that an article prints without them, and no others."""

from __future__ import annotations

import pytest

from knowledge.check_quote.verdict import Verdict
from knowledge.check_quote.verification import verify_quote

BAN = "This is not the time to ease the ferry ban"


@pytest.mark.parametrize(
    ("asked", "verdict", "differing"),
    [
        (f"[T]{BAN[1:]}", Verdict.EXACT, [("[T]his", "This")]),
        (BAN.replace("This", "[This]"), Verdict.EXACT, [("[This]", "This")]),
        (BAN.replace("ban", "ban [sic]"), Verdict.EXACT, [("[sic]", "")]),
        (BAN.replace("ease", "ease (sic)"), Verdict.EXACT, [("(sic)", "")]),
        (BAN.replace("the time", "[the time]"), Verdict.EXACT, [("[the time]", "the time")]),
        ("[N]ot the time to ease the ferry ban", Verdict.PART, [("[N]ot", "not")]),
        (BAN.replace("ferry", "[harbor]"), Verdict.DIFFERS, [("[harbor]", "ferry")]),
        (BAN.replace(" not", ""), Verdict.DIFFERS, [("", "not")]),
    ],
)
def test_brackets_are_no_other_words(kb, asked, verdict, differing):
    found = verify_quote(kb, asked).comparison
    assert found.verdict is verdict
    assert [(d.asked, d.printed) for d in found.differences] == differing


@pytest.mark.parametrize("mark", ["[…]", "[...]"])
def test_a_bracket_of_dots_still_marks_words_left_out(kb, mark):
    found = verify_quote(kb, f"This is not the time {mark} the ferry ban").comparison
    assert (found.verdict, found.differences) == (Verdict.PART, ())
    assert found.left_out[0] == "to ease"
