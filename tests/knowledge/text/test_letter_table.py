"""A table of letters does what str.translate() does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.letter_table import LetterTable

_LETTERS = st.sampled_from("ab'”“-—]^\\…\x1a\ue000\N{SOFT HYPHEN} \n")


@given(st.dictionaries(_LETTERS, st.text(_LETTERS), min_size=1), st.text(_LETTERS))
def test_each_letter_is_written_as_the_table_says(table, text):
    assert LetterTable(table).apply(text) == text.translate(str.maketrans(table))
