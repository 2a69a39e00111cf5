"""Words are found in whatever form they are typed: stems, spelling, hyphens, possessives, marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.text.english.irregular_forms import VERB_OF
from knowledge.text.word_stems import find_matches, meaningful_words, search_words


def stem(word):
    (found,) = search_words(word)
    return found.joined


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("warned", "warnings"),
        ("Japan", "Japan’s"),
        ("harbor", "harbours’"),
        ("denuclearize", "denuclearisation"),
        ("premature", "Pre-mature"),
        ("US", "U.S."),
        ("wont", "won't"),
        ("1000", "1,000"),
        ("Ito", "Itō"),
        ("MALMÖ", "Malmo"),
    ],
)
def test_forms_of_one_word_have_one_stem(typed, printed):
    assert stem(typed) == stem(printed)


@pytest.mark.parametrize(
    ("typed", "printed"), [("police", "policy"), ("tonne", "ton"), ("dead", "deal")]
)
def test_other_words_have_another_stem(typed, printed):
    assert stem(typed) != stem(printed)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("A late spring, called early.", ["springs"], ["spring"]),
        ("It is pre-mature: prematurely so.", ["premature"], ["pre-mature", "prematurely"]),
        ("The pre mature plan", ["pre-mature"], ["pre mature"]),
        ("The border-opening plan", ["opening"], ["opening"]),
        ("The “programme’s” end", ["program", "ends"], ["programme’s", "end"]),
        ("Nothing of the kind", ["ferry", "", "—"], []),
    ],
)
def test_matches_are_found_where_they_stand(text, words, found):
    assert [text[start:end] for start, end in find_matches(text, words)] == found


def test_meaningful_words_keep_all_but_words_without_a_meaning():
    assert meaningful_words("that it is not a late spring".split()) == ["not", "late", "spring"]


def test_capitals_among_other_letters_are_no_small_word():
    assert meaningful_words(["US", "pressure"]) == ["US", "pressure"]
    assert meaningful_words(["us", "pressure"]) == ["pressure"]
    assert meaningful_words(["THE", "PRESSURE"]) == ["PRESSURE"]


@given(st.text(), st.lists(st.text(max_size=12), max_size=5))
def test_spans_lie_in_the_text_in_order_and_do_not_touch(text, words):
    spans = find_matches(text, words)
    bounds = [offset for span in spans for offset in span]
    assert bounds == sorted(set(bounds))
    assert all(0 <= offset <= len(text) for offset in bounds)


@given(st.text())
def test_a_text_matches_each_of_its_own_words(text):
    for word in search_words(text):
        own = text[word.start : word.end]
        assert any(a <= word.start < word.end <= z for a, z in find_matches(text, [own]))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("send", "sent"),
        ("sent", "sends"),
        ("spoke", "speaking"),
        ("written", "write"),
        ("met", "meet"),
    ],
)
def test_a_form_that_no_ending_makes_is_a_form_too(typed, printed):
    assert find_matches(f"They {printed} it.", [typed]) == [(5, 5 + len(printed))]


@pytest.mark.parametrize("form", ["left", "found", "rose", "saw", "thought"])
def test_a_form_that_is_a_word_of_its_own_is_left_as_it_is(form):
    assert form not in VERB_OF
