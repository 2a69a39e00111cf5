"""Text made safe holds no markup, and what is clipped shows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.block_kit.safe_text import clip, escape
from tests.bot.block_kit.texts import long_texts, short_texts


@pytest.mark.parametrize(
    ("typed", "safe"),
    [
        ("<!channel>", "&lt;!channel&gt;"),
        ("a & b", "a &amp; b"),
        ("&lt;", "&amp;lt;"),
        ("<@U1|ann>", "&lt;@U1|ann&gt;"),
        ("nul\0byte", "nulbyte"),
        ("“curly” – 한국 🎉", "“curly” – 한국 🎉"),
    ],
)
def test_what_slack_reads_as_markup_is_escaped(typed, safe):
    assert escape(typed) == safe


@given(st.text())
def test_no_text_can_hold_markup_once_it_is_escaped(text):
    safe = escape(text)
    assert not {"<", ">", "\0"} & set(safe)
    unescaped = safe.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert unescaped == text.replace("\0", "")


@given(long_texts | short_texts, st.integers(1, 200))
def test_what_is_clipped_keeps_to_its_length_and_shows_the_cut(text, length):
    clipped = clip(text, length)
    assert len(clipped) <= length
    assert clipped == text if len(text) <= length else clipped.endswith("…")
