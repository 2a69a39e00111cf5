"""Finding a quote in a text exactly, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from knowledge.text.article_text import Span, Text, fold
from knowledge.text.quote_search import NotFound, find_direct, find_narration

# What folds, what nearly does, and what composes with its neighbour.
TRAPS = "‘’“”„\"'‐‑–—−…\x1a\N{SOFT HYPHEN}ﬁﬄ \n\t\N{NO-BREAK SPACE}\N{COMBINING ACUTE ACCENT}e한ᄒ«»ſ.[]ab"
ANY_TEXT = st.text() | st.text(alphabet=TRAPS)
WORD = st.from_regex(r"\w+(?:[-–]\w+)?", fullmatch=True)
WORDS = st.lists(WORD, min_size=6, max_size=14, unique_by=lambda word: fold(word).casefold())
MARKS = st.sampled_from(["“”", '""', "„“"])
SPACES = st.sampled_from([" ", "\n", "  ", "\N{NO-BREAK SPACE}", " \n "])
SPEECH = Text(
    "Dask said, “We will not sign,” and then, “We will wait.” The word “wait” was new. "
    "“Wait” is what his aide’s aide said. He did not “wait.” It is no plan."
)


@given(WORDS, st.data())
def test_whatever_is_selected_between_marks_is_proved(words, data):
    first, last = sorted(
        data.draw(st.lists(st.integers(0, len(words)), min_size=2, max_size=2, unique=True))
    )
    opening, closing = data.draw(MARKS)
    comma = data.draw(st.sampled_from(["", ","]))
    space, other = data.draw(SPACES), data.draw(SPACES)
    selected = space.join(words[first:last])
    parts = [*words[:first], f"{opening}{selected}{comma}{closing}", *words[last:]]
    text = Text(space.join(parts))

    found = find_direct(text, other.join(words[first:last]).replace("–", "-"))

    assert isinstance(found, Span)
    assert text[found] == fold(selected)


@given(WORDS, st.data())
def test_whatever_word_of_a_direct_quote_is_changed_it_is_refused(words, data):
    text = Text(f"They said: “{' '.join(words)}” and left.")
    changed = _mutated(words, data)
    assert isinstance(find_direct(text, " ".join(changed)), NotFound)


@given(WORDS, st.data())
def test_whatever_is_cut_from_the_middle_of_a_sentence_is_found_run_by_run(words, data):
    sentence = " ".join(words)
    text = Text(sentence)
    assume(len(text.sentences) == 1)
    cut = data.draw(st.integers(1, len(words) - 2))
    runs = [" ".join(words[:cut]), " ".join(words[cut + 1 :])]

    found = find_narration(text, " […] ".join(runs))

    assert [text[span] for span in found] == [fold(run) for run in runs]


@given(WORDS, st.data())
def test_whatever_word_of_a_narration_is_changed_it_is_refused(words, data):
    text = Text(" ".join(words))
    changed = _mutated(words, data)
    # Words left out at an end make a run that is printed: the cut marks are proof's business.
    assume(" ".join(changed) not in " ".join(words))
    assert isinstance(find_narration(text, " ".join(changed)), NotFound)


@pytest.mark.parametrize(
    ("exact", "why", "near"),
    [
        ("We will not", "shorter than the words between", "We will not sign"),
        ("not sign", "shorter than the words between", "We will not sign"),
        ("The word", "not between quotation marks", ""),
        ("It is no plan.", "not between quotation marks", ""),
        ("we will wait.", "is not in the text", "We will wait."),
        ("We will wait", "shorter than the words between", "We will wait."),
        ("We would not sign", "is not in the text", "We will not sign"),
        ("We will sign", "is not in the text", "We will not sign"),
    ],
)
def test_a_direct_quote_is_all_between_its_marks_or_refused(exact, why, near):
    found = find_direct(SPEECH, exact)
    assert isinstance(found, NotFound)
    assert why in found.why
    assert near in found.nearest


def test_the_comma_of_the_outer_sentence_is_no_part_of_a_direct_quote():
    assert SPEECH[find_direct(SPEECH, "We will not sign")] == "We will not sign"


def test_words_that_stand_between_marks_twice_are_no_one_place():
    text = Text("He said “wait” and she said “wait” too.")
    assert find_direct(text, "wait").why == "is printed 2 times between quotation marks"


def test_a_direct_quote_does_not_run_from_one_pair_of_marks_into_the_next():
    found = find_direct(SPEECH, "We will not sign,” and then, “We will wait.")
    assert isinstance(found, NotFound)


def test_a_quote_inside_a_quote_is_found_by_its_own_marks():
    text = Text("“They told us ‘no bell’ twice,” he said.")
    assert text[find_direct(text, "no bell")] == "no bell"
    assert text[find_direct(text, "They told us ‘no bell’ twice")] == "They told us 'no bell' twice"


@pytest.mark.parametrize(
    "exact",
    [
        "The envoy can […] sign the paper, he said.",
        "[…] 500 wells […]",
        "[…] 3,5 […]",
        "[…] binding promise […]",
        "[…] nuclear march […]",
        "[…] sign the pap […]",
        "[…] he paper […]",
    ],
)
def test_a_run_is_of_whole_words_and_whole_numbers(exact):
    text = Text(
        "The envoy can’t sign the paper, he said. There are 3,500 wells in it, 3.5 on each farm. "
        "It is a non-binding promise and came after an anti-nuclear march."
    )
    assert isinstance(find_narration(text, exact), NotFound)


def test_a_dash_without_spaces_is_an_end_of_words():
    text = Text("The plan—which nobody read—is new.")
    assert isinstance(find_narration(text, "The plan […] is new."), list)


def test_runs_of_several_sentences_are_stitched():
    found = find_narration(SPEECH, "The word […] is no plan.")
    assert isinstance(found, NotFound)
    assert "joins words of several sentences" in found.why


def test_runs_in_the_wrong_order_are_refused():
    text = Text("They open the border before the snow.")
    assert isinstance(find_narration(text, "the snow. […] They open"), NotFound)


@pytest.mark.parametrize("exact", ["[…]", "[...] […]", "\N{SOFT HYPHEN}"])
@pytest.mark.parametrize("find", [find_direct, find_narration])
def test_a_quote_without_words_is_refused(find, exact):
    assert isinstance(find(SPEECH, exact), NotFound)


@given(ANY_TEXT, ANY_TEXT)
@example("", "so")
@example("so", "…")
def test_looking_for_anything_in_anything_raises_nothing(text, exact):
    held = Text(text)
    assert isinstance(find_direct(held, exact), Span | NotFound)
    assert isinstance(find_narration(held, exact), list | NotFound)


def test_single_marks_run_over_paragraphs_too():
    text = Text("‘We wait.\n\n‘We go on,’ Quill said.")
    assert isinstance(find_direct(text, "We wait."), Span)
    assert isinstance(find_direct(text, "We go on"), Span)


def _mutated(words, data):
    """Leave out, exchange or add one word."""
    place = data.draw(st.integers(0, len(words) - 1))
    new = data.draw(WORD)
    assume(fold(new) not in map(fold, words))
    middle = data.draw(st.sampled_from([[], [new], [new, words[place]]]))
    return [*words[:place], *middle, *words[place + 1 :]]
