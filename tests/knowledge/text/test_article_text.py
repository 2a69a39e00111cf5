"""A text folded, in sentences, and as printed."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.text.article_text import Span, Text, fold, pieces

# What folds, what nearly does, and what composes with its neighbour.
TRAPS = "‘’“”„\"'‐‑–—−…\x1a\N{SOFT HYPHEN}ﬁﬄ \n\t\N{NO-BREAK SPACE}\N{COMBINING ACUTE ACCENT}e한ᄒ«»ſ.[]ab"
ANY_TEXT = st.text() | st.text(alphabet=TRAPS)
WORD = st.from_regex(r"\w+(?:[-–]\w+)?", fullmatch=True)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("“so”", '"so"'),
        ("‘so’", "'so'"),
        ("the North’s", "the North's"),
        ("so – and – so", "so - and - so"),
        ("so\N{NON-BREAKING HYPHEN}so", "so-so"),
        ("so…", "so..."),
        ("ﬁnal oﬃce", "final office"),
        ("so\N{NO-BREAK SPACE}so\n  so", "so so so"),
        ("cafe\N{COMBINING ACUTE ACCENT}", "café"),
        ("co\N{SOFT HYPHEN}operate", "cooperate"),
        ("co\N{SOFT HYPHEN}\n  operate", "cooperate"),
        ("long-\N{SOFT HYPHEN}\nwinded", "long-winded"),
        ("  so\n", "so"),
    ],
)
def test_typography_folds(printed, folded):
    assert fold(printed) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Will", "will"),
        ("will.", "will"),
        ("3,500", "3500"),
        ("１", "1"),
        ("«so»", '"so"'),
        ("cafe", "café"),
        ("color", "colour"),
        ("so, so", "so so"),
        ("soso", "so so"),
        ("x²", "x2"),
    ],
)
def test_nothing_that_a_reader_would_see_as_other_words_folds(one, other):
    assert fold(one) != fold(other)


@given(ANY_TEXT)
@example("e\N{SOFT HYPHEN}\N{COMBINING ACUTE ACCENT}")
@example("‘\N{COMBINING ACUTE ACCENT}’")
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


def test_a_quote_is_cut_into_its_runs():
    assert pieces("[…] the plan […] “premature”") == ["the plan", '"premature"']


@given(ANY_TEXT)
@example("")
@example("“")
@example("a\n\nb\n • c")
def test_the_sentences_of_any_text_lie_in_order_within_it(text):
    held = Text(text)
    edges = [edge for span in held.sentences for edge in span]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(held.folded) for edge in edges)
    assert all(held[span].strip() for span in held.sentences)


def test_no_sentence_runs_over_the_end_of_a_paragraph():
    held = Text("VELM CITY – A first line\n\nand another. A third.")
    assert [held[s] for s in held.sentences] == [
        "VELM CITY - A first line",
        "and another.",
        "A third.",
    ]


def test_a_fingerprint_is_of_the_folded_text():
    assert Text("“So”  so\n").fingerprint == Text('"So" so').fingerprint
    assert Text("So").fingerprint != Text("so").fingerprint


def test_words_that_overlap_themselves_stand_in_every_place():
    assert Text("so it so it so.").occurrences("so it so") == [Span(0, 8), Span(6, 14)]


@pytest.mark.parametrize(
    ("raw", "folded", "printed"),
    [
        ("“We don’t,” Quill said.", '"We don\'t," Quill', "“We don’t,” Quill"),
        ("“We don’t,” Quill said.", "We don't", "We don’t"),
        ("a\n\nlong —  way…", "long - way...", "long — way…"),
        ("the ﬁrst co\N{SOFT HYPHEN}py", "first copy", "ﬁrst co\N{SOFT HYPHEN}py"),
        ("the ﬁrst co\N{SOFT HYPHEN}\npy is", "first copy is", "ﬁrst copy is"),
    ],
)
def test_a_slice_is_given_back_as_it_is_printed(raw, folded, printed):
    text = Text(raw)
    at = text.folded.index(folded)
    assert text.printed(Span(at, at + len(folded))) == printed
    assert text.as_printed(folded) == printed


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 60))
def test_what_is_given_back_as_printed_folds_to_the_slice(raw, start, length):
    text = Text(raw)
    span = Span(start, min(start + length, len(text.folded)))
    if span.start < span.end:
        assert fold(text.printed(span)) == fold(text[span])


@pytest.mark.parametrize(
    ("raw", "first"),
    [
        ("They talked in May. Farmers left.", "They talked in May."),
        ("He told me. Ada left.", "He told me."),
        ("The answer is no. “Never,” he said.", "The answer is no."),
        ("No. 10 said so. Ada left.", "No. 10 said so."),
        ("She met Theresa May on Monday. Ada left.", "She met Theresa May on Monday."),
    ],
)
def test_a_word_that_looks_abbreviated_ends_a_sentence(raw, first):
    text = Text(raw)
    assert text[text.sentences[0]] == first
