"""Verifying: the contract decides, likeness only finds, and one word changed is never exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase
from knowledge.quote_index import inner, tokens
from knowledge.stretch import Run, alike
from knowledge.verdict import Verdict
from knowledge.verify import compare_part, verify

BAN = "This is not the time to ease the ferry ban"
HOME = "We will keep the ban until the last fisherman is home."


@pytest.fixture(scope="module")
def with_texts(kb, texts_folder):
    opened = KnowledgeBase(kb.path, texts_folder)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("asked", "speaker", "verdict"),
    [
        (BAN, None, "exact"),
        (f"{BAN},", None, "exact"),
        (f"{BAN}.", None, "exact"),
        (HOME, "orin-dask", "exact"),
        (HOME.removesuffix("."), "velmora", "exact"),
        ("can't sign a paper that nobody has read.", None, "exact"),
        ("can’t  sign a\u00a0paper that nobody has read.", None, "exact"),
        (BAN, "jonas-vehl", "not_theirs"),
        (BAN, "south-tarsk", "not_theirs"),
        (BAN.lower(), None, "differs"),
        (BAN.replace("not ", ""), None, "differs"),
        (BAN.replace("not", "now"), "orin-dask", "differs"),
        (f"{BAN}!", None, "differs"),
        ("the time to ease the ferry ban", None, "part"),
        ("This is … to ease the ferry ban", None, "part"),
        ("We will keep the ban [...] is home", None, "part"),
        ("the moon is made of an old green cheese", None, "not_in_our_articles"),
        ("", None, "not_in_our_articles"),
        ("…", None, "not_in_our_articles"),
        ("the", None, "not_in_our_articles"),
        ("日本は反対", None, "not_in_our_articles"),
    ],
)  # fmt: skip
def test_words_get_the_verdict_of_the_contract(kb, asked, speaker, verdict):
    assert verify(kb, asked, speaker).comparison.verdict == verdict


QUOTES = [BAN, HOME, "will open the border before the first snow.", "Without a ferry, there is nobody to talk to"]  # fmt: skip


@given(
    st.sampled_from(QUOTES),
    st.integers(0, 40),
    st.text(st.characters(categories=["L"]), max_size=9),
)
def test_a_quote_with_any_one_word_changed_or_left_out_is_never_exact(kb, quote, at, word):
    words = quote.split()
    at %= len(words)
    changed = " ".join([*words[:at], *([word] if word else []), *words[at + 1 :]])
    same = inner(changed) == inner(quote)
    assert (verify(kb, changed).comparison.verdict is Verdict.EXACT) == same


@given(st.text(max_size=80))
def test_whatever_is_asked_gets_a_verdict_and_exact_only_for_the_same_words(kb, asked):
    found = verify(kb, asked)
    if found.comparison.verdict is Verdict.EXACT:
        assert inner(asked) == inner(found.printed.words)


@pytest.mark.parametrize(
    "asked", ["ferry banana", "time flies", "We will win", "dead parrot", "a border", "snow banana", "is not that"]
)  # fmt: skip
def test_words_that_share_a_word_or_two_with_a_quote_are_near_nothing(with_texts, asked):
    assert verify(with_texts, asked).comparison.verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        ("the ban until the last sailor is home", HOME),
        ("time to ease a ferry ban", BAN),
        ("cant sign a paper that nobody has read", "can’t sign a paper that nobody has read."),
        (f"In a speech that was long and loud he told all of Lund and the valley: {BAN.replace('not', 'now')}, and went on to talk of herring and of bells until the rain came down", BAN),
    ],
)  # fmt: skip
def test_a_fragment_and_a_longer_text_with_one_word_changed_are_near(kb, asked, printed):
    found = verify(kb, asked)
    assert (found.comparison.verdict, found.printed.words) == (Verdict.DIFFERS, printed)


def test_a_stray_word_far_off_joins_no_stretch():
    runs = [Run(0, 0, 1), Run(1, 20, 6), Run(8, 27, 3), Run(11, 60, 1)]
    assert list(alike(runs)) == runs[1:3]
    assert list(alike([])) == []


@pytest.mark.parametrize("asked", ["ferry ban … This is", "the time to cease", "ease the fer"])
def test_parts_in_another_order_or_cut_within_a_word_are_no_part(asked):
    assert compare_part(asked, BAN) is None


def test_words_of_an_article_that_may_only_be_linked_are_recognized_and_not_kept(kb):
    found = verify(kb, "each bank keeps its own tolls")
    assert found.comparison.verdict is Verdict.EXACT
    assert not found.printed.shown
    assert not found.printed.words
    assert not any(c.printed.words == "" for c in kb.quotes.like("each bank keeps its tolls"))


def test_whole_texts_are_looked_into_where_they_are_at_hand(kb, with_texts):
    sentence = "The paper has eleven pages and a map of 3,500 wells, some of them dry."
    assert verify(kb, sentence).comparison.verdict is Verdict.NOT_FOUND
    found = verify(with_texts, sentence)
    assert found.comparison.verdict is Verdict.EXACT
    assert (found.printed.source, found.printed.kind) == ("valley-post-2025-04", "narration")
    assert found.statements == ()


def test_a_statement_on_record_comes_before_the_whole_text(with_texts):
    assert [s.id for s in verify(with_texts, BAN).statements] == ["dask-ferry-ban"]


@pytest.mark.parametrize("folded", ["a...", "a…", "…"])
def test_an_ellipsis_at_the_end_is_kept(folded):
    assert inner(folded).endswith("...")


def test_tokens_keep_numbers_and_contractions_whole():
    assert tokens("Can’t sell 3,500 U.S. “wells”.") == ["can't", "sell", "3,500", "u.s", "wells"]


def test_a_condition_of_several_words_is_found_in_what_was_left_out():
    found = compare_part("we will talk", "we will talk as long as they keep the ban")
    assert [(t.what, t.word) for t in found.turns] == [("condition", "as long as")]


def test_what_an_ellipsis_leaves_out_is_told_with_its_negation_or_condition():
    found = compare_part("This is ... the time", BAN)
    assert found.left_out == ("not", "to ease the ferry ban")
    assert [(t.what, t.word) for t in found.turns] == [("negation", "not")]
    until = compare_part("We will keep the ban", HOME)
    assert ("condition", "until") in {(t.what, t.word) for t in until.turns}


CUT = "Velmora is not ready to back a South Tarsk plan"


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        (f"{CUT} to open the border between the two Tarsks, diplomatic sources said", "not_proved"),
        (f"{CUT} to sink the ferry, diplomatic sources said", "not_proved"),
        (f"{CUT} diplomatic sources said", "differs"),
        (f"{CUT.replace('not ', '')} to sink the ferry, diplomatic sources said", "differs"),
    ],
)
def test_a_cut_of_our_record_is_no_print(kb, asked, verdict):
    found = verify(kb, asked).comparison
    assert found.verdict == verdict
    assert not any("…" in d.asked + d.printed for d in found.differences)
    assert not any("…" in words for words in found.left_out)


def test_the_record_of_a_narration_is_no_wording_that_anything_prints(kb, with_texts):
    record = "[…] Velmora is not ready to back a South Tarsk plan […] diplomatic sources said […]"
    assert verify(kb, record).comparison.verdict is not Verdict.EXACT
    whole = (
        "VELM CITY – Velmora is not ready to back a South Tarsk plan to open the border between "
        "the two Tarsks, diplomatic sources said Saturday."
    )
    assert verify(with_texts, whole).comparison.verdict is Verdict.EXACT
    assert verify(kb, whole).comparison.verdict is Verdict.NOT_PROVED
