"""The runs of two wordings hold every word of both once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.check_quote.wording_comparison import WordingComparison
from knowledge.check_quote.wording_runs import RunKind
from knowledge.kb.quote_index import inner
from knowledge.text.article_text import fold

WORDS = st.lists(st.sampled_from('the a bell is not rung, if […] … ( " in.'.split()), max_size=12)


@given(WORDS.map(" ".join), WORDS.map(" ".join), st.booleans())
def test_the_sides_hold_every_word_once_and_the_same_are_the_same(asked, printed, cut):
    wordings = WordingComparison(asked, printed, cut=cut)
    assert [i for s in wordings.sides for i in s.asked] == list(range(len(wordings.asked)))
    assert [i for s in wordings.sides for i in s.printed] == list(range(len(wordings.printed)))
    for how, ours, theirs in wordings.list_runs():
        if how is RunKind.SAME and "." not in fold(ours) + fold(theirs):
            bare = [inner(words).strip('"([') for words in (ours, theirs)]
            assert bare[0].rstrip('")].,') == bare[1].rstrip('")].,')
