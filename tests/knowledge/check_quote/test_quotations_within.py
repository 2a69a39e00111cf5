"""Words that stand in part within the quotations of the outlet's sentence."""

from __future__ import annotations

import pytest

from knowledge.check_quote import text_match
from knowledge.check_quote.quotations_within import find_quotations_within
from knowledge.text.article_text import Text

SAID = 'The envoy said the permit made it "harder, not easier" to agree on rules.'


@pytest.mark.parametrize(
    ("asked", "number", "whole"),
    [
        ("the permit made it harder, not easier to agree on rules", 1, False),
        ("harder, not easier", 1, True),
        ('it "harder, not easier" to agree', 1, False),
        ("the permit made it", 0, False),
    ],
)
def test_marks_that_are_not_typed_hide_no_quotation(asked, number, whole):
    within = find_quotations_within(asked, SAID)
    assert (within.number, within.whole and bool(number)) == (number, whole)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("There is no link to the vote. None.", 2),
        ("There is no link to the vote. None", 2),
        ("There is no link to the vote, not one.", 0),
    ],
)
def test_one_word_behind_the_speaker_is_a_quotation_too(asked, count):
    text = Text("“There is no link to the vote,” he said. “None.”")
    found = text_match.find_across_quotations(asked, text)
    assert (found.comparison.within_quotations if found else 0) == count
