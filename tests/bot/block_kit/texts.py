"""Texts that tests of messages draw: short ones, and some of any length."""

from __future__ import annotations

from hypothesis import strategies as st

# Long ones without drawing each letter: a few letters, many times.
long_texts = st.builds(
    lambda some, times: (some * times)[:6000],
    st.text(st.sampled_from("ab &<>“”…\n\0é한"), min_size=1, max_size=8),
    st.integers(1, 900),
)
short_texts = st.text(max_size=30)
